import type { Message } from "../../kernel/message.ts";
import { findDepartment } from "../catalogue/index.ts";
import type { CasePlace } from "./application.ts";
import type { ApplicationStore } from "./store.ts";

/** How a department that handles a case is called; one that has published nothing in the province by its code. */
export async function findPlaceName(
  { database }: Pick<ApplicationStore, "database">,
  place: CasePlace,
): Promise<Message> {
  const found = await findDepartment(database, place);
  return found?.name ?? { zh: place.department, en: place.department };
}
