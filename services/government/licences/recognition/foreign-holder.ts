import type { Subject } from "../../../field/subject.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { heldFields } from "../../catalogue/index.ts";
import { valueAt } from "../repository/licence-content.ts";
import type { Recognised } from "../trust/recognise-licence.ts";
import { HOLDER_NUMBERS } from "../types/holder-number.ts";

export type NotHolders = { readonly code: "FOREIGN_HOLDER_UNTOLD" | "FOREIGN_HOLDER_OTHER" };

/**
 * Why a recognised licence is not the subject's, as far as anybody can tell: it states no number of its holder in the field that
 * our type has for it, or another's. The platform keeps of an identity number the digest alone, and the person's id is made of it.
 */
export function whyNotTheirs(
  { type, content }: Pick<Recognised, "type" | "content">,
  subject: Subject,
  { citizenDigest }: Pick<Secrets, "citizenDigest">,
): NotHolders | undefined {
  const numbers = heldFields(type.content).flatMap(({ path, source }) => {
    const value = source === HOLDER_NUMBERS[subject.kind] ? valueAt(content, path) : undefined;
    return typeof value === "string" ? [value.trim().toUpperCase()] : [];
  });
  if (numbers.length === 0) return { code: "FOREIGN_HOLDER_UNTOLD" };
  const isTheirs = (number: string) =>
    subject.kind === "PERSON"
      ? `ctz_${citizenDigest(number)}` === subject.citizenId
      : number === subject.creditCode;
  return numbers.every(isTheirs) ? undefined : { code: "FOREIGN_HOLDER_OTHER" };
}
