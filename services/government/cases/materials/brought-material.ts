import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  type CaseMaterials,
  type FilledMaterial,
  type HeldMaterial,
  type MaterialCase,
  type NotOpen,
  whyNotOpen,
} from "./material.ts";

/** Takes a record that the applicant has brought for a material, in the place of one that they brought before. */
export function bring(
  materials: CaseMaterials,
  kase: MaterialCase,
  record: FilledMaterial,
  held: HeldMaterial | undefined,
): Result<CaseMaterials, NotOpen> {
  const closed = whyNotOpen(kase, record.material, held);
  if (closed) return err(closed);
  const others = (materials.brought ?? []).filter(({ material }) => material !== record.material);
  return ok({ ...materials, brought: [...others, record], revision: materials.revision + 1 });
}

/** The records that an applicant has brought, and that still stand: in a correction those that were brought since. */
export const standing = (
  { brought = [] }: CaseMaterials,
  { correction }: Pick<MaterialCase, "correction">,
  now: Instant,
): readonly FilledMaterial[] =>
  brought.filter(
    (record) =>
      record.brought !== undefined &&
      now < record.brought.until &&
      (!correction || record.takenAt >= correction.at),
  );
