import { readFileSync } from "node:fs";
import { buildSchema as buildBareSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enforceAccess } from "../../../services/api/access.ts";
import { readDirectives } from "../../../services/api/read-directives.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { CALLERS, type Caller, fieldsOf, isLetThrough, namesOf } from "./callers.ts";

let platform: TestPlatform;
let partner: LivePartner;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ", "HOUSING_FUND_READ"] });
});
afterAll(() => platform.stop());

const fields = fieldsOf(schema);

/** The callers who are let through to a field, by the lines of the table: "Type.field: caller, caller". */
const table = new Map(
  readFileSync(new URL("./access-table.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.slice(0, line.indexOf(":")), line] as const),
);

describe("access, walked field by field with every kind of caller", () => {
  it.each(fields.map((field) => ({ name: `${field.type.name}.${field.name}`, field })))(
    "is what the table says: $name",
    async ({ name, field }) => {
      const through: Caller[] = [];
      for (const caller of CALLERS) if (await isLetThrough(platform, caller, field)) through.push(caller);
      expect(`${name}: ${namesOf(through)}`).toBe(table.get(name));
    },
  );

  it("finds every line of the table in the schema", () => {
    const known = new Set(fields.map(({ type, name }) => `${type.name}.${name}`));
    expect([...table.keys()].filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("access on every way to a field", () => {
  const codes = async (query: string, as: { token?: string; apiKey?: string }, variables = {}) =>
    (await platform.call({ query, variables, ...as })).errors.map(({ extensions }) => extensions["code"]);

  it("holds in what a field leads to", async () => {
    const ref = await seedConsent(platform, partner, platform.newCitizen(), ["PROFILE_READ"]);
    const query = "query ($ref: ID!) { citizen(ref: $ref) { name housingFund { balance } } }";
    expect(await codes(query, { apiKey: partner.liveKey }, { ref })).toEqual(["FORBIDDEN"]);
  });

  it("holds behind node and nodes, under the interface as under the type", async () => {
    const ref = await seedConsent(platform, partner, platform.newCitizen(), ["HOUSING_FUND_READ"]);
    const query = `query ($ref: ID!) {
      node(id: $ref) { id ... on Citizen { name } }
      nodes(ids: [$ref]) { __typename ... on Citizen { consents { id } } } }`;
    const apiKey = partner.liveKey;
    const { data, errors } = await platform.call({ query, apiKey, variables: { ref } });
    expect(textAt(data, "node", "id")).toBe(ref);
    expect(at(data, "node", "name")).toBeNull();
    expect(at(data, "nodes", 0, "consents")).toBeNull();
    expect(errors.map(({ path, extensions }) => [path?.join("."), extensions["code"]])).toEqual([
      ["node.name", "FORBIDDEN"],
      ["nodes.0.consents", "FORBIDDEN"],
    ]);
  });

  it("holds in the members of a union", async () => {
    // Reached by nobody else than those who may; the union itself opens nothing.
    const query =
      'mutation { rejectPartner(id: "ptn_0000000000000000", reason: "x") { ... on Partner { name } } }';
    expect(await codes(query, { token: await platform.tokens.citizen() })).toEqual(["FORBIDDEN"]);
    expect(await codes(query, {})).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("a schema in which something says nothing of access", () => {
  const DIRECTIVE = `enum Caller { ANONYMOUS } enum Scope { S } enum Role { R }
    directive @access(to: [Caller!]!, scopes: [Scope!], roles: [Role!]) on OBJECT | FIELD_DEFINITION `;

  it.each([
    ["a root field", "type Query { open: String }", "Query.open"],
    ["a mutation", "type Query { a: Int @access(to: [ANONYMOUS]) } type Mutation { b: Int }", "Mutation.b"],
    ["a type", "type Query { a: A @access(to: [ANONYMOUS]) } type A { b: Int }", "A"],
  ])("does not start: %s", (_, typeDefs, named) => {
    const silent = readDirectives(buildBareSchema(DIRECTIVE + typeDefs));
    expect(() => enforceAccess(silent)).toThrow(`@access is missing on ${named}`);
  });
});
