import { type Actor, ANONYMOUS, type Citizen, type Partner } from "../kernel/actor.ts";
import { OutcomeUnknown } from "../kernel/database/transaction.ts";
import type { MessageCode } from "../kernel/message.ts";
import type { Result } from "../kernel/result.ts";
import type { Instant } from "../kernel/runtime.ts";
import { unauthenticated, unavailable } from "./errors.ts";
import type { VerifyToken } from "./oidc.ts";
import type { ProvenCitizen } from "./token-claims.ts";

export type Credentials = {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
};

/** The partner who sends an API key, or why that is refused. */
export type AuthenticateKey = (key: string) => Promise<Result<Partner, MessageCode>>;

/** Puts on record a citizen whom the platform does not know yet. */
export type EnrolCitizen = (proven: ProvenCitizen) => Promise<Citizen>;

export type Authenticator = {
  readonly verifyToken: VerifyToken;
  readonly enrolCitizen: EnrolCitizen;
  readonly authenticateKey: AuthenticateKey;
};

const BEARER = /^Bearer +(\S{1,4096})$/i;

/**
 * The sender of these credentials. Throws UNAUTHENTICATED for any that do not hold, and UNAVAILABLE where nobody can
 * tell right now; none at all is anonymous.
 */
export async function authenticate(
  { authorization, apiKey }: Credentials,
  { verifyToken, enrolCitizen, authenticateKey }: Authenticator,
  now: Instant,
): Promise<Actor> {
  if (authorization && apiKey) throw unauthenticated("TWO_CREDENTIALS");
  const token = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
  if (authorization !== undefined && token === undefined) throw unauthenticated("TOKEN_INVALID");
  const key = apiKey ?? (token?.startsWith("cvg_") ? token : undefined);
  if (key !== undefined) {
    const partner = await authenticateKey(key);
    if (!partner.ok) throw unauthenticated(partner.error);
    return partner.value;
  }
  if (token === undefined) return ANONYMOUS;
  const person = await verifyToken(token, now);
  if (person.ok)
    return person.value.kind === "PROVEN_CITIZEN" ? enrolCitizen(person.value).catch(toLater) : person.value;
  throw person.error === "SIGN_IN_UNAVAILABLE" ? unavailable(person.error) : unauthenticated(person.error);
}

/** Whether an enrolment stands does not matter to a caller of whose request nothing has run: the next call finds out. */
function toLater(error: unknown): never {
  throw error instanceof OutcomeUnknown ? unavailable("SIGN_IN_UNAVAILABLE") : error;
}
