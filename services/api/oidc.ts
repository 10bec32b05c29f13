import { hash } from "node:crypto";
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
import { err, type Ok, type Result } from "../kernel/result.ts";
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

type Bearer = Citizen | Officer | ProvenCitizen;

export type VerifyToken = (token: string, now: Instant) => Promise<Result<Bearer, TokenProblem>>;

type Key = Awaited<ReturnType<JWTVerifyGetKey>>;

/** The bearer of a token that was verified, and the key and the time in which it holds. */
type Verified = {
  readonly bearer: Ok<Bearer>;
  readonly key: Key;
  /** The key of this id that the issuer has by now. */
  readonly findKey: () => Promise<Key>;
  /** In milliseconds; from the first to just before the second. */
  readonly holds: readonly [number, number];
};

/** Of half a kilobyte each. */
const VERIFIED_MAX = 1_000;

/**
 * Verifies sign-in tokens of the issuers that are trusted. A page sends the same token with each of its requests, so that
 * one which was verified is known by its digest: while its issuer has the key that it was signed with, and its time is
 * not over, its signature is not looked at again.
 */
export function tokenVerifier(
  trusted: readonly TrustedIssuer[],
  secrets: Pick<Secrets, "citizenDigest">,
  keySetOf: (issuer: TrustedIssuer) => JWTVerifyGetKey = ({ jwksUrl }) => openKeySet(new URL(jwksUrl)),
): VerifyToken {
  const issuers = trusted.map((issuer) => ({ ...issuer, keySet: keySetOf(issuer) }));
  const verified = new Map<string, Verified>();

  const verifyAnew = async (token: string, digest: string, now: Instant): ReturnType<VerifyToken> => {
    const { iss } = decodeJwt(token);
    const known = issuers.find(({ issuer }) => issuer === iss);
    if (!known) return err("TOKEN_INVALID");
    const { payload, protectedHeader, key } = await jwtVerify(token, known.keySet, {
      issuer: known.issuer,
      audience: known.clients.map(({ id }) => id),
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "sub"],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    const client = clientOf(payload, known.clients);
    if (!client || !isIdToken(payload, protectedHeader)) return err("TOKEN_INVALID");
    const bearer = bearerOf(payload, client, known.claims ?? STATED, secrets);
    if (!bearer.ok) return bearer;
    if (verified.size >= VERIFIED_MAX) verified.clear();
    // A key is found by the header; the rest of the token is not kept.
    const findKey = async () => known.keySet(protectedHeader, { payload: "", signature: "" });
    verified.set(digest, { bearer, key, findKey, holds: timeOf(payload) });
    return bearer;
  };

  return async (token, now) => {
    try {
      const digest = hash("sha256", token);
      const before = verified.get(digest);
      if (before && isWithin(before.holds, now) && (await before.findKey()) === before.key)
        return before.bearer;
      return await verifyAnew(token, digest, now);
    } catch (error) {
      if (error instanceof KeysUnavailable) return err("SIGN_IN_UNAVAILABLE");
      if (error instanceof errors.JWTExpired) return err("TOKEN_EXPIRED");
      if (error instanceof errors.JOSEError) return err("TOKEN_INVALID");
      throw error;
    }
  };
}

/** The time in which a token holds, or less by a second: jose takes whole seconds. */
const timeOf = ({ nbf = 0, exp = 0 }: JWTPayload): Verified["holds"] => [
  Math.ceil(nbf - CLOCK_TOLERANCE_SECONDS) * 1_000,
  (exp + CLOCK_TOLERANCE_SECONDS) * 1_000,
];

function isWithin([from, until]: Verified["holds"], now: Instant): boolean {
  const at = Date.parse(now);
  return from <= at && at < until;
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
