import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Citizen, type Officer, ROLES, type Role } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import type { TrustedClient, TrustedIssuer } from "../kernel/process/trusted-issuers.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import type { Instant } from "../kernel/runtime.ts";
import { KeysUnavailable, openKeySet } from "./key-set.ts";

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
} as const;

/** Asymmetric only: a symmetric algorithm would let the public key sign, "none" needs no key at all. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 5;

/** The last says nothing of the token: the issuer's keys cannot be had, and the same token may hold in a moment. */
export type TokenProblem = "TOKEN_EXPIRED" | "TOKEN_INVALID" | "SIGN_IN_UNAVAILABLE";

export type VerifyToken = (token: string, now: Instant) => Promise<Result<Citizen | Officer, TokenProblem>>;

/** Verifies sign-in tokens of the issuers that are trusted. */
export function tokenVerifier(
  trusted: readonly TrustedIssuer[],
  keySetOf: (issuer: TrustedIssuer) => JWTVerifyGetKey = ({ jwksUrl }) => openKeySet(new URL(jwksUrl)),
): VerifyToken {
  const issuers = trusted.map((issuer) => ({ ...issuer, keySet: keySetOf(issuer) }));
  return async (token, now) => {
    try {
      const { iss } = decodeJwt(token);
      const known = issuers.find(({ issuer }) => issuer === iss);
      if (!known) return err("TOKEN_INVALID");
      const { payload } = await jwtVerify(token, known.keySet, {
        issuer: known.issuer,
        audience: known.clients.map(({ id }) => id),
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "sub"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now),
      });
      const client = clientOf(payload, known.clients);
      const actor = client && actorOf(payload, client);
      return actor ? ok(actor) : err("TOKEN_INVALID");
    } catch (error) {
      if (error instanceof KeysUnavailable) return err("SIGN_IN_UNAVAILABLE");
      if (error instanceof errors.JWTExpired) return err("TOKEN_EXPIRED");
      if (error instanceof errors.JOSEError) return err("TOKEN_INVALID");
      throw error;
    }
  };
}

/**
 * The one of our clients that a token was issued to. One for several of them would let each sign in for another, and so
 * would one that another client was issued (`azp`) for the use of ours.
 */
function clientOf({ aud, azp }: JWTPayload, clients: readonly TrustedClient[]): TrustedClient | undefined {
  const [client, ...others] = clients.filter(({ id }) => [aud].flat().includes(id));
  return others.length > 0 || (azp !== undefined && azp !== client?.id) ? undefined : client;
}

/**
 * One token is one person in one capacity: the client's. Claims of the other capacity are not read, so that an account
 * which has both is a citizen in the portal and an officer at the desk. Where one client is for both, a token that
 * claims to be both is refused.
 */
function actorOf(claims: JWTPayload, { signsIn }: TrustedClient): Citizen | Officer | undefined {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === "string" ? value : "";
  };
  if (claims["token_use"] !== undefined && claims["token_use"] !== "id") return undefined;
  const citizen = signsIn.includes("CITIZEN") ? text(CLAIMS.citizen) : "";
  const officer = signsIn.includes("OFFICER") ? text(CLAIMS.officer) : "";
  if (citizen && officer) return undefined;
  if (isId("ctz", citizen)) {
    return { kind: "CITIZEN", mode: text(CLAIMS.mode) === "test" ? "test" : "live", id: citizen };
  }
  return isId("ofc", officer) ? officerOf(officer, text) : undefined;
}

function officerOf(id: Officer["id"], text: (name: string) => string): Officer | undefined {
  const roles = new Set(words(text(CLAIMS.roles)));
  const person = text(CLAIMS.person);
  if (person !== "" && !isId("ctz", person)) return undefined;
  return {
    kind: "OFFICER",
    mode: "live",
    id,
    roles: ROLES.filter((role: Role) => roles.has(role)),
    jurisdiction: { regionPrefix: text(CLAIMS.region), departments: words(text(CLAIMS.departments)) },
    ...(isId("ctz", person) ? { person } : {}),
  };
}

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");
