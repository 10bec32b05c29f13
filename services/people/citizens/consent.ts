import type { Citizen, Scope } from "../../kernel/actor.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ConsentId } from "./ids.ts";

/** The rights that one citizen gave one partner: named scopes, for a purpose, until a time. */
export type Consent = {
  readonly id: ConsentId;
  readonly scopes: readonly Scope[];
  readonly purpose: string;
  readonly grantedAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt?: Instant;
};

/** All that a citizen ever allowed one partner: one record, so that one read decides. Newest first. */
export type Consents = {
  readonly citizenId: CitizenId;
  readonly partnerId: PartnerId;
  readonly partnerName: string;
  readonly partnerCreditCode: string;
  readonly consents: readonly Consent[];
  /** Guards against two changes at once. */
  readonly revision: number;
};

/** A consent with whom it was given to. */
export type ConsentView = Consent &
  Pick<Consents, "citizenId" | "partnerId" | "partnerName" | "partnerCreditCode">;

export function viewOf(record: Consents, consent: Consent): ConsentView {
  const { citizenId, partnerId, partnerName, partnerCreditCode } = record;
  return { ...consent, citizenId, partnerId, partnerName, partnerCreditCode };
}

export type ConsentStatus = "IN_FORCE" | "EXPIRED" | "REVOKED";
export type ConsentAction = "revoke";

const POSSIBLE: Readonly<Record<ConsentStatus, readonly ConsentAction[]>> = {
  IN_FORCE: ["revoke"],
  EXPIRED: [],
  REVOKED: [],
};

/** Ended consents beyond this number leave the record; the audit trail keeps them. */
const CONSENTS_KEPT_MAX = 20;

export function statusOf(consent: Consent, now: Instant): ConsentStatus {
  if (consent.revokedAt !== undefined) return "REVOKED";
  return consent.expiresAt <= now ? "EXPIRED" : "IN_FORCE";
}

export const inForce = ({ consents }: Consents, now: Instant): Consent[] =>
  consents.filter((consent) => statusOf(consent, now) === "IN_FORCE");

/** `values` tells how many may be in force at once. */
export type TooManyConsents = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

/** Adds a consent; ended ones make room. Twenty in force at once are refused. */
export function grant(before: Consents, consent: Consent, now: Instant): Result<Consents, TooManyConsents> {
  const standing = inForce(before, now);
  if (standing.length >= CONSENTS_KEPT_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(CONSENTS_KEPT_MAX) } });
  }
  const ended = before.consents.filter((known) => !standing.includes(known));
  const kept = [...standing, ...ended.slice(0, CONSENTS_KEPT_MAX - 1 - standing.length)];
  const consents = [consent, ...kept].sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1));
  return ok({ ...before, consents, revision: before.revision + 1 });
}

export type NotRevocable =
  | { readonly code: "NOT_FOUND" }
  | {
      readonly code: "NOT_ALLOWED_NOW";
      readonly state: ConsentStatus;
      readonly availableActions: readonly ConsentAction[];
    };

export type Revocation = { readonly consents: Consents; readonly revoked: Consent };

/** Takes one consent back, from this moment on. */
export function revoke(before: Consents, id: ConsentId, now: Instant): Result<Revocation, NotRevocable> {
  const consent = before.consents.find((known) => known.id === id);
  if (!consent) return err({ code: "NOT_FOUND" });
  const state = statusOf(consent, now);
  if (!POSSIBLE[state].includes("revoke")) {
    return err({ code: "NOT_ALLOWED_NOW", state, availableActions: POSSIBLE[state] });
  }
  const revoked = { ...consent, revokedAt: now };
  const consents = before.consents.map((known) => (known === consent ? revoked : known));
  return ok({ consents: { ...before, consents, revision: before.revision + 1 }, revoked });
}

/** The consents of one citizen to one partner have one history. */
export const consentAggregate = ({
  citizenId,
  partnerId,
}: Pick<Consents, "citizenId" | "partnerId">): string => `consents:${citizenId}:${partnerId}`;

/** Tells the citizen what was decided in their name, who may not have been the one at the keyboard. */
export const consentEvent = (
  type: "consent.granted" | "consent.revoked",
  { partnerId }: Pick<Consents, "partnerId">,
  about: ConsentId,
  { id, mode }: Citizen,
): Event => ({ type, to: [id], mode, payload: { about, partnerId } });
