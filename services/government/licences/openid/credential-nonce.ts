import { base64url } from "../../../kernel/base64url.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, plusMs, type Runtime } from "../../../kernel/runtime.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "credential-nonce": KeyUsedBy<"government/licences", "mac">;
  }
}

type MacSecrets = Pick<Secrets, "mac">;

const LIFETIME_MS = 300_000;
const CHANCE_BYTES = 16;
const MAC_BYTES = 16;

/** A nonce for a proof of a key (OpenID4VCI 1.0, 7), of which nothing is kept until it is used. */
export const newNonce = (secrets: MacSecrets, { random }: Pick<Runtime, "random">, now: Instant): string =>
  nonceOf(secrets, Date.parse(plusMs(now, LIFETIME_MS)), base64url(random(CHANCE_BYTES)));

function nonceOf({ mac }: MacSecrets, untilMs: number, chance: string): string {
  const sealed = mac("credential-nonce", `${untilMs}\n${chance}`).subarray(0, MAC_BYTES);
  return `${untilMs}.${chance}.${base64url(sealed)}`;
}

/** Until when a nonce holds; undefined for one that is over, or that was never given. */
export function nonceUntil(secrets: MacSecrets, nonce: string, now: Instant): Instant | undefined {
  const [until = "", chance = ""] = nonce.split(".");
  const untilMs = Number(until);
  if (!Number.isSafeInteger(untilMs) || untilMs <= Date.parse(now)) return undefined;
  if (!isSameSecret(nonce, nonceOf(secrets, untilMs, chance))) return undefined;
  return plusMs(now, untilMs - Date.parse(now));
}
