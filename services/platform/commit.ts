import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { type Author, actorName } from "./actor.ts";
import type { Database, StoredItem, TransactItem } from "./database.ts";
import { type Event, eventText, outboxPlace } from "./event.ts";
import { err, ok, type Result } from "./result.ts";
import type { Instant } from "./runtime.ts";
import { type Key, keys, type TableName } from "./tables.ts";

/** One change of one aggregate: what is written, and who did it, when and why. */
export type Change = {
  readonly actor: Author;
  /** For example "partners.partner.approved". */
  readonly action: string;
  readonly reason?: string;
  /** The id of the record whose history this belongs to. */
  readonly aggregate: string;
  /** The table that keeps the aggregate, and so its audit trail. */
  readonly table: TableName;
  readonly at: Instant;
  readonly requestId: string;
  readonly writes: readonly TransactItem[];
  /**
   * Begins the aggregate, whose record stands at this key: the change is refused as stale if the aggregate has a
   * history already, and who knows its id finds the record by its first audit entry.
   */
  readonly creates?: Key;
  /** What others are told of it. Events of one aggregate are delivered in the order of its commits. */
  readonly event?: Event;
};

/** Some writes found another state than they expected; nothing was written. Read again and decide again. */
export type Stale = { readonly code: "STALE"; readonly writes: readonly number[] };

/** The answer was lost: the change may or may not stand. Never to be taken for a failure. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super("the outcome of a commit is unknown", { cause });
    this.name = "OutcomeUnknown";
  }
}

export type Commit = (change: Change) => Promise<Result<void, Stale>>;

/** An entry of an aggregate's audit trail; `hash` covers all else, `before` is the hash of the entry before. */
export type AuditEntry = {
  readonly sequence: number;
  readonly actor: string;
  readonly action: string;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId: string;
  /** Digest of the records as written. */
  readonly content: string;
  readonly before: string;
  /** As `eventText` writes it. */
  readonly event?: string;
  /** The sequence of the last entry before this one that has an event. */
  readonly previousEvent?: number;
  readonly hash: string;
  /** Of a first entry: where the aggregate's record stands. */
  readonly record?: Key;
};

/** A transaction holds 100 actions at most; the audit entry is one of them. */
export const WRITES_MAX = 99;
const ATTEMPTS_MAX = 5;
const BACKOFF_MS = 15;

const RETRYABLE = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "None",
]);

/**
 * Writes a change and its audit entry in one transaction: all of it or nothing. The entry's own key is the guard
 * against two commits to one aggregate at once, so only that collision, conflicts and throttling are tried again.
 */
export function commitTo(database: Database): Commit {
  return async (change) => {
    if (change.writes.length > WRITES_MAX) throw new Error(`a commit holds at most ${WRITES_MAX} writes`);
    for (let attempt = 1; ; attempt += 1) {
      const entry = auditEntry(change, change.creates ? undefined : await lastEntry(database, change));
      const items = [...change.writes, auditPut(database, change, entry)];
      try {
        await database.transact(items, randomUUID());
        return ok(undefined);
      } catch (error) {
        const reasons = cancellationReasons(error);
        if (!reasons) throw isRefused(error) ? error : new OutcomeUnknown(error);
        const failed = change.writes.flatMap((_, i) => (reasons[i] === "ConditionalCheckFailed" ? [i] : []));
        if (failed.length > 0) return err({ code: "STALE", writes: failed });
        if (change.creates && reasons.at(-1) === "ConditionalCheckFailed")
          return err({ code: "STALE", writes: [] });
        const others = reasons.slice(0, change.writes.length);
        if (attempt >= ATTEMPTS_MAX || !others.every((reason) => RETRYABLE.has(reason))) throw error;
        await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
      }
    }
  };
}

export function cancellationReasons(error: unknown): readonly string[] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  return error.CancellationReasons?.map(({ Code }) => Code ?? "None");
}

/** The database said no before it did anything (4xx); anything else leaves the outcome open. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && "$fault" in error && error.$fault === "client";
}

async function lastEntry(database: Database, { aggregate, table }: Change): Promise<StoredItem | undefined> {
  const { pk } = keys.auditEntry(aggregate, 0);
  return (await database.query({ table, pk, limit: 1, newestFirst: true })).items[0];
}

function auditEntry(change: Change, last: StoredItem | undefined): AuditEntry {
  const previous = last?.["event"] ? last["sequence"] : last?.["previousEvent"];
  const entry = {
    sequence: Number(last?.["sequence"] ?? 0) + 1,
    actor: actorName(change.actor),
    action: change.action,
    reason: change.reason ?? "",
    at: change.at,
    requestId: change.requestId,
    content: digest(change.writes),
    before: String(last?.["hash"] ?? ""),
    ...(change.creates ? { record: change.creates } : {}),
    ...(change.event ? { event: eventText(change.event) } : {}),
    ...(previous === undefined ? {} : { previousEvent: Number(previous) }),
  };
  return { ...entry, hash: digest([change.aggregate, entry]) };
}

function auditPut(database: Database, { aggregate, table }: Change, entry: AuditEntry): TransactItem {
  return {
    Put: {
      TableName: database.nameOf(table),
      Item: {
        ...keys.auditEntry(aggregate, entry.sequence),
        ...entry,
        ...(entry.event ? outboxPlace(table, aggregate, entry.sequence, entry.at) : {}),
      },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
}

const digest = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? v.toString() : v)))
    .digest("base64url");
