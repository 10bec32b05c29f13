import { expect, it } from "vitest";
import { fuzz, tellFailure } from "./rounds.ts";

const OPERATIONS = 3_000;
/** Another with every run finds more, and one that is named is met again. */
const seed = process.env["FUZZ_SEED"] ?? "civigraph";

it(`keeps its promises in ${OPERATIONS} random operations of seed ${seed}`, async () => {
  const failures = await fuzz({ seed, offset: 0, operations: OPERATIONS });
  expect(failures.map(tellFailure).join("\n\n")).toBe("");
});
