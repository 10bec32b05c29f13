import { runCaseClocks } from "../../services/applications/index.ts";
import { commitTo } from "../../services/platform/commit.ts";
import { plusMs } from "../../services/platform/runtime.ts";
import type { TestPlatform } from "../support/platform.ts";

/** Lets the clocks of all cases act, as the scheduled function does. */
export const runClocks = (platform: TestPlatform, untilMs = 60_000) =>
  runCaseClocks(
    {
      now: platform.clock.now,
      open: () => {
        const database = platform.database();
        return { database, commit: commitTo(database) };
      },
    },
    "live",
    plusMs(platform.clock.now(), untilMs),
  );
