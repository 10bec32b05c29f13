import type { Service } from "../../kernel/service.ts";
import { FIGURE_EVENTS } from "./events.ts";
import { FIGURE_MESSAGES } from "./messages.ts";

export const FIGURES = {
  name: "government/figures",
  schema: ["figures"],
  ids: [],
  models: ["CaseFigures", "Figures", "ItemFigures"],
  messages: [FIGURE_MESSAGES],
  events: FIGURE_EVENTS,
} as const satisfies Service;
