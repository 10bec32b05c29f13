import type { Mode } from "../../../kernel/actor.ts";
import { INDEX_LAG_MAX_MS } from "../../../kernel/database/tables.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, instantOf, plusMs } from "../../../kernel/runtime.ts";
import { STATUS_LIST_LIFETIME_MS } from "../card.ts";
import { listRefused, type TransitStore } from "../card-store.ts";
import { writeStatusList } from "./card-status-list.ts";
import { ES256 } from "./es256.ts";
import type { Bytes, Signer, Verifier } from "./ride-code.ts";

/** A gate that hears nothing of the platform for so long lets nobody in by a ride code. */
const STATUS_LIST_LIFETIME_S = STATUS_LIST_LIFETIME_MS / 1_000;

/**
 * The cards of a region that gates refuse, to carry along. The index that they are read from may lag behind, so the list
 * is as of the time before which it lacks none, and holds from then on: a gate with an older list lets nobody in from the
 * very time on from which a card's taps are not its holder's any more.
 */
export async function issueStatusList(
  store: TransitStore & { readonly secrets: Secrets; readonly now: Instant },
  region: string,
): Promise<Signed> {
  const issuedAt = secondsAt(plusMs(store.now, -INDEX_LAG_MAX_MS));
  const expiresAt = issuedAt + STATUS_LIST_LIFETIME_S;
  const refused = await listRefused(store, region);
  const bytes = await writeStatusList(refused, { issuedAt, expiresAt }, signerOf(store.secrets, store.mode));
  return signedFor(bytes, issuedAt, expiresAt);
}

/** The signed bytes, and how long they hold. */
export type Signed = { readonly bytes: Bytes; readonly from: Instant; readonly until: Instant };

export type SigningSecrets = Pick<Secrets, "signingKey">;

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "ride-code-live": KeyUsedBy<"convenience/transit", "sign">;
    readonly "ride-code-test": KeyUsedBy<"convenience/transit", "sign">;
  }
}

/** Signs ride credentials and lists of refused cards; test cards open no gate in earnest. */
const keyOf = ({ signingKey }: SigningSecrets, mode: Mode) => signingKey(`ride-code-${mode}`);

/** The keys with which gates and the platform itself verify codes. */
export const verifierOf = (secrets: SigningSecrets, mode: Mode): Verifier => ({
  keys: [keyOf(secrets, mode).publicKey],
  algorithms: [ES256],
});

/** The platform, signing in a mode. */
export const signerOf = (secrets: SigningSecrets, mode: Mode): Signer => ({
  algorithm: ES256,
  ...keyOf(secrets, mode),
});

export const secondsAt = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);

/** The signed bytes, with the times of their words. */
export const signedFor = (bytes: Bytes, from: number, until: number): Signed => ({
  bytes,
  from: instantOf(from * 1_000),
  until: instantOf(until * 1_000),
});
