import type { ServiceApi } from "../../api/service.ts";
import { HOUSING_FUND_WORDS } from "./enum-words.ts";
import { housingFundNodes, housingFundPrefetches, housingFundResolvers } from "./resolvers.ts";

export const housingFundApi: ServiceApi = {
  enumWords: HOUSING_FUND_WORDS,
  resolvers: [housingFundResolvers],
  nodes: housingFundNodes,
  prefetches: housingFundPrefetches,
};
