import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../project.ts";

/** Beside the packages, for which the lock file stands. */
const SOURCES = [
  "web/**/*.{ts,tsx,css,html,svg}",
  "local/{project.ts,web/*.ts}",
  "infra/page-serving.ts",
  "services/convenience/transit/ride-codes/{es256,ride-code}.ts",
  "services/kernel/result.ts",
];

/** All that the pages are made of, by the paths below the project. */
export const pageSources = (): readonly string[] =>
  ["package-lock.json", ...globSync(SOURCES, { cwd: PROJECT })].sort();

/** Names the pages as these sources make them, for example "9f86d081884c7d65". */
export function pagesKey(): string {
  const hash = createHash("sha256");
  for (const file of pageSources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
}
