import type { Naming } from "../../people/notifications/index.ts";
import { getHall } from "./hall-store.ts";

/** Notifications name a hall as its managers do. */
export const hallNaming: Naming = {
  gap: "hall",
  field: "hall",
  nameOf: async (database, code) => (await getHall(database, code))?.name,
};
