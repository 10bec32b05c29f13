import type { JWTPayload } from "jose";
import { type IdentityNumber, isIdentityNumber } from "../field/identity-document.ts";
import { type Citizen, type Officer, ROLES, type Role } from "../kernel/actor.ts";
import { dateAt } from "../kernel/civil-date.ts";
import { isFields } from "../kernel/fields.ts";
import { type CitizenId, isId } from "../kernel/ids.ts";
import type { ClaimName, ClaimUse, StatedClaims } from "../kernel/process/claim-names.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import type { TrustedClient } from "../kernel/process/trusted-issuers.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Instant, instantOf } from "../kernel/runtime.ts";
import { checkText } from "../kernel/text.ts";

/** A citizen whose name and number their issuer has proven: the platform can know them without anybody's help. */
export type ProvenCitizen = {
  readonly kind: "PROVEN_CITIZEN";
  readonly citizen: Citizen;
  readonly name: string;
  readonly idNumber: IdentityNumber;
  readonly issuer: string;
  /** When the token was issued. */
  readonly provenAt: Instant;
};

export type ClaimProblem = "TOKEN_INVALID" | "IDENTITY_NOT_PROVEN";

type Read<T> = Result<T, ClaimProblem>;

/** Somebody's name and number as their issuer has proven them, and the platform's id of that person. */
type Identity = {
  readonly id: CitizenId;
  readonly name: string;
  readonly idNumber: IdentityNumber;
  readonly provenAt: Instant;
};

const NAME_LENGTH_MAX = 100;
const LAST_DAY = "9999-12-31";

const INVALID = err("TOKEN_INVALID");

/**
 * One token is one person in one capacity: the client's. Claims of the other capacity are not read, so that an account
 * which has both is a citizen in the portal and an officer at the desk. Where one client is for both, a token that
 * claims to be both is refused.
 */
export function bearerOf(
  token: JWTPayload,
  { signsIn }: TrustedClient,
  stated: StatedClaims,
  secrets: Pick<Secrets, "citizenDigest">,
): Read<Citizen | Officer | ProvenCitizen> {
  const claims: Claims = { token, stated };
  const isOfficer = signsIn.includes("OFFICER") && textOf(claims, "officer") !== "";
  const isCitizen = signsIn.includes("CITIZEN") && textOf(claims, "citizen") !== "";
  if (isOfficer && isCitizen) return INVALID;
  if (!isOfficer && !signsIn.includes("CITIZEN")) return INVALID;
  const identity = identityIn(claims, secrets);
  if (!identity.ok) return identity;
  return isOfficer ? officerIn(claims, identity.value) : citizenIn(claims, identity.value);
}

type Claims = { readonly token: JWTPayload; readonly stated: StatedClaims };

function citizenIn(claims: Claims, identity: Identity | undefined): Read<Citizen | ProvenCitizen> {
  const id = personIn(claims, "citizen", identity);
  if (!id.ok || id.value === undefined) return INVALID;
  const mode = textOf(claims, "mode") === "test" ? "test" : "live";
  const citizen: Citizen = { kind: "CITIZEN", mode, id: id.value };
  if (!identity) return ok(citizen);
  const { name, idNumber, provenAt } = identity;
  const issuer = claims.token.iss ?? "";
  return ok({ kind: "PROVEN_CITIZEN", citizen, name, idNumber, issuer, provenAt });
}

function officerIn(claims: Claims, identity: Identity | undefined): Read<Officer> {
  const id = textOf(claims, "officer");
  const person = personIn(claims, "person", identity);
  const jurisdiction = jurisdictionIn(claims);
  if (!isId("ofc", id) || !person.ok || !jurisdiction) return INVALID;
  const roles = new Set(wordsIn(claimOf(claims, "roles")));
  return ok({
    kind: "OFFICER",
    mode: "live",
    id,
    roles: ROLES.filter((role: Role) => roles.has(role)),
    jurisdiction,
    ...(person.value ? { person: person.value } : {}),
    ...signInOf(claims),
  });
}

/** A name that is none for people is left out, and keeps no officer from signing in. */
function signInOf(claims: Claims): Pick<Officer, "signIn"> {
  const { iat } = claims.token;
  if (!isSeconds(iat)) return {};
  const name = checkText(textOf(claims, "name"), 1, NAME_LENGTH_MAX);
  return { signIn: { ...(name.ok ? { name: name.value } : {}), at: instantOf(iat * 1_000) } };
}

/**
 * To say nothing of a region or of departments is to have all of them, so a claim that cannot be read must not pass for
 * one that is left out, nor a list without any for all. Undefined for these.
 */
function jurisdictionIn(claims: Claims): Officer["jurisdiction"] | undefined {
  const said = claimOf(claims, "region");
  const region = said === undefined && claims.stated.isRegionOptional ? "" : said;
  const departments = departmentsIn(claimOf(claims, "departments"));
  return typeof region === "string" && departments ? { regionPrefix: region, departments } : undefined;
}

function departmentsIn(value: unknown): readonly string[] | undefined {
  const words = wordsIn(value);
  if (value === undefined || typeof value === "string") return words;
  return Array.isArray(value) && value.length > 0 && words.length === value.length ? words : undefined;
}

/** The platform's id of a person: as a claim has it, or of a proven number. Two that differ are nobody's. */
function personIn(
  claims: Claims,
  use: "citizen" | "person",
  identity: Identity | undefined,
): Read<CitizenId | undefined> {
  const stated = textOf(claims, use);
  if (stated === "") return ok(identity?.id);
  return isId("ctz", stated) && (!identity || identity.id === stated) ? ok(stated) : INVALID;
}

/** Undefined where the token has no number. A number that is not proven signs nobody in. */
function identityIn(claims: Claims, secrets: Pick<Secrets, "citizenDigest">): Read<Identity | undefined> {
  const idNumber = textOf(claims, "idNumber").toUpperCase();
  if (idNumber === "") return ok(undefined);
  if (!isProven(claims)) return err("IDENTITY_NOT_PROVEN");
  const name = checkText(textOf(claims, "name"), 1, NAME_LENGTH_MAX);
  const { iat } = claims.token;
  if (!name.ok || !isSeconds(iat)) return INVALID;
  const provenAt = instantOf(iat * 1_000);
  if (!isIdentityNumber(idNumber, dateAt(provenAt))) return INVALID;
  const id: CitizenId = `ctz_${secrets.citizenDigest(idNumber)}`;
  return ok({ id, name: name.value, idNumber, provenAt });
}

/** Of a time that has a date at all. */
const isSeconds = (iat: number | undefined): iat is number =>
  iat !== undefined && iat >= 0 && iat * 1_000 <= Date.parse(LAST_DAY);

function isProven({ token, stated: { proof } }: Claims): boolean {
  if (!proof || proof === "EVERY_ACCOUNT") return proof === "EVERY_ACCOUNT";
  const value = claimAt(token, proof.claim);
  return proof.values.some((proven) => proven === value);
}

/** "" where the token says nothing of it, or nothing that is a text. */
function textOf(claims: Claims, use: ClaimUse): string {
  const value = claimOf(claims, use);
  return typeof value === "string" ? value : "";
}

function claimOf({ token, stated }: Claims, use: ClaimUse): unknown {
  const name = stated.names[use];
  return name === undefined ? undefined : claimAt(token, name);
}

/** Words are a list, or a text with spaces between them. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((word) => typeof word === "string" && word !== "");
  return typeof value === "string" ? value.split(" ").filter((word) => word !== "") : [];
}

/** Of the token itself only: what a prototype has is no claim. */
function claimAt(token: JWTPayload, name: ClaimName): unknown {
  let here: unknown = token;
  for (const step of typeof name === "string" ? [name] : name)
    here = isFields(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  return here;
}
