import { deliverEvents, type Receive } from "../../kernel/outbox/index.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Round } from "../../kernel/service-runtime.ts";
import type { ReceiverPorts } from "./event-receiver.ts";
import { receiveAfter } from "./receive-event.ts";

/** Keeps what citizens are told of an event and what it counts, behind all that services hear of it. */
export const openReceiver = (ports: ReceiverPorts): Receive =>
  receiveAfter(
    ports.parts.receivers.map((open) => open(ports)),
    ports.parts.counters,
    ports.runtime.now,
  );

/** Delivers what waits in the outbox, of both modes, and answers how it stands. */
export const deliverOutbox = (async ({ open, now, ...outside }, until) => {
  const ports = { ...outside, open: () => open().database };
  const receive = openReceiver(ports);
  const { oldestAt, oldestPostponedAt, ...outcome } = await deliverEvents({ ...ports, now, receive }, until);
  const ended = now();
  return {
    ...outcome,
    // A queue that could not be read may hold an older one. The alarm on this number is raised by its silence, too.
    ...(outcome.faults.length > 0 ? {} : { oldestAgeSeconds: secondsSince(oldestAt, ended) }),
    oldestPostponedSeconds: secondsSince(oldestPostponedAt, ended),
  };
}) satisfies Round;

const secondsSince = (then: Instant | undefined, now: Instant): number =>
  then ? Math.max(0, Math.round((Date.parse(now) - Date.parse(then)) / 1_000)) : 0;
