import { base64url, fromBase64url } from "../../../kernel/base64url.ts";
import { base32, type CitizenId } from "../../../kernel/ids.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { WalletDeviceId } from "../ids.ts";
import { hasSigned, keyIdOf, type PublicKey } from "../issuer-keys/public-key.ts";
import { readPublicKey } from "../trust/public-key.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "wallet-challenge": KeyUsedBy<"government/licences", "mac">;
    readonly "wallet-device": KeyUsedBy<"government/licences", "mac">;
  }
}

type MacSecrets = Pick<Secrets, "mac">;

/** So long a challenge may be signed. */
const CHALLENGE_LIFETIME_MS = 300_000;
/** No credential and no presentation begins so, so that nothing else that a phone signs is a proof. */
const PREFIX = "civigraph-wallet";
const MAC_BYTES = 16;
const DEVICE_ID_BYTES = 10;

export type Challenge = { readonly challenge: string; readonly expiresAt: Instant };

/** A challenge for one person, of which nothing is kept: by one that is signed twice the same phone does the same again. */
export function challengeFor(secrets: MacSecrets, citizen: CitizenId, now: Instant): Challenge {
  const expiresAt = plusMs(now, CHALLENGE_LIFETIME_MS);
  return { challenge: challengeAt(secrets, citizen, Date.parse(expiresAt)), expiresAt };
}

function challengeAt(secrets: MacSecrets, citizen: CitizenId, expiresAtMs: number): string {
  const mac = secrets.mac("wallet-challenge", `${citizen}\n${expiresAtMs}`).subarray(0, MAC_BYTES);
  return `${PREFIX}:${expiresAtMs}:${base64url(mac)}`;
}

/** Whether a challenge was given to this person, and holds. */
function holdsFor(secrets: MacSecrets, citizen: CitizenId, challenge: string, now: Instant): boolean {
  const expiresAtMs = Number(challenge.split(":")[1]);
  return (
    Number.isSafeInteger(expiresAtMs) &&
    isSameSecret(challenge, challengeAt(secrets, citizen, expiresAtMs)) &&
    Date.parse(now) < expiresAtMs
  );
}

/** A JWK as the public key of a phone; undefined for one that is no point of P-256, and for one with its private part. */
export function readDeviceKey(jwk: Readonly<Record<string, unknown>>): PublicKey | undefined {
  const read = readPublicKey("ES256", jwk);
  return read?.algorithm === "ES256" ? read.publicKey : undefined;
}

/** A challenge, and its signature: r and s in base64url. */
export type Proof = { readonly challenge: string; readonly proof: string };

type Unproven = {
  readonly code: "WALLET_CHALLENGE_OVER" | "WALLET_KEY_UNPROVEN";
  readonly path: readonly string[];
};

/** Why nothing proves that the one who asks for this person has the key now; undefined where it is proven. */
export function whyUnproven(
  secrets: MacSecrets,
  { citizen, key, now }: { readonly citizen: CitizenId; readonly key: PublicKey; readonly now: Instant },
  { challenge, proof }: Proof,
): Unproven | undefined {
  if (!holdsFor(secrets, citizen, challenge, now))
    return { code: "WALLET_CHALLENGE_OVER", path: ["challenge"] };
  const signature = fromBase64url(proof);
  return signature && hasSigned(key, Buffer.from(challenge), signature)
    ? undefined
    : { code: "WALLET_KEY_UNPROVEN", path: ["proof"] };
}

/** Told apart by key and person: two people may show their licences on one phone, each by a binding of their own. */
export const deviceIdOf = (secrets: MacSecrets, citizen: CitizenId, key: PublicKey): WalletDeviceId =>
  `wdv_${base32(secrets.mac("wallet-device", `${citizen}\n${keyIdOf(key)}`).subarray(0, DEVICE_ID_BYTES))}`;
