import { createHash } from "node:crypto";
import type { Key } from "../database/tables.ts";
import type { Instant } from "../runtime.ts";

/** An entry of an aggregate's audit trail; `hash` covers all else, `before` is the hash of the entry before. */
export type AuditEntry = {
  readonly sequence: number;
  readonly actor: string;
  readonly action: string;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId: string;
  /** Random: no two commits have the same hash, not even of the same change. */
  readonly commitId: string;
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
  /** The revision that the aggregate's record has after it; none where the change left that record alone. */
  readonly revision?: number;
  /** Of a first entry: the record's content, where no record was written yet. */
  readonly begun?: string;
};

/** The head of a trail, as a record of its aggregate keeps it: as much of the last entry as the next one goes on from. */
export type TrailHead = {
  readonly sequence: number;
  readonly hash: string;
  /** The sequence of the last entry that has an event, this one included. */
  readonly previousEvent?: number | undefined;
};

export const headOf = ({ sequence, hash, event, previousEvent }: AuditEntry): TrailHead => {
  const latest = event === undefined ? previousEvent : sequence;
  return { sequence, hash, ...(latest === undefined ? {} : { previousEvent: latest }) };
};

/** The fields that an entry's hash covers, in their order; a field that is added later goes to the end. */
const COVERED = [
  "sequence",
  "actor",
  "action",
  "reason",
  "at",
  "requestId",
  "commitId",
  "content",
  "before",
  "record",
  "event",
  "previousEvent",
  "revision",
  "begun",
] as const satisfies readonly (keyof AuditEntry)[];

/** The hash of an entry, whether it is made now or read again: a database keeps no order of fields. */
export function auditHash(aggregate: string, entry: Readonly<Record<string, unknown>>): string {
  const covered = COVERED.flatMap((name) =>
    entry[name] === undefined ? [] : [[name, inOrder(entry[name])]],
  );
  return digest([aggregate, Object.fromEntries(covered)]);
}

/** A key is hashed with its partition first. */
const inOrder = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "pk" in value && "sk" in value
    ? { pk: value.pk, sk: value.sk }
    : value;

export const digest = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? v.toString() : v)))
    .digest("base64url");
