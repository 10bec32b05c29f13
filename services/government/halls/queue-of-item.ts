import type { Database } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { findOffer } from "../catalogue/index.ts";
import { type Hall, type Queue, queueFor } from "./hall.ts";

export type NotServed = {
  readonly code: "ITEM_NOT_OFFERED" | "ITEM_NOT_AT_HALLS" | "ITEM_NOT_SERVED";
  readonly path: readonly string[];
};

/** The queue in which a hall serves an item that is on in its region; whether somebody may apply is asked when they do. */
export async function queueOfItem(
  database: Pick<Database, "get" | "query">,
  hall: Hall,
  item: string,
): Promise<Result<Queue, NotServed>> {
  const offer = await findOffer(item, hall.region, { isOfficer: true }, database);
  if (!offer.ok) return err({ code: "ITEM_NOT_OFFERED", path: ["item"] });
  const { channels, department } = offer.value.item;
  if (!channels.includes("HALL")) return err({ code: "ITEM_NOT_AT_HALLS", path: ["item"] });
  const queue = queueFor(hall, item, department.code);
  return queue ? ok(queue) : err({ code: "ITEM_NOT_SERVED", path: ["item"] });
}
