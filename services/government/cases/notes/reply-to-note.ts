import { isId } from "../../../kernel/ids.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { readTexts, TEXT_LENGTH } from "../case-texts.ts";
import type { AttendanceOver } from "../mandate/attendance.ts";
import { hasEndedMeanwhile } from "../mandate/attended-commit.ts";
import { type ApplicantPorts, attendanceReason } from "../mandate/change-own-case.ts";
import { lookUpActing } from "../mandate/mandate.ts";
import { keepNote, type NoteRefusal, type NoteWish } from "./keep-note.ts";
import type { Note } from "./note.ts";
import { getNote } from "./store.ts";

/**
 * The applicant's reply to a note that was written to them, at a window through the clerk who serves them; any other
 * answers as an unknown one. Errors: NOT_ALLOWED_NOW once the case has ended; TOO_MANY_REPLIES in a row;
 * TOO_MANY_NOTES.
 */
export async function replyToNote(
  ports: ApplicantPorts,
  id: string,
  { idempotencyKey, ...said }: NoteWish,
): Promise<Result<Note, NoteRefusal | AttendanceOver>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const note = isId("note", id) ? await getNote(ports, id) : undefined;
  if (note?.kind !== "TO_APPLICANT") return err({ code: "NOTE_NOT_FOUND" });
  const written = await keepNote(ports, "replyToNote", idempotencyKey, {
    ...{ application: note.application, kind: "FROM_APPLICANT", ...texts.value, inReplyTo: note.id },
    caller: { kind: "APPLICANT", isSubject: false },
    ...attendanceReason(ports.acting),
    isOpenTo: async ({ application }) =>
      !(await hasEndedMeanwhile(ports, ports.acting)) &&
      (await lookUpActing(ports, ports.acting, application)) !== undefined,
  });
  if (written.ok || written.error.code !== "APPLICATION_NOT_FOUND") return written;
  if (await hasEndedMeanwhile(ports, ports.acting)) return err({ code: "ATTENDANCE_OVER" });
  return err({ code: "NOTE_NOT_FOUND" });
}
