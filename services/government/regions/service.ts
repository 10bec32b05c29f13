import type { Service } from "../../kernel/service.ts";
import { REGION_MESSAGES } from "./messages.ts";

export const REGIONS = {
  name: "government/regions",
  schema: ["regions"],
  ids: [],
  models: ["RegionZone"],
  messages: [REGION_MESSAGES],
} as const satisfies Service;
