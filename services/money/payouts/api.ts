import type { ServiceApi } from "../../api/service.ts";
import { payoutNodes, payoutResolvers } from "./resolvers.ts";

export const payoutsApi: ServiceApi = {
  resolvers: [payoutResolvers],
  nodes: payoutNodes,
};
