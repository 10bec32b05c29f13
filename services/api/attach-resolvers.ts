import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  valueFromAST,
} from "graphql";
import type { Resolvers } from "./generated/types.ts";

/**
 * Attaches resolvers to the fields and scalars of a schema, the last that is given for each; the schema itself is changed.
 * A resolver for what does not exist is a mistake that must not pass in silence: it throws.
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: readonly Resolvers[]): GraphQLSchema {
  for (const [name, given] of resolvers.flatMap((some) => Object.entries(some))) {
    const type = schema.getType(name);
    if (isScalarType(type) && isScalarType(given)) {
      const { serialize, parseValue, parseLiteral } = given;
      Object.assign(type, { serialize, parseValue, parseLiteral });
    } else if (isObjectType(type)) attachTo(type.name, type.getFields(), given);
    else throw new Error(`resolvers for ${name}, which is neither an object type nor a scalar of the schema`);
  }
  readDefaults(schema);
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

/** Reads the default values again: before the scalars were attached, graphql had read them as plain JSON. */
function readDefaults(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap());
  // An input object's default may leave out fields that have defaults of their own.
  for (const type of types) if (isInputObjectType(type)) Object.values(type.getFields()).forEach(readDefault);
  for (const type of types) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { args } of Object.values(type.getFields())) args.forEach(readDefault);
  }
}

function readDefault(input: GraphQLArgument | GraphQLInputField): void {
  const { astNode, type } = input;
  if (astNode?.defaultValue) input.defaultValue = valueFromAST(astNode.defaultValue, type);
}
