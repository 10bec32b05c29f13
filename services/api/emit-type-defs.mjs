import { readdirSync, readFileSync } from "node:fs";
import { buildASTSchema, concatAST, lexicographicSortSchema, parse } from "graphql";
import { packSchema } from "./pack-schema.ts";
import { packed } from "./packed-schema.ts";
import { readDirectives } from "./read-directives.ts";

const FOLDER = new URL("../../schema/", import.meta.url);

/**
 * A codegen plugin: the documents of `schema/` as a module, packed, so that a Lambda bundle needs no
 * files beside it. Everything stands in the order of its name, as introspection then shows it, whichever file it comes from.
 */
export const plugin = () => `export const schema = "${packed(packSchema(documentedSchema()))}";\n`;

/** The schema of the documents, with what its directives carry. */
export function documentedSchema() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".graphql"));
  const documents = files.map((name) => parse(readFileSync(new URL(name, FOLDER), "utf8")));
  return lexicographicSortSchema(readDirectives(buildASTSchema(concatAST(documents))));
}
