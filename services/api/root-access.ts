import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { checkAccess } from "./access.ts";
import type { Context } from "./context.ts";
import { PlatformError } from "./errors.ts";
import { type Requirement, requirementsOf } from "./requirement.ts";

type Variables = Readonly<Record<string, unknown>>;

/** An operation that is about to be executed, with its variables as they were sent. */
export type Executable = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
};

/** A root field that the caller may not have, by the name that its answer would have. */
export type RefusedField = { readonly key: string; readonly error: PlatformError };

/** Tells which root fields of a mutation its caller may not have, before any of them runs. */
export type FindRefused = (executable: Executable, context: Context) => readonly RefusedField[];

/**
 * Mutations run one after another, so what stands first has had its effect when a later one is found not to be the
 * caller's. Queries have no effects: there each field is refused for itself.
 */
export function rootAccess(schema: GraphQLSchema): FindRefused {
  const type = schema.getMutationType();
  const requirementsOn = (name: string): readonly Requirement[] => {
    const field = type?.getFields()[name];
    return type && field ? requirementsOf(type, field) : [];
  };
  return (executable, context) => {
    if (executable.operation.operation !== "mutation") return [];
    const { variableDefinitions = [] } = executable.operation;
    const { coerced } = getVariableValues(schema, variableDefinitions, executable.variables);
    if (!coerced) return []; // Execution is about to say so, and to run nothing.
    return rootFields(executable, coerced).flatMap(({ name, alias }) => {
      const error = refusalOf(requirementsOn(name.value), context);
      return error ? [{ key: (alias ?? name).value, error }] : [];
    });
  };
}

function refusalOf(requirements: readonly Requirement[], context: Context): PlatformError | undefined {
  try {
    checkAccess(requirements, context);
    return undefined;
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}

/** The root fields that execution would run, fragments spread out. */
function rootFields({ document, operation }: Executable, variables: Variables): readonly FieldNode[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const spread = new Set<string>();
  const found: FieldNode[] = [];
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) found.push(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return found;
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;
}
