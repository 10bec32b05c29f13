import { setTimeout as pause } from "node:timers/promises";
import { HOUR_MS } from "../../../kernel/runtime.ts";
import type { Sweep } from "../../../kernel/service-runtime.ts";
import { DAILY, type Pace } from "./pace.ts";
import { openPartitions } from "./verification-store.ts";
import { findingsOfHistory, standOf, verifyBooks, verifyHistory } from "./verify-books.ts";

/**
 * On a developer's machine what is booked shows at once; and years are filled in there, so that no time is long enough ago
 * for nothing to be booked under it.
 */
const PACES: Readonly<Record<"DEPLOYED" | "LOCAL", Pace>> = {
  DEPLOYED: DAILY,
  LOCAL: { everyMs: 300_000, settledMs: 0, bookedMs: 10 * 365 * 24 * HOUR_MS, historyEveryMs: 24 * HOUR_MS },
};

/** Verifies a mode's ledger at its pace, then its history in the time that is left, and answers how they stand. */
export const verifyAsDue = (async ({ open, tables, secrets, now, pace }, mode, until) => {
  const ports = {
    ...{ now, pause, secrets: secrets(), pace: PACES[pace] },
    open: () => open().database,
    partitions: openPartitions(tables.call, tables.prefix),
  };
  const books = await verifyBooks(ports, mode, until);
  const stand = standOf(books, now());
  const hasTime = books.finished && now() < until;
  const history = hasTime ? await verifyHistory(ports, mode, until) : await findingsOfHistory(ports, mode);
  // Both may have found the same.
  const differences = Math.max(stand.differences ?? 0, history.differences);
  return { ...stand, differences, finished: books.finished && history.finished };
}) satisfies Sweep;
