import type { ServiceApi } from "../../api/service.ts";
import { PAYOUT_WORDS } from "./enum-words.ts";
import { payoutNodes, payoutResolvers } from "./resolvers.ts";

export const payoutsApi: ServiceApi = {
  enumWords: PAYOUT_WORDS,
  resolvers: [payoutResolvers],
  nodes: payoutNodes,
};
