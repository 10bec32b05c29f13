import { buildSchema, GraphQLError, getVariableValues, isObjectType, Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { checkCost, costOfOperation, pointsOf } from "../../../services/api/cost.ts";
import { platformError } from "../../../services/api/errors.ts";
import { noteResolving } from "../../../services/api/field-costs.ts";
import { readDirectives } from "../../../services/api/read-directives.ts";

const schema = readDirectives(
  buildSchema(`
  directive @cost(calls: Float, writes: Float, cpuMs: Float, eachRow: String, size: Int) repeatable on FIELD_DEFINITION
  type Query {
    thing: Thing @cost(calls: 1, cpuMs: 5)
    page(first: Int): ThingConnection @cost(calls: 1, cpuMs: 1)
    list: [Thing] @cost(calls: 1, cpuMs: 1, size: 7)
    rows(rows: [Int!]): [Thing] @cost(calls: 1, cpuMs: 0) @cost(eachRow: "rows", writes: 3)
    any: Any @cost(calls: 1, cpuMs: 0)
  }
  type Mutation { change: Thing }
  type ThingConnection { edges: [ThingEdge!] }
  type ThingEdge { node: Thing }
  type Thing { name: String, ref: Thing, inner: Thing, things(first: Int): ThingConnection @cost(calls: 1, cpuMs: 0) }
  type Slow { work: String @cost(cpuMs: 10), call: String @cost(calls: 3, cpuMs: 0), look: Thing, again: Any }
  type Big { store: String @cost(writes: 5, cpuMs: 1), again: Any }
  union Any = Slow | Big
`),
);
/** A field with a resolver of its own reads a record. */
function resolves(type: string, field: string): void {
  const found = schema.getType(type);
  const of = isObjectType(found) ? found.getFields()[field] : undefined;
  if (!of) throw new Error(`no field ${type}.${field}`);
  of.resolve = () => null;
}
resolves("Thing", "ref");
resolves("Slow", "look");
noteResolving(schema);

/** In thousandths, where numbers of a computer add up. */
const rounded = (amount: number): number => Math.round(amount * 1_000) / 1_000;

function costs(query: string, given: Readonly<Record<string, unknown>> = {}): readonly number[] {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const { calls, writes, cpuMs } = costOfOperation(schema, {
    ...{ document, operation, variables: read.coerced ?? {} },
  });
  return [calls, writes, cpuMs].map(rounded);
}

const TYPES = Object.keys(schema.getTypeMap()).length;

const names = (levels: string) => `page(first: 100) { edges { node { ${levels} } } }`;

/** A request takes 4 calls, 10 writes and 2 ms; a text 0.015 ms, an object 0.03 ms, a record that is read 0.05 ms. */
describe("an operation's calls, writes and milliseconds", () => {
  it.each<[string, string, readonly number[]]>([
    ["a field, and what is asked of it", "{ thing { name } }", [5, 10, 7.015]],
    ["a second of them by another name", "{ thing { name } b: thing { name } }", [6, 10, 12.03]],
    ["the same twice, which is one", "{ thing { name } thing { b: name } }", [5, 10, 7.03]],
    ["the very same twice", "{ thing { name name } }", [5, 10, 7.015]],
    ["objects in objects", "{ thing { inner { inner { name } } } }", [5, 10, 7.075]],
    ["a page as long as it is asked for", "{ page(first: 3) { edges { node { name } } } }", [5, 10, 3.165]],
    ["a page of one", "{ page(first: 1) { edges { node { name } } } }", [5, 10, 3.075]],
    ["an empty page", "{ page(first: 0) { edges { node { name } } } }", [5, 10, 3.03]],
    ["a page of less than none", "{ page(first: -5) { edges { node { name } } } }", [5, 10, 3.03]],
    ["a page that says nothing: 50", "{ page { edges { node { name } } } }", [5, 10, 5.28]],
    ["a page of all too many: 100", "{ page(first: 9999) { edges { node { name } } } }", [5, 10, 7.53]],
    ["a list as long as it says", "{ list { name } }", [5, 10, 3.105]],
    ["rows that are given, each written", "{ rows(rows: [1, 2, 3]) { name } }", [5, 19, 2.045]],
    ["one row more", "{ rows(rows: [1, 2, 3, 4]) { name } }", [5, 22, 2.06]],
    ["the first of two types", "{ any { ... on Slow { work } } }", [5, 10, 12]],
    ["the second of two types", "{ any { ... on Big { store } } }", [5, 15, 3]],
    ["of two types the most of each", "{ any { ... on Slow { work } ... on Big { store } } }", [5, 15, 12]],
    ["a call of one of two types", "{ any { ... on Slow { call } ... on Big { store } } }", [8, 15, 3]],
    ["a record of one of two types", "{ any { ... on Slow { look { name } } } }", [6.01, 10, 2.065]],
    ["a type by the union's name", "{ any { ... on Any { ... on Slow { work } } } }", [5, 10, 12]],
    [
      "pages in a list, each read for itself",
      `{ list { ${names("ref { name }").replace("page", "things")} } }`,
      [26, 10, 69.71],
    ],
    ["a type of the schema", '{ __type(name: "Thing") { name } }', [4, 10, 2.021]],
    ["all types of the schema", "{ __schema { types { name } } }", [4, 10, rounded(2.021 + TYPES * 0.006)]],
    ["a name of its type", "{ any { __typename } }", [5, 10, 2.006]],
    ["a mutation", "mutation { change { name } }", [18, 105, 22.015]],
    ["a record that is read", "{ thing { ref { name } } }", [6.01, 10, 7.065]],
    [
      "records beside each other, each place read by itself",
      "{ thing { ref { name } b: ref { name } } }",
      [7.02, 10, 7.13],
    ],
    ["a hundred records at one place, read in one call", `{ ${names("ref { name }")} }`, [7, 10, 12.53]],
    ["and a hundred behind them", `{ ${names("ref { ref { name } }")} }`, [9, 10, 17.53]],
    [
      "pages beside each other, each for itself",
      `{ ${names("ref { name }")} b: ${names("ref { name }")} }`,
      [10, 10, 23.06],
    ],
  ])("of %s", (_, query, cost) => {
    expect(costs(query)).toEqual(cost);
  });

  it.each<[string, string, readonly number[]]>([
    ["what is skipped", "{ thing { name } b: thing @skip(if: $yes) { name } }", [5, 10, 7.015]],
    ["what is not included", "{ thing { name } b: thing @include(if: $no) { name } }", [5, 10, 7.015]],
    [
      "what is included and skipped",
      "{ thing { name } b: thing @include(if: $yes) @skip(if: $yes) { name } }",
      [5, 10, 7.015],
    ],
    [
      "a fragment that is skipped",
      "{ thing { name ... @skip(if: $yes) { inner { name } } } }",
      [5, 10, 7.015],
    ],
  ])("leave out %s", (_, selection, cost) => {
    const query = `query ($yes: Boolean!, $no: Boolean!) ${selection}`;
    expect(costs(query, { yes: true, no: false })).toEqual(cost);
  });

  it("take in what is included, and what is not skipped", () => {
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      thing { name } b: thing @include(if: $yes) { name } c: thing @skip(if: $no) { name }
    }`;
    expect(costs(query, { yes: true, no: false })).toEqual([7, 10, 17.045]);
  });

  it("count a fragment once where it is spread, at each place anew, and its fields with the others there", () => {
    const fragment = "fragment F on Thing { name inner { name } }";
    expect(costs(`{ thing { ...F ...F ...F } } ${fragment}`)).toEqual([5, 10, 7.06]);
    expect(costs(`{ thing { ...F inner { ...F } } } ${fragment}`)).toEqual([5, 10, 7.105]);
    expect(costs("{ any { ...S ...S } } fragment S on Slow { work }")).toEqual([5, 10, 12]);
  });

  it.each(['page(first: "x") { edges { cursor } }', "thing @skip(if: $n) { name }"])(
    "are not told of what cannot be read, which is the caller's: %s",
    (selection) => {
      try {
        costs(`query ($n: Boolean) { ${selection} }`, { n: null });
        expect.fail("read");
      } catch (error) {
        const told = error instanceof GraphQLError ? error : expect.fail("another fault");
        expect(told.extensions).toEqual({ code: "BAD_USER_INPUT", http: { status: 400 } });
        expect(told.nodes).toHaveLength(1);
      }
    },
  );

  it("are none where there is nothing to be asked", () => {
    expect(costs("subscription { thing }")).toEqual([0, 0, 0]);
  });

  it("are found in no time where fragments multiply one another, or refused where types do", () => {
    const fragments = Array.from(
      { length: 18 },
      (_, i) => `fragment F${i} on Thing { ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ thing { ...F0 } } ${fragments.join(" ")} fragment F18 on Thing { name }`;
    expect(costs(query)).toEqual([5, 10, 7.015]);
    const again = (levels: number): string =>
      levels === 0
        ? "__typename"
        : ["Slow", "Big"].map((of) => `... on ${of} { again { ...A${levels} } }`).join(" ");
    const nested = (levels: number) =>
      `{ any { ...A${levels + 1} } } ${Array.from(
        { length: levels + 1 },
        (_, i) => `fragment A${i + 1} on Any { ${again(i)} }`,
      ).join(" ")}`;
    expect(costs(nested(5))[0]).toBe(5);
    expect(() => costs(nested(14))).toThrow();
  });

  it("go by variables, and by their defaults", () => {
    const query =
      "query ($n: Int = 3, $rows: [Int!]) { page(first: $n) { edges { node { name } } } rows(rows: $rows) { name } }";
    expect(costs(query, { rows: [1] })).toEqual([6, 13, 3.18]);
    expect(costs(query, { n: 1, rows: [1, 2] })).toEqual([6, 16, 3.105]);
  });
});

describe("points", () => {
  it.each([
    [{ calls: 300, writes: 0, cpuMs: 0 }, 1_000],
    [{ calls: 300.1, writes: 0, cpuMs: 0 }, 1_001],
    [{ calls: 0, writes: 2_000, cpuMs: 0 }, 1_000],
    [{ calls: 0, writes: 2_001, cpuMs: 0 }, 1_001],
    [{ calls: 0, writes: 0, cpuMs: 500 }, 1_000],
    [{ calls: 0, writes: 0, cpuMs: 500.5 }, 1_001],
    [{ calls: 150, writes: 500, cpuMs: 50 }, 500],
    [{ calls: 30, writes: 1_500, cpuMs: 50 }, 750],
    [{ calls: 30, writes: 500, cpuMs: 450 }, 900],
  ])("are thousandths of the bound that is used most: %j", (cost, points) => {
    expect(pointsOf(cost)).toBe(points);
    if (points <= 1_000) expect(checkCost(cost)).toBeUndefined();
    else expect(() => checkCost(cost)).toThrow();
  });

  it("beyond the bound are told with what they are made of, in whole numbers", () => {
    try {
      checkCost({ calls: 300.4, writes: 12.1, cpuMs: 499.2 });
      expect.fail("let through");
    } catch (error) {
      expect(platformError(error)).toMatchObject({
        ...{ reason: "COST_EXCEEDED", values: { cost: "1002", max: "1000" } },
      });
      expect(platformError(error)?.extensions).toMatchObject({
        ...{ code: "LIMIT_EXCEEDED", limit: "cost", cost: 1_002, max: 1_000 },
        ...{ calls: 301, writes: 13, cpuMs: 500, http: { status: 400 } },
      });
    }
  });
});
