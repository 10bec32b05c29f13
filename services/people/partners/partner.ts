import type { CreditCode } from "../../field/credit-code.ts";
import type { Mode, Officer, Scope } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Event, EventType } from "../../kernel/commit/event.ts";
import { scopeNames } from "../../kernel/enum-words.ts";
import { type Hand, isHandOf } from "../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Remedies, type RemedyNotice, remediesAgainst } from "../remedies/index.ts";
import { type Application, type Contact, type Invalid, inOrder } from "./application.ts";
import type { Backing, Lapse } from "./register-statement.ts";

export const PARTNER_STATUSES = [
  "PENDING",
  "APPROVED",
  "LIVE",
  "LAPSED",
  "RENEWING",
  "SUSPENDED",
  "REJECTED",
] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** An enterprise that takes part, represented by the citizen who applied for it or renewed it last. */
export type Partner = Backing & {
  readonly id: PartnerId;
  /** As the register states it: under no other name are people asked to consent. */
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly contact: Contact;
  readonly purpose: string;
  readonly requestedScopes: readonly Scope[];
  /** The approved scopes; none before. */
  readonly scopes: readonly Scope[];
  readonly status: PartnerStatus;
  readonly representative: CitizenId;
  /** The mode in which the representative signed in. */
  readonly representativeMode: Mode;
  readonly appliedAt: Instant;
  readonly approvedBy?: OfficerId;
  readonly approvedPerson?: CitizenId | undefined;
  /** The status that a suspension interrupted, for the reinstatement. */
  readonly statusBefore?: Interrupted;
  /** The last decision of an officer. */
  readonly review?: PartnerReview;
  /** Since the register no longer carries what this was reviewed on. */
  readonly lapse?: Lapse;
  /** Counts changes, the making of a key among them: the number of keys is decided on too. */
  readonly revision: number;
  /** Fingerprint of the application, for a repeated idempotency key. */
  readonly fingerprint: string;
};

/** An officer's decision, as the partner reads it. */
export type PartnerReview = {
  readonly action: Action;
  readonly reason: string;
  readonly at: Instant;
  /** The legal remedies that a decision against the enterprise has told of. */
  readonly remedies?: RemedyNotice;
};

/** The decisions that go against the enterprise: it is refused, not renewed, or loses its access for a time. */
const AGAINST_IT: readonly Action[] = ["reject", "refuseRenewal", "suspend"];

/** Whether a decision goes against the enterprise, in whole, or because it was approved for less than it asked for. */
export const isAgainst = (action: Action, { scopes, requestedScopes }: Partner): boolean =>
  AGAINST_IT.includes(action) || (action === "approve" && scopes.length < requestedScopes.length);

/** The legal remedies against the last decision, where that went against the enterprise and named them. */
export function remediesOf({ review }: Pick<Partner, "review">): Remedies | undefined {
  if (!review?.remedies) return undefined;
  const told = review.remedies;
  return remediesAgainst("PARTNERSHIP_REFUSAL", dateAt(review.at), { told, current: told });
}

type Interrupted = "APPROVED" | "LIVE" | "LAPSED" | "RENEWING";

/** Where a partner stands in the list of those with its status. */
export type Position = Pick<Partner, "appliedAt" | "id">;

const ACTIONS = [
  "approve",
  "reject",
  "grantLive",
  "confirmRenewal",
  "refuseRenewal",
  "suspend",
  "reinstate",
] as const;
/** The acts of an officer on a partner. */
export type Action = (typeof ACTIONS)[number];

/** A suspension ends where it began, which the record knows and a table cannot. */
const INTERRUPTED = "INTERRUPTED";

export const TRANSITIONS = {
  PENDING: { approve: "APPROVED", reject: "REJECTED" },
  APPROVED: { grantLive: "LIVE", suspend: "SUSPENDED" },
  LIVE: { suspend: "SUSPENDED" },
  LAPSED: { suspend: "SUSPENDED" },
  RENEWING: { confirmRenewal: "LIVE", refuseRenewal: "LAPSED", suspend: "SUSPENDED" },
  SUSPENDED: { reinstate: INTERRUPTED },
  REJECTED: {},
} as const satisfies Record<PartnerStatus, Partial<Record<Action, PartnerStatus | typeof INTERRUPTED>>>;

/** The modes in which keys work, and can be made. */
export const OPEN_MODES: Readonly<Record<PartnerStatus, readonly Mode[]>> = {
  PENDING: [],
  APPROVED: ["test"],
  LIVE: ["test", "live"],
  LAPSED: ["test"],
  RENEWING: ["test"],
  SUSPENDED: [],
  REJECTED: [],
};

export function availableActions(status: PartnerStatus): readonly Action[] {
  const possible: Partial<Record<Action, unknown>> = TRANSITIONS[status];
  return ACTIONS.filter((action) => possible[action] !== undefined);
}

/** Nobody reviews a partner for which they applied, or whose enterprise they represent. */
export const isOwnMatter = (
  { representative, statement }: Pick<Partner, "representative" | "statement">,
  { person }: Pick<Officer, "person">,
): boolean => person !== undefined && (person === representative || person === statement.legalRepresentative);

const approver = ({ approvedBy: by, approvedPerson: person }: Partner): Hand => ({ by, person });

/** The acts for which an officer can ask: none in a matter of their own, nor live access where they approved. */
export const actionsFor = (partner: Partner, officer: Officer): readonly Action[] =>
  isOwnMatter(partner, officer)
    ? []
    : availableActions(partner.status).filter(
        (action) => action !== "grantLive" || !isHandOf(officer, approver(partner)),
      );

export type PartnerNotAllowedNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: PartnerStatus;
  readonly availableActions: readonly Action[];
};
export type SameOfficer = { readonly code: "SAME_OFFICER" };

type Applicant = Pick<Partner, "id" | "representative" | "representativeMode" | "fingerprint"> & Backing;

/** A checked application becomes a partner that waits for its review. */
export function apply({ scopes, ...application }: Application, by: Applicant, now: Instant): Partner {
  return {
    ...application,
    ...by,
    name: by.statement.name,
    requestedScopes: scopes,
    scopes: [],
    status: "PENDING",
    appliedAt: now,
    revision: 1,
  };
}

/** Approves some or all of the scopes that were asked for. */
export function approve(
  partner: Partner,
  scopes: readonly Scope[],
  { id: approvedBy, person: approvedPerson }: Pick<Officer, "id" | "person">,
): Result<Partner, Invalid | PartnerNotAllowedNow> {
  const next = step(partner, "approve");
  if (!next.ok) return next;
  if (scopes.length === 0) return err({ code: "SCOPES_EMPTY", path: ["scopes"] });
  const beyond = inOrder(scopes).filter((scope) => !partner.requestedScopes.includes(scope));
  if (beyond.length > 0) {
    return err({ code: "SCOPES_NOT_REQUESTED", values: { scopes: scopeNames(beyond) }, path: ["scopes"] });
  }
  return ok({ ...next.value, scopes: inOrder(scopes), approvedBy, approvedPerson });
}

export const reject = (partner: Partner): Result<Partner, PartnerNotAllowedNow> => step(partner, "reject");

/** Four eyes: anybody who approved cannot also open live access. */
export function grantLive(
  partner: Partner,
  officer: Pick<Officer, "id" | "person">,
): Result<Partner, Invalid | PartnerNotAllowedNow | SameOfficer> {
  const next = step(partner, "grantLive");
  // A sign-in to the sandbox proves nobody, and so opens nothing live.
  if (next.ok && partner.representativeMode !== "live") {
    return err({ code: "PARTNER_OF_THE_SANDBOX", path: ["id"] });
  }
  return next.ok && isHandOf(officer, approver(partner)) ? err({ code: "SAME_OFFICER" }) : next;
}

export function suspend(partner: Partner): Result<Partner, PartnerNotAllowedNow> {
  const next = step(partner, "suspend");
  if (!next.ok || !isInterruptible(partner.status)) return next;
  return ok({ ...next.value, statusBefore: partner.status });
}

const isInterruptible = (status: PartnerStatus): status is Interrupted =>
  status === "APPROVED" || status === "LIVE" || status === "LAPSED" || status === "RENEWING";

/** Opens live access again, on what was stated for the renewal. */
export function confirmRenewal(partner: Partner): Result<Partner, PartnerNotAllowedNow> {
  const next = step(partner, "confirmRenewal");
  if (!next.ok) return next;
  const { lapse: _, ...renewed } = next.value;
  return ok(renewed);
}

export const refuseRenewal = (partner: Partner): Result<Partner, PartnerNotAllowedNow> =>
  step(partner, "refuseRenewal");

/** Back to what the suspension interrupted. */
export function reinstate(partner: Partner): Result<Partner, PartnerNotAllowedNow> {
  const next = step(partner, "reinstate");
  if (!next.ok) return next;
  const { statusBefore: _, ...reinstated } = next.value;
  return ok(reinstated);
}

function step(partner: Partner, action: Action): Result<Partner, PartnerNotAllowedNow> {
  const { status: state, statusBefore } = partner;
  const possible: Partial<Record<Action, PartnerStatus | typeof INTERRUPTED>> = TRANSITIONS[state];
  const target = possible[action];
  const status = target === INTERRUPTED ? statusBefore : target;
  if (!status) return err({ code: "NOT_ALLOWED_NOW", state, availableActions: availableActions(state) });
  return ok({ ...partner, status, revision: partner.revision + 1 });
}

/** Whether this person applied for the partner or renewed it last, in this mode; not whether they may still. */
export function isRepresentative(
  { representative, representativeMode }: Partner,
  person: { readonly id: CitizenId; readonly mode: Mode },
): boolean {
  return representative === person.id && representativeMode === person.mode;
}

export const isSameContact = (a: Contact, b: Contact): boolean =>
  a.name === b.name && a.phone === b.phone && a.email === b.email;

export type PartnerEvent = Extract<EventType, `partner.${string}` | "api-key.created">;

type Told = { readonly about?: string; readonly too?: readonly CitizenId[] };

/** Tells the representative, and others too, what has become of the partner; `about` is the partner, or its new key. */
export function eventFor(partner: Partner, type: PartnerEvent, { about, too = [] }: Told = {}): Event {
  const { id: partnerId, representative, representativeMode: mode } = partner;
  return { type, to: [representative, ...too], mode, payload: { about: about ?? partnerId, partnerId } };
}
