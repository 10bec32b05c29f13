import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const PROJECT = join(import.meta.dirname, "../..");

/** All that the pages are made of; the lock file stands for the packages. */
const SOURCES = [
  "web/**/*.{ts,tsx,css,html,svg}",
  "local/web/*.ts",
  "services/convenience/transit/ride-codes/{es256,ride-code}.ts",
];

/** Names the pages as these sources make them, for example "9f86d081884c7d65". */
export function pagesKey(): string {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ...globSync(SOURCES, { cwd: PROJECT }).sort()])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
}
