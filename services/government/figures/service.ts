import type { Service } from "../../kernel/service.ts";
import { FIGURE_MESSAGES } from "./messages.ts";

export const FIGURES = {
  name: "government/figures",
  schema: ["figures"],
  ids: [],
  models: ["CaseFigures", "Figures", "ItemFigures"],
  messages: [FIGURE_MESSAGES],
} as const satisfies Service;
