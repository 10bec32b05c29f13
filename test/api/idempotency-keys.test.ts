import { readFileSync } from "node:fs";
import { buildSchema, execute, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { checkIdempotencyKeys } from "../../services/api/idempotency-keys.ts";
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

describe("an idempotency key", () => {
  const wishes = (answer: string) =>
    checkIdempotencyKeys(
      buildSchema(`
        type Query { wishes: Int }
        type Wish { text: String }
        type InvalidInput { code: String, path: [String!] }
        union WishResult = Wish | InvalidInput
        type Mutation { makeWish(text: String!, idempotencyKey: ID!): ${answer} }
      `),
    );
  const makeWish = (idempotencyKey: string) =>
    execute({
      schema: wishes("WishResult"),
      document: parse(`mutation ($idempotencyKey: ID!) {
        makeWish(text: "rain", idempotencyKey: $idempotencyKey) {
          __typename ... on Wish { text } ... on InvalidInput { code path }
        }
      }`),
      rootValue: {
        makeWish: ({ text }: { readonly text: string }) => ({ __typename: "Wish", text }),
      },
      variableValues: { idempotencyKey },
    });
  const MADE = { data: { makeWish: { __typename: "Wish", text: "rain" } } };
  const REFUSED = {
    data: {
      makeWish: { __typename: "InvalidInput", code: "IDEMPOTENCY_KEY_INVALID", path: ["idempotencyKey"] },
    },
  };

  it.each([
    ["of 7 characters", "a-wish-", REFUSED],
    ["of 8 characters", "a-wish-1", MADE],
    ["of 100 characters", "w".repeat(100), MADE],
    ["of 101 characters", "w".repeat(101), REFUSED],
    ["of visible characters that are no letters", "愿望—№＋１①二", MADE],
    ["with a space", "a wish 01", REFUSED],
    ["with a line break", "a-wish-01\n", REFUSED],
    ["with a mark that nobody sees", "a-wish\u200B-1", REFUSED],
  ])("%s is looked at before its field's resolver is called", async (_, key, expected) => {
    expect(JSON.parse(JSON.stringify(await makeWish(key)))).toEqual(expected);
  });

  it("is taken by no field that cannot refuse it", () => {
    expect(() => wishes("Wish")).toThrow("Mutation.makeWish cannot answer with InvalidInput");
  });
});
