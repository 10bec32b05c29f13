import { HOUR_MS } from "../../services/platform/runtime.ts";
import type { TestPlatform } from "../support/platform.ts";
import { sweep } from "../support/sweep.ts";

const ROUNDS_MAX = 8;

/**
 * What the scheduled function does in the hours after: asks about what is open and delivers what waits. Deliveries that
 * failed under faults are due again within an hour. Throws where something is still waiting in the end.
 */
export async function settleAll(platform: TestPlatform): Promise<void> {
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    platform.clock.advance(HOUR_MS / 4);
    const { oldestAt, dead, finished } = await sweep(platform);
    if (dead > 0) throw new Error(`${dead} events could not be delivered`);
    if (finished && oldestAt === undefined) return;
  }
  const causes = platform.logs.filter(({ level }) => level !== "INFO").slice(-5);
  throw new Error(`events still wait after ${ROUNDS_MAX} sweeps: ${JSON.stringify(causes)}`);
}
