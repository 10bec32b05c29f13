import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { hallKeys } from "../keys.ts";
import type { Slot } from "../opening.ts";
import type { Appointment } from "./appointment.ts";

/** How full slots are, in one mode. A slot in which nobody ever booked has no record. */
type SlotStore = { readonly database: Database; readonly mode: Mode };

/** Takes a place in a slot; the commit does not stand where none is left. */
export const takePlace = (store: SlotStore, hall: string, slot: Slot): TransactItem => ({
  Update: {
    ...slotItem(store, hall, slot),
    UpdateExpression: "ADD taken :one",
    ConditionExpression:
      slot.capacity > 0 ? "attribute_not_exists(taken) OR taken < :capacity" : "taken < :capacity",
    ExpressionAttributeValues: { ":one": 1, ":capacity": slot.capacity },
  },
});

/** Gives the place of an appointment back. */
export const freePlace = (store: SlotStore, appointment: Appointment): TransactItem => ({
  Update: {
    ...slotItem(store, appointment.hall, appointment),
    UpdateExpression: "ADD taken :minus",
    ConditionExpression: "taken > :none",
    ExpressionAttributeValues: { ":minus": -1, ":none": 0 },
  },
});

const slotItem = (
  { database, mode }: SlotStore,
  hall: string,
  { queue, day, from }: Pick<Slot, "queue" | "day" | "from">,
) => ({
  TableName: database.nameOf(recordsTable(mode)),
  Key: hallKeys.slot(hall, day, queue, from),
});

/** A day has no more slots of a queue than that: of five minutes each. */
const SLOTS_OF_DAY_MAX = 288;

/** How many places are taken in the slots of a queue on a day, by their beginning. */
export async function takenOn(
  { database, mode }: SlotStore,
  hall: string,
  queue: string,
  day: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const { pk } = hallKeys.slot(hall, day, queue, "");
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk, ...hallKeys.slotsOf(queue), limit: SLOTS_OF_DAY_MAX },
  });
  return new Map(items.map(({ sk, taken }) => [String(sk).slice(queue.length + 1), Number(taken)]));
}
