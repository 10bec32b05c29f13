import { shardOf } from "../../kernel/database/shard.ts";
import { type Key, key } from "../../kernel/database/tables.ts";
import type { AppointmentId, CitizenId, TicketId } from "../../kernel/ids.ts";

/** Over so many partitions of the index bookings and tickets are spread that their day's end comes to close. */
export const HALL_DAY_SHARDS = 16;

/**
 * Service halls. In `registry`, because a hall belongs to no mode:
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | a hall                                  | pk = `hall#{code}`, sk = `hall`                        |
 * | the card readers of a hall              | pk = `hall#{code}`, sk = `card-readers`                |
 * | halls of a region and all within it     | index1: pk = `halls#{province}`, sk = region + code    |
 *
 * In `records` (one table for each mode):
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | an appointment                          | pk = appointment id, sk = `appointment`                |
 * | those booked for a hall's day, by time  | index2: pk = `hall-booked#{hall}#{day}`                |
 * | a citizen's appointments, newest first  | pk = citizen id, sk = `appointment#{time}#{id}`        |
 * | open ones and no-shows of a citizen     | pk = citizen id, sk = `hall-standing`                  |
 * | how full a queue's slots of a day are   | pk = `hall-slots#{hall}#{day}`, sk = `{queue}#{from}`  |
 * | a ticket                                | pk = ticket id, sk = `ticket`                          |
 * | who waits in a queue of a day, in order | index2: pk = `hall-waiting#{hall}#{day}#{queue}#{B or W}` |
 * | a queue's last number and its length    | pk = `hall-board#{hall}#{day}`, sk = `queue#{letter}`  |
 * | whom a window serves                    | the same pk, sk = `window#{code}`                      |
 * | what is open when its day is over       | index1: pk = `hall-day#{shard}`, sk = time + id        |
 * | whether a read of a card was used       | pk = `card-read#{digest}`, sk = `used`                 |
 * | when a hall has closed times last       | pk = `hall-closing#{hall}`, sk = `closing`             |
 * | halls that have just done so, by time   | index1: pk = `hall-closings`, sk = time + hall         |
 */
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
