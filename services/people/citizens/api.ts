import type { ServiceApi } from "../../api/service.ts";
import { CITIZEN_WORDS } from "./enum-words.ts";
import { citizenNodes, citizenPrefetches, citizenResolvers } from "./resolvers.ts";

export const citizensApi: ServiceApi = {
  enumWords: CITIZEN_WORDS,
  resolvers: [citizenResolvers],
  nodes: citizenNodes,
  prefetches: citizenPrefetches,
};
