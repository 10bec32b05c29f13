import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { schema } from "../support/schema.ts";

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const withoutKey = mutations.filter(({ args }) => !args.some(({ name }) => name === "idempotencyKey"));

/** The rows of the table in docs/decisions/idempotency-keys.md, by the mutation that each decides. */
const page = readFileSync(new URL("../../docs/decisions/idempotency-keys.md", import.meta.url), "utf8");
const decided = [...page.matchAll(/^\| `(\w+)` \| (\w+) \| (.+) \|$/gm)].map(
  ([, mutation = "", met = "", why = ""]) => ({ mutation, met, why }),
);

describe("a mutation without an idempotency key", () => {
  it("is decided in the table, and nothing else is", () => {
    expect(decided.map(({ mutation }) => mutation).sort()).toEqual(withoutKey.map(({ name }) => name).sort());
  });

  it("says how a repetition is met", () => {
    for (const { mutation, met, why } of decided) {
      expect(["state", "replaces", "number", "anew"], mutation).toContain(met);
      expect(why.length, mutation).toBeGreaterThan(5);
    }
  });
});

describe("a mutation that issues a secret", () => {
  it("takes a key, and says so where it is no longer shown", () => {
    for (const name of ["createApiKey", "rotateApiKey", "requestConsent"]) {
      const field = mutations.find((one) => one.name === name);
      expect(withoutKey).not.toContain(field);
    }
  });
});
