import type { ServiceApi } from "../../api/service.ts";
import { payoutAccountNodes, payoutAccountResolvers } from "./resolvers.ts";

export const payoutAccountsApi: ServiceApi = {
  resolvers: [payoutAccountResolvers],
  nodes: payoutAccountNodes,
};
