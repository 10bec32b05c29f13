import type { ServiceApi } from "../../api/service.ts";
import { channelSettlementResolvers } from "./channels/resolvers.ts";
import { contractResolvers } from "./contract-resolvers.ts";
import { SETTLEMENT_WORDS } from "./enum-words.ts";
import { settlementNodes, settlementResolvers } from "./resolvers.ts";

export const settlementsApi: ServiceApi = {
  enumWords: SETTLEMENT_WORDS,
  resolvers: [settlementResolvers, contractResolvers, channelSettlementResolvers],
  nodes: settlementNodes,
};
