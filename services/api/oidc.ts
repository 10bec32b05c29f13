import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Citizen, type Officer, ROLES, type Role } from "../kernel/actor.ts";
import { isId } from "../kernel/ids.ts";
import type { Config } from "../kernel/process/config.ts";
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

/** Verifies sign-in tokens of the configured issuer. */
export function tokenVerifier(
  oidc: Config["oidc"],
  keySet: JWTVerifyGetKey = openKeySet(new URL(oidc.jwksUrl)),
): VerifyToken {
  return async (token, now) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer: oidc.issuer,
        audience: oidc.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ["exp", "sub"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now),
      });
      const actor = actorOf(payload);
      return actor ? ok(actor) : err("TOKEN_INVALID");
    } catch (error) {
      if (error instanceof KeysUnavailable) return err("SIGN_IN_UNAVAILABLE");
      if (error instanceof errors.JWTExpired) return err("TOKEN_EXPIRED");
      if (error instanceof errors.JOSEError) return err("TOKEN_INVALID");
      throw error;
    }
  };
}

/** One token is one person in one capacity: a token that claims to be both is refused. */
function actorOf(claims: JWTPayload): Citizen | Officer | undefined {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === "string" ? value : "";
  };
  if (claims["token_use"] !== undefined && claims["token_use"] !== "id") return undefined;
  const citizen = text(CLAIMS.citizen);
  const officer = text(CLAIMS.officer);
  if (citizen && officer) return undefined;
  if (isId("ctz", citizen)) {
    return { kind: "CITIZEN", mode: text(CLAIMS.mode) === "test" ? "test" : "live", id: citizen };
  }
  if (!isId("ofc", officer)) return undefined;
  const roles = new Set(words(text(CLAIMS.roles)));
  const person = text(CLAIMS.person);
  if (person !== "" && !isId("ctz", person)) return undefined;
  return {
    kind: "OFFICER",
    mode: "live",
    id: officer,
    roles: ROLES.filter((role: Role) => roles.has(role)),
    jurisdiction: { regionPrefix: text(CLAIMS.region), departments: words(text(CLAIMS.departments)) },
    ...(isId("ctz", person) ? { person } : {}),
  };
}

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");
