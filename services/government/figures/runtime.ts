import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { FIGURES } from "./service.ts";
import { countEvent } from "./store.ts";

export const figures = {
  service: FIGURES,
  offers: { counters: [countEvent] },
} as const satisfies ServiceRuntime;
