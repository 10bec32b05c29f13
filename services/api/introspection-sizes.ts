import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** How many entries each list of introspection has on average, by its type and field. */
export type IntrospectionSizes = Readonly<Record<string, number>>;

const known = new WeakMap<GraphQLSchema, IntrospectionSizes>();

/** Of the schema at hand: introspection is as large as the schema is. */
export function introspectionSizes(schema: GraphQLSchema): IntrospectionSizes {
  const sizes = known.get(schema) ?? measured(schema);
  known.set(schema, sizes);
  return sizes;
}

function measured(schema: GraphQLSchema): IntrospectionSizes {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const fields = types.flatMap(fieldsOf);
  const args = fields.flatMap((field) => ("args" in field ? field.args : []));
  const total = (count: (type: GraphQLNamedType) => number) =>
    types.reduce((sum, type) => sum + count(type), 0);
  return {
    "__Schema.types": types.length,
    "__Schema.directives": directives.length,
    "__Type.fields": fields.length / types.length,
    "__Type.inputFields":
      total((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)) / types.length,
    "__Type.enumValues": total((type) => (isEnumType(type) ? type.getValues().length : 0)) / types.length,
    "__Type.interfaces": total((type) => interfacesOf(type).length) / types.length,
    "__Type.possibleTypes":
      total((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0)) / types.length,
    // Of the wrappers around a type: many have one, few have three.
    "__Type.ofType": 0.6,
    "__Field.args": args.length / fields.length,
    "__Directive.args": 3,
    "__Directive.locations": 4,
  };
}

const interfacesOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
