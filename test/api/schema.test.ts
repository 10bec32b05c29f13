import { readdirSync, readFileSync } from "node:fs";
import {
  buildASTSchema,
  type DocumentNode,
  GraphQLSchema,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validateSchema,
  visit,
} from "graphql";
import { describe, expect, it } from "vitest";
import { attachResolvers } from "../../services/api/attach-resolvers.ts";
import { documents as packed } from "../../services/api/generated/schema.ts";
import type { Resolvers } from "../../services/api/generated/types.ts";
import { unpackDocuments } from "../../services/api/packed-documents.ts";
import { buildSchema } from "../../services/api/schema.ts";
import { resolvers } from "../../services/app/api.ts";

const FOLDER = new URL("../../schema/", import.meta.url);
const documents = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));
const validated = () => buildASTSchema(parse(documents.join("\n")));

/** The directives of a document by the places that carry them. */
function directivesIn(document: DocumentNode): readonly string[] {
  const found: string[] = [];
  const path: string[] = [];
  visit(document, {
    enter: (node) => {
      path.push("name" in node && node.name ? node.name.value : "");
      if (node.kind === Kind.DIRECTIVE)
        found.push(`${path.filter(Boolean).join(".")} ${sortedText(print(node))}`);
    },
    leave: () => {
      path.pop();
    },
  });
  return found.sort();
}

/** The arguments of a directive may stand in any order. */
const sortedText = (text: string): string => [...text].sort().join("");

describe("the schema's documents", () => {
  it("are valid, which no start looks into", () => {
    // Throws where the documents break a rule of SDL.
    expect(validateSchema(validated())).toEqual([]);
  });

  it("are the same after they were packed, with every directive", () => {
    const unpacked = unpackDocuments(packed);
    // Throws where what is packed is no valid schema.
    const [theirs, ours] = [validated(), buildASTSchema(unpacked)].map(lexicographicSortSchema);
    expect(ours && printSchema(ours)).toBe(theirs && printSchema(theirs));
    expect(directivesIn(unpacked)).toEqual(directivesIn(parse(documents.join("\n"))));
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
