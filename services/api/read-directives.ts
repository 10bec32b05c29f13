import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  getArgumentValues,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { carrying, type Declared } from "./directives.ts";

type Node = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** Something of a schema that was built from documents. */
type FromDocument = {
  extensions: Declared["extensions"];
  readonly astNode?: Node | null | undefined;
  readonly extensionASTNodes?: readonly Node[];
};

/**
 * Reads the directives in the documents of which a schema was built, so that nothing that asks for them has to; the schema
 * itself is changed. Throws for a directive that the schema does not define.
 */
export function readDirectives(schema: GraphQLSchema): GraphQLSchema {
  for (const one of declaredIn(schema)) {
    const nodes = [one.astNode, ...(one.extensionASTNodes ?? [])].flatMap((node) => node?.directives ?? []);
    if (nodes.length === 0) continue;
    const byName = Map.groupBy(nodes, ({ name }) => name.value);
    const directives = [...byName].map(([name, all]) => [name, all.map((node) => argumentsOf(schema, node))]);
    one.extensions = { ...one.extensions, ...carrying(Object.fromEntries(directives)) };
  }
  return schema;
}

const declaredIn = (schema: GraphQLSchema): readonly FromDocument[] =>
  Object.values(schema.getTypeMap()).flatMap((type): readonly FromDocument[] => {
    if (isInputObjectType(type)) return [type, ...Object.values(type.getFields())];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type];
    return [type, ...Object.values(type.getFields()).flatMap((field) => [field, ...field.args])];
  });

function argumentsOf(schema: GraphQLSchema, node: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  const definition = schema.getDirective(node.name.value);
  if (!definition) throw new Error(`the schema does not define @${node.name.value}`);
  return getArgumentValues(definition, node);
}
