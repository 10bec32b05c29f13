import { setTimeout as pause } from "node:timers/promises";
import type { Sweep } from "../../../kernel/service-runtime.ts";
import { openPartitions } from "./verification-store.ts";
import { DAILY, type Pace, standOf, verifyBooks } from "./verify-books.ts";

/** On a developer's machine what is booked shows at once. */
const PACES: Readonly<Record<"DEPLOYED" | "LOCAL", Pace>> = {
  DEPLOYED: DAILY,
  LOCAL: { everyMs: 300_000, settledMs: 0 },
};

/** Verifies a mode's ledger at its pace, and answers how it stands. */
export const verifyAsDue = (async ({ open, tables, now, pace }, mode, until) => {
  const ports = {
    ...{ now, pause, pace: PACES[pace] },
    open: () => open().database,
    partitions: openPartitions(tables.call, tables.prefix),
  };
  return standOf(await verifyBooks(ports, mode, until), now());
}) satisfies Sweep;
