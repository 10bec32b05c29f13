import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { NoteId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Caller } from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { TextNotTaken } from "../case-texts.ts";
import { type CasePorts, type Found, findCase, findRecipients, type NoSuchCase } from "../change-case.ts";
import { type Note, oneMoreNote, type TooManyNotes } from "./note.ts";
import { getNote, getNoteCount, keyOfNote, putNote } from "./store.ts";

/** What somebody writes. */
export type NoteWish = { readonly text: string; readonly idempotencyKey: string };

export type NoteRefusal =
  | NotAllowed
  | NoSuchCase
  | TooManyNotes
  | TextNotTaken
  | { readonly code: "NOTE_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" };

/** How often a note is written anew when others were written, or the case moved on, meanwhile. */
const ATTEMPTS_MAX = 5;

type Wish = Pick<Note, "kind" | "text" | "inReplyTo"> & {
  readonly application: string;
  readonly caller: Caller;
  /** The attendance in which a clerk writes for the applicant. */
  readonly reason?: string;
  readonly isOpenTo: (found: Found) => boolean | Promise<boolean>;
};

/** Keeps a note on a case that is open to its author; the same key keeps it once. */
export async function keepNote(
  ports: CasePorts,
  operation: string,
  idempotencyKey: string,
  { application: id, kind, text, inReplyTo, caller, isOpenTo, reason }: Wish,
): Promise<Result<Note, NoteRefusal>> {
  const { actor, now: at } = ports;
  const noteId: NoteId = idempotentId("note", actor, operation, idempotencyKey);
  const creation = fingerprintOf([id, kind, text, inReplyTo ?? null]);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [found, earlier] = await Promise.all([findCase(ports, id), getNote(ports, noteId)]);
    if (!found || !(await isOpenTo(found))) return err({ code: "APPLICATION_NOT_FOUND" });
    if (earlier) return earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
    const { application, facts } = found;
    const before = await getNoteCount(ports, application.id);
    const count = oneMoreNote(application, before, { ...facts, kind, caller });
    if (!count.ok) return count;
    const note: Note = {
      ...{ id: noteId, application: application.id, kind, text, at, creation },
      ...(caller.kind === "OFFICER" ? { officer: caller.id } : {}),
      ...(inReplyTo ? { inReplyTo } : {}),
    };
    const written = { before, count: count.value, ...(reason ? { reason } : {}) };
    if (await commitNote(ports, note, application, written)) return ok(note);
    ports.database.forget();
  }
  throw new Error(`case ${id} changed ${ATTEMPTS_MAX} times while a note was written`);
}

/**
 * A note has an audit trail of its own, of one entry: it never changes, and the case's trail, which its applicant
 * reads, says nothing of internal ones.
 */
async function commitNote(
  ports: CasePorts,
  note: Note,
  application: Application,
  { reason, ...counts }: Pick<Parameters<typeof putNote>[2], "before" | "count"> & Pick<Wish, "reason">,
): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  const isTold = note.kind === "TO_APPLICANT";
  const told = isTold
    ? { to: await findRecipients(ports, application), payload: { about: note.application } }
    : undefined;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: note.id, table: recordsTable(mode) },
    action: "applications.note.written",
    ...(reason === undefined ? {} : { reason }),
    creates: keyOfNote(note),
    writes: putNote(ports, note, { ...counts, status: application.status }),
    ...(told ? { event: { type: "application.note-written", mode, ...told } } : {}),
  });
  return done.ok;
}
