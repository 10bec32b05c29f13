import { afterAll, beforeAll } from "vitest";
import { startCasework } from "../government/cases/casework.ts";
import type { TestPlatform } from "../support/platform.ts";
import { raceEach } from "./race-each.ts";
import { OF_GOVERNMENT } from "./scenes/index.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

raceEach(OF_GOVERNMENT, () => platform);
