import { handleAll, retry } from "cockatiel";
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { jsonLog, type Log } from "../kernel/process/log.ts";

/** Shorter than a caller's patience, all attempts of one fetch together. */
const FETCH_TIMEOUT_MS = 2_000;
/** A connection that lay idle while the function was frozen may be dead: the second attempt opens another. */
const FETCH_ATTEMPTS_MAX = 2;
/** Keys that are older are fetched again, so that one which the issuer has withdrawn is soon taken for none. */
const FRESH_MS = 600_000;
/** While keys are held, neither a forged key id nor an issuer that is down may cause a fetch each time. */
const REFETCH_MS = 30_000;

/** The issuer's keys could not be fetched, or cannot be read: nothing is known of the token. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super("the issuer's keys cannot be had", { cause });
    this.name = "KeysUnavailable";
  }
}

type KeySetPorts = {
  readonly log: Log;
  /** In milliseconds; only differences count. */
  readonly clock: () => number;
};

type Keys = { readonly find: JWTVerifyGetKey; readonly fetchedAt: number };

/**
 * The keys of an issuer, fetched when they are first asked for. Fetched keys go on serving while nothing newer
 * can be had; jose's own `createRemoteJWKSet` refuses them as soon as they are ten minutes old, and has one kind of
 * error for an issuer that answers 500 and for a token that is wrong. Throws KeysUnavailable where no keys are held,
 * and for a key that only a fetch could bring. Each failure is logged as "sign-in keys": an alarm is made of these
 * lines.
 */
export function openKeySet(
  url: URL,
  { log, clock }: KeySetPorts = { log: jsonLog, clock: Date.now },
): JWTVerifyGetKey {
  let held: Keys | undefined;
  let failedAt: number | undefined;
  let pending: Promise<Keys> | undefined;

  const fetchNew = async (): Promise<Keys> => {
    try {
      const find = await fetchKeys(url);
      failedAt = undefined;
      held = { find, fetchedAt: clock() };
      return held;
    } catch (error) {
      failedAt = clock();
      log(held ? "WARN" : "ERROR", "sign-in keys", { problem: problemOf(error), isHeld: held !== undefined });
      throw new KeysUnavailable(error);
    } finally {
      pending = undefined;
    }
  };
  /** One fetch for all who wait. */
  const fetchOnce = (): Promise<Keys> => {
    pending ??= fetchNew();
    return pending;
  };

  const current = async (): Promise<Keys> => {
    if (!held) return fetchOnce();
    const kept = held;
    const isFresh = clock() - kept.fetchedAt < FRESH_MS;
    const hasJustFailed = failedAt !== undefined && clock() - failedAt < REFETCH_MS;
    return isFresh || hasJustFailed ? kept : fetchOnce().catch(() => kept);
  };

  return async (header, token) => {
    const keys = await current();
    try {
      return await keys.find(header, token);
    } catch (error) {
      const isNew = error instanceof errors.JWKSNoMatchingKey && clock() - keys.fetchedAt >= REFETCH_MS;
      if (isNew) return (await fetchOnce()).find(header, token);
      if (TOKENS_OWN.some((kind) => error instanceof kind)) throw error;
      log("ERROR", "sign-in keys", { problem: "KEY_UNREADABLE", isHeld: true });
      throw new KeysUnavailable(error);
    }
  };
}

/**
 * The complaints that jose has of a token rather than of a key: a kind or a key id that the issuer does not have, or
 * none named.
 */
const TOKENS_OWN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

type Problem = "TIMEOUT" | "UNREACHABLE" | `STATUS_${number}` | "NOT_A_KEY_SET" | "NO_KEYS";

class FetchFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem, { cause });
    this.name = "FetchFailed";
    this.problem = problem;
  }
}

const problemOf = (error: unknown): string =>
  error instanceof FetchFailed ? error.problem : "NOT_A_KEY_SET";

const onceMore = retry(handleAll, { maxAttempts: FETCH_ATTEMPTS_MAX - 1 });

async function fetchKeys(url: URL): Promise<JWTVerifyGetKey> {
  const patience = AbortSignal.timeout(FETCH_TIMEOUT_MS);
  try {
    return await onceMore.execute(async () => keysIn(await fetchText(url, patience)), patience);
  } catch (error) {
    throw patience.aborted ? new FetchFailed("TIMEOUT", error) : error;
  }
}

async function fetchText(url: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    signal,
    redirect: "manual",
    headers: { accept: "application/json" },
  }).catch((error: unknown) => {
    throw new FetchFailed("UNREACHABLE", error);
  });
  const text = await response.text().catch((error: unknown) => {
    throw new FetchFailed("UNREACHABLE", error);
  });
  if (response.status !== 200) throw new FetchFailed(`STATUS_${response.status}`);
  return text;
}

/** A set without any key would make every token a wrong one, so it counts as none. */
function keysIn(text: string): JWTVerifyGetKey {
  const keySet: JSONWebKeySet = JSON.parse(text);
  const find = createLocalJWKSet(keySet); // It refuses what is none.
  if (find.jwks().keys.length === 0) throw new FetchFailed("NO_KEYS");
  return find;
}
