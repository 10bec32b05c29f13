import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Context } from "./context.ts";

export type ObjectField = GraphQLField<unknown, Context>;

/** The object types of a schema, but for those of introspection. */
export const objectTypes = (schema: GraphQLSchema): readonly GraphQLObjectType<unknown, Context>[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !isIntrospectionType(type) ? [type] : [],
  );

/**
 * Hands over every field of every object type, in place: what `change` sets is set in the schema itself. Copies of a
 * schema, one for each thing that is attached, were most of what a cold start took.
 */
export function forEachField(
  schema: GraphQLSchema,
  change: (field: ObjectField, type: GraphQLObjectType) => void,
): void {
  for (const type of objectTypes(schema))
    for (const field of Object.values(type.getFields())) change(field, type);
}
