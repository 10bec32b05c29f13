import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { type Key, key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { AppointmentId, TicketId } from "./ids.ts";

/** Over so many partitions of the index bookings and tickets are spread that their day's end comes to close. */
export const HALL_DAY_SHARDS = 16;

/** Service halls: in `registry` a hall, because it belongs to no mode, and what happens in it in `records`. */
export const hallKeys = {
  hall: (code: string) => key(`hall#${code}`, "hall"),
  readers: (code: string) => key(`hall#${code}`, "card-readers"),
  cardRead: (digest: string) => key(`card-read#${digest}`, "used"),
  hallsOf: (region: string): string => `halls#${region.slice(0, 2)}`,
  appointment: (id: AppointmentId) => key(id, "appointment"),
  booked: (hall: string, day: string): string => `hall-booked#${hall}#${day}`,
  citizenAppointment: (citizen: CitizenId, at: string, id: string) => key(citizen, `appointment#${at}#${id}`),
  citizenAppointments: { skPrefix: "appointment#" },
  standing: (citizen: CitizenId) => key(citizen, "hall-standing"),
  slot: (hall: string, day: string, queue: string, from: string): Key =>
    key(`hall-slots#${hall}#${day}`, `${queue}#${from}`),
  slotsOf: (queue: string) => ({ skPrefix: `${queue}#` }),
  ticket: (id: TicketId) => key(id, "ticket"),
  waiting: (hall: string, day: string, queue: string, list: "B" | "W"): string =>
    `hall-waiting#${hall}#${day}#${queue}#${list}`,
  boardQueue: (hall: string, day: string, queue: string): Key =>
    key(`hall-board#${hall}#${day}`, `queue#${queue}`),
  boardWindow: (hall: string, day: string, window: string): Key =>
    key(`hall-board#${hall}#${day}`, `window#${window}`),
  hallDay: (id: string): string => hallKeys.hallDayIn(shardOf(id, HALL_DAY_SHARDS)),
  hallDayIn: (shard: number): string => `hall-day#${shard}`,
  closing: (hall: string) => key(`hall-closing#${hall}`, "closing"),
  closings: "hall-closings",
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "a hall", key: "hall#{hall}, hall" },
  { table: "registry", what: "the card readers of a hall", key: "hall#{hall}, card-readers" },
  {
    table: "registry",
    what: "halls of a region and all within it",
    key: "halls#{province}, {region}#{hall}",
    index: "index1",
  },
  { table: "records", what: "an appointment", key: "{appointment}, appointment" },
  {
    table: "records",
    what: "those booked for a hall's day, by time",
    key: "hall-booked#{hall}#{day}, {from}#{appointment}",
    index: "index2",
  },
  {
    table: "records",
    what: "a citizen's appointment by its time",
    key: "{citizen}, appointment#{time}#{appointment}",
  },
  { table: "records", what: "a citizen's appointments, newest first", key: "{citizen}, appointment#…" },
  { table: "records", what: "open ones and no-shows of a citizen", key: "{citizen}, hall-standing" },
  {
    table: "records",
    what: "how full a queue's slot of a day is",
    key: "hall-slots#{hall}#{day}, {queue}#{from}",
  },
  {
    table: "records",
    what: "how full all slots of a queue's day are",
    key: "hall-slots#{hall}#{day}, {queue}#…",
  },
  { table: "records", what: "a ticket", key: "{ticket}, ticket" },
  {
    table: "records",
    what: "those who wait in a queue of a day, in order",
    key: "hall-waiting#{hall}#{day}#{queue}#{B or W}, {slot if booked}#{time}#{number}",
    index: "index2",
  },
  {
    table: "records",
    what: "a queue's last number and its length",
    key: "hall-board#{hall}#{day}, queue#{letter}",
  },
  {
    table: "records",
    what: "whom a window serves, and its last calls",
    key: "hall-board#{hall}#{day}, window#{window}",
  },
  {
    table: "records",
    what: "what is open when its day is over",
    key: "hall-day#{shard}, {time}#{appointment or ticket}",
    index: "index1",
  },
  { table: "records", what: "whether a read of a card was used", key: "card-read#{digest}, used" },
  { table: "records", what: "when a hall has closed times last", key: "hall-closing#{hall}, closing" },
  {
    table: "records",
    what: "halls that have just done so, by time",
    key: "hall-closings, {time}#{hall}",
    index: "index1",
  },
] as const satisfies readonly AccessPattern[];
