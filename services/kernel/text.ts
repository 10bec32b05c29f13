import { err, ok, type Result } from "./result.ts";

export type TextProblem = {
  readonly code: "TEXT_LENGTH" | "CONTROL_CHARACTERS";
  readonly values: { readonly min: string; readonly max: string };
};

/**
 * Control and format characters, line separators, and halves of characters: with them a text can show as another,
 * as more than one line, or not be stored at all.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** One line of text: trimmed, in Unicode's composed form, `min` to `max` characters, nothing unseen in it. */
export function checkText(text: string, min: number, max: number): Result<string, TextProblem> {
  const trimmed = text.normalize("NFC").trim();
  const values = { min: String(min), max: String(max) };
  if (UNSEEN.test(trimmed)) return err({ code: "CONTROL_CHARACTERS", values });
  const length = [...trimmed].length;
  return length < min || length > max ? err({ code: "TEXT_LENGTH", values }) : ok(trimmed);
}
