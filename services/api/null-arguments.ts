import {
  type DocumentNode,
  defaultFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type Fields, isFields } from "../kernel/fields.ts";
import { badRequest } from "./errors.ts";
import { forEachField } from "./object-fields.ts";

/** Arguments of a field, or fields of an input object, by their names. */
type Inputs = Readonly<Record<string, { readonly type: GraphQLInputType; readonly defaultValue?: unknown }>>;

/**
 * An argument that is null is as if it were left out: its default, where it has one. Clients that write their variables
 * out send null for what nobody chose. No resolver sees null in its arguments but within a JSON value. The schema itself
 * is changed.
 */
export function withoutNullArguments(schema: GraphQLSchema): GraphQLSchema {
  forEachField(schema, (field) => {
    if (!field.args.some(({ type }) => mayHoldNull(type))) return;
    const { resolve = defaultFieldResolver } = field;
    const inputs: Inputs = Object.fromEntries(field.args.map((arg) => [arg.name, arg]));
    field.resolve = (source, args: Fields, context, info) =>
      resolve(source, withoutNulls(args, inputs), context, info);
  });
  return schema;
}

const mayHoldNull = (type: GraphQLInputType): boolean =>
  !isNonNullType(type) || isInputObjectType(getNamedType(type));

function withoutNulls(values: Fields, inputs: Inputs): Fields {
  const given = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const input = inputs[name];
    if (!input || value === undefined) return [[name, value]];
    if (value !== null) return [[name, within(value, input.type)]];
    return input.defaultValue === undefined ? [] : [[name, input.defaultValue]];
  });
  return Object.fromEntries(given);
}

function within(value: unknown, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => within(one, type));
  return isFields(value) ? withoutNulls(value, named.getFields()) : value;
}

/**
 * Throws BAD_USER_INPUT for a variable that is null where the schema wants a value. Validation lets a nullable variable
 * through to such a place if a default stands in for it, and execution would take the null for a fault.
 */
export function refuseNullVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Fields,
): void {
  if (!Object.values(variables).includes(null)) return;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (one) => (one === operation ? undefined : false),
      VariableDefinition: () => false,
      [Kind.VARIABLE]: ({ name: { value: name } }) => {
        if (variables[name] === null && isNonNullType(types.getInputType()))
          throw badRequest("NULL_VARIABLE", { name });
      },
    }),
  );
}
