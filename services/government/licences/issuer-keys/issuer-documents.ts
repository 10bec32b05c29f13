import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type DocumentPath, WELL_KNOWN_ISSUER } from "../../../kernel/documents/document.ts";
import type { StaticDocument } from "../../../kernel/documents/publish-documents.ts";
import type { IssuerKey } from "../credentials/signing.ts";
import { type IssuerIn, type IssuerKeys, verificationKeys } from "./issuer-key.ts";
import { allIssuerKeys } from "./issuer-key-store.ts";

/** A key that is compromised is out of the verifiers' hands as soon as a licence that is revoked. */
const MAX_AGE_S = 300;

/** The address below which the issuers of a mode have theirs. */
export const issuersBase = (origin: string, mode: Mode): string =>
  mode === "test" ? `${origin}/licences/test` : `${origin}/licences`;

/** The name by which credentials call their issuer (`iss`): an address below the site. */
export const issuerUrl = (origin: string, { mode, issuer }: IssuerIn): string =>
  `${issuersBase(origin, mode)}/issuers/${issuer}`;

/** The place of an issuer's document; readers ask for it at the well-known path between the host and the path of `iss`. */
const placeOf = (issuer: IssuerIn): DocumentPath =>
  `/documents${WELL_KNOWN_ISSUER}${issuerUrl("", issuer).slice(1)}`;

/**
 * The document by which verifiers find an issuer's keys: JWT VC Issuer Metadata (draft-ietf-oauth-sd-jwt-vc, section of that
 * name). An issuer without a key has an empty list.
 */
const issuerKeyDocument = (kept: IssuerKeys, origin: string): StaticDocument => ({
  ...{ path: placeOf(kept), contentType: "application/json", maxAgeS: MAX_AGE_S },
  make: async () =>
    JSON.stringify({ issuer: issuerUrl(origin, kept), jwks: { keys: verificationKeys(kept).map(jwkOf) } }),
});

/** A public key as verifiers take it (RFC 7517); `kid` is in the header of what it has signed. */
export const jwkOf = ({
  keyId,
  algorithm,
  publicKey,
}: Pick<IssuerKey, "keyId" | "algorithm" | "publicKey">) => ({
  ...{ ...publicKey, kid: keyId, alg: algorithm, use: "sig" },
});

/** Those documents of all issuers of a mode that have had a key proposed. */
export const issuerKeyDocuments = async (
  database: Pick<Database, "query">,
  mode: Mode,
  origin: string,
): Promise<readonly StaticDocument[]> =>
  (await allIssuerKeys(database, mode)).map((kept) => issuerKeyDocument(kept, origin));
