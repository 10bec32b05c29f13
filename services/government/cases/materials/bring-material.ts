import type { TransactItem } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { materialOf } from "../../catalogue/index.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import {
  type ApplicantPorts,
  type AuthorityEnded,
  changeOwnCase,
  findOwnCase,
  type OwnFound,
} from "../mandate/change-own-case.ts";
import { bring } from "./brought-material.ts";
import { materialCaseOf } from "./case-materials.ts";
import { saveCase } from "./change-materials.ts";
import { findHeldMaterials, type HeldParts } from "./find-held.ts";
import {
  type AskedMaterial,
  type CaseMaterials,
  type FilledMaterial,
  type HeldMaterial,
  type NotOpen,
  whyNotOpen,
} from "./material.ts";
import { getMaterials, putMaterials } from "./store.ts";

export type BringPorts = ApplicantPorts & HeldParts;

/** A material by its case and its code in the item. */
export type NamedMaterial = { readonly application: string; readonly material: string };

export type NotBrought = NotOpen | NotAllowed | NoSuchCase | AuthorityEnded;

/** A material for which something can be brought now. */
export type OpenMaterial = { readonly application: Application; readonly asked: AskedMaterial };

/** The material of an own case, if something can be brought for it now. Errors: as of `bringMaterial`. */
export async function findOpenMaterial(
  ports: BringPorts,
  { application: id, material }: NamedMaterial,
): Promise<Result<OpenMaterial, NotBrought>> {
  const found = await findOwnCase(ports, id);
  if (!found.ok) return found;
  const saved = saveCase(found.value);
  if (!saved.ok) return saved;
  const { application, item } = found.value;
  const closed = whyNotOpen(
    materialCaseOf(application, item),
    material,
    await heldOf(ports, found.value, material, () => getMaterials(ports, application.id)),
  );
  if (closed) return err(closed);
  const asked = materialOf(item, material);
  if (!asked) return err({ code: "MATERIAL_UNKNOWN", path: ["material"] });
  // A member of the household consents to a licence of theirs, and nobody brings it for them.
  return asked.licenceOf === "HOUSEHOLD"
    ? err({ code: "MATERIAL_OF_HOUSEHOLD", path: ["material"] })
    : ok({ application, asked });
}

/**
 * Fills a material of an own case with a record that the applicant has brought: in a draft one that the platform holds nothing
 * for, in a correction one that its notice names. `findWrites` reads what has to be written with it, each time that it is decided.
 * Errors: MATERIAL_UNKNOWN, MATERIAL_OF_HOUSEHOLD, MATERIAL_NOT_OPEN, MATERIAL_HELD; those of a case that cannot be saved; those of `findWrites`.
 */
export const bringMaterial = <R extends { readonly code: string }>(
  ports: BringPorts,
  id: string,
  record: FilledMaterial,
  findWrites: () => Promise<Result<readonly TransactItem[], R>>,
): Promise<Result<Application, NotBrought | R>> =>
  changeOwnCase<NotOpen | R>(ports, id, async (found) => {
    const saved = saveCase(found);
    if (!saved.ok) return saved;
    const { application, item } = found;
    const reading = getMaterials(ports, application.id);
    const [materials, held, writes] = await Promise.all([
      reading,
      heldOf(ports, found, record.material, () => reading),
      findWrites(),
    ]);
    const next = bring(materials, materialCaseOf(application, item), record, held);
    if (!next.ok) return next;
    if (!writes.ok) return writes;
    return ok({
      application: saved.value,
      ...{ action: "material-brought", reason: `${record.material}: ${record.reference}` },
      writes: [putMaterials(ports, next.value), ...writes.value],
    });
  });

/** The platform's own record that stands for a material. */
async function heldOf(
  ports: BringPorts,
  { application, item }: OwnFound,
  material: string,
  read: () => Promise<CaseMaterials>,
): Promise<HeldMaterial | undefined> {
  const asked = item.materials.filter(({ code }) => code === material);
  const holders = { subject: application.subject, asks: async () => (await read()).asks ?? [] };
  return (await findHeldMaterials(ports, asked, holders))[0];
}
