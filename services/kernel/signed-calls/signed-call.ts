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
import { boundedFetch } from "../bounded-fetch.ts";
import type { Log } from "../process/log.ts";
import { err, ok, type Result } from "../result.ts";
import type { Instant, Runtime } from "../runtime.ts";
import type { CallFailure } from "./failures.ts";
import type { Peer } from "./peer.ts";
import { signatureHeader, signRequest, verifySigned } from "./signature.ts";

/** All attempts together end before the function that waits for them does (10 s), with time left to put it down. */
export const CALL_LIMITS = {
  ATTEMPT_TIMEOUT_MS: 2_500,
  CALL_TIMEOUT_MS: 6_000,
  RETRIES_MAX: 2,
  BACKOFF_MS: 200,
  BACKOFF_MS_MAX: 1_000,
  /** So many failures in a row, attempts counted, and the other side is left alone for so long. */
  BREAKER_FAILURES: 5,
  BREAKER_OPEN_MS: 10_000,
  ANSWER_BYTES_MAX: 16_384,
} as const;

export type CallLimits = { readonly [K in keyof typeof CALL_LIMITS]: number };

export type CallPorts = { readonly runtime: Runtime; readonly log: Log };

/** An answer that the other side signed for this very request, and when it did by its own clock. */
type Answered = { readonly body: string; readonly at: Instant };

/** Posts to the other side until it answers or the limits are reached. The message may be repeated without harm. */
export type Call = (path: string, body: string) => Promise<Result<Answered, CallFailure>>;

/** An attempt that told nothing. It never leaves this file. */
class Unanswered extends Error {
  readonly reason: CallFailure;

  constructor(reason: CallFailure) {
    super(reason);
    this.reason = reason;
  }
}

const NONCE_BYTES = 24;

/** Worth another attempt: a wrong signature or a refused call would only come again. */
const TRANSIENT: readonly CallFailure[] = ["TIMED_OUT", "CONNECTION_LOST", "CHANNEL_FAULT"];
/**
 * Counted by the breaker. A wrong signature too: no matter who answers there, nothing should be begun whose answer cannot be
 * believed. A refused call is not: the other side works, and one bad call must not stop all others.
 */
const COUNTED: readonly CallFailure[] = [...TRANSIENT, "NOT_AUTHENTIC"];

const isOneOf = (reasons: readonly CallFailure[]) =>
  handleWhen((error) => error instanceof Unanswered && reasons.includes(error.reason));

/** The one way to the other side; the breaker counts for all that go through it, so open it once in a process. */
export function openCall(peer: Peer, ports: CallPorts, limits: CallLimits): Call {
  const { log } = ports;
  const { peer: name } = peer.protocol;
  const breaker = circuitBreaker(isOneOf(COUNTED), {
    halfOpenAfter: limits.BREAKER_OPEN_MS,
    breaker: new ConsecutiveBreaker(limits.BREAKER_FAILURES),
  });
  breaker.onBreak(() => log("ERROR", `${name}: circuit open`));
  breaker.onHalfOpen(() => log("INFO", `${name}: circuit half open`));
  breaker.onReset(() => log("INFO", `${name}: circuit closed`));
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
      const answer = await post(peer, ports.runtime, { path, body, signal, limits });
      if (answer.ok) return answer.value;
      // A refused call will be refused again: somebody has to look at it.
      const level = answer.error === "CALL_REFUSED" || answer.error === "NOT_AUTHENTIC" ? "ERROR" : "WARN";
      log(level, `${name}: no answer`, { path, reason: answer.error });
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
  readonly limits: CallLimits;
};

/** One attempt, signed by itself: the other side takes no nonce twice. */
async function post(
  peer: Peer,
  runtime: Runtime,
  { path, body, signal, limits }: Attempt,
): Promise<Result<Answered, CallFailure>> {
  const nonce = Buffer.from(runtime.random(NONCE_BYTES)).toString("base64url");
  const header = signatureHeader(peer.protocol);
  const signature = await signRequest(peer, path, body, { nonce, at: runtime.now() });
  const headers = {
    "content-type": "application/json",
    "accept-encoding": "identity",
    [header]: signature,
  };
  const request = { method: "POST", headers, body, signal, bytesMax: limits.ANSWER_BYTES_MAX };
  const answer = await boundedFetch(fetch, peer.origin + path, request);
  if (!answer.ok) return answer;
  const { status, text, headers: told } = answer.value;
  if (status === 429 || status >= 500) return err("CHANNEL_FAULT");
  if (status !== 200) return err("CALL_REFUSED");
  if (text === undefined) return err("NOT_AUTHENTIC");
  const signed = await verifySigned(peer, "answer", text, told.get(header));
  // Its nonce makes it the answer to this request and to no other.
  if (!signed.ok || signed.value.nonce !== nonce) return err("NOT_AUTHENTIC");
  return ok({ body: text, at: signed.value.at });
}
