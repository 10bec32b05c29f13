import { knowZones } from "../../field/zones.ts";
import type { Database } from "../../kernel/database/database.ts";
import { describeFault } from "../../kernel/fault.ts";
import type { Log } from "../../kernel/process/log.ts";
import { getZones } from "./store.ts";

/** Another process's change is known after so long at the latest. */
const FRESH_MS = 60_000;

/**
 * Keeps a process's knowledge of the zones: read once, and again when it is older than a minute. Where it cannot be read the
 * process goes on with what it knows, and tries again with the next request.
 */
export function openZones({
  open,
  log,
  clock = () => performance.now(),
}: {
  readonly open: () => Pick<Database, "get">;
  readonly log: Log;
  /** In milliseconds; it never goes back. */
  readonly clock?: () => number;
}): () => Promise<void> {
  let readAt: number | undefined;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    try {
      knowZones((await getZones(open()))?.zones ?? []);
      readAt = clock();
    } catch (fault) {
      log("WARN", "the development zones were not read", { cause: describeFault(fault) });
    } finally {
      reading = undefined;
    }
  };
  return async () => {
    if (readAt !== undefined && clock() - readAt < FRESH_MS) return;
    reading ??= read();
    await reading;
  };
}
