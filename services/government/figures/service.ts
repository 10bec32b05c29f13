import type { Service } from "../../kernel/service.ts";
import { FIGURE_MESSAGES } from "./messages.ts";

export const FIGURES = {
  name: "government/figures",
  schema: ["figures"],
  ids: [],
  models: ["CaseFigures"],
  messages: [FIGURE_MESSAGES],
} as const satisfies Service;
