import {
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Context } from "./context.ts";

type ObjectType = GraphQLObjectType<unknown, Context>;
export type ObjectField = GraphQLField<unknown, Context>;

/** All that is still to be done to the fields of a type that nobody has asked for. */
const waiting = new WeakMap<object, (() => void)[]>();

/**
 * Makes the fields of a type when they are first asked for, and then does to them what was to be done: a request needs a few of
 * some hundred types, and a start makes none of the others.
 */
export function makeFieldsLate(type: ObjectType): void {
  const make = type.getFields.bind(type);
  const changes: (() => void)[] = [];
  waiting.set(type, changes);
  type.getFields = () => {
    waiting.delete(type);
    type.getFields = make;
    for (const change of changes) change();
    return make();
  };
}

/** Changes the fields of a type in place: at once, or as soon as they are made. */
export function changeFields<Source>(
  type: GraphQLObjectType<Source, Context>,
  change: (fields: GraphQLFieldMap<Source, Context>) => void,
): void {
  const changes = waiting.get(type);
  if (changes) changes.push(() => change(type.getFields()));
  else change(type.getFields());
}

/** The object types of a schema, but for those of introspection. */
export const objectTypes = (schema: GraphQLSchema): readonly ObjectType[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !isIntrospectionType(type) ? [type] : [],
  );

/**
 * Hands over every field of every object type, in place: what `change` sets is set in the schema itself. Copies of a
 * schema, one for each thing that is attached, were most of what a cold start took.
 */
export function forEachField(
  schema: GraphQLSchema,
  change: (field: ObjectField, type: ObjectType) => void,
): void {
  for (const type of objectTypes(schema))
    changeFields(type, (fields) => {
      for (const field of Object.values(fields)) change(field, type);
    });
}
