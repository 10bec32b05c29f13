import { isCreditCode } from "../../field/credit-code.ts";
import { documentOf, type NumberRefused, readIdNumber } from "../../field/identity-document.ts";
import { enterpriseAs, personAs, type Subject } from "../../field/subject.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

const PREFIX = "prc_";

/** How an agent knows a principal: a reference of the agent's own, from which nobody learns who it is. */
export const referenceTo = (principal: CitizenId, agent: CitizenId, secrets: Pick<Secrets, "seal">): string =>
  PREFIX + secrets.seal(agent, principal);

/** The principal that a caller names: an enterprise by its credit code, a person by the caller's own reference. */
export type ForWhom = {
  readonly enterprise?: string | null | undefined;
  readonly person?: string | null | undefined;
};

export type NoSubject = { readonly code: "ONE_SUBJECT" | "NOT_AUTHORISED" };

/**
 * Nobody named is the caller themselves. A reference that names nobody answers as somebody for whom the caller may not
 * act.
 */
export function readSubject(
  { enterprise, person }: ForWhom,
  caller: CitizenId,
  secrets: Pick<Secrets, "unseal">,
): Result<Subject, NoSubject> {
  if (enterprise != null && person != null) return err({ code: "ONE_SUBJECT" });
  if (enterprise != null) {
    return isCreditCode(enterprise) ? ok(enterpriseAs(enterprise)) : err({ code: "NOT_AUTHORISED" });
  }
  if (person == null) return ok(personAs(caller));
  const hidden = person.startsWith(PREFIX) ? secrets.unseal(person.slice(PREFIX.length)) : undefined;
  return hidden?.reader === caller && isId("ctz", hidden.id)
    ? ok(personAs(hidden.id))
    : err({ code: "NOT_AUTHORISED" });
}

export type NoPrincipal = NumberRefused | { readonly code: MessageCode; readonly path: readonly string[] };

/** The principal whom a paper names; of a person, their birth date, where the number tells it. */
export type NamedPrincipal = { readonly subject: Subject; readonly born?: CivilDate | undefined };

/**
 * The principal whom a paper names: an enterprise by its credit code, or a person by their identity number; one of the
 * two.
 */
export function readPrincipal(
  { enterprise, person }: ForWhom,
  { citizenDigest }: Pick<Secrets, "citizenDigest">,
  today: CivilDate,
): Result<NamedPrincipal, NoPrincipal> {
  if ((enterprise == null) === (person == null)) return err({ code: "ONE_SUBJECT", path: ["input"] });
  if (enterprise != null) {
    return isCreditCode(enterprise)
      ? ok({ subject: enterpriseAs(enterprise) })
      : err({ code: "CREDIT_CODE_INVALID", path: ["input", "enterprise"] });
  }
  const number = readIdNumber(person ?? "", today, ["input", "person"]);
  if (!number.ok) return number;
  const { born } = documentOf(number.value);
  return ok({ subject: personAs(`ctz_${citizenDigest(number.value)}`), born });
}
