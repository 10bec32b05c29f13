import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import { type Mode, SCOPES, type Scope } from "../../kernel/actor.ts";
import type { Event, EventType } from "../../kernel/commit/event.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";

export type PartnerStatus = "PENDING" | "APPROVED" | "LIVE" | "SUSPENDED" | "REJECTED";

/** An enterprise that takes part, represented by the citizen who applied for it. */
export type Partner = {
  readonly id: PartnerId;
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly contact: Contact;
  readonly purpose: string;
  readonly requestedScopes: readonly Scope[];
  /** What was approved; none before. */
  readonly scopes: readonly Scope[];
  readonly status: PartnerStatus;
  readonly representative: CitizenId;
  /** The mode in which the representative signed in. */
  readonly representativeMode: Mode;
  readonly appliedAt: Instant;
  readonly approvedBy?: OfficerId;
  /** What a suspension interrupted, for the reinstatement. */
  readonly statusBefore?: "APPROVED" | "LIVE";
  /** Counts changes, the making of a key among them: the number of keys is decided on too. */
  readonly revision: number;
  /** Fingerprint of the application, for a repeated idempotency key. */
  readonly fingerprint: string;
};

/** Where a partner stands in the list of those with its status. */
export type Position = Pick<Partner, "appliedAt" | "id">;

export type Contact = { readonly name: string; readonly phone: string; readonly email: string };

export type Action = "approve" | "reject" | "grantLive" | "suspend" | "reinstate";

/** A suspension ends where it began, which the record knows and a table cannot. */
const INTERRUPTED = "INTERRUPTED";

export const TRANSITIONS = {
  PENDING: { approve: "APPROVED", reject: "REJECTED" },
  APPROVED: { grantLive: "LIVE", suspend: "SUSPENDED" },
  LIVE: { suspend: "SUSPENDED" },
  SUSPENDED: { reinstate: INTERRUPTED },
  REJECTED: {},
} as const satisfies Record<PartnerStatus, Partial<Record<Action, PartnerStatus | typeof INTERRUPTED>>>;

/** In which modes keys work, and can be made. */
export const OPEN_MODES: Readonly<Record<PartnerStatus, readonly Mode[]>> = {
  PENDING: [],
  APPROVED: ["test"],
  LIVE: ["test", "live"],
  SUSPENDED: [],
  REJECTED: [],
};

export function availableActions(status: PartnerStatus): readonly Action[] {
  const possible: Partial<Record<Action, unknown>> = TRANSITIONS[status];
  return ACTIONS.filter((action) => possible[action] !== undefined);
}

const ACTIONS: readonly Action[] = ["approve", "reject", "grantLive", "suspend", "reinstate"];

/** A value that breaks a rule; `path` leads to it in the input. */
export type Invalid = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

export type PartnerNotAllowedNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: PartnerStatus;
  readonly availableActions: readonly Action[];
};
export type SameOfficer = { readonly code: "SAME_OFFICER" };

export type Application = {
  readonly name: string;
  readonly creditCode: CreditCode;
  readonly contact: Contact;
  readonly purpose: string;
  readonly scopes: readonly Scope[];
};

export type ApplicationInput = Omit<Application, "creditCode"> & { readonly creditCode: string };

const NAME_LENGTH = { min: 2, max: 100 };
const CONTACT_NAME_LENGTH = { min: 1, max: 50 };
const CONTACT_LENGTH = { min: 5, max: 254 };
const PURPOSE_LENGTH = { min: 2, max: 500 };

/** Mobile, fixed line with area code and extension, and 400 numbers; or any number in the form of E.164. */
const PHONE =
  /^(?:(?:\+86[ -]?)?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|400-?\d{3}-?\d{4})|\+[1-9]\d{6,14})$/;

/** The shape that HTML forms accept, with a dot in the domain. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Checks an application and brings it into its one form: trimmed texts, each scope once, in the schema's order. */
export function checkApplication(input: ApplicationInput): Result<Application, Invalid> {
  const name = textOf(input.name, NAME_LENGTH, ["name"]);
  if (!name.ok) return name;
  const { creditCode } = input;
  if (!isCreditCode(creditCode)) return err({ code: "CREDIT_CODE_INVALID", path: ["creditCode"] });
  const contact = checkContact(input.contact);
  if (!contact.ok) return contact;
  const purpose = textOf(input.purpose, PURPOSE_LENGTH, ["purpose"]);
  if (!purpose.ok) return purpose;
  if (input.scopes.length === 0) return err({ code: "SCOPES_EMPTY", path: ["scopes"] });
  return ok({
    name: name.value,
    creditCode,
    contact: contact.value,
    purpose: purpose.value,
    scopes: inOrder(input.scopes),
  });
}

function checkContact(contact: Contact): Result<Contact, Invalid> {
  const name = textOf(contact.name, CONTACT_NAME_LENGTH, ["contact", "name"]);
  if (!name.ok) return name;
  const phone = textOf(contact.phone, CONTACT_LENGTH, ["contact", "phone"]);
  if (!phone.ok) return phone;
  if (!PHONE.test(phone.value)) return err({ code: "PHONE_INVALID", path: ["contact", "phone"] });
  const email = textOf(contact.email, CONTACT_LENGTH, ["contact", "email"]);
  if (!email.ok) return email;
  if (!EMAIL.test(email.value)) return err({ code: "EMAIL_INVALID", path: ["contact", "email"] });
  return ok({ name: name.value, phone: phone.value, email: email.value });
}

type Bounds = { readonly min: number; readonly max: number };

/** One line of text within bounds, or the refusal that names its place. */
export function textOf(text: string, { min, max }: Bounds, path: readonly string[]): Result<string, Invalid> {
  const checked = checkText(text, min, max);
  return checked.ok ? checked : err({ ...checked.error, path });
}

/** Each scope once, in the order of the schema. */
const inOrder = (scopes: readonly Scope[]): Scope[] => SCOPES.filter((scope) => scopes.includes(scope));

type Applicant = Pick<Partner, "id" | "representative" | "representativeMode" | "fingerprint">;

/** A checked application becomes a partner that waits for its review. */
export function apply({ scopes, ...application }: Application, by: Applicant, now: Instant): Partner {
  return {
    ...application,
    ...by,
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
  officer: OfficerId,
): Result<Partner, Invalid | PartnerNotAllowedNow> {
  const next = step(partner, "approve");
  if (!next.ok) return next;
  if (scopes.length === 0) return err({ code: "SCOPES_EMPTY", path: ["scopes"] });
  const beyond = inOrder(scopes).filter((scope) => !partner.requestedScopes.includes(scope));
  if (beyond.length > 0) {
    return err({ code: "SCOPES_NOT_REQUESTED", values: { scopes: beyond.join(", ") }, path: ["scopes"] });
  }
  return ok({ ...next.value, scopes: inOrder(scopes), approvedBy: officer });
}

export const reject = (partner: Partner): Result<Partner, PartnerNotAllowedNow> => step(partner, "reject");

/** Four eyes: whoever approved cannot also open live access. */
export function grantLive(
  partner: Partner,
  officer: OfficerId,
): Result<Partner, PartnerNotAllowedNow | SameOfficer> {
  const next = step(partner, "grantLive");
  return next.ok && partner.approvedBy === officer ? err({ code: "SAME_OFFICER" }) : next;
}

export function suspend(partner: Partner): Result<Partner, PartnerNotAllowedNow> {
  const next = step(partner, "suspend");
  if (!next.ok || (partner.status !== "APPROVED" && partner.status !== "LIVE")) return next;
  return ok({ ...next.value, statusBefore: partner.status });
}

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

/** Only this person speaks for the enterprise, and in the mode in which they applied. */
export function isRepresentative(
  { representative, representativeMode }: Partner,
  person: { readonly id: CitizenId; readonly mode: Mode },
): boolean {
  return representative === person.id && representativeMode === person.mode;
}

export type PartnerEvent = Extract<EventType, `partner.${string}` | "api-key.created">;

/** Tells the representative what has become of the partner; `about` is the partner, or its new key. */
export function eventFor(partner: Partner, type: PartnerEvent, about: string = partner.id): Event {
  const { id: partnerId, representative, representativeMode: mode } = partner;
  return { type, to: [representative], mode, payload: { about, partnerId } };
}
