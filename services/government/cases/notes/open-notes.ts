import type { Actor } from "../../../kernel/actor.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import type { NoteShelf } from "../keys.ts";
import { readCase } from "../read-case.ts";
import type { ApplicationStore } from "../store.ts";
import { listNotes } from "./store.ts";

type Page = Parameters<typeof listNotes>[3];

/** A case's notes as far as somebody may read them. */
export type OpenNotes = {
  readonly shelves: readonly NoteShelf[];
  /** A page of them, newest first. */
  readonly list: (page: Page) => ReturnType<typeof listNotes>;
};

/**
 * The notes of a case for a caller: those of officers among themselves are for officers of the case's circle, and for
 * nobody who stands at its applicant's side.
 */
export async function openNotes(
  reader: ApplicationStore & { readonly actor: Actor; readonly now: Instant },
  { id }: Application,
): Promise<OpenNotes> {
  const { actor } = reader;
  const isOfficers = actor.kind === "OFFICER" && (await readCase({ ...reader, actor }, id)) !== undefined;
  const shelves: readonly NoteShelf[] = isOfficers ? ["shared", "internal"] : ["shared"];
  return { shelves, list: (page) => listNotes(reader, id, shelves, page) };
}
