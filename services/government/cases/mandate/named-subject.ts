import { personAs, type Subject } from "../../../field/subject.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type NoSubject, readSubject } from "../../../people/enterprises/index.ts";
import type { Acting } from "./acting-party.ts";

/** How a caller says whose matter it is; nothing of it for their own. */
export type NamedSubject = {
  /** By its credit code. */
  readonly enterprise?: string | null | undefined;
  /** By the caller's own reference of a principal. */
  readonly person?: string | null | undefined;
  /** By a partner's reference of a citizen who consents. */
  readonly citizen?: string | null | undefined;
};

/**
 * The subject that a caller names, by the way that is theirs to name one: a partner names a citizen who consents, and
 * without one its own enterprise is meant; anybody else names an enterprise or a principal.
 */
export function readNamedSubject(
  acting: Acting,
  { citizen, ...whose }: NamedSubject,
  secrets: Pick<Secrets, "unseal">,
): Result<Subject, NoSubject> {
  const isPartner = acting.kind === "PARTNER";
  const isOthers = isPartner ? whose.enterprise != null || whose.person != null : citizen != null;
  if (isOthers) return err({ code: "NOT_AUTHORISED" });
  if (!isPartner) return readSubject(whose, acting.citizen, secrets);
  if (acting.person) return ok(personAs(acting.person));
  return readSubject({ enterprise: acting.partner.creditCode }, acting.citizen, secrets);
}
