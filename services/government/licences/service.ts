import type { Service } from "../../kernel/service.ts";
import { LICENCE_MESSAGES } from "./messages.ts";

export const LICENCES = {
  name: "government/licences",
  schema: ["licences"],
  ids: [],
  models: ["Licence"],
  messages: [LICENCE_MESSAGES],
} as const satisfies Service;
