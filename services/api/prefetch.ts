import { type GraphQLSchema, getArgumentValues, Kind, type OperationDefinitionNode } from "graphql";
import { boundArguments } from "./bounds.ts";
import type { Context } from "./context.ts";

/**
 * Starts a read that an operation is sure to need, while the caller is still being authenticated, so that both
 * share one round trip. It may only warm the request's cache: nothing is decided, and nothing is answered by it.
 */
export type Prefetch = (
  args: Readonly<Record<string, unknown>>,
  context: Context,
  /** Names of the fields that are asked of the answer. */
  selected: readonly string[],
) => void;
/** By the root field that they serve. */
export type Prefetches = Readonly<Record<string, Prefetch>>;

/** Starts the reads that the root fields of a query are sure to need. */
export function warm(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  variables: Readonly<Record<string, unknown>>,
  prefetches: readonly Prefetches[],
  context: Context,
): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  if (operation?.operation !== "query") return;
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD) continue;
    const field = fields[node.name.value];
    const wanted = prefetches.map((of) => of[node.name.value]).filter((prefetch) => prefetch !== undefined);
    if (!field || wanted.length === 0) continue;
    const selected = (node.selectionSet?.selections ?? []).flatMap((inner) =>
      inner.kind === Kind.FIELD ? [inner.name.value] : [],
    );
    try {
      const args = boundArguments(field, getArgumentValues(field, node, variables));
      for (const prefetch of wanted) prefetch(args, context, selected);
    } catch {
      // Wrong arguments: execution is about to say so, with the place.
    }
  }
}
