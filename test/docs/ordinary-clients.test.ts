import { parse, specifiedRules, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { brokenLimit, documentLimits, LIMITS } from "../../services/api/limits.ts";
import { schema } from "../support/schema.ts";
import { exampleDocuments } from "./example-documents.ts";
import { withTypenames } from "./with-typenames.ts";

const documents = exampleDocuments();

const problemsOf = (text: string): string[] =>
  validate(schema, parse(text), [...specifiedRules, documentLimits]).map(({ message }) => message);

describe("an ordinary client adds __typename to every selection set", () => {
  it("to examples of the README, of the documents and of GraphiQL", () => {
    const places = documents.map(({ name }) => name.split(/[,:]/)[0]);
    expect(places).toEqual(expect.arrayContaining(["README.md", "docs/partners.md", "GraphiQL"]));
    expect(documents.length).toBeGreaterThan(30);
  });

  it.each(documents)("and is served all the same: $name", ({ text }) => {
    const sent = withTypenames(text);
    expect(brokenLimit(sent)).toBeUndefined();
    expect(problemsOf(sent)).toEqual([]);
  });
});

describe("__typename", () => {
  const times = (count: number, text: string): string => `${text} `.repeat(count);
  const max = LIMITS.ALIASES_MAX;
  const tooMany = `aliases ${max}`;
  const found = (query: string): string[] =>
    validate(schema, parse(query), [documentLimits]).map(
      ({ extensions }) => `${extensions["limit"]} ${extensions["max"]}`,
    );

  it("costs nothing once in each selection set, whatever the set belongs to", () => {
    const fragments = times(max + 1, "... on Query { __typename viewer { __typename } }");
    expect(found(`{ __typename ${fragments} }`)).toEqual([`root fields ${LIMITS.ROOT_FIELDS_MAX}`]);
    expect(found(`{ viewer { ${times(max + 1, "... { __typename kind }")} } }`)).toEqual([]);
    expect(found(`{ __typename ${times(LIMITS.ROOT_FIELDS_MAX, "viewer { kind }")} }`)).toEqual([]);
  });

  it("counts as an alias when it is renamed, and when it is repeated", () => {
    const renamed = Array.from({ length: max + 1 }, (_, i) => `t${i}: __typename`).join(" ");
    expect(found(`{ viewer { ${renamed} } }`)).toEqual([tooMany]);
    expect(found(`{ viewer { ${times(max + 1, "__typename")} } }`)).toEqual([]);
    expect(found(`{ viewer { ${times(max + 2, "__typename")} } }`)).toEqual([tooMany]);
    expect(found(`{ viewer { ...F } } fragment F on Viewer { ${times(max + 2, "__typename")} }`)).toEqual([
      tooMany,
    ]);
  });

  it("with a directive still counts as a directive", () => {
    const directives = "@include(if: true) ".repeat(LIMITS.DIRECTIVES_MAX + 1);
    expect(found(`{ viewer { __typename ${directives} } }`)).toEqual([`directives ${LIMITS.DIRECTIVES_MAX}`]);
  });
});
