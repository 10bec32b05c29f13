import type { EnumWords } from "../kernel/service.ts";
import type { Resolvers } from "./generated/types.ts";
import type { NodeLoaders } from "./node.ts";
import type { Prefetches } from "./prefetch.ts";

/** A service's part of the API: its `api.ts`, which gathers what its resolvers' files hold. */
export type ServiceApi = {
  readonly resolvers: readonly Resolvers[];
  readonly nodes?: NodeLoaders;
  readonly prefetches?: Prefetches;
  /** How people read the values of the enums in its documents: a table for each. The API alone says them. */
  readonly enumWords?: EnumWords;
};
