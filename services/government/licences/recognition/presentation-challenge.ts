import { base64url } from "../../../kernel/base64url.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "presentation-challenge": KeyUsedBy<"government/licences", "mac">;
  }
}

/** So long a phone may take to sign. */
const LIFETIME_MS = 300_000;
const RANDOM_BYTES = 12;

/** A phone signs these: the platform's name, and what it does not sign twice. */
export type PresentationChallenge = {
  readonly audience: string;
  readonly nonce: string;
  readonly expiresAt: Instant;
};

type MacSecrets = Pick<Secrets, "mac">;

/** A nonce for one case, of which nothing is kept before it is used. */
export function nonceFor(
  secrets: MacSecrets,
  application: string,
  { now, random }: { readonly now: Instant; readonly random: (bytes: number) => Uint8Array },
): Omit<PresentationChallenge, "audience"> {
  const expiresAt = plusMs(now, LIFETIME_MS);
  const drawn = base64url(random(RANDOM_BYTES));
  return { nonce: nonceAt(secrets, application, drawn, Date.parse(expiresAt)), expiresAt };
}

function nonceAt(secrets: MacSecrets, application: string, drawn: string, expiresAtMs: number): string {
  const mac = secrets.mac("presentation-challenge", `${application}\n${drawn}\n${expiresAtMs}`);
  return `${expiresAtMs}.${drawn}.${base64url(mac.subarray(0, 16))}`;
}

/** Whether a nonce was given for a case, and holds. */
export function isNonceFor(secrets: MacSecrets, application: string, nonce: string, now: Instant): boolean {
  const [ends = "", drawn = ""] = nonce.split(".");
  const expiresAtMs = Number(ends);
  return (
    Number.isSafeInteger(expiresAtMs) &&
    isSameSecret(nonce, nonceAt(secrets, application, drawn, expiresAtMs)) &&
    Date.parse(now) < expiresAtMs
  );
}
