import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { OutcomeUnknown } from "../kernel/database/transaction.ts";
import type { Message, MessageCode, Say, Values } from "../kernel/message.ts";
import { OutOfCalendar } from "../kernel/runtime.ts";

/** Codes of thrown errors; refusals that the domain foresees are data and not among them. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "CONSENT_REQUIRED",
  "BAD_USER_INPUT",
  "LIMIT_EXCEEDED",
  "NOT_FOUND",
  "UNAVAILABLE",
  "INTERNAL",
  "OUTCOME_UNKNOWN",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const HTTP_STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, UNAVAILABLE: 503 };

/** A text by its code, with what fills its gaps. */
export type Phrase = { readonly reason: MessageCode; readonly values?: Values };

/** The filling of a gap: text as it is, or phrases, of which any one holds. */
type Gap = string | Message | readonly Phrase[];

/** A thrown error that may be shown: the text of `reason`, its gaps filled with `values`. */
export class PlatformError extends GraphQLError {
  readonly code: ErrorCode;
  readonly reason: MessageCode;
  readonly values: Readonly<Record<string, Gap>>;

  constructor(
    code: ErrorCode,
    reason: MessageCode,
    values: Readonly<Record<string, Gap>> = {},
    extensions = {},
  ) {
    const status = HTTP_STATUS[code];
    super(reason, { extensions: { code, ...extensions, ...(status ? { http: { status } } : {}) } });
    this.name = "PlatformError";
    this.code = code;
    this.reason = reason;
    this.values = values;
  }
}

export const unauthenticated = (reason: MessageCode): PlatformError =>
  new PlatformError("UNAUTHENTICATED", reason);

/** Something that the platform relies on is down, and nothing was done: the same request may succeed in a moment. */
export const unavailable = (reason: MessageCode): PlatformError => new PlatformError("UNAVAILABLE", reason);

export const consentRequired = (): PlatformError => new PlatformError("CONSENT_REQUIRED", "CONSENT_REQUIRED");

/** `reason` names the rule, for example "NOT_MONEY". */
export const badInput = (reason: MessageCode, values: Values = {}, extensions = {}): PlatformError =>
  new PlatformError("BAD_USER_INPUT", reason, values, extensions);

/** As `badInput`, where nothing of the request was executed: it is answered with status 400. */
export const badRequest = (
  reason: MessageCode,
  values: Readonly<Record<string, string>> = {},
): PlatformError => new PlatformError("BAD_USER_INPUT", reason, values, { http: { status: 400 } });

export const limitExceeded = (limit: string, max: number): PlatformError =>
  new PlatformError("LIMIT_EXCEEDED", "LIMIT_EXCEEDED", { limit, max: String(max) }, { limit, max });

export type Presentation = {
  readonly requestId: string;
  /** In the language of the request. */
  readonly say: Say;
};

/** The length of graphql's own messages, which repeat what they are about in full. */
const MESSAGE_LENGTH_MAX = 500;

/** The error as a caller sees it. A fault keeps its details to itself; the log has them under the request id. */
export function present(
  formatted: GraphQLFormattedError,
  cause: unknown,
  to: Presentation,
): GraphQLFormattedError {
  const { requestId, say } = to;
  const { code: given, stacktrace: _, ...rest } = formatted.extensions ?? {};
  const extensions = { ...rest, requestId, retryable: false };
  const error = platformError(cause) ?? lostOutcome(cause);
  if (error) {
    const message = textOf(error, say);
    return {
      ...formatted,
      message,
      extensions: { ...extensions, code: error.code, retryable: isRetryable(error.code) },
    };
  }
  if (isFault(given)) {
    const message = say("INTERNAL", { requestId });
    const { path } = formatted;
    return {
      message,
      ...(path ? { path } : {}),
      extensions: { code: "INTERNAL", requestId, retryable: true },
    };
  }
  const message = formatted.message.slice(0, MESSAGE_LENGTH_MAX);
  return { ...formatted, message, extensions: { ...extensions, code: clientCode(given) } };
}

/** The error without the names of the schema that graphql suggests in place of a mistyped one. */
export const withoutSuggestion = (error: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  message: error.message.replace(/ Did you mean .*$/s, ""),
});

const isPhrases = (gap: Gap): gap is readonly Phrase[] => Array.isArray(gap);

function textOf({ reason, values }: PlatformError, say: Say): string {
  const filled = Object.entries(values).map(([gap, value]) => [
    gap,
    isPhrases(value) ? value.map((one) => say(one.reason, one.values)).join(say("OR_ELSE")) : value,
  ]);
  return say(reason, Object.fromEntries(filled));
}

/** Whether `error` is our own doing rather than the caller's, and belongs into the log with its stack. */
export function isUnforeseen(formatted: GraphQLFormattedError, cause: unknown): boolean {
  return !platformError(cause) && isFault(formatted.extensions?.["code"]);
}

/** The caller's view of `cause`. A time behind the calendar is bad input: times arise from what is asked. */
export function platformError(cause: unknown): PlatformError | undefined {
  const origin = originOf(cause);
  if (origin instanceof OutOfCalendar) return badInput("OUT_OF_CALENDAR");
  return origin instanceof PlatformError ? origin : undefined;
}

/** A lost commit is no failure to the caller, and a fault of ours all the same. */
function lostOutcome(cause: unknown): PlatformError | undefined {
  if (!(originOf(cause) instanceof OutcomeUnknown)) return undefined;
  return new PlatformError("OUTCOME_UNKNOWN", "OUTCOME_UNKNOWN");
}

const originOf = (cause: unknown): unknown =>
  cause instanceof GraphQLError && cause.originalError ? originOf(cause.originalError) : cause;

const isFault = (code: unknown): boolean => code === undefined || code === "INTERNAL_SERVER_ERROR";
const RETRYABLE: readonly ErrorCode[] = ["INTERNAL", "OUTCOME_UNKNOWN", "UNAVAILABLE"];
const isRetryable = (code: ErrorCode): boolean => RETRYABLE.includes(code);

/** Apollo's names for what is wrong with a document or its variables. */
const clientCode = (code: unknown): string => (typeof code === "string" ? code : "BAD_REQUEST");
