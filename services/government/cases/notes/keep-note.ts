import type { Stale } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Caller } from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { TextNotTaken } from "../case-texts.ts";
import { type CasePorts, type Found, findCase, type NoSuchCase } from "../change-case.ts";
import { findRecipients } from "../find-recipients.ts";
import type { NoteId } from "../ids.ts";
import { type Note, oneMoreNote, type TooManyNotes } from "./note.ts";
import { getNote, getNoteCount, keyOfNote, putNote } from "./store.ts";

/** The note that somebody writes. */
export type NoteWish = { readonly text: string; readonly idempotencyKey: string };

export type NoteRefusal =
  | NotAllowed
  | NoSuchCase
  | TooManyNotes
  | TextNotTaken
  | { readonly code: "NOTE_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" };

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
  return decideUntilWritten({
    database: ports.database,
    about: `case ${id}`,
    read: () => Promise.all([findCase(ports, id), getNote(ports, noteId)]),
    decide: async ([found, earlier]) => {
      if (!found || !(await isOpenTo(found))) return err({ code: "APPLICATION_NOT_FOUND" });
      if (earlier) {
        const isSame = earlier.creation === creation;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const { application, facts } = found;
      const before = await getNoteCount(ports, application.id);
      const count = oneMoreNote(application, before, { ...facts, kind, caller });
      if (!count.ok) return unlessThere(ports.database, count, () => getNote(ports, noteId));
      const note: Note = {
        ...{ id: noteId, application: application.id, kind, text, at, creation },
        ...(caller.kind === "OFFICER" ? { officer: caller.id } : {}),
        ...(inReplyTo ? { inReplyTo } : {}),
      };
      return ok({ before, after: count.value, application, answer: note });
    },
    write: ({ before, after: count, application, answer: note }) =>
      commitNote(ports, note, application, { before, count, ...(reason ? { reason } : {}) }),
  });
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
): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  const isTold = note.kind === "TO_APPLICANT";
  const told = isTold
    ? { to: await findRecipients(ports, application), payload: { about: note.application } }
    : undefined;
  return ports.commit({
    ...{ actor, at, requestId, aggregate: note.id, table: recordsTable(mode) },
    action: "applications.note.written",
    ...(reason === undefined ? {} : { reason }),
    creates: keyOfNote(note),
    writes: putNote(ports, note, { ...counts, status: application.status }),
    ...(told ? { event: { type: "application.note-written", mode, ...told } } : {}),
  });
}
