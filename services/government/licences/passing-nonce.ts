import { base64url } from "../../kernel/base64url.ts";
import { isSameSecret } from "../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../kernel/process/secrets.ts";
import { type Instant, instantOf, plusMs, type Runtime } from "../../kernel/runtime.ts";

declare module "../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "credential-nonce": KeyUsedBy<"government/licences", "mac">;
    readonly "presentation-challenge": KeyUsedBy<"government/licences", "mac">;
  }
}

type MacSecrets = Pick<Secrets, "mac">;

/** The purpose of a nonce; `about` names the one matter in which it holds, where it is for one alone. */
type Purpose = {
  readonly use: "credential-nonce" | "presentation-challenge";
  readonly about?: string;
};

/** Of the proof of a key (OpenID4VCI 1.0, 7). */
export const OF_KEY_PROOF: Purpose = { use: "credential-nonce" };

/** Of a presentation of another region's licence in one case. */
export const ofPresentationIn = (application: string): Purpose => ({
  ...{ use: "presentation-challenge", about: application },
});

/** So long a phone or a wallet may take to sign. */
const LIFETIME_MS = 300_000;
const CHANCE_BYTES = 16;
const MAC_BYTES = 16;

/** A nonce for a phone or a wallet to sign, of which nothing is kept until it is used, with its end. */
export function newNonce(
  secrets: MacSecrets,
  purpose: Purpose,
  { now, random }: { readonly now: Instant } & Pick<Runtime, "random">,
): { readonly nonce: string; readonly expiresAt: Instant } {
  const expiresAt = plusMs(now, LIFETIME_MS);
  const chance = base64url(random(CHANCE_BYTES));
  return { nonce: nonceOf(secrets, purpose, Date.parse(expiresAt), chance), expiresAt };
}

function nonceOf(
  { mac }: MacSecrets,
  { use, about = "" }: Purpose,
  expiresAtMs: number,
  chance: string,
): string {
  const sealed = mac(use, `${about}\n${expiresAtMs}\n${chance}`).subarray(0, MAC_BYTES);
  return `${expiresAtMs}.${chance}.${base64url(sealed)}`;
}

/** Until when a nonce holds for a purpose; undefined for one that is over, or that was never given for it. */
export function nonceUntil(
  secrets: MacSecrets,
  purpose: Purpose,
  nonce: string,
  now: Instant,
): Instant | undefined {
  const [ends = "", chance = ""] = nonce.split(".");
  const expiresAtMs = Number(ends);
  if (!Number.isSafeInteger(expiresAtMs) || expiresAtMs <= Date.parse(now)) return undefined;
  if (!isSameSecret(nonce, nonceOf(secrets, purpose, expiresAtMs, chance))) return undefined;
  return instantOf(expiresAtMs);
}
