import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import {
  type GraphQLSchema,
  isEnumType,
  isIntrospectionType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from "graphql";

/**
 * The descriptions of a schema's parts by their places: "Bill", "Bill.total", "Bill.total.of", "@cost", "@cost.calls", and ""
 * of the schema itself. Introspection alone shows them, so that no start reads them: they are most of the documents' text.
 */
export type Descriptions = Readonly<Record<string, string>>;

type Part = { description?: string | null | undefined };
type Placed = readonly [place: string, part: Part];

/** All parts of a schema that can have a description. */
function partsOf(schema: GraphQLSchema): readonly Placed[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const directives = schema.getDirectives().filter((one) => !isSpecifiedDirective(one));
  return [
    ["", schema],
    ...types.flatMap((type): readonly Placed[] => [
      [type.name, type],
      ...(isEnumType(type) ? type.getValues().map((value) => placed(type.name, value)) : []),
      ...("getFields" in type ? Object.values(type.getFields()) : []).flatMap((field): readonly Placed[] => [
        placed(type.name, field),
        ...("args" in field ? [...field.args] : []).map((arg) => placed(`${type.name}.${field.name}`, arg)),
      ]),
    ]),
    ...directives.flatMap((one): readonly Placed[] => [
      [`@${one.name}`, one],
      ...one.args.map((arg) => placed(`@${one.name}`, arg)),
    ]),
  ];
}

const placed = (within: string, part: Part & { readonly name: string }): Placed => [
  `${within}.${part.name}`,
  part,
];

export const descriptionsOf = (schema: GraphQLSchema): Descriptions =>
  Object.fromEntries(
    partsOf(schema).flatMap(([place, { description }]) => (description ? [[place, description]] : [])),
  );

/** Gives the parts of a schema, which is changed, their descriptions. */
export function describeSchema(schema: GraphQLSchema, descriptions: Descriptions): GraphQLSchema {
  for (const [place, part] of partsOf(schema)) part.description = descriptions[place];
  return schema;
}

export const packedDescriptions = (descriptions: Descriptions): string =>
  brotliCompressSync(JSON.stringify(descriptions)).toString("base64");

export const unpackDescriptions = (text: string): Descriptions =>
  JSON.parse(brotliDecompressSync(Buffer.from(text, "base64")).toString());
