import {
  decodeJwt,
  errors,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import type { Citizen, Officer } from "../kernel/actor.ts";
import type { ClaimUse, StatedClaims } from "../kernel/process/claim-names.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import type { TrustedClient, TrustedIssuer } from "../kernel/process/trusted-issuers.ts";
import { err, type Result } from "../kernel/result.ts";
import type { Instant } from "../kernel/runtime.ts";
import { KeysUnavailable, openKeySet } from "./key-set.ts";
import { bearerOf, type ClaimProblem, type ProvenCitizen } from "./token-claims.ts";

/**
 * Claims of an ID token that say who somebody is. In Cognito they are custom attributes, which no app client may
 * write (infra/constructs/user-pool.ts); departments and roles are separated by spaces.
 */
export const CLAIMS = {
  citizen: "custom:citizen",
  officer: "custom:officer",
  roles: "custom:roles",
  region: "custom:region",
  departments: "custom:departments",
  mode: "custom:mode",
  person: "custom:person",
  name: "custom:name",
  idNumber: "custom:id_number",
} as const satisfies Readonly<Record<ClaimUse, string>>;

/** Of an issuer for which nothing else is stated: an account is made only by a person who has checked who it is for. */
const STATED: StatedClaims = { names: CLAIMS, proof: "EVERY_ACCOUNT", isRegionOptional: true };

/** Asymmetric only: a symmetric algorithm would let the public key sign, "none" needs no key at all. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 5;

/** The last says nothing of the token: the issuer's keys cannot be had, and the same token may hold in a moment. */
export type TokenProblem = "TOKEN_EXPIRED" | ClaimProblem | "SIGN_IN_UNAVAILABLE";

export type VerifyToken = (
  token: string,
  now: Instant,
) => Promise<Result<Citizen | Officer | ProvenCitizen, TokenProblem>>;

/** Verifies sign-in tokens of the issuers that are trusted. */
export function tokenVerifier(
  trusted: readonly TrustedIssuer[],
  secrets: Pick<Secrets, "citizenDigest">,
  keySetOf: (issuer: TrustedIssuer) => JWTVerifyGetKey = ({ jwksUrl }) => openKeySet(new URL(jwksUrl)),
): VerifyToken {
  const issuers = trusted.map((issuer) => ({ ...issuer, keySet: keySetOf(issuer) }));
  return async (token, now) => {
    try {
      const { iss } = decodeJwt(token);
      const known = issuers.find(({ issuer }) => issuer === iss);
      if (!known) return err("TOKEN_INVALID");
      const { payload, protectedHeader } = await jwtVerify(token, known.keySet, {
        issuer: known.issuer,
        audience: known.clients.map(({ id }) => id),
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "sub"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now),
      });
      const client = clientOf(payload, known.clients);
      if (!client || !isIdToken(payload, protectedHeader)) return err("TOKEN_INVALID");
      return bearerOf(payload, client, known.claims ?? STATED, secrets);
    } catch (error) {
      if (error instanceof KeysUnavailable) return err("SIGN_IN_UNAVAILABLE");
      if (error instanceof errors.JWTExpired) return err("TOKEN_EXPIRED");
      if (error instanceof errors.JOSEError) return err("TOKEN_INVALID");
      throw error;
    }
  };
}

/**
 * An access token or a logout token of the same issuer is signed alike, and its media type (RFC 9068, 5) or its use
 * (Cognito) tells it apart.
 */
const isIdToken = ({ token_use: use = "id" }: JWTPayload, { typ = "JWT" }: JWTHeaderParameters): boolean =>
  use === "id" && typ.toUpperCase() === "JWT";

/**
 * The one of our clients that a token was issued to. One for several of them would let each sign in for another, and so
 * would one that another client was issued (`azp`) for the use of ours.
 */
function clientOf({ aud, azp }: JWTPayload, clients: readonly TrustedClient[]): TrustedClient | undefined {
  const [client, ...others] = clients.filter(({ id }) => [aud].flat().includes(id));
  return others.length > 0 || (azp !== undefined && azp !== client?.id) ? undefined : client;
}
