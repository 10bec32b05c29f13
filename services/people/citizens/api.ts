import type { ServiceApi } from "../../api/service.ts";
import { citizenNodes, citizenPrefetches, citizenResolvers } from "./resolvers.ts";

export const citizensApi: ServiceApi = {
  resolvers: [citizenResolvers],
  nodes: citizenNodes,
  prefetches: citizenPrefetches,
};
