import type { ServiceApi } from "../../api/service.ts";
import { housingFundNodes, housingFundPrefetches, housingFundResolvers } from "./resolvers.ts";

export const housingFundApi: ServiceApi = {
  resolvers: [housingFundResolvers],
  nodes: housingFundNodes,
  prefetches: housingFundPrefetches,
};
