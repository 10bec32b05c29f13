import { buildASTSchema, GraphQLSchema, isObjectType, parse, validateSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { attachResolvers } from "../../services/api/attach-resolvers.ts";
import { typeDefs } from "../../services/api/generated/schema.ts";
import type { Resolvers } from "../../services/api/generated/types.ts";
import { buildSchema } from "../../services/api/schema.ts";
import { resolvers } from "../../services/app/registry.ts";

const validated = () => buildASTSchema(parse(typeDefs.join("\n")));

describe("the schema's documents", () => {
  it("are valid, which no start looks into", () => {
    // Throws where the documents break a rule of SDL.
    expect(validateSchema(validated())).toEqual([]);
  });

  it("and so is the schema that is built from them, with all that is attached", () => {
    const built = buildSchema(resolvers);
    expect(validateSchema(new GraphQLSchema({ ...built.toConfig(), assumeValid: false }))).toEqual([]);
  });
});

describe("resolvers", () => {
  const attach = (...given: readonly object[]) => attachResolvers(validated(), given as readonly Resolvers[]);

  it.each<[string, readonly object[], string]>([
    ["for no type", [{ Nobody: { name: () => "" } }], "resolvers for Nobody"],
    ["for an interface", [{ Node: { id: () => "" } }], "resolvers for Node"],
    ["for no field", [{ Viewer: { nothing: () => "" } }], "Viewer.nothing, which is not in the schema"],
    ["that cannot be called", [{ Viewer: { id: "me" } }], "Viewer.id is no function"],
  ])("%s are a mistake", (_, given, message) => {
    expect(() => attach(...given)).toThrow(message);
  });

  it("of a scalar read the defaults of arguments, too", () => {
    const { transitFare, utilityQuote } = buildSchema(resolvers).getQueryType()?.getFields() ?? {};
    const defaultOf = (of: typeof transitFare, name: string): unknown =>
      of?.args.find((one) => one.name === name)?.defaultValue;
    expect(defaultOf(transitFare, "monthSpend")).toBe(0n);
    expect(defaultOf(utilityQuote, "yearToDate")).toEqual({ units: 0n, places: 0 });
  });

  it("are attached to the schema at hand, and to no copy of it", () => {
    const schema = validated();
    const viewer = schema.getType("Viewer");
    const id = () => "me";
    expect(attachResolvers(schema, [{ Viewer: { id } }])).toBe(schema);
    expect(isObjectType(viewer) && viewer.getFields()["id"]?.resolve).toBe(id);
  });
});
