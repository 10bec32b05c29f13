import { readdirSync, readFileSync } from "node:fs";
import {
  buildASTSchema,
  GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
} from "graphql";
import { describe, expect, it } from "vitest";
import { attachResolvers } from "../../services/api/attach-resolvers.ts";
import { describeAccess } from "../../services/api/describe-access.ts";
import { described } from "../../services/api/described.ts";
import { carriedBy } from "../../services/api/directives.ts";
import { schema as packed } from "../../services/api/generated/schema.ts";
import type { Resolvers } from "../../services/api/generated/types.ts";
import { packSchema } from "../../services/api/pack-schema.ts";
import { packed as packedText, unpackSchema } from "../../services/api/packed-schema.ts";
import { readDirectives } from "../../services/api/read-directives.ts";
import { buildSchema } from "../../services/api/schema.ts";
import { resolvers } from "../../services/app/api.ts";

const FOLDER = new URL("../../schema/", import.meta.url);
const documents = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));
const validated = () => buildASTSchema(parse(documents.join("\n")));

/** The directives on types, fields, arguments and input fields of a schema, by their places. */
function carriedIn(schema: GraphQLSchema): Readonly<Record<string, unknown>> {
  const places = Object.values(schema.getTypeMap()).flatMap((type) => {
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    return [
      [type.name, type] as const,
      ...fields.flatMap((field) => [
        [`${type.name}.${field.name}`, field] as const,
        ...("args" in field ? [...field.args] : []).map(
          (arg) => [`${type.name}.${field.name}.${arg.name}`, arg] as const,
        ),
      ]),
    ];
  });
  return Object.fromEntries(
    places.flatMap(([place, declared]) => {
      const carried = carriedBy(declared);
      return carried ? [[place, carried]] : [];
    }),
  );
}

describe("the schema's documents", () => {
  it("are valid, which no start looks into", () => {
    // Throws where the documents break a rule of SDL.
    expect(validateSchema(validated())).toEqual([]);
  });

  it("are the same after they were packed, with all that its parts carry", async () => {
    const documented = readDirectives(validated());
    const carried = carriedIn(documented);
    expect(Object.keys(carried).length).toBeGreaterThan(700);
    const unpacked = await described(unpackSchema(packed));
    const [theirs, ours] = [describeAccess(documented), unpacked].map(lexicographicSortSchema);
    expect(ours && printSchema(ours)).toBe(theirs && printSchema(theirs));
    expect(carriedIn(unpackSchema(packed))).toEqual(carried);
  });

  it("give each directive the arguments that they say", () => {
    const schema = readDirectives(
      buildASTSchema(
        parse(`
          directive @times(n: Int! = 1, names: [String!]) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION
          directive @once on INPUT_FIELD_DEFINITION
          type Query @times { plain: Int, made(of: Input @times(n: 3)): Int @times(names: ["a"]) @times(n: 2) }
          extend type Query @times(n: 9)
          input Input { text: String = "t" @once }
        `),
      ),
    );
    const carried = {
      Query: { times: [{ n: 1 }, { n: 9 }] },
      "Query.made": { times: [{ n: 1, names: ["a"] }, { n: 2 }] },
      "Query.made.of": { times: [{ n: 3 }] },
      "Input.text": { once: [{}] },
    };
    expect(carriedIn(schema)).toEqual(carried);
    expect(carriedIn(unpackSchema(packedText(packSchema(schema))))).toEqual(carried);
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
