import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Author, actorName } from "../actor.ts";
import type { AwsRefusal } from "../aws/json-calls.ts";
import type { Database, StoredItem, TransactItem } from "../database/database.ts";
import { type Key, keys, type TableName } from "../database/tables.ts";
import { OutcomeUnknown } from "../database/transaction.ts";
import { err, ok, type Result } from "../result.ts";
import type { Instant } from "../runtime.ts";
import { type AuditEntry, auditHash, digest, headOf } from "./audit-entry.ts";
import { type Event, eventText, outboxPlace } from "./event.ts";

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
  /**
   * The content of the record that it creates, as text, where another change writes the record, and soon: one write less.
   * Until then its trail's first entry is all that there is of it.
   */
  readonly begun?: string;
  /** The last entry of its trail, where it was read with what was decided on: the commit need not ask for it first. */
  readonly last?: LastEntry;
  /**
   * One of the writes, a put, whose record keeps the head of the trail from then on: one who reads it has the last entry
   * with it, for `last`. The entry's digest is of the record without it.
   */
  readonly keepsHead?: TransactItem;
  /** The revision that the aggregate's record has after it: by it the trail tells whether its end is missing. */
  readonly revision?: number;
  /** The event by which others are told of it. Events of one aggregate are delivered in the order of its commits. */
  readonly event?: Event;
  /** The act of another that follows from it at once, and is written with it: an entry of its own behind the first. */
  readonly following?: Pick<Change, "actor" | "action" | "reason" | "event" | "revision">;
};

/** The last entry of an aggregate's trail as it stood; none of one that has no history yet. */
export type LastEntry = { readonly entry: StoredItem | undefined };

/** Some writes found another state than they expected; nothing was written. Read again and decide again. */
export type Stale = { readonly code: "STALE"; readonly writes: readonly number[] };

export type Commit = (change: Change) => Promise<Result<void, Stale>>;

/** A transaction holds 100 actions at most; the audit entry is one of them, and that of an act that follows another. */
export const WRITES_MAX = 99;
const ACTIONS_MAX = 100;
const COMMIT_ID_BYTES = 12;
const ATTEMPTS_MAX = 5;
const BACKOFF_MS = 15;

/** Together with all attempts of a transaction still within the function's time. */
const LOOK_TIMEOUT_MS = 1_500;

const CONFLICT = "TransactionConflict";
const RETRYABLE = new Set([CONFLICT, "ThrottlingError", "ProvisionedThroughputExceeded", "None"]);

/**
 * Writes a change and its audit entry in one transaction: all of it or nothing. The entry's own key is the guard
 * against two commits to one aggregate at once, so only that collision, conflicts and throttling are tried again.
 *
 * The entry tells, too, what became of a change whose answer was lost. Entries are never removed: where its own stands,
 * the change does; where another's stands at its sequence, the change never will. Where there is none, a request may
 * still be under way, and the outcome is unknown. Until its place is taken, every attempt writes the same entry to it,
 * so that one of them at most can stand, whatever comes late. Throws OutcomeUnknown, or the database's refusal.
 */
export function commitTo(database: Database): Commit {
  // The entry that this very commit has written last: where the same aggregate is changed again, it is not asked for. If
  // another has come behind it, its place is taken, and the trail's end is read.
  let own: (Pick<Change, "table" | "aggregate"> & { readonly entry: AuditEntry }) | undefined;
  return async (change) => {
    const { table, aggregate, writes } = change;
    if (writes.length + (change.following ? 2 : 1) > ACTIONS_MAX)
      throw new Error(`a commit holds at most ${WRITES_MAX} writes`);
    const isNext = own?.table === table && own.aggregate === aggregate && !change.creates;
    const last = change.last ?? (isNext ? own : undefined);
    let entries = entriesAfter(change, last ?? (await lastBefore(database, change)));
    own = undefined;
    const done = (): Result<void, Stale> => {
      own = { table, aggregate, entry: entries.head };
      return ok(undefined);
    };
    // Writes what was decided and decides nothing: only conflicts, throttling and lost answers are tried again.
    for (let attempt = 1; ; attempt += 1) {
      const { entry, all, head } = entries;
      const puts = all.map((one) => auditPut(database, change, one));
      try {
        await database.transact([...writesOf(change, head), ...puts], randomUUID());
        return done();
      } catch (error) {
        const reasons = cancellationReasons(error);
        if (!reasons && !(error instanceof OutcomeUnknown)) throw error;
        const standing = await hashAt(database, change, entry, error);
        if (standing === entry.hash) return done();
        if (!reasons && !standing) throw error;
        const stale = staleWrites(change, reasons ?? [], standing);
        if (stale) return err({ code: "STALE", writes: stale });
        const others = reasons?.slice(0, writes.length) ?? [];
        if (attempt >= ATTEMPTS_MAX || !others.every((reason) => RETRYABLE.has(reason))) throw error;
        await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
        if (standing) entries = entriesAfter(change, await lastBefore(database, change));
      }
    }
  };
}

/** The writes that found another state than they expected; undefined where none did, and the commit may go on. */
function staleWrites(
  { writes, creates }: Change,
  reasons: readonly string[],
  standing: string | undefined,
): readonly number[] | undefined {
  const failed = writes.flatMap((_, i) => (reasons[i] === "ConditionalCheckFailed" ? [i] : []));
  return failed.length > 0 || (creates && standing) ? failed : undefined;
}

/** The writes of a change; the one that keeps the trail's head has it, under `trail`. */
function writesOf({ writes, keepsHead }: Change, entry: AuditEntry): readonly TransactItem[] {
  if (!keepsHead) return writes;
  return writes.map((write) => {
    if (write !== keepsHead) return write;
    if (!write.Put) throw new Error("a put keeps the head of a trail");
    return { ...write, Put: { ...write.Put, Item: { ...write.Put.Item, trail: headOf(entry) } } };
  });
}

/** Nothing was written, because others were at the same records each time. */
export const isContended = (error: unknown): boolean => {
  const reasons = cancellationReasons(error);
  return reasons?.includes(CONFLICT) === true && reasons.every((one) => one === CONFLICT || one === "None");
};

/** Of an AwsRefusal, by its shape: a module that stands beside a bundle has a class of that name of its own. */
export const cancellationReasons = (error: unknown): AwsRefusal["reasons"] =>
  error instanceof Error && "reasons" in error && isTexts(error.reasons) ? error.reasons : undefined;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const lastBefore = async (database: Database, change: Change): Promise<LastEntry> =>
  change.creates ? { entry: undefined } : readLastEntry(database, change);

/**
 * The entries of a change for the place behind the last one: its own, and that of what follows from it. They are made once
 * for their place, because an attempt whose answer was lost may have written them.
 */
function entriesAfter(change: Change, last: LastEntry) {
  const entry = auditEntry(change, last.entry);
  if (!change.following) return { entry, all: [entry], head: entry };
  const { aggregate, table, at, requestId, writes } = change;
  const head = auditEntry({ aggregate, table, at, requestId, writes, ...change.following }, entry);
  return { entry, all: [entry, head], head };
}

/** The last entry of an aggregate's trail, to be read together with the records that a change is decided on. */
export async function readLastEntry(
  database: Pick<Database, "query">,
  { table, aggregate }: Pick<Change, "table" | "aggregate">,
): Promise<LastEntry> {
  const { pk } = keys.auditEntry(aggregate, 0);
  const { items } = await database.query({ table, pk, limit: 1, newestFirst: true });
  return { entry: items[0] };
}

/** The hash of the entry that stands where `entry` was to be; throws OutcomeUnknown where it cannot be read. */
async function hashAt(
  database: Database,
  { aggregate, table }: Change,
  { sequence }: AuditEntry,
  cause: unknown,
): Promise<string | undefined> {
  const { pk, sk } = keys.auditEntry(aggregate, sequence);
  const look = database.query({ table, pk, skPrefix: sk, limit: 1 }).catch(() => undefined);
  const found = await Promise.race([look, sleep(LOOK_TIMEOUT_MS, undefined, { ref: false })]);
  if (!found) throw cause instanceof OutcomeUnknown ? cause : new OutcomeUnknown(cause);
  const [standing] = found.items;
  return standing && String(standing["hash"]);
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
    commitId: randomBytes(COMMIT_ID_BYTES).toString("base64url"),
    content: digest(change.writes),
    before: String(last?.["hash"] ?? ""),
    ...(change.creates ? { record: change.creates } : {}),
    ...(change.event ? { event: eventText(change.event) } : {}),
    ...(previous === undefined ? {} : { previousEvent: Number(previous) }),
    ...(change.revision === undefined ? {} : { revision: change.revision }),
    ...(change.begun === undefined ? {} : { begun: change.begun }),
  };
  return { ...entry, hash: auditHash(change.aggregate, entry) };
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
