import { err, ok, type Result } from "../../../kernel/result.ts";
import { findOffer } from "../../catalogue/index.ts";
import { type Hall, isHallCode, type Queue, queueFor } from "../hall.ts";
import { getHall } from "../hall-store.ts";
import type { AppointmentStore } from "./appointment-store.ts";

export type NotServed = {
  readonly code: "ITEM_NOT_OFFERED" | "ITEM_NOT_AT_HALLS" | "ITEM_NOT_SERVED";
  readonly path: readonly string[];
};

export type Place = { readonly hall: Hall; readonly queue: Queue };

/** The queue of a hall in which an item is served; whether somebody may apply for it is asked when they do. */
export async function placeFor(
  { database }: Pick<AppointmentStore, "database">,
  { hall: code, item }: { readonly hall: string; readonly item: string },
): Promise<Result<Place, NotServed | { readonly code: "HALL_NOT_FOUND" }>> {
  const hall = isHallCode(code) ? await getHall(database, code) : undefined;
  if (!hall) return err({ code: "HALL_NOT_FOUND" });
  const offer = await findOffer(item, hall.region, { isOfficer: true }, database);
  if (!offer.ok) return err({ code: "ITEM_NOT_OFFERED", path: ["item"] });
  const offered = offer.value.item;
  if (!offered.channels.includes("HALL")) return err({ code: "ITEM_NOT_AT_HALLS", path: ["item"] });
  const queue = queueFor(hall, item, offered.department.code);
  return queue ? ok({ hall, queue }) : err({ code: "ITEM_NOT_SERVED", path: ["item"] });
}
