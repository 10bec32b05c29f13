import {
  execute,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../services/api/context.ts";
import { directivesOn } from "../../services/api/directives.ts";
import { withoutNullArguments } from "../../services/api/null-arguments.ts";
import { buildSchema } from "../../services/api/schema.ts";
import { resolvers } from "../../services/app/api.ts";
import { at, startPlatform, type TestPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { fieldsOf } from "./access/callers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

type Named = {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
};

const fields: readonly Named[] = fieldsOf(schema).flatMap(({ type, name }) => {
  const field = type.getFields()[name];
  return field ? [{ name: `${type.name}.${name}`, type, field }] : [];
});

describe("no answer erases another's", () => {
  const isNonNull = ({ field }: Named): boolean => isNonNullType(field.type);
  const namesOf = (found: readonly Named[]): string[] => found.map(({ name }) => name);

  it("for every root field may be null, but the one that reads nothing", () => {
    const roots = fields.filter(({ type }) => ["Query", "Mutation"].includes(type.name));
    expect(roots.length).toBeGreaterThan(100);
    expect(namesOf(roots.filter(isNonNull))).toEqual(["Query.viewer"]);
  });

  it("for what a citizen has may be null, whatever source it comes from", () => {
    const hub = fields.filter(({ type }) => type.name === "Citizen");
    expect(hub.length).toBeGreaterThan(10);
    expect(namesOf(hub.filter(isNonNull))).toEqual(["Citizen.id"]);
  });

  it("for every connection may be null: it is a read of its own", () => {
    const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith("Connection"));
    expect(connections.length).toBeGreaterThan(30);
    expect(namesOf(connections.filter(isNonNull))).toEqual([]);
  });

  it("for what asks for more than its type may be null: others read its neighbours", () => {
    const stricter = fields.filter(
      ({ type, field }) =>
        !["Query", "Mutation"].includes(type.name) && directivesOn(field, "access").length > 0,
    );
    expect(stricter.length).toBeGreaterThan(20);
    expect(namesOf(stricter.filter(isNonNull))).toEqual([]);
  });

  it("so that one source which fails leaves the rest of a front page", async () => {
    const context = platform.context({ kind: "CITIZEN", mode: "live", id: platform.newCitizen() });
    const { database } = context;
    const contextValue: Context = {
      ...context,
      database: {
        ...database,
        query: async () => {
          throw new Error("the database does not answer");
        },
      },
    };
    const document = parse(`{ viewer { kind } me { id name
      notifications { edges { node { id } } } applications { edges { node { id } } } payments { pageInfo { hasNextPage } }
      accesses { edges { node { at } } } appointments { edges { node { id } } } transitCards { id } consents { id }
      todo { kind } partners { id } utilityAccounts { id } bills { id } } }`);
    const { data, errors } = await execute({ schema, document, contextValue });
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      viewer: { kind: "CITIZEN" },
      me: { id: expect.any(String), name: null, notifications: null, applications: null, payments: null },
    });
    expect(errors?.length).toBeGreaterThan(5);
  });
});

describe("an argument that is null is as if it were left out", () => {
  const withArguments = fields.filter(({ field }) => field.args.length > 0);
  const mayBeNull = ({ type }: GraphQLArgument): boolean => !isNonNullType(type);

  it("and each that has a default may be null", () => {
    const strict = withArguments.flatMap(({ name, field }) =>
      field.args
        .filter((one) => one.defaultValue !== undefined && !mayBeNull(one))
        .map((one) => `${name}(${one.name}:)`),
    );
    expect(strict).toEqual([]);
  });

  it("and so may each field of an input that has one: what is null there is the default", () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const defaults = inputs.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ defaultValue }) => defaultValue !== undefined)
        .map((field) => ({ ...field, name: `${type.name}.${field.name}` })),
    );
    expect(defaults.length).toBeGreaterThan(15);
    expect(defaults.flatMap(({ name, type }) => (isNonNullType(type) ? [name] : []))).toEqual([]);
  });

  it("so that an input which is written out with nulls is as one that leaves them out", () => {
    const seen = echoing.getMutationType()?.getFields()["recordEnterprise"];
    const given = (more: object): unknown =>
      seen?.resolve?.({}, { input: { creditCode: "x", ...more } }, {}, {} as never);
    expect(given({ standing: null, mode: null })).toEqual({
      input: { creditCode: "x", standing: "IN_BUSINESS", mode: "LIVE" },
    });
  });

  /** The same schema, in which every field answers with the arguments that its resolver was given. */
  const echoing = withoutNullArguments(echo(buildSchema(resolvers)));

  it.each(
    withArguments
      .filter(({ field }) => field.args.some(mayBeNull))
      .map(({ name, type, field }) => ({ name, type, field })),
  )("to the resolver of $name", async ({ type, field }) => {
    const nulls = field.args.filter(mayBeNull).map(({ name }) => ({
      kind: Kind.ARGUMENT as const,
      name: { kind: Kind.NAME as const, value: name },
      value: { kind: Kind.NULL as const },
    }));
    const optional = {
      ...field,
      // Required arguments are not the matter here.
      args: field.args.filter(mayBeNull),
    };
    const node = (args: typeof nulls) => ({
      kind: Kind.FIELD as const,
      name: { kind: Kind.NAME as const, value: field.name },
      arguments: args,
    });
    const seen = echoing.getType(type.name);
    const resolve = isObjectType(seen) ? seen.getFields()[field.name]?.resolve : undefined;
    const given = (args: typeof nulls): unknown =>
      resolve?.({}, getArgumentValues(optional, node(args)), {}, {} as never);
    expect(given(nulls)).toEqual(given([]));
  });

  it("is first: null, too, for whoever asks", async () => {
    const token = await platform.tokens.citizen();
    const query = `query ($first: Int, $after: String) { me {
      payments(first: $first, after: $after) { edges { node { id } } } todo(first: $first) { kind }
      notifications(first: null, after: null, unreadOnly: null) { edges { node { id } } } } }`;
    const { data, errors } = await platform.call({ query, token, variables: { first: null, after: null } });
    expect(errors).toEqual([]);
    expect(at(data, "me", "payments", "edges")).toEqual([]);
  });

  it("and a variable that is null where nothing may be is malformed input, not a fault", async () => {
    const token = await platform.tokens.citizen();
    const wrong: readonly [string, object][] = [
      ['query ($id: ID = "x") { node(id: $id) { id } }', { id: null }],
      ['query ($id: ID = "x") { nodes(ids: [$id]) { id } }', { id: null }],
      ["query ($if: Boolean = true) { viewer { kind @include(if: $if) } }", { if: null }],
      [
        'query ($m: Month = "2026-11") { ...F } fragment F on Query { caseFigures(item: "x", region: "110000", from: $m, to: "2026-11") { __typename } }',
        { m: null },
      ],
    ];
    for (const [query, variables] of wrong) {
      const { status, errors } = await platform.call({ query, token, variables: { ...variables } });
      expect([status, errors.map(({ extensions }) => extensions["code"])]).toEqual([400, ["BAD_USER_INPUT"]]);
    }
    expect(platform.logs.filter(({ message }) => message === "fault")).toEqual([]);
  });
});

function echo(of: typeof schema): typeof schema {
  for (const { type, name } of fieldsOf(of)) {
    const field = type.getFields()[name];
    if (field) field.resolve = (_, args) => ({ ...args });
  }
  return of;
}
