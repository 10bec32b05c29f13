import type { OfficerId } from "../../kernel/ids.ts";
import type { Draft } from "./service-item.ts";

/** Four eyes: what editors have written is published by one who has not. */
export type SameOfficer = { readonly code: "SAME_OFFICER" };

/** Whether an officer has no part in a draft; nobody is sure not to have, where its editors are not known. */
export const isSecondEditor = ({ editors }: Pick<Draft, "editors">, officer: OfficerId): boolean =>
  editors !== undefined && !editors.includes(officer);

/**
 * The editors of a draft once an officer has saved it. The one that was published last is done with, and a draft that
 * is saved after it is begun anew.
 */
export function editorsAfter(
  before: Pick<Draft, "editors" | "revision"> | undefined,
  published: { readonly draftRevision: number } | undefined,
  officer: OfficerId,
): readonly OfficerId[] {
  const isBegun = before !== undefined && before.revision !== published?.draftRevision;
  return [...new Set([...(isBegun ? (before.editors ?? []) : []), officer])];
}
