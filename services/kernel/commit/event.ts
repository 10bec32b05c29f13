import { createHash } from "node:crypto";
import type { Mode } from "../actor.ts";
import { shardOf } from "../database/shard.ts";
import { INDEX1, keys, OUTBOX_SHARDS, OUTBOX_TABLES, type TableName } from "../database/tables.ts";
import { EVENTS } from "../generated/events.ts";
import { base32, type CitizenId } from "../ids.ts";
import type { Instant } from "../runtime.ts";

/** The services state these events: a commit carries no others. */
export type EventType = keyof typeof EVENTS;
export type Payload<T extends EventType = EventType> = Readonly<Record<(typeof EVENTS)[T][number], string>>;

type EventOf<T extends EventType> = {
  readonly type: T;
  /** Citizens who are told, and the mode in which they are known. */
  readonly to: readonly CitizenId[];
  readonly mode: Mode;
  readonly payload: Payload<T>;
  /** The numbers that its delivery counts, in the words of the service that counts it. */
  readonly counts?: Counts;
};

/** Numbers to be added up, beside names of what they are of. */
export type Counts = Readonly<Record<string, string | number>>;

/** The news of a change for others. It is written with the change, and delivered afterwards. */
export type Event = { readonly [T in EventType]: EventOf<T> }[EventType];

/** An event as its receivers get it. */
export type RecordedEvent = Event & {
  /** Begins with the time of the event, so that the order of ids is the order of time. */
  readonly id: string;
  /** When its change was made. */
  readonly at: Instant;
};

/** The records that each of them keeps are written in one transaction. */
const RECIPIENTS_MAX = 50;
const PAYLOAD_LENGTH_MAX = 300;
const COUNTS_LENGTH_MAX = 500;
const TIME_BYTES = 6;
const DIGEST_BYTES = 10;

/** The one text of an event, which the audit entry's hash covers. */
export function eventText({ type, mode, to, payload, counts }: Event): string {
  const given: Readonly<Record<string, string>> = payload;
  const fields = Object.fromEntries(EVENTS[type].map((field) => [field, given[field]]));
  if (to.length > RECIPIENTS_MAX) throw new Error(`${type} is for more than ${RECIPIENTS_MAX} citizens`);
  if (JSON.stringify(fields).length > PAYLOAD_LENGTH_MAX)
    throw new Error(`the payload of ${type} is too long`);
  if (counts && JSON.stringify(counts).length > COUNTS_LENGTH_MAX)
    throw new Error(`${type} counts too much at once`);
  return JSON.stringify({ type, mode, to: [...new Set(to)], payload: fields, counts });
}

/** Reads what `eventText` wrote. Throws for an event of a type, or with fields, that this code does not know. */
export function readEvent(text: string): Event {
  const event: unknown = JSON.parse(text);
  if (!isEvent(event)) throw new Error("an event of a type or with fields that are not known here");
  return event;
}

function isEvent(event: unknown): event is Event {
  if (typeof event !== "object" || event === null || !("type" in event) || !("payload" in event))
    return false;
  const { type, payload } = event;
  if (typeof type !== "string" || !isEventType(type)) return false;
  const fields = new Map(Object.entries(payload ?? {}));
  return EVENTS[type].every((field) => typeof fields.get(field) === "string");
}

const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/** Tells an event from any other, by the place of its audit entry. */
export function eventId(table: TableName, aggregate: string, sequence: number, at: Instant): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(Date.parse(at), 0, TIME_BYTES);
  const digest = createHash("sha256")
    .update(JSON.stringify([table, aggregate, sequence]))
    .digest();
  return base32(Buffer.concat([time, digest.subarray(0, DIGEST_BYTES)]));
}

/** Where an event that waits for its delivery is found; the index holds no others. */
export function outboxPlace(table: TableName, aggregate: string, sequence: number, at: Instant) {
  if (!OUTBOX_TABLES.some((known) => known === table)) throw new Error(`${table} has no outbox`);
  return {
    // By aggregate, so that its events stand in one queue.
    [INDEX1.pk]: keys.outbox(shardOf(aggregate, OUTBOX_SHARDS)),
    [INDEX1.sk]: `${at}#${aggregate}#${sequence}`,
  };
}
