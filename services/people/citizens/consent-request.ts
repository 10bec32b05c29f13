import { CONSENT_SCOPES, type Mode, type Scope } from "../../kernel/actor.ts";
import { scopeNames } from "../../kernel/enum-words.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { MessageCode, Values } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_MS, type Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import type { ConsentId, ConsentRequestId } from "./ids.ts";

/** How long a link stands before it has to be answered. */
export const ANSWER_WITHIN_MS = 7 * DAY_MS;
const CONSENT_DAYS_MAX = 365;
const PURPOSE_LENGTH = { min: 2, max: 200 };

/** A partner asks a citizen whom it may not know yet; anybody who holds the token and is signed in answers. */
export type ConsentRequest = {
  readonly id: ConsentRequestId;
  readonly mode: Mode;
  readonly partnerId: PartnerId;
  readonly partnerName: string;
  readonly partnerCreditCode: string;
  readonly scopes: readonly Scope[];
  readonly purpose: string;
  /** For how many days from the grant the consent would hold. */
  readonly days: number;
  readonly requestedAt: Instant;
  readonly answerBy: Instant;
  readonly tokenHash: string;
  readonly answer: "NONE" | "GRANTED" | "REFUSED";
  /** The citizen who answered. */
  readonly citizenId?: CitizenId;
  readonly grantedScopes: readonly Scope[];
  /** The consent that the grant has made. */
  readonly consent?: GivenConsent;
};

export type GivenConsent = { readonly id: ConsentId; readonly expiresAt: Instant };

export type ConsentRequestStatus = "PENDING" | "GRANTED" | "REFUSED" | "EXPIRED";

export function requestStatus({ answer, answerBy }: ConsentRequest, now: Instant): ConsentRequestStatus {
  if (answer !== "NONE") return answer;
  return answerBy <= now ? "EXPIRED" : "PENDING";
}

export type RequestAction = "grant" | "refuse";

/** The actions that the citizen still has on a request: answered or too late, nothing more. */
const POSSIBLE: Readonly<Record<ConsentRequestStatus, readonly RequestAction[]>> = {
  PENDING: ["grant", "refuse"],
  GRANTED: [],
  REFUSED: [],
  EXPIRED: [],
};

export type Asked = { readonly scopes: readonly Scope[]; readonly purpose: string; readonly days: number };

export type InvalidAsked = {
  readonly code: MessageCode;
  readonly values: Values;
  readonly path: readonly string[];
};

/** A partner asks for scopes that a person can consent to and its own key holds, and says what for and for how long. */
export function checkAsked(asked: Asked, keyScopes: readonly Scope[]): Result<Asked, InvalidAsked> {
  const scopes = CONSENT_SCOPES.filter((scope) => asked.scopes.includes(scope));
  const wrong = (code: MessageCode, field: string, values: Values = {}) =>
    err({ code, values, path: ["input", field] });
  if (asked.scopes.length === 0) return wrong("SCOPES_EMPTY", "scopes");
  const others = asked.scopes.filter((scope) => !CONSENT_SCOPES.includes(scope));
  if (others.length > 0) return wrong("SCOPES_NOT_PERSONAL", "scopes", { scopes: scopeNames(others) });
  const missing = scopes.filter((scope) => !keyScopes.includes(scope));
  if (missing.length > 0) return wrong("SCOPES_NOT_GRANTED", "scopes", { scopes: scopeNames(missing) });
  const purpose = checkText(asked.purpose, PURPOSE_LENGTH.min, PURPOSE_LENGTH.max);
  if (!purpose.ok) return wrong(purpose.error.code, "purpose", purpose.error.values);
  if (asked.days < 1 || asked.days > CONSENT_DAYS_MAX) {
    return wrong("DAYS_OUT_OF_RANGE", "days", { max: String(CONSENT_DAYS_MAX) });
  }
  return ok({ scopes, purpose: purpose.value, days: asked.days });
}

export type RequestNotAllowedNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: ConsentRequestStatus;
  readonly availableActions: readonly RequestAction[];
};

export type NotAnswerable =
  | RequestNotAllowedNow
  | { readonly code: "SCOPES_EMPTY" | "SCOPES_NOT_GRANTED"; readonly scopes: readonly Scope[] };

/** The citizen's yes to all or part of what was asked. */
export function grantRequest(
  request: ConsentRequest,
  by: CitizenId,
  scopes: readonly Scope[],
  now: Instant,
): Result<ConsentRequest, NotAnswerable> {
  const possible = checkState(request, "grant", now);
  if (!possible.ok) return possible;
  if (scopes.length === 0) return err({ code: "SCOPES_EMPTY", scopes: [] });
  const extra = scopes.filter((scope) => !request.scopes.includes(scope));
  if (extra.length > 0) return err({ code: "SCOPES_NOT_GRANTED", scopes: extra });
  return ok({
    ...request,
    answer: "GRANTED",
    citizenId: by,
    grantedScopes: request.scopes.filter((scope) => scopes.includes(scope)),
  });
}

/** The citizen's no. */
export function refuseRequest(
  request: ConsentRequest,
  by: CitizenId,
  now: Instant,
): Result<ConsentRequest, RequestNotAllowedNow> {
  const possible = checkState(request, "refuse", now);
  if (!possible.ok) return possible;
  return ok({ ...request, answer: "REFUSED", citizenId: by });
}

function checkState(
  request: ConsentRequest,
  action: RequestAction,
  now: Instant,
): Result<void, RequestNotAllowedNow> {
  const state = requestStatus(request, now);
  if (POSSIBLE[state].includes(action)) return ok(undefined);
  return err({ code: "NOT_ALLOWED_NOW", state, availableActions: POSSIBLE[state] });
}
