import type { Context } from "./context.ts";
import { badInput } from "./errors.ts";
import type { Resolvers, ResolversTypes } from "./generated/types.ts";
import { PAGE_SIZE_MAX } from "./relay.ts";

/**
 * Loads the record behind a global id for the caller at hand: undefined where there is none, and just so where it
 * is not theirs to see. The value carries its `__typename`, and a person's record its `citizenId`.
 */
export type NodeLoader = (id: string, context: Context) => Promise<NodeValue | undefined>;
export type NodeValue = { readonly __typename: string };
/** By the prefix of the ids. */
export type NodeLoaders = Readonly<Record<string, NodeLoader>>;

export function nodeResolvers(loaders: NodeLoaders): Resolvers {
  const load = async (id: string, context: Context): Promise<ResolversTypes["Node"] | null> => {
    const loader = Object.entries(loaders).find(([prefix]) => id.startsWith(`${prefix}_`))?.[1];
    return ((await loader?.(id, context)) ?? null) as ResolversTypes["Node"] | null;
  };
  return {
    Query: {
      node: (_, { id }, context) => load(id, context),
      nodes: (_, { ids }, context) => {
        if (ids.length > PAGE_SIZE_MAX) throw badInput("TOO_MANY", { max: String(PAGE_SIZE_MAX) });
        return Promise.all(ids.map((id) => load(id, context)));
      },
    },
  };
}
