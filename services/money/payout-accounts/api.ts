import type { ServiceApi } from "../../api/service.ts";
import { PAYOUT_ACCOUNT_WORDS } from "./enum-words.ts";
import { payoutAccountNodes, payoutAccountResolvers } from "./resolvers.ts";

export const payoutAccountsApi: ServiceApi = {
  enumWords: PAYOUT_ACCOUNT_WORDS,
  resolvers: [payoutAccountResolvers],
  nodes: payoutAccountNodes,
};
