import { printSchemaWithDirectives } from "@graphql-tools/utils";

/** A codegen plugin: the schema as one string in a module, so that a Lambda bundle needs no files beside it. */
export function plugin(schema) {
  return `export const typeDefs = ${JSON.stringify(printSchemaWithDirectives(schema))};\n`;
}
