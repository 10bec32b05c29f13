import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import type { Log } from "../../../kernel/process/log.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { UnknownReason } from "./channel-answer.ts";
import type { HostedSettings } from "./hosted-settings.ts";
import { SIGNATURE_HEADER, signRequest, verifySigned } from "./hosted-signature.ts";

/** All attempts together end before the function that waits for them does (10 s), with time left to put it down. */
export const HOSTED_LIMITS = {
  ATTEMPT_TIMEOUT_MS: 2_500,
  CALL_TIMEOUT_MS: 6_000,
  RETRIES_MAX: 2,
  BACKOFF_MS: 200,
  BACKOFF_MS_MAX: 1_000,
  /** So many failures in a row, attempts counted, and the gateway is left alone for so long. */
  BREAKER_FAILURES: 5,
  BREAKER_OPEN_MS: 10_000,
  ANSWER_BYTES_MAX: 16_384,
} as const;

export type HostedLimits = { readonly [K in keyof typeof HOSTED_LIMITS]: number };

export type HostedPorts = { readonly runtime: Runtime; readonly log: Log };

/** An answer that the gateway signed for this very request, and when it did by its own clock. */
type Answered = { readonly body: string; readonly at: Instant };

/** Posts to the gateway until it answers or the limits are reached. What it sends may be repeated without harm. */
export type Call = (path: string, body: string) => Promise<Result<Answered, UnknownReason>>;

/** An attempt that told nothing. It never leaves this file. */
class Unanswered extends Error {
  readonly reason: UnknownReason;

  constructor(reason: UnknownReason) {
    super(reason);
    this.reason = reason;
  }
}

const NONCE_BYTES = 24;

/** Worth another attempt: a wrong signature or a refused call would only come again. */
const TRANSIENT: readonly UnknownReason[] = ["TIMED_OUT", "CONNECTION_LOST", "CHANNEL_FAULT"];
/**
 * Counted by the breaker. A wrong signature too: whoever answers there, no payment should be begun whose answer cannot
 * be believed. A refused call is not: the gateway works, and one bad order must not stop all others.
 */
const COUNTED: readonly UnknownReason[] = [...TRANSIENT, "NOT_AUTHENTIC"];

const isOneOf = (reasons: readonly UnknownReason[]) =>
  handleWhen((error) => error instanceof Unanswered && reasons.includes(error.reason));

/** The one way to the gateway; the breaker counts for all that go through it, so open it once in a process. */
export function openCall(settings: HostedSettings, ports: HostedPorts, limits: HostedLimits): Call {
  const { log } = ports;
  const breaker = circuitBreaker(isOneOf(COUNTED), {
    halfOpenAfter: limits.BREAKER_OPEN_MS,
    breaker: new ConsecutiveBreaker(limits.BREAKER_FAILURES),
  });
  breaker.onBreak(() => log("ERROR", "payment gateway: circuit open"));
  breaker.onHalfOpen(() => log("INFO", "payment gateway: circuit half open"));
  breaker.onReset(() => log("INFO", "payment gateway: circuit closed"));
  const policy = wrap(
    retry(isOneOf(TRANSIENT), {
      maxAttempts: limits.RETRIES_MAX,
      backoff: new ExponentialBackoff({
        generator: fullJitterGenerator,
        initialDelay: limits.BACKOFF_MS,
        maxDelay: limits.BACKOFF_MS_MAX,
      }),
    }),
    breaker,
    timeout(limits.ATTEMPT_TIMEOUT_MS, TimeoutStrategy.Cooperative),
  );

  return async (path, body) => {
    const attempt = async (signal: AbortSignal): Promise<Answered> => {
      const answer = await post(settings, ports.runtime, { path, body, signal, limits });
      if (answer.ok) return answer.value;
      // A refused call will be refused again: somebody has to look at it.
      const level = answer.error === "CALL_REFUSED" || answer.error === "NOT_AUTHENTIC" ? "ERROR" : "WARN";
      log(level, "payment gateway: no answer", { path, reason: answer.error });
      throw new Unanswered(answer.error);
    };
    const deadline = AbortSignal.timeout(limits.CALL_TIMEOUT_MS);
    try {
      return ok(await policy.execute(({ signal }) => attempt(signal), deadline));
    } catch (error) {
      if (isBrokenCircuitError(error)) return err("CIRCUIT_OPEN");
      if (isTaskCancelledError(error)) return err("TIMED_OUT");
      if (error instanceof Unanswered) return err(error.reason);
      throw error;
    }
  };
}

type Attempt = {
  readonly path: string;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly limits: HostedLimits;
};

/** One attempt, signed by itself: the gateway takes no nonce twice. */
async function post(
  settings: HostedSettings,
  runtime: Runtime,
  { path, body, signal, limits }: Attempt,
): Promise<Result<Answered, UnknownReason>> {
  const nonce = Buffer.from(runtime.random(NONCE_BYTES)).toString("base64url");
  const signature = await signRequest(settings, path, body, { nonce, at: runtime.now() });
  const headers = {
    "content-type": "application/json",
    "accept-encoding": "identity",
    [SIGNATURE_HEADER]: signature,
  };
  let answer: Response;
  let text: string | undefined;
  try {
    // A redirect is not followed: it is no answer, and the next address might not be the gateway's.
    answer = await fetch(settings.origin + path, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal,
    });
    text = await textOf(answer, limits.ANSWER_BYTES_MAX);
  } catch {
    return err(signal.aborted ? "TIMED_OUT" : "CONNECTION_LOST");
  }
  if (answer.status === 429 || answer.status >= 500) return err("CHANNEL_FAULT");
  if (answer.status !== 200) return err("CALL_REFUSED");
  if (text === undefined) return err("NOT_AUTHENTIC");
  const signed = await verifySigned(settings, "payment-answer", text, answer.headers.get(SIGNATURE_HEADER));
  // Its nonce makes it the answer to this request and to no other.
  if (!signed.ok || signed.value.nonce !== nonce) return err("NOT_AUTHENTIC");
  return ok({ body: text, at: signed.value.at });
}

/** The body as it came; undefined, and the rest left unread, where it is longer than any answer of the protocol. */
async function textOf({ body }: Response, bytesMax: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
