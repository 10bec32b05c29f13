import { Entity } from "dynamodb-toolbox/entity";
import { EntityFormatter } from "dynamodb-toolbox/entity/actions/format";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brand, ENTITY, exactDecimal, KEY, money } from "../../../services/kernel/database/entity.ts";
import { recordReader } from "../../../services/kernel/database/record-reader.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const Example = new Entity({
  ...ENTITY,
  name: "Example",
  schema: item({
    ...KEY,
    index1pk: string().optional().hidden(),
    name: string(),
    kind: string().enum("A", "B"),
    count: number(),
    isOpen: boolean().optional(),
    at: brand<Instant>().optional(),
    amount: money(),
    rate: exactDecimal().optional(),
    parts: list(map({ title: string(), tags: list(string()) })),
  }),
});
const read = recordReader(Example);

const records = fc.record(
  {
    pk: fc.string(),
    sk: fc.string(),
    index1pk: fc.string(),
    name: fc.string(),
    kind: fc.constantFrom("A", "B"),
    count: fc.integer(),
    isOpen: fc.boolean(),
    at: fc.constant("2026-11-23T02:00:00.000Z"),
    amount: fc.maxSafeInteger(),
    rate: fc.constantFrom("0.015", "-1", "0.02775"),
    parts: fc.array(fc.record({ title: fc.string(), tags: fc.array(fc.string()) })),
    unknown: fc.string(),
  },
  { requiredKeys: ["pk", "sk", "name", "kind", "count", "amount", "parts"] },
);

describe("the reader of an entity's records", () => {
  it("answers what the library's formatter answers", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(read(record)).toEqual(Example.build(EntityFormatter).format(record));
      }),
    );
  });

  const good = { pk: "a", sk: "b", name: "n", kind: "A", count: 1, amount: 1, parts: [] };
  it.each<[string, object, string]>([
    ["a missing attribute", { name: undefined }, "Example.name"],
    ["an attribute of another type", { count: "1" }, "Example.count"],
    ["a value outside the enumeration", { kind: "C" }, "Example.kind"],
    ["a list that is none", { parts: {} }, "Example.parts"],
    [
      "an element that is not of its schema",
      { parts: [{ title: "t", tags: [1] }] },
      "Example.parts[].tags[]",
    ],
  ])("refuses %s, naming its place and no value", (_, change, place) => {
    expect(() => read({ ...good, ...change })).toThrow(`a stored record is not of its schema at ${place}`);
  });
});
