import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** The variable from which a campaign's draws come. */
export const SEED = "FAULT_SEED";

/**
 * The test files that draw from a seed what their database meets, by path. Those that plant bugs are about the tests, and
 * no campaign: they have to find something.
 */
export const campaignFiles = (): readonly string[] =>
  globSync("test/**/*.test.ts")
    .filter((path) => !basename(path).startsWith("planted-bugs"))
    .filter((path) => readFileSync(path, "utf8").includes(`process.env["${SEED}"]`))
    .sort();
