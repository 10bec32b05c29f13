import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { brokenLimit, documentLimits, LIMITS } from "../../services/api/limits.ts";

const schema = buildSchema("type Query { a: Query, b: Query, n(x: Int): Int }");

/** The limits that a document breaks, each as often as it is told. */
const broken = (text: string): readonly unknown[] =>
  validate(schema, parse(text), [documentLimits]).map(({ extensions }) => extensions["limit"]);

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(" ");

const nested = (levels: number): string => `${"{ a ".repeat(levels - 1)}{ n }${" }".repeat(levels - 1)}`;
const renamed = (count: number): string => `{ a { ${times(count, (i) => `n${i}: n`)} } }`;
const rooted = (count: number): string => `{ ${"n ".repeat(count)} }`;
const directed = (count: number): string => `{ n ${"@skip(if: false) ".repeat(count)} }`;

describe("a document's limits, each to the last one", () => {
  it("are these, as partners read them", () => {
    expect(LIMITS).toEqual({
      ...{ BODY_BYTES_MAX: 262_144, TOKENS_MAX: 4_000, NESTING_MAX: 64, DEPTH_MAX: 12, ALIASES_MAX: 30 },
      ...{ ROOT_FIELDS_MAX: 20, DIRECTIVES_MAX: 20, ERRORS_MAX: 20 },
    });
  });

  it.each<[string, (count: number) => string, number]>([
    ["depth", nested, 12],
    ["aliases", renamed, 30],
    ["root fields", rooted, 20],
    ["directives", directed, 20],
  ])("%s", (limit, make, max) => {
    expect(broken(make(max - 1))).toEqual([]);
    expect(broken(make(max))).toEqual([]);
    expect(broken(make(max + 1))).toEqual([limit]);
    const [error] = validate(schema, parse(make(max + 1)), [documentLimits]);
    expect(error?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", limit, max });
  });

  it.each<[string, (count: number) => string, number]>([
    // `{ n …  }` has its brackets besides.
    ["tokens", (count) => `{ ${"n ".repeat(count - 2)}}`, 4_000],
    ["nesting", (levels) => `${"{ a ".repeat(levels)}${"}".repeat(levels)}`, 64],
    ["nesting", (levels) => `{ n(x: ${"[".repeat(levels - 2)}${"]".repeat(levels - 2)}) }`, 64],
    ["nesting", (levels) => `{ ${"(".repeat(levels - 1)}${")".repeat(levels - 1)} }`, 64],
  ])("%s, before it is parsed", (limit, make, max) => {
    expect(brokenLimit(make(max - 1))).toBeUndefined();
    expect(brokenLimit(make(max))).toBeUndefined();
    expect(brokenLimit(make(max + 1))).toEqual({ limit, max });
  });

  it("of nesting count what is open at once, and not what was closed", () => {
    expect(brokenLimit(`{ ${"a { n(x: [1]) } ".repeat(200)} }`)).toBeUndefined();
  });

  it("of a text that is no GraphQL are the parser's to tell", () => {
    expect(brokenLimit('{ a "')).toBeUndefined();
    expect(brokenLimit("")).toBeUndefined();
  });
});

describe("a document is counted as it would be executed", () => {
  /** The same with all of it in a fragment, in one that spreads another, and in an inline fragment. */
  const INSTEAD: Readonly<Record<string, (set: string) => string>> = {
    "in a fragment": (set) => `{ ...F } fragment F on Query ${set}`,
    "in a fragment's fragment": (set) => `{ ...F } fragment F on Query { ...G } fragment G on Query ${set}`,
    "in an inline fragment": (set) => `{ ... on Query ${set} }`,
    "in the second operation": (set) => `query A { n } query B ${set}`,
  };
  it.each(Object.entries(INSTEAD))("also what stands %s", (_, instead) => {
    for (const [limit, make, max] of [
      ["depth", nested, 12],
      ["aliases", renamed, 30],
      ["root fields", rooted, 20],
      ["directives", directed, 20],
    ] as const) {
      expect(broken(instead(make(max))), limit).toEqual([]);
      expect(broken(instead(make(max + 1))), limit).toEqual([limit]);
    }
  });

  it("a fragment as often as it is spread, and once in each operation", () => {
    const fragment = "fragment F on Query { a { x: n y: n @skip(if: true) } }";
    expect(broken(`{ ${"b { ...F } ".repeat(15)} } ${fragment}`)).toEqual([]);
    expect(broken(`{ ${"b { ...F } ".repeat(16)} } ${fragment}`)).toEqual(["aliases"]);
    expect(broken(`query A { ${"...F ".repeat(10)} } query B { ${"...F ".repeat(10)} } ${fragment}`)).toEqual(
      [],
    );
    expect(broken(`{ ${"...F ".repeat(20)} } fragment F on Query { n }`)).toEqual([]);
    expect(broken(`{ ${"...F ".repeat(21)} } fragment F on Query { n }`)).toEqual(["root fields"]);
  });

  it("as deep as its deepest part, wherever that stands", () => {
    const deep = "a ".concat(nested(11));
    const tooDeep = "a ".concat(nested(12));
    expect(broken(`{ ${deep} n }`)).toEqual([]);
    expect(broken(`{ n ${deep} b { n } }`)).toEqual([]);
    expect(broken(`{ ${tooDeep} n }`)).toEqual(["depth"]);
    expect(broken(`{ n ${tooDeep} }`)).toEqual(["depth"]);
  });

  it("with the directives of the operation, of fields, of spreads and of inline fragments", () => {
    const four = (each: number) => {
      const some = "@include(if: true) ".repeat(each);
      return `query ${some} { n ${some} ...F ${some} ... on Query ${some} { n } } fragment F on Query { n }`;
    };
    expect(broken(four(5))).toEqual([]);
    expect(broken(`${four(5)}`.replace("{ n }", "{ n @skip(if: true) }"))).toEqual(["directives"]);
  });

  it("with each `__typename` that is not the first plain one of its selection", () => {
    const names = (count: number) => `{ ${"__typename ".repeat(count)} n }`;
    expect(broken(`{ a ${names(31)} }`)).toEqual([]);
    expect(broken(`{ a ${names(32)} }`)).toEqual(["aliases"]);
    expect(broken(`{ ${"... { __typename } ".repeat(40)} }`)).toEqual([]);
    expect(broken(`{ a { t: __typename ${times(30, (i) => `n${i}: n`)} } }`)).toEqual(["aliases"]);
    // The first plain one is neither a field of the root nor a level.
    expect(broken(`{ __typename ${"n ".repeat(20)} }`)).toEqual([]);
    expect(broken(`${"{ a ".repeat(12)}{ __typename }${" }".repeat(12)}`)).toEqual([]);
    expect(broken(`${"{ a ".repeat(12)}{ t: __typename }${" }".repeat(12)}`)).toEqual(["depth"]);
  });

  it("but for the depth of introspection, whose other counts stand", () => {
    const types = (inner: string) => `__schema { types { ${inner} } }`;
    const deep = `fields { type ${"{ ofType ".repeat(15)}{ name }${" }".repeat(15)} }`;
    expect(broken(`{ ${types(deep)} }`)).toEqual([]);
    expect(broken(`{ __type(name: "Query") { ${deep} } }`)).toEqual([]);
    expect(broken(`{ ${types(times(31, (i) => `n${i}: name`))} }`)).toEqual(["aliases"]);
    expect(broken(`{ ${types(`name ${"@skip(if: true) ".repeat(21)}`)} }`)).toEqual(["directives"]);
    // It is a level itself, and what stands beside it is as deep as ever.
    expect(broken(`${"{ a ".repeat(12)}{ ${types("name")} }${" }".repeat(12)}`)).toEqual(["depth"]);
    expect(broken(`{ ${types("name")} a ${nested(12)} }`)).toEqual(["depth"]);
  });

  it("to an end, where fragments go round in a circle, or are none", () => {
    expect(broken("{ ...F } fragment F on Query { a { ...G } } fragment G on Query { a { ...F } }")).toEqual(
      [],
    );
    expect(broken("{ ...None }")).toEqual([]);
  });
});
