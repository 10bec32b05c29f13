import type { Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { coversHall, type Hall, isHallCode } from "./hall.ts";
import { getHall } from "./hall-store.ts";

/** A hall in a clerk's jurisdiction. */
export async function hallOfClerk(
  { database, actor }: { readonly database: Pick<Database, "get">; readonly actor: Officer },
  code: string,
): Promise<Result<Hall, { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }>> {
  const hall = isHallCode(code) ? await getHall(database, code) : undefined;
  if (!hall) return err({ code: "HALL_NOT_FOUND" });
  return coversHall(actor, hall) ? ok(hall) : err({ code: "OUTSIDE_JURISDICTION" });
}
