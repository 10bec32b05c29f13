import { err, ok, type Result } from "../result.ts";
import type { Instant } from "../runtime.ts";

export type IssueId = `iss_${string}`;

/**
 * The record that a secret was issued under an idempotency key, for what and on what input. It stays; the secret does
 * not.
 */
export type Issue = {
  readonly id: IssueId;
  /** The id of what has the secret: an API key, a consent request. */
  readonly about: string;
  readonly fingerprint: string;
  readonly issuedAt: Instant;
};

/**
 * The seed that a secret is made from, together with the root secret and the caller's idempotency key; it goes with its
 * time.
 */
export type Seed = {
  readonly seed: string;
  /** From then on the secret is not shown again. */
  readonly until: Instant;
};

/** For so long an answer that was lost can be asked for again. */
export const SHOWN_AGAIN_MS = 10 * 60_000;

export type NotShownAgain =
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | {
      readonly code: "SECRET_NO_LONGER_SHOWN";
      readonly about: string;
      readonly values: Readonly<Record<string, string>>;
    };

/** The seed of the secret that the same key and input have brought forth, while it may be shown again. */
export function showAgain(
  { about, fingerprint }: Issue,
  seed: Seed | undefined,
  asked: { readonly fingerprint: string; readonly now: Instant },
): Result<string, NotShownAgain> {
  if (fingerprint !== asked.fingerprint) return err({ code: "IDEMPOTENCY_MISMATCH" });
  if (seed && asked.now < seed.until) return ok(seed.seed);
  const minutes = String(SHOWN_AGAIN_MS / 60_000);
  return err({ code: "SECRET_NO_LONGER_SHOWN", about, values: { about, minutes } });
}
