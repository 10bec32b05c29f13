import type { Officer } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import { readTexts, TEXT_LENGTH } from "../case-texts.ts";
import type { CasePorts } from "../change-case.ts";
import { mayRead } from "../circle.ts";
import { keepNote, type NoteRefusal, type NoteWish } from "./keep-note.ts";
import type { Note, NoteKind } from "./note.ts";

/**
 * A note of an officer who handles the case: to the applicant, who is told of it, or among officers. A case that they
 * do not handle, or that is their own, answers as an unknown one. Errors: NOT_ALLOWED_NOW to an applicant of a case
 * that has ended; TOO_MANY_NOTES.
 */
export async function writeNote(
  ports: CasePorts & { readonly actor: Officer },
  id: string,
  kind: Exclude<NoteKind, "FROM_APPLICANT">,
  { idempotencyKey, ...said }: NoteWish,
): Promise<Result<Note, NoteRefusal>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return keepNote(ports, `writeNote ${kind}`, idempotencyKey, {
    ...{ application: id, kind, ...texts.value },
    caller: ports.actor,
    isOpenTo: ({ application, facts }) => mayRead(ports.actor, application, facts),
  });
}
