import { personAs } from "../../../field/subject.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { MessageCode, Values } from "../../../kernel/message.ts";
import type { LocalizedText, ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { type EffectParts, licenceActedOn } from "../effects.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { type HeldParts, type HeldPorts, providersOf } from "./find-held.ts";
import type { CaseMaterials } from "./material.ts";
import { type LookedAt, lookedAt, type OverMaterial } from "./second-look.ts";
import { getMaterials, putMaterials } from "./store.ts";

/** The second look at a case's materials, with its writes. */
export type LookedAgain = Pick<LookedAt, "over" | "isNews"> & { readonly writes: readonly TransactItem[] };

export const NOTHING_OVER: LookedAgain = { over: [], isNews: false, writes: [] };

type AskedOf = Pick<ServiceItem, "materials" | "effect" | "licence">;

export type LookParts = HeldParts & EffectParts;

/**
 * Looks again at the licences that stand for a case's materials. Registers' statements are of their day, and stay as they were
 * handed in; a licence that has ended since is no ground of a decision. One that the decision itself acts on, such as one that
 * it renews, is left to the effect: a renewal that was asked for in time is decided after the end, too. A household member's of the
 * same type is not the one that it acts on.
 */
export async function lookAgain(
  ports: HeldPorts & LookParts,
  application: Pick<Application, "id" | "subject">,
  item: AskedOf,
): Promise<LookedAgain> {
  if (!item.materials.some(({ replacedByLicence }) => replacedByLicence !== undefined)) return NOTHING_OVER;
  const materials = await getMaterials(ports, application.id);
  const { materials: next, ...looked } = await lookAtRecords(ports, application, item, materials);
  return { ...looked, writes: next === materials ? [] : [putMaterials(ports, next)] };
}

/** The same of materials that were read already. */
export async function lookAtRecords(
  ports: HeldPorts & LookParts,
  { subject }: Pick<Application, "subject">,
  item: AskedOf,
  materials: CaseMaterials,
): Promise<LookedAt> {
  const actedOn = licenceActedOn(ports, item);
  const asked = item.materials.filter(
    ({ replacedByLicence, licenceOf }) =>
      replacedByLicence === undefined || replacedByLicence !== actedOn || licenceOf === "HOUSEHOLD",
  );
  const looks = await Promise.all(
    materials.filled.map(async (filled) => {
      const provider = providersOf(ports).find(({ source }) => source === filled.source);
      const material = asked.find(({ code }) => code === filled.material);
      const look =
        material &&
        (await provider?.lookAgain?.(ports, material, {
          ...filled,
          holder: filled.member ? personAs(filled.member) : subject,
        }));
      return look ? ([[filled.material, look]] as const) : [];
    }),
  );
  return lookedAt(materials, asked, new Map(looks.flat()), ports.now);
}

/** Keeps a case from being accepted or granted: a licence that stands for one of its materials has ended. */
export type MaterialOver = {
  readonly code: Extract<MessageCode, "MATERIAL_OVER" | "MATERIAL_OVER_TO_CORRECT">;
  readonly values: Values;
  readonly path: readonly string[];
};

/** Names the first of them, as the item calls it. */
export function materialOver(
  code: MaterialOver["code"],
  { material, reference, over }: OverMaterial,
  { materials }: Pick<ServiceItem, "materials">,
): MaterialOver {
  const name: LocalizedText = materials.find((one) => one.code === material)?.name ?? {
    zh: material,
    en: material,
  };
  const values = { material: name, reference, how: CASE_WORDS.RecordEnd[over.how] };
  return { code, values, path: ["id"] };
}
