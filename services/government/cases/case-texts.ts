import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";

type Length = { readonly min: number; readonly max: number };

/** The length of what officers write on a case, and of notes between them and the applicant, in characters. */
export const TEXT_LENGTH: Length = { min: 2, max: 1_000 };

/** The length of an applicant's reason, in characters. */
export const REASON_LENGTH: Length = { min: 2, max: 500 };

export type TextNotTaken = TextProblem & { readonly path: readonly string[] };

/** Brings texts into their one form, each under its name; the first that is not taken is named. */
export function readTexts<K extends string>(
  texts: Readonly<Record<K, string>>,
  { min, max }: Length,
): Result<Readonly<Record<K, string>>, TextNotTaken> {
  const read: Record<string, string> = {};
  for (const [name, text] of Object.entries<string>(texts)) {
    const checked = checkText(text, min, max);
    if (!checked.ok) return err({ ...checked.error, path: [name] });
    read[name] = checked.value;
  }
  return ok({ ...texts, ...read });
}
