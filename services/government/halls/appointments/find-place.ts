import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Hall, isHallCode, type Queue } from "../hall.ts";
import { getHall } from "../hall-store.ts";
import { type NotServed, queueOfItem } from "../queue-of-item.ts";
import type { AppointmentStore } from "./appointment-store.ts";

export type Place = { readonly hall: Hall; readonly queue: Queue };

/** The queue of a hall in which an item is served; whether somebody may apply for it is asked when they do. */
export async function placeFor(
  { database }: Pick<AppointmentStore, "database">,
  { hall: code, item }: { readonly hall: string; readonly item: string },
): Promise<Result<Place, NotServed | { readonly code: "HALL_NOT_FOUND" }>> {
  const hall = isHallCode(code) ? await getHall(database, code) : undefined;
  if (!hall) return err({ code: "HALL_NOT_FOUND" });
  const queue = await queueOfItem(database, hall, item);
  return queue.ok ? ok({ hall, queue: queue.value }) : queue;
}
