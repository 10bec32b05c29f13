import type { GraphQLSchema } from "graphql";
import { describeSchema, unpackDescriptions } from "./descriptions.ts";

const known = new WeakMap<GraphQLSchema, Promise<GraphQLSchema>>();

/** The schema with the descriptions of its documents, which are loaded when somebody first asks for the schema itself. */
export function described(schema: GraphQLSchema): Promise<GraphQLSchema> {
  const before = known.get(schema);
  if (before) return before;
  const made = import("./generated/descriptions.ts").then(({ descriptions }) =>
    describeSchema(schema, unpackDescriptions(descriptions)),
  );
  known.set(schema, made);
  return made;
}
