import type { Author } from "../actor.ts";
import { fingerprintOf, idempotentId } from "../commit/idempotency.ts";
import type { TransactItem } from "../database/database.ts";
import { base32 } from "../ids.ts";
import type { Secrets } from "../process/secrets.ts";
import { ok, type Result } from "../result.ts";
import { type Instant, plusMs, type Runtime } from "../runtime.ts";
import { type NotShownAgain, SHOWN_AGAIN_MS, showAgain } from "./issue.ts";
import { getIssue, type IssueStore, putIssue } from "./store.ts";

const SEED_BYTES = 20;

export type IssuePorts = IssueStore & {
  readonly actor: Author;
  readonly now: Instant;
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "issuedSecret">;
};

export type Asked = {
  readonly operation: string;
  readonly idempotencyKey: string;
  /** In one form, whatever order it was written in. */
  readonly input: unknown;
};

/** A secret of 160 bits: a new one to be committed with what has it, or the one that this key has brought forth. */
export type BegunIssue =
  | {
      readonly secret: string;
      readonly isNew: true;
      /** Belong into the commit of what has the secret; stale where another with this key was first. */
      readonly writes: (about: string) => readonly TransactItem[];
    }
  | { readonly secret: string; readonly isNew: false; readonly about: string };

/**
 * Issues a secret once for an actor's idempotency key, and shows it again for ten minutes. It is made of the root secret,
 * the key itself, which is kept nowhere, and a random seed, which is forgotten: none of them alone tells it. Errors:
 * IDEMPOTENCY_MISMATCH for another input, SECRET_NO_LONGER_SHOWN afterwards.
 */
export async function beginIssue(
  ports: IssuePorts,
  { operation, idempotencyKey, input }: Asked,
): Promise<Result<BegunIssue, NotShownAgain>> {
  const { actor, now, runtime, secrets } = ports;
  const id = idempotentId("iss", actor, operation, idempotencyKey);
  const fingerprint = fingerprintOf(input);
  const secretFrom = (seed: string): string => secrets.issuedSecret(seed, `${id}\n${idempotencyKey}`);
  const known = await getIssue(ports, id);
  if (known.issue) {
    const again = showAgain(known.issue, known.seed, { fingerprint, now });
    if (!again.ok) return again;
    return ok({ isNew: false, secret: secretFrom(again.value), about: known.issue.about });
  }
  const seed = base32(runtime.random(SEED_BYTES));
  const until = plusMs(now, SHOWN_AGAIN_MS);
  return ok({
    isNew: true,
    secret: secretFrom(seed),
    writes: (about) => putIssue(ports, { id, about, fingerprint, issuedAt: now }, { seed, until }),
  });
}
