import type { CreditCode } from "../../../field/credit-code.ts";
import type { Instant } from "../../../kernel/instant.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** ECDSA on P-256 with SHA-256 (FIPS 186-5, RFC 7518), and SM2 with SM3 (GB/T 32918.2-2016), which JOSE has no name for. */
export type AlgorithmName = "ES256" | "SM2";

/** A public key as JWK (RFC 7517): a point of one of the two curves, its coordinates in base64url. */
export type PublicJwk = {
  readonly kty: "EC";
  readonly crv: "P-256" | "SM2";
  readonly x: string;
  readonly y: string;
};

/** The curve of each algorithm's keys. */
export const CURVES = { ES256: "P-256", SM2: "SM2" } as const satisfies Record<
  AlgorithmName,
  PublicJwk["crv"]
>;

/** Signs for an issuer. The signature is r and s, 64 bytes. */
export type LicenceSigner = {
  readonly algorithm: AlgorithmName;
  readonly keyId: string;
  readonly sign: (message: Bytes) => Promise<Bytes>;
};

/** A key with which an issuer signs, or has signed. `until` is excluded. */
export type IssuerKey = {
  readonly keyId: string;
  readonly algorithm: AlgorithmName;
  readonly publicKey: PublicJwk;
  readonly issuer: CreditCode;
  readonly from: Instant;
  readonly until?: Instant;
  /** Since when somebody else may have signed with it. */
  readonly compromisedSince?: Instant;
};

/** Signs for a holder with the key of a device, for which a credential was made. */
export type HolderSigner = Pick<LicenceSigner, "algorithm" | "sign"> & { readonly publicKey: PublicJwk };

/**
 * A way to verify. ES256 is in es256.ts; SM2 is registered by those who need it, for no browser and no cloud outside China has
 * it, and a verifier without it has nothing to load (docs/decisions/licences.md).
 */
export type SignatureAlgorithm = {
  readonly name: AlgorithmName;
  /** False also for what is no point of the curve, and for a signature that has another length. */
  readonly verify: (publicKey: PublicJwk, message: Bytes, signature: Bytes) => Promise<boolean>;
};
