import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Caller, type Facts, notAllowed } from "../actions.ts";
import { type Application, isReceived, type NotAllowed } from "../application.ts";
import type { ApplicationId, NoteId } from "../ids.ts";
import { hasEnded } from "../life.ts";

export const NOTE_KINDS = ["INTERNAL", "TO_APPLICANT", "FROM_APPLICANT"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A note between officers and the applicant on a case, or officers among themselves. Never changed. */
export type Note = {
  readonly id: NoteId;
  readonly application: ApplicationId;
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Instant;
  /** None of a reply, which is the applicant's. */
  readonly officer?: OfficerId | undefined;
  readonly inReplyTo?: NoteId | undefined;
  /** Tells what made it. */
  readonly creation: string;
};

/** How many notes a case has, and how many replies have come since an officer wrote last. */
export type NoteCount = { readonly notes: number; readonly repliesInARow: number };

/** So many notes one case has at most. */
export const NOTES_MAX = 500;

/** So many replies an applicant can write until an officer answers. */
export const REPLIES_IN_A_ROW_MAX = 10;

export type TooManyNotes = {
  readonly code: "TOO_MANY_NOTES" | "TOO_MANY_REPLIES";
  readonly values: { readonly max: string };
};

/** Counts one more note; errors: TOO_MANY_NOTES, TOO_MANY_REPLIES, NOT_ALLOWED_NOW. */
export function oneMoreNote(
  application: Application,
  { notes, repliesInARow }: NoteCount,
  { kind, caller, ...facts }: Facts & { readonly kind: NoteKind; readonly caller: Caller },
): Result<NoteCount, NotAllowed | TooManyNotes> {
  if (!mayWrite(application, kind)) return err(notAllowed(application, caller, facts));
  if (kind === "FROM_APPLICANT" && repliesInARow >= REPLIES_IN_A_ROW_MAX) {
    return err({ code: "TOO_MANY_REPLIES", values: { max: String(REPLIES_IN_A_ROW_MAX) } });
  }
  if (notes >= NOTES_MAX) return err({ code: "TOO_MANY_NOTES", values: { max: String(NOTES_MAX) } });
  const inARow = { INTERNAL: repliesInARow, TO_APPLICANT: 0, FROM_APPLICANT: repliesInARow + 1 };
  return ok({ notes: notes + 1, repliesInARow: inARow[kind] });
}

/** Between department and applicant while something can still come of it; among officers for good. */
const mayWrite = (application: Application, kind: NoteKind): boolean =>
  isReceived(application) && (kind === "INTERNAL" || !hasEnded(application));
