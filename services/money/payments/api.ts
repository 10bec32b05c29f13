import type { ServiceApi } from "../../api/service.ts";
import { receiptResolvers } from "./receipts/resolvers.ts";
import { paymentNodes, paymentResolvers } from "./resolvers.ts";

export const paymentsApi: ServiceApi = {
  resolvers: [paymentResolvers, receiptResolvers],
  nodes: paymentNodes,
};
