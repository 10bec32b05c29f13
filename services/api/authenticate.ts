import { type Actor, ANONYMOUS } from "../kernel/actor.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import type { Instant } from "../kernel/runtime.ts";
import { authenticateKey, type KeyDatabase } from "../people/partners/index.ts";
import { unauthenticated } from "./errors.ts";
import type { VerifyToken } from "./oidc.ts";

export type Credentials = {
  readonly authorization: string | undefined;
  readonly apiKey: string | undefined;
  /** From the request context; a header could be forged. */
  readonly sourceIp: string;
};

export type Authenticator = { readonly verifyToken: VerifyToken; readonly secrets: Secrets };

const BEARER = /^Bearer +(\S{1,4096})$/i;

/** Who sends these credentials. Throws UNAUTHENTICATED for any that do not hold; none at all is anonymous. */
export async function authenticate(
  { authorization, apiKey, sourceIp }: Credentials,
  { verifyToken, secrets }: Authenticator,
  database: KeyDatabase,
  now: Instant,
  /** Takes writes that were started beside the request, to be awaited before the answer leaves. */
  afterwards?: (write: Promise<void>) => void,
): Promise<Actor> {
  if (authorization && apiKey) throw unauthenticated("TWO_CREDENTIALS");
  const token = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
  if (authorization !== undefined && token === undefined) throw unauthenticated("TOKEN_INVALID");
  const key = apiKey ?? (token?.startsWith("cvg_") ? token : undefined);
  if (key !== undefined) {
    const partner = await authenticateKey(key, {
      sourceIp,
      now,
      secrets,
      database,
      ...(afterwards ? { afterwards } : {}),
    });
    if (!partner.ok) throw unauthenticated(partner.error);
    return partner.value;
  }
  if (token === undefined) return ANONYMOUS;
  const person = await verifyToken(token, now);
  if (!person.ok) throw unauthenticated(person.error);
  return person.value;
}
