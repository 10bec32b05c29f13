import { createHash } from "node:crypto";
import type { Mode } from "../actor.ts";
import { shardOf } from "../database/shard.ts";
import { INDEX1, keys, OUTBOX_SHARDS, OUTBOX_TABLES, type TableName } from "../database/tables.ts";
import { base32, type CitizenId } from "../ids.ts";
import type { Instant } from "../runtime.ts";

/**
 * Every event that a commit can carry, with the fields of its payload: ids and codes, amounts as GraphQL's Money writes
 * them, times as a clock in Asia/Shanghai shows them, but no other personal data. `about` is the global id of what the event is about. A service adds its own here.
 */
export const EVENTS = {
  "bill.issued": ["about", "partnerId", "amount"],
  "automatic-payment.above-ceiling": ["about", "partnerId", "amount"],
  "automatic-payment.given-up": ["about", "partnerId", "amount"],
  "card.charged": ["about", "amount"],
  "card.credited": ["about", "amount"],
  "payment.created": ["about", "amount"],
  "payout.paid": ["about", "amount"],
  "payout-account.added": ["about"],
  "payout-account.proven": ["about"],
  "payout-account.removed": ["about"],
  "payment.succeeded": ["about", "amount"],
  "payment.failed": ["about", "amount"],
  "payment.refunded": ["about", "amount"],
  "refund.created": ["about", "refund", "amount"],
  "consent.granted": ["about", "partnerId"],
  "consent.revoked": ["about", "partnerId"],
  "partner.approved": ["about", "partnerId"],
  "partner.rejected": ["about", "partnerId"],
  "partner.live-granted": ["about", "partnerId"],
  "partner.suspended": ["about", "partnerId"],
  "partner.reinstated": ["about", "partnerId"],
  "partner.lapsed": ["about", "partnerId"],
  "partner.renewal-requested": ["about", "partnerId"],
  "partner.renewed": ["about", "partnerId"],
  "partner.renewal-refused": ["about", "partnerId"],
  "telephone.changed": ["about"],
  "telephone.removed": ["about"],
  "api-key.created": ["about", "partnerId"],
  "attendance.begun": ["about"],
  "enterprise.changed": ["about"],
  "authority.granted": ["about"],
  "authority.revoked": ["about"],
  "authority.ended": ["about"],
  "application.submitted": ["about"],
  "application.confirmation-asked": ["about"],
  "application.accepted": ["about"],
  "application.correction-requested": ["about"],
  "application.inspection-appointed": ["about"],
  "application.inspection-reported": ["about"],
  "application.reinspection-ordered": ["about"],
  "application.approved": ["about"],
  "application.rejected": ["about"],
  "application.delivered": ["about"],
  "application.extended": ["about"],
  "application.overdue": ["about"],
  "application.lapsed": ["about"],
  "application.appeal-answered": ["about"],
  "application.revoked": ["about"],
  "application.note-written": ["about"],
  "application.complaint-answered": ["about"],
  "evaluation.put-right": ["about"],
  "evaluation.appeal-answered": ["about"],
  "inspection.rectification-ordered": ["about"],
  "appointment.booked": ["about"],
  "appointment.moved": ["about"],
  "appointment.cancelled": ["about"],
  "appointment.no-show": ["about"],
  "appointment.hall-closed": ["about"],
  "appointment.cancelled-by-hall": ["about", "hall", "time"],
  "ticket.called": ["about", "number", "window"],
} as const satisfies Readonly<Record<string, readonly ["about", ...string[]]>>;

export type EventType = keyof typeof EVENTS;
export type Payload<T extends EventType = EventType> = Readonly<Record<(typeof EVENTS)[T][number], string>>;

type EventOf<T extends EventType> = {
  readonly type: T;
  /** Citizens who are told, and the mode in which they are known. */
  readonly to: readonly CitizenId[];
  readonly mode: Mode;
  readonly payload: Payload<T>;
};

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
const TIME_BYTES = 6;
const DIGEST_BYTES = 10;

/** The one text of an event, which the audit entry's hash covers. */
export function eventText({ type, mode, to, payload }: Event): string {
  const given: Readonly<Record<string, string>> = payload;
  const fields = Object.fromEntries(EVENTS[type].map((field) => [field, given[field]]));
  if (to.length > RECIPIENTS_MAX) throw new Error(`${type} is for more than ${RECIPIENTS_MAX} citizens`);
  if (JSON.stringify(fields).length > PAYLOAD_LENGTH_MAX)
    throw new Error(`the payload of ${type} is too long`);
  return JSON.stringify({ type, mode, to: [...new Set(to)], payload: fields });
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
