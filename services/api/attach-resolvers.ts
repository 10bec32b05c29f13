import { type GraphQLSchema, isObjectType } from "graphql";
import type { Resolvers } from "./generated/types.ts";
import { changeFields } from "./object-fields.ts";

/**
 * Attaches resolvers to the fields of a schema, the last that is given for each; the schema itself is changed. A resolver
 * for what does not exist is a mistake that must not pass in silence: it throws.
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: readonly Resolvers[]): GraphQLSchema {
  for (const [name, given] of resolvers.flatMap((some) => Object.entries(some))) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`resolvers for ${name}, which is no object type of the schema`);
    changeFields(type, (fields) => attachTo(name, fields, given));
  }
  return schema;
}

type Resolved = { resolve?: unknown };

function attachTo(type: string, fields: Readonly<Record<string, Resolved>>, resolvers: object): void {
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`a resolver for ${type}.${name}, which is not in the schema`);
    if (typeof resolve !== "function") throw new Error(`the resolver for ${type}.${name} is no function`);
    field.resolve = resolve;
  }
}
