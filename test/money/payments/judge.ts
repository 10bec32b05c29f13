import { HOUR_MS } from "../../../services/kernel/runtime.ts";
import { readBooks } from "../../support/books.ts";
import { findingsIn } from "../../support/findings.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { brokenPromises } from "./promises.ts";
import type { Told } from "./random-payers.ts";

const ROUNDS_MAX = 8;

/**
 * The work of the scheduled function in the hours after: it asks about open payments and delivers waiting events.
 * Deliveries that failed under faults are due again within an hour. Answers with what does not come to an end, in
 * lines.
 */
export async function settleAll(platform: TestPlatform): Promise<readonly string[]> {
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    platform.clock.advance(HOUR_MS / 4);
    const { oldestAt, dead, finished } = await sweep(platform);
    if (dead !== 0) return [`${dead} events could not be delivered`];
    if (finished && oldestAt === undefined) return [];
  }
  const causes = platform.logs.filter(({ level }) => level !== "INFO").slice(-5);
  return [`events still wait after ${ROUNDS_MAX} sweeps: ${JSON.stringify(causes)}`];
}

/**
 * Lets all come to its end, and answers with what is wrong then: what does not end, what the books say, and who was told
 * otherwise. Empty where all is well.
 */
export async function judge(
  platform: TestPlatform,
  history: readonly Told[] = [],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const endless = await settleAll(platform);
  const books = await readBooks(platform.client, platform.ports.config.tablePrefix);
  const broken = brokenPromises(history, books);
  return {
    ...(endless.length > 0 ? { "all comes to its end": endless } : {}),
    ...(await findingsIn(books)),
    ...(broken.length > 0 ? { "promises are kept": broken } : {}),
  };
}
