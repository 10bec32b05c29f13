import type { OutboxTable } from "../database/tables.ts";
import { HOUR_MS, type Instant, plusMs } from "../runtime.ts";

/** How the delivery of an event stands, which is told by its audit entry alone. */
export type Delivery = {
  readonly table: OutboxTable;
  readonly aggregate: string;
  readonly sequence: number;
  /** When the change was made. */
  readonly at: Instant;
  /** The event's one text. */
  readonly event: string;
  /** The sequence of the same aggregate's event before this one, which has to be delivered first. */
  readonly previousEvent?: number;
  readonly state: DeliveryState;
  /** How often it failed. */
  readonly attempts: number;
  /** Not tried again before; undefined if it has not failed. */
  readonly dueAt?: Instant;
  /** The fault at the last attempt. */
  readonly failure?: string;
};

/** A parked event (a dead letter) waits for an operator, and so do the events of the same aggregate behind it. */
export type DeliveryState = "WAITING" | "PARKED" | "DELIVERED";

/** All attempts together take four hours. */
export const ATTEMPTS_MAX = 10;
const BACKOFF_MS = 60_000;
const BACKOFF_MAX_MS = HOUR_MS;
/** The sweep after the next meets it again. */
const POSTPONED_MS = 15_000;
const FAILURE_LENGTH_MAX = 200;

export const isDue = ({ state, dueAt }: Delivery, now: Instant): boolean =>
  state === "WAITING" && (dueAt === undefined || dueAt <= now);

/** After a failed attempt: tried again later and later, and in the end parked. */
export function failDelivery(delivery: Delivery, failure: string, now: Instant): Delivery {
  const attempts = delivery.attempts + 1;
  const wait = Math.min(BACKOFF_MS * 2 ** delivery.attempts, BACKOFF_MAX_MS);
  return {
    ...delivery,
    attempts,
    dueAt: plusMs(now, wait),
    failure: failure.slice(0, FAILURE_LENGTH_MAX),
    state: attempts >= ATTEMPTS_MAX ? "PARKED" : "WAITING",
  };
}

/** Comes again soon, as often as need be: to have been asked about is no failure. */
export const postponeDelivery = (delivery: Delivery, now: Instant): Delivery => ({
  ...delivery,
  attempts: 0,
  dueAt: plusMs(now, POSTPONED_MS),
});

/** Waits because what it is about has not ended, and not because anything is wrong here. */
export const isPostponed = ({ state, attempts, dueAt }: Delivery): boolean =>
  state === "WAITING" && attempts === 0 && dueAt !== undefined;

/** A parked event is tried again from the beginning. */
export const retryDelivery = (delivery: Delivery, now: Instant): Delivery => ({
  ...delivery,
  attempts: 0,
  dueAt: now,
  state: "WAITING",
});
