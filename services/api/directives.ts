import { type ConstDirectiveNode, type GraphQLSchema, getArgumentValues } from "graphql";

type Declaration = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** A type, field, argument or input field of a schema, as its documents declare it. */
export type Declared = {
  readonly astNode?: Declaration | null | undefined;
  readonly extensionASTNodes?: readonly Declaration[] | null | undefined;
};

/**
 * The arguments of each `@directive` that something carries. They are what the schema's definition of the directive says,
 * which the documents are validated against where they are generated. Throws for a directive that the schema does not have.
 */
export function directivesOn<Arguments>(
  schema: GraphQLSchema,
  { astNode, extensionASTNodes }: Declared,
  directive: string,
): readonly Arguments[] {
  const found: ConstDirectiveNode[] = [];
  for (const { directives = [] } of [astNode ?? {}, ...(extensionASTNodes ?? [])])
    for (const one of directives) if (one.name.value === directive) found.push(one);
  if (found.length === 0) return [];
  const definition = schema.getDirective(directive);
  if (!definition) throw new Error(`the schema does not define @${directive}`);
  return found.map((one) => getArgumentValues(definition, one) as Arguments);
}
