import type { CivilDate } from "../../../kernel/civil-date.ts";
import { dateAt, daysBetween } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Hall } from "../hall.ts";
import { HORIZON_DAYS, slotsOn } from "../opening.ts";
import type { AppointmentStore } from "./appointment-store.ts";
import { type Place, placeFor } from "./find-place.ts";
import { takenOn } from "./slot-store.ts";

type SlotPorts = AppointmentStore & { readonly now: Instant };

/** A slot and how many places are left in it. */
export type FreeSlot = { readonly from: Instant; readonly to: Instant; readonly free: number };

/** The slots of a day for an item, full ones too, as far as they can still be booked. */
export async function findSlots(
  store: SlotPorts,
  { code }: Pick<Hall, "code">,
  { item, day }: { readonly item: string; readonly day: CivilDate },
): Promise<readonly FreeSlot[]> {
  const place = await placeFor(store, { hall: code, item });
  return place.ok ? slotsOf(store, place.value, day) : [];
}

/** The slots of a day in which a place is left. */
export async function findFreeSlots(
  store: SlotPorts,
  place: Place,
  day: CivilDate,
): Promise<readonly FreeSlot[]> {
  return (await slotsOf(store, place, day)).filter(({ free }) => free > 0);
}

async function slotsOf(
  store: SlotPorts,
  { hall, queue }: Place,
  day: CivilDate,
): Promise<readonly FreeSlot[]> {
  const { now } = store;
  const days = daysBetween(dateAt(now), day);
  const slots = days < 0 || days > HORIZON_DAYS ? [] : slotsOn(hall, queue, day);
  const ahead = slots.filter(({ from }) => from > now);
  if (ahead.length === 0) return [];
  const taken = await takenOn(store, hall.code, queue.letter, day);
  return ahead.map(({ from, to, capacity }) => ({
    ...{ from, to, free: Math.max(0, capacity - (taken.get(from) ?? 0)) },
  }));
}
