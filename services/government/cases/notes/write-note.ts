import type { Officer } from "../../../kernel/actor.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId, type NoteId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Caller } from "../actions.ts";
import type { Application, NotAllowed } from "../application.ts";
import { type CasePorts, type Found, findCase, findRecipients, type NoSuchCase } from "../change-case.ts";
import { mayRead } from "../circle.ts";
import { type ApplicantPorts, attendanceReason } from "../mandate/change-own-case.ts";
import { lookUpActing } from "../mandate/mandate.ts";
import { type Note, type NoteKind, oneMoreNote, type TooManyNotes } from "./note.ts";
import { getNote, getNoteCount, keyOfNote, putNote } from "./store.ts";

type Writing = { readonly text: string; readonly idempotencyKey: string };

export type NoteRefusal =
  | NotAllowed
  | NoSuchCase
  | TooManyNotes
  | { readonly code: "NOTE_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" };

type Written = Promise<Result<Note, NoteRefusal>>;

/** How often a note is written anew when others were written, or the case moved on, meanwhile. */
const ATTEMPTS_MAX = 5;

/**
 * A note of an officer who handles the case: to the applicant, who is told of it, or among officers. A case that they
 * do not handle, or that is their own, answers as an unknown one. Errors: NOT_ALLOWED_NOW to an applicant of a case
 * that has ended; TOO_MANY_NOTES.
 */
export const writeNote = (
  ports: CasePorts & { readonly actor: Officer },
  id: string,
  kind: Exclude<NoteKind, "FROM_APPLICANT">,
  { text, idempotencyKey }: Writing,
): Written =>
  keep(ports, `writeNote ${kind}`, idempotencyKey, {
    ...{ application: id, kind, text },
    caller: ports.actor,
    isOpenTo: ({ application, facts }) => mayRead(ports.actor, application, facts),
  });

/**
 * The applicant's reply to a note that was written to them, at a window through the clerk who serves them; any other
 * answers as an unknown one. Errors:
 * NOT_ALLOWED_NOW once the case has ended; TOO_MANY_REPLIES in a row; TOO_MANY_NOTES.
 */
export async function replyToNote(
  ports: ApplicantPorts,
  id: string,
  { text, idempotencyKey }: Writing,
): Written {
  const note = isId("note", id) ? await getNote(ports, id) : undefined;
  if (note?.kind !== "TO_APPLICANT") return err({ code: "NOTE_NOT_FOUND" });
  const written = await keep(ports, "replyToNote", idempotencyKey, {
    ...{ application: note.application, kind: "FROM_APPLICANT", text, inReplyTo: note.id },
    caller: { kind: "APPLICANT" },
    ...attendanceReason(ports.acting),
    isOpenTo: async ({ application }) => (await lookUpActing(ports, ports.acting, application)) !== undefined,
  });
  if (written.ok || written.error.code !== "APPLICATION_NOT_FOUND") return written;
  return err({ code: "NOTE_NOT_FOUND" });
}

type Wish = Pick<Note, "kind" | "text" | "inReplyTo"> & {
  readonly application: string;
  readonly caller: Caller;
  /** The attendance in which a clerk writes for the applicant. */
  readonly reason?: string;
  readonly isOpenTo: (found: Found) => boolean | Promise<boolean>;
};

async function keep(
  ports: CasePorts,
  operation: string,
  idempotencyKey: string,
  { application: id, kind, text, inReplyTo, caller, isOpenTo, reason }: Wish,
): Written {
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
