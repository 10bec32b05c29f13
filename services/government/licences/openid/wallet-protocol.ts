import { Openid4vciIssuer, type Openid4vciIssuerOptions, Openid4vciVersion } from "@openid4vc/openid4vci";
import { parseDcqlVpToken } from "@openid4vc/openid4vp";
import { type Fields, isFields, isObject } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { ES256 } from "../credentials/es256.ts";
import { readPresentation } from "../credentials/read-presentation.ts";
import type { SignatureAlgorithm } from "../credentials/signing.ts";
import { hasSigned, type PublicKey } from "../issuer-keys/public-key.ts";
import { readBase64url, utf8 } from "../jws.ts";
import { readDeviceKey } from "../wallet/device-key.ts";
import { issuerMetadata, type StatedType, serverMetadata } from "./issuer-metadata.ts";

export { verifyPresentation } from "../verify.ts";

/*
 * OpenID4VCI 1.0 and OpenID4VP 1.0 by their libraries, and all that verifies, with nothing of ours that runs: it knows no record
 * and no port. It stands beside the bundle of those who call it, because it weighs as much as half of that.
 */

export type ProofRefused = {
  readonly code: "invalid_credential_request" | "unknown_credential_configuration" | "invalid_proof";
};

/** A wallet's key, and the nonce with which it has proved that the key is its own. */
export type ProvenKey = { readonly key: PublicKey; readonly nonce: string };

type VerifyJwt = Openid4vciIssuerOptions["callbacks"]["verifyJwt"];

/** By the key in the header alone (`jwk`), on P-256: no issuer here knows other keys of wallets. */
const verifyJwt: VerifyJwt = (signer, { compact }) => {
  const key = signer.method === "jwk" && signer.alg === "ES256" ? readDeviceKey(signer.publicJwk) : undefined;
  const end = compact.lastIndexOf(".");
  const signature = readBase64url(compact.slice(end + 1));
  if (signer.method !== "jwk" || !key || !signature) return { verified: false };
  return hasSigned(key, utf8(compact.slice(0, end)), signature)
    ? { verified: true, signerJwk: signer.publicJwk }
    : { verified: false };
};

/** The library takes these for what it does for others; of an issuer that reads requests it asks for none of them. */
const notAsked = (): never => {
  throw new Error("an issuer that reads requests signs and draws nothing");
};

const issuer = new Openid4vciIssuer({
  callbacks: {
    verifyJwt,
    ...{ hash: notAsked, signJwt: notAsked, generateRandom: notAsked, clientAuthentication: notAsked },
  },
});

/** The document of an issuer; throws where it is none by the standard. */
export const issuerDocument = (credentialIssuer: string, types: readonly StatedType[]): object =>
  issuer.createCredentialIssuerMetadata(issuerMetadata(credentialIssuer, types));

/** The metadata as the library has them, for the one type that is asked for. */
function metadataOf(credentialIssuer: string, type: StatedType) {
  const stated = issuerMetadata(credentialIssuer, [type]);
  return {
    originalDraftVersion: Openid4vciVersion.V1,
    credentialIssuer: stated,
    authorizationServers: [serverMetadata(credentialIssuer)],
    knownCredentialConfigurations: issuer.getKnownCredentialConfigurationsSupported(stated),
  };
}

/**
 * The key for which a wallet asks for a credential of this type, by one proof of the kind `jwt` that was made for this issuer
 * (8.2; appendix F.1). Its nonce is somebody else's to judge. Errors: `invalid_credential_request`,
 * `unknown_credential_configuration` for another type, `invalid_proof`.
 */
export async function readCredentialRequest(
  credentialIssuer: string,
  type: StatedType,
  request: Fields,
  now: Instant,
): Promise<Result<ProvenKey, ProofRefused>> {
  const configuration = request["credential_configuration_id"];
  // None is named by an identifier, for no token says any (6.2).
  if (typeof configuration !== "string" || request["credential_identifier"] !== undefined)
    return err({ code: "invalid_credential_request" });
  if (configuration !== type.code) return err({ code: "unknown_credential_configuration" });
  if (request["credential_response_encryption"] !== undefined)
    return err({ code: "invalid_credential_request" });
  const issuerMetadata = metadataOf(credentialIssuer, type);
  const [jwt, ...more] = jwtProofsIn(request, issuerMetadata) ?? [];
  if (jwt === undefined || more.length > 0) return err({ code: "invalid_proof" });
  const proven = await proofIn(jwt, issuerMetadata, now);
  const key = proven && readDeviceKey(proven.header.jwk ?? {});
  const nonce = proven?.payload.nonce;
  if (!key || nonce === undefined) return err({ code: "invalid_proof" });
  return ok({ key, nonce });
}

type Metadata = ReturnType<typeof metadataOf>;

function jwtProofsIn(credentialRequest: Fields, issuerMetadata: Metadata): readonly string[] | undefined {
  try {
    return issuer.parseCredentialRequest({ issuerMetadata, credentialRequest }).proofs?.jwt;
  } catch {
    // It computes nothing but the shape of what somebody has sent: each error says that there is no proof in it.
    return undefined;
  }
}

async function proofIn(jwt: string, issuerMetadata: Metadata, now: Instant) {
  try {
    return await issuer.verifyCredentialRequestJwtProof({ issuerMetadata, jwt, now: new Date(now) });
  } catch {
    // Again all that it judges is a text of outside: `Oauth2ServerErrorResponseError`, with `invalid_proof`, for all of them.
    return undefined;
  }
}

/** A presentation in a wallet's answer, and its own word on itself, of which nothing is verified yet. */
export type ReadAnswer = {
  readonly presentation: string;
  /** By GB/T 36904-2018. */
  readonly identifier: string;
  /** The key that it is for (`cnf`). */
  readonly key: PublicKey;
  readonly algorithms: readonly SignatureAlgorithm[];
  /** The content in its claims, once they are verified; undefined where they have none. */
  readonly contentIn: (claims: Fields) => Fields | undefined;
};

/** The one presentation that answers a query (OpenID4VP 1.0, 8.1); undefined where there is none, or another beside it. */
export async function readAnswer(vpToken: string, queryId: string): Promise<ReadAnswer | undefined> {
  const [presentation, ...more] = presentationsIn(vpToken, queryId);
  if (presentation === undefined || more.length > 0) return undefined;
  const read = await readPresentation(presentation);
  const { identifier, cnf } = read?.credential.payload ?? {};
  const key = isFields(cnf) && isFields(cnf["jwk"]) ? readDeviceKey(cnf["jwk"]) : undefined;
  if (typeof identifier !== "string" || !key) return undefined;
  return { presentation, identifier, key, algorithms: [ES256], contentIn };
}

function contentIn({ content }: Fields): Fields | undefined {
  return isObject(content) ? content : undefined;
}

function presentationsIn(vpToken: string, queryId: string): readonly string[] {
  try {
    const { [queryId]: answers = [], ...others } = parseDcqlVpToken(vpToken);
    if (Object.keys(others).length > 0) return [];
    const texts = answers.flatMap((one: unknown) => (typeof one === "string" ? [one] : []));
    return texts.length === answers.length ? texts : [];
  } catch {
    // A text of outside that is no `vp_token` presents nothing.
    return [];
  }
}
