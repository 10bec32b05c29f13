import type { Mode } from "../../../kernel/actor.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, instantOf } from "../../../kernel/runtime.ts";
import { ES256 } from "./es256.ts";
import type { Bytes, Signer, Verifier } from "./ride-code.ts";

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
