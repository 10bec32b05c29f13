import type { CreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { IssuerKey } from "../credentials/signing.ts";
import { type IssuerIn, verificationKeys } from "./issuer-key.ts";
import { getIssuerKeys, listIssuerKeys } from "./issuer-key-store.ts";

/** A document that anybody may fetch, and that is made anew when its age is reached. */
export type IssuerKeyDocument = {
  /** Below the site's address. */
  readonly path: string;
  readonly contentType: string;
  readonly maxAgeS: number;
  readonly make: (ports: DocumentPorts) => Promise<string>;
};

type DocumentPorts = {
  readonly database: Pick<Database, "get">;
  /** The address of the site, without a path. */
  readonly origin: string;
};

/** A key that is compromised is out of the verifiers' hands as soon as a licence that is revoked. */
const MAX_AGE_S = 300;
const ISSUERS_A_READ = 100;

/** Where an issuer is below the site; test issuers are others than those in earnest. */
const placeOf = ({ mode, issuer }: IssuerIn): string =>
  mode === "test" ? `/licences/test/issuers/${issuer}` : `/licences/issuers/${issuer}`;

/** The name by which credentials call their issuer (`iss`): an address below the site. */
export const issuerUrl = (origin: string, issuer: IssuerIn): string => `${origin}${placeOf(issuer)}`;

/**
 * The document by which verifiers find an issuer's keys: JWT VC Issuer Metadata (draft-ietf-oauth-sd-jwt-vc, section of that
 * name), at the well-known place between the host and the path of `iss`. An issuer without a key has an empty list.
 */
const issuerKeyDocument = (place: IssuerIn): IssuerKeyDocument => ({
  path: `/.well-known/jwt-vc-issuer${placeOf(place)}`,
  contentType: "application/json",
  maxAgeS: MAX_AGE_S,
  make: async ({ database, origin }) => {
    const kept = await getIssuerKeys(database, place);
    const keys = (kept ? verificationKeys(kept) : []).map(jwkOf);
    return JSON.stringify({ issuer: issuerUrl(origin, place), jwks: { keys } });
  },
});

/** A public key as verifiers take it (RFC 7517); `kid` is in the header of what it has signed. */
export const jwkOf = ({
  keyId,
  algorithm,
  publicKey,
}: Pick<IssuerKey, "keyId" | "algorithm" | "publicKey">) => ({
  ...{ ...publicKey, kid: keyId, alg: algorithm, use: "sig" },
});

/** Those documents of all issuers that have had a key proposed, in both modes. */
export async function issuerKeyDocuments({
  database,
}: {
  readonly database: Pick<Database, "query">;
}): Promise<readonly IssuerKeyDocument[]> {
  const modes: readonly Mode[] = ["live", "test"];
  const issuers = await Promise.all(modes.map((mode) => issuersIn(database, mode)));
  return issuers.flat().map(issuerKeyDocument);
}

async function issuersIn(database: Pick<Database, "query">, mode: Mode): Promise<readonly IssuerIn[]> {
  const issuers: IssuerIn[] = [];
  for (let after: CreditCode | undefined; ; after = issuers.at(-1)?.issuer) {
    const { keys, more } = await listIssuerKeys(database, mode, { first: ISSUERS_A_READ, after });
    issuers.push(...keys.map(({ issuer }) => ({ mode, issuer })));
    if (!more) return issuers;
  }
}
