import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from "graphql";
import { carriedBy, type Declared } from "./directives.ts";
import type { PackedField, PackedInput, PackedSchema, PackedType } from "./packed-schema.ts";

/** A schema that was built from documents, as data, without its descriptions; its directives are read (read-directives.ts). */
export const packSchema = (schema: GraphQLSchema): PackedSchema => ({
  types: Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .map(packType),
  directives: schema
    .getDirectives()
    .filter((one) => !isSpecifiedDirective(one))
    .map(({ name, isRepeatable, locations, args }) => ({
      ...{ name, isRepeatable, locations, args: args.map(packInput) },
    })),
});

function packType(type: GraphQLNamedType): PackedType {
  const common = { name: type.name, ...packDirectives(type) };
  if (isScalarType(type)) return { ...common, kind: "scalar" };
  if (isEnumType(type))
    return { ...common, kind: "enum", values: type.getValues().map(({ name }) => ({ name })) };
  if (isUnionType(type)) return { ...common, kind: "union", types: type.getTypes().map(({ name }) => name) };
  const fields = Object.values(type.getFields());
  if (isInputObjectType(type)) return { ...common, kind: "input", fields: fields.map(packInput) };
  const interfaces = type.getInterfaces().map(({ name }) => name);
  return {
    ...common,
    kind: isObjectType(type) ? "object" : "interface",
    fields: Object.values(type.getFields()).map(
      (field): PackedField => ({
        ...packInput({ ...field, astNode: undefined }),
        ...(field.args.length === 0 ? {} : { args: field.args.map(packInput) }),
      }),
    ),
    ...(interfaces.length === 0 ? {} : { interfaces }),
  };
}

type Input = Pick<GraphQLArgument | GraphQLInputField, "name" | "extensions" | "astNode"> & {
  readonly type: unknown;
};

function packInput({ type, astNode, ...input }: Input): PackedInput {
  const literal = astNode?.defaultValue;
  return {
    name: input.name,
    type: String(type),
    ...packDirectives(input),
    ...(literal ? { default: print(literal) } : {}),
  };
}

function packDirectives(declared: Declared) {
  const carries = carriedBy(declared);
  return carries ? { carries } : {};
}
