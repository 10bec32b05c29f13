import { runCaseClocks } from "../../../services/government/cases/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import type { TestPlatform } from "../../support/platform.ts";

/** Lets the clocks of all cases act, as the scheduled function does. */
export const runClocks = (platform: TestPlatform, untilMs = 60_000) =>
  runCaseClocks(
    {
      now: platform.clock.now,
      parts: platform.ports.parts,
      open: () => {
        const database = platform.database();
        return { database, commit: commitTo(database) };
      },
    },
    "live",
    plusMs(platform.clock.now(), untilMs),
  );
