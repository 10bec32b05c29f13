import type { Naming } from "../../people/notifications/index.ts";
import { PAUSE_REASONS } from "./clock.ts";
import { CASE_WORDS } from "./enum-words.ts";

/** How a notification calls what a clock stands still for. */
export const pauseNaming: Naming = {
  gap: "pauseReason",
  field: "pauseReason",
  nameOf: async (_, code) => {
    const reason = PAUSE_REASONS.find((one) => one === code);
    return reason && CASE_WORDS.PauseReason[reason];
  },
};
