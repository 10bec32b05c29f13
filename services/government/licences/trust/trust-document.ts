import type { LicenceMapping, TrustedIssuer, TrustListVersion } from "./trust-part.ts";

/** The type of the signed document, in its header (JWS, RFC 7515, `typ`). */
export const TRUST_LIST_TYPE = "trust-list+jwt";

/** The key that signs the document, as verifiers are given it (JWK). */
export type TrustListKey = {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly x: string;
  readonly y: string;
  /** The key's thumbprint (RFC 7638, SHA-256). */
  readonly kid: string;
};

/** The claims of the signed trust list. Times are seconds since 1970 (RFC 7519). */
export type TrustDocument = {
  /** The list's version: whoever has seen one refuses an earlier one. 0 before the first. */
  readonly sequence: number;
  readonly iat: number;
  readonly exp: number;
  readonly issuers: readonly ListedIssuer[];
  readonly mappings: readonly ListedMapping[];
};

/** As in the list itself, but for what is of the office here. */
export type ListedIssuer = Omit<TrustedIssuer, "kind" | "code" | "department">;
export type ListedMapping = Omit<LicenceMapping, "kind" | "code" | "department">;

type WholeList = Pick<TrustListVersion, "version"> & {
  readonly issuers: readonly TrustedIssuer[];
  readonly mappings: readonly LicenceMapping[];
};

/** The document of a list, undefined before the first version, from a time on and for so many seconds. */
export function trustDocument(
  list: WholeList | undefined,
  issuedAt: number,
  lifetimeS: number,
): TrustDocument {
  return {
    ...{ sequence: list?.version ?? 0, iat: issuedAt, exp: issuedAt + lifetimeS },
    issuers: (list?.issuers ?? []).map(({ kind: _, code: __, department: ___, ...issuer }) => issuer),
    mappings: (list?.mappings ?? []).map(({ kind: _, code: __, department: ___, ...mapping }) => mapping),
  };
}

/** A key of the list as those who verify licences take it, with the issuer whose it is. */
export type ListedKey = TrustedIssuer["keys"][number] & { readonly issuer: TrustedIssuer["creditCode"] };

/** All keys of the list. */
export const keysOf = ({ issuers }: Pick<TrustDocument, "issuers">): readonly ListedKey[] =>
  issuers.flatMap(({ keys, creditCode }) => keys.map((key) => ({ ...key, issuer: creditCode })));
