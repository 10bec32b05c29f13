import { setTimeout as pause } from "node:timers/promises";
import type { Sweep } from "../../kernel/service-runtime.ts";
import { settleDueDays } from "./settle-due-days.ts";

/** Settles all days that are over, and answers how the partners stand. */
export const settleAsDue = (async ({ open, now, parts }, mode, until) => {
  const ports = { open, now, pause, reasons: parts.settledReasons };
  return await settleDueDays(ports, mode, until);
}) satisfies Sweep;
