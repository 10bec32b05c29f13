import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import {
  type DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  isObjectType,
  parseConstValue,
  specifiedDirectives,
  specifiedScalarTypes,
  valueFromAST,
} from "graphql";
import { carrying, type Directives } from "./directives.ts";
import { makeFieldsLate } from "./object-fields.ts";

/**
 * A schema as data, of which it is made: from documents a syntax tree would be made at each start and thrown away, which
 * takes longer than all else of a schema.
 */
export type PackedSchema = {
  readonly types: readonly PackedType[];
  readonly directives: readonly PackedDirective[];
};

type Named = { readonly name: string };

export type PackedType = Named & { readonly carries?: Directives } & (
    | { readonly kind: "scalar" }
    | {
        readonly kind: "object" | "interface";
        readonly fields: readonly PackedField[];
        readonly interfaces?: readonly string[];
      }
    | { readonly kind: "input"; readonly fields: readonly PackedInput[] }
    | { readonly kind: "union"; readonly types: readonly string[] }
    | { readonly kind: "enum"; readonly values: readonly Named[] }
  );

/** Of an argument or an input field; the default is a literal, for it is the scalars that read it. */
export type PackedInput = Named & {
  readonly type: string;
  readonly carries?: Directives;
  readonly default?: string;
};
export type PackedField = Named & {
  readonly type: string;
  readonly carries?: Directives;
  readonly args?: readonly PackedInput[];
};
export type PackedDirective = Named & {
  readonly isRepeatable: boolean;
  readonly locations: readonly DirectiveLocation[];
  readonly args: readonly PackedInput[];
};

/** By Brotli: a bundle carries a fraction of the bytes. */
export const packed = (schema: PackedSchema): string =>
  brotliCompressSync(JSON.stringify(schema)).toString("base64");

/** The schema of which this was packed. Its scalars are read and written as those say that are given. */
export function unpackSchema(
  text: string,
  scalars: Readonly<Record<string, GraphQLScalarType>> = {},
): GraphQLSchema {
  const { types, directives }: PackedSchema = JSON.parse(
    brotliDecompressSync(Buffer.from(text, "base64")).toString(),
  );
  const made = new Map<string, GraphQLType>(specifiedScalarTypes.map((type) => [type.name, type]));
  const typeOf = (name: string): GraphQLType => {
    const known = made.get(name);
    if (known) return known;
    const type = name.endsWith("!")
      ? new GraphQLNonNull(typeOf(name.slice(0, -1)) as GraphQLNullableType)
      : new GraphQLList(typeOf(name.slice(1, -1)));
    made.set(name, type);
    return type;
  };
  const named = types.map((type) => makeType(type, typeOf, scalars));
  for (const type of named) made.set(type.name, type);
  const objectOf = (name: string): GraphQLObjectType | undefined =>
    made.has(name) ? (typeOf(name) as GraphQLObjectType) : undefined;
  const given = {
    types: [...named, ...specifiedScalarTypes],
    query: objectOf("Query"),
    mutation: objectOf("Mutation"),
    directives: [...directives.map((one) => makeDirective(one, typeOf)), ...specifiedDirectives],
    assumeValid: true,
  };
  return withLateFields(named, () => new GraphQLSchema(given));
}

/**
 * A schema looks through the fields of all its types for more types. All are given, so it is shown no field: those that nobody asks
 * for are never made.
 */
function withLateFields(types: readonly GraphQLNamedType[], make: () => GraphQLSchema): GraphQLSchema {
  const shownAgain = types.flatMap((type) => ("getFields" in type ? [hideFields(type)] : []));
  const schema = make();
  for (const show of shownAgain) show();
  for (const type of types) if (isObjectType(type)) makeFieldsLate(type);
  return schema;
}

/** Answers with the way back. */
function hideFields(type: { getFields: () => object }): () => void {
  const { getFields } = type;
  type.getFields = () => ({});
  return () => {
    type.getFields = getFields;
  };
}

/** A type by its name as documents write it: `[Bill!]!`. It is of the right kind, for only valid schemas are packed. */
type TypeOf = (name: string) => GraphQLType;

function makeType(
  packed: PackedType,
  typeOf: TypeOf,
  scalars: Readonly<Record<string, GraphQLScalarType>>,
): GraphQLNamedType {
  const { name, carries } = packed;
  const config = { name, extensions: carries && carrying(carries) };
  const all = <T>(names: readonly string[] = []): T[] => names.map((one) => typeOf(one) as T);
  switch (packed.kind) {
    case "scalar":
      return new GraphQLScalarType({ ...scalars[name]?.toConfig(), ...config });
    case "object":
    case "interface": {
      const made = {
        ...config,
        fields: () => byName(packed.fields, (field) => fieldConfig(field, typeOf)),
        interfaces: () => all<GraphQLInterfaceType>(packed.interfaces),
      };
      return packed.kind === "object" ? new GraphQLObjectType(made) : new GraphQLInterfaceType(made);
    }
    case "input":
      return new GraphQLInputObjectType({
        ...config,
        fields: () => byName(packed.fields, (field) => inputConfig(field, typeOf)),
      });
    case "union":
      return new GraphQLUnionType({ ...config, types: () => all<GraphQLObjectType>(packed.types) });
    case "enum":
      return new GraphQLEnumType({ ...config, values: byName(packed.values, () => ({})) });
  }
}

function byName<T extends Named, C>(all: readonly T[], configOf: (one: T) => C): Record<string, C> {
  const configs: Record<string, C> = {};
  for (const one of all) configs[one.name] = configOf(one);
  return configs;
}

function fieldConfig(
  { type, carries, args = [] }: PackedField,
  typeOf: TypeOf,
): GraphQLFieldConfig<unknown, unknown> {
  return {
    type: typeOf(type) as GraphQLOutputType,
    extensions: carries && carrying(carries),
    args: byName(args, (arg) => inputConfig(arg, typeOf)),
  };
}

function inputConfig({ type: name, carries, default: literal }: PackedInput, typeOf: TypeOf) {
  const type = typeOf(name) as GraphQLInputType;
  return {
    type,
    extensions: carries && carrying(carries),
    ...(literal === undefined ? {} : { defaultValue: valueFromAST(parseConstValue(literal), type) }),
  };
}

const makeDirective = (
  { name, isRepeatable, locations, args }: PackedDirective,
  typeOf: TypeOf,
): GraphQLDirective =>
  new GraphQLDirective({
    name,
    isRepeatable,
    locations,
    args: byName(args, (arg) => inputConfig(arg, typeOf)),
  });
