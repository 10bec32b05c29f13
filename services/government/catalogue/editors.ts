import type { Officer } from "../../kernel/actor.ts";
import { isAmong } from "../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Draft } from "./service-item.ts";

/** Four eyes: what editors have written is published by one who has not. */
export type SameOfficer = { readonly code: "SAME_OFFICER" };

export type Edited = Pick<Draft, "editors" | "editorPersons">;

/** All who have a part in a draft, by their ids and as persons. */
type Editors = { readonly editors: readonly OfficerId[]; readonly editorPersons: readonly CitizenId[] };

/** Whether an officer has no part in a draft; nobody is sure not to have, where its editors are not known. */
export const isSecondEditor = (
  { editors, editorPersons = [] }: Edited,
  officer: Pick<Officer, "id" | "person">,
): boolean => editors !== undefined && !isAmong(officer, { ids: editors, persons: editorPersons });

/**
 * The editors of a draft once an officer has saved it. The one that was published last is done with, and a draft that
 * is saved after it is begun anew.
 */
export function editorsAfter(
  before: (Edited & Pick<Draft, "revision">) | undefined,
  published: { readonly draftRevision: number } | undefined,
  { id, person }: Pick<Officer, "id" | "person">,
): Editors {
  const begun = before?.revision === published?.draftRevision ? undefined : before;
  return {
    editors: [...new Set([...(begun?.editors ?? []), id])],
    editorPersons: [...new Set([...(begun?.editorPersons ?? []), ...(person ? [person] : [])])],
  };
}
