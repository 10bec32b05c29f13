import { type IdentityNumber, readIdNumber } from "../../field/identity-document.ts";
import type { Subject } from "../../field/subject.ts";
import { addDays, type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import { type Invalid, PERSON_NAME_LENGTH } from "./enterprise.ts";
import type { AuthorityId } from "./ids.ts";

/** The paper on which somebody gave an authority, as a clerk has seen it at a window. */
export type Paper = { readonly reference: string; readonly seenBy: OfficerId };

/**
 * How a guardian stands to a minor: a parent (民法典, art. 27 (1)), or somebody else who is their guardian by law, agreement,
 * a will or a decision (art. 27 (2), arts. 29 to 32).
 */
export const GUARDIAN_RELATIONS = ["PARENT", "OTHER_GUARDIAN"] as const;
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number];

/**
 * That somebody is a minor's guardian and so acts for them by law (民法典, arts. 23, 34), as an officer has seen it. It is no
 * authority that anybody gives or takes back: it ends when the minor comes of age (art. 39), or as an officer records
 * that it has ended.
 */
export type Guardianship = {
  readonly relation: GuardianRelation;
  /** The minor's name, as the paper has it: a minor need not have signed in. */
  readonly wardName: string;
};

/**
 * A principal's permission for one agent to act in their name (授权, 委托书): which items, until when. Civil Code, art. 165:
 * an authority in writing names the agent, the matters and the term.
 */
export type Authority = {
  readonly id: AuthorityId;
  readonly agentName: string;
  /** As `maskIdNumber` writes it; the number itself is not kept. */
  readonly agentMaskedIdNumber: string;
  /** Item codes and matters (`MATTERS`); none for all items, and for no such matter. */
  readonly items: readonly string[];
  /** The last day on which it holds. */
  readonly until: CivilDate;
  readonly grantedAt: Instant;
  /** None where the principal granted it online. */
  readonly paper?: Paper;
  /** Where it stands by law: the agent is the guardian of the principal, a minor. */
  readonly guardianship?: Guardianship;
  readonly revokedAt?: Instant;
  /** Tells what it was granted from, for a repeated idempotency key. */
  readonly fingerprint: string;
};

/** All that one principal ever allowed one agent: one record, so that one read decides. Newest first. */
export type Authorities = {
  readonly principal: Subject;
  readonly agent: CitizenId;
  readonly authorities: readonly Authority[];
  /** Guards against two changes at once. */
  readonly revision: number;
};

/** An authority with those between whom it stands. */
export type AuthorityView = Authority & Pick<Authorities, "principal" | "agent">;

export const viewOf = ({ principal, agent }: Authorities, authority: Authority): AuthorityView => ({
  ...authority,
  ...{ principal, agent },
});

export const viewsOf = (known: Authorities): readonly AuthorityView[] =>
  known.authorities.map((authority) => viewOf(known, authority));

export type AuthorityStatus = "IN_FORCE" | "EXPIRED" | "REVOKED";
export type AuthorityAction = "revoke";

const POSSIBLE: Readonly<Record<AuthorityStatus, readonly AuthorityAction[]>> = {
  IN_FORCE: ["revoke"],
  EXPIRED: [],
  REVOKED: [],
};

const ITEMS_MAX = 20;
/** Ended ones beyond this number leave the record; their audit trails keep them. */
const KEPT_MAX = 20;
/** Nobody signs for longer than they can foresee. */
const DAYS_MAX = 1_096;
/** Of the number of a paper, or its place in the file. */
export const REFERENCE_LENGTH = { min: 2, max: 100 };
const ITEM_CODE = /^[A-Za-z0-9._-]{1,64}$/;

export function statusOf({ until, revokedAt }: Authority, now: Instant): AuthorityStatus {
  if (revokedAt !== undefined) return "REVOKED";
  return until < dateAt(now) ? "EXPIRED" : "IN_FORCE";
}

export const inForce = (known: Authorities | undefined, now: Instant): readonly Authority[] =>
  (known?.authorities ?? []).filter((authority) => statusOf(authority, now) === "IN_FORCE");

/** An authority as it is asked for. */
export type AuthorityWish = {
  readonly agent: { readonly name: string; readonly idNumber: string };
  readonly items: readonly string[];
  readonly until: CivilDate;
  /** Where the authority was given on paper. */
  readonly paper?: string;
};

export type Wished = Omit<AuthorityWish, "agent"> & {
  readonly agentName: string;
  readonly idNumber: IdentityNumber;
};

/** Brings a wish into its one form. Errors name the place in the input. */
export function checkWish(
  { agent, items, until, paper }: AuthorityWish,
  now: Instant,
): Result<Wished, Invalid> {
  const name = checkText(agent.name, PERSON_NAME_LENGTH.min, PERSON_NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["agent", "name"] });
  const today = dateAt(now);
  const idNumber = readIdNumber(agent.idNumber, today, ["agent", "idNumber"]);
  if (!idNumber.ok) return idNumber;
  if (items.length > ITEMS_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(ITEMS_MAX) }, path: ["items"] });
  }
  const wrong = items.findIndex((code) => !ITEM_CODE.test(code));
  if (wrong >= 0) return err({ code: "NOT_AN_ITEM_CODE", path: ["items", String(wrong)] });
  if (until < today || until > addDays(today, DAYS_MAX)) {
    return err({ code: "AUTHORITY_TERM", values: { max: addDays(today, DAYS_MAX) }, path: ["until"] });
  }
  const wished = {
    agentName: name.value,
    idNumber: idNumber.value,
    items: [...new Set(items)].sort(),
    until,
  };
  if (paper === undefined) return ok(wished);
  const reference = checkText(paper, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  return reference.ok
    ? ok({ ...wished, paper: reference.value })
    : err({ ...reference.error, path: ["paper"] });
}

export type TooManyAuthorities = { readonly code: "TOO_MANY_AUTHORITIES"; readonly path: readonly string[] };

/** Adds an authority; ended ones make room. Twenty in force at once for one agent are refused. */
export function grant(
  before: Authorities,
  authority: Authority,
  now: Instant,
): Result<Authorities, TooManyAuthorities> {
  const standing = inForce(before, now);
  if (standing.length >= KEPT_MAX) return err({ code: "TOO_MANY_AUTHORITIES", path: ["agent"] });
  const ended = before.authorities.filter((known) => !standing.includes(known));
  const kept = [...standing, ...ended.slice(0, KEPT_MAX - 1 - standing.length)];
  const authorities = [authority, ...kept].sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1));
  return ok({ ...before, authorities, revision: before.revision + 1 });
}

export type NotRevocable =
  | { readonly code: "AUTHORITY_NOT_FOUND" }
  | {
      readonly code: "NOT_ALLOWED_NOW";
      readonly state: AuthorityStatus;
      readonly availableActions: readonly AuthorityAction[];
    };

export type Revocation = { readonly known: Authorities; readonly revoked: Authority };

/**
 * Ends an authority from this moment on: the principal takes it back, or the agent lays it down (art. 173). Nobody ends
 * so what stands by law.
 */
export function revoke(before: Authorities, id: string, now: Instant): Result<Revocation, NotRevocable> {
  const authority = before.authorities.find((known) => known.id === id);
  if (!authority) return err({ code: "AUTHORITY_NOT_FOUND" });
  const state = statusOf(authority, now);
  const availableActions = authority.guardianship ? [] : POSSIBLE[state];
  if (!availableActions.includes("revoke")) return err({ code: "NOT_ALLOWED_NOW", state, availableActions });
  const revoked = { ...authority, revokedAt: now };
  const authorities = before.authorities.map((known) => (known === authority ? revoked : known));
  return ok({ known: { ...before, authorities, revision: before.revision + 1 }, revoked });
}
