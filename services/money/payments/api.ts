import type { ServiceApi } from "../../api/service.ts";
import { chargebackResolvers } from "./chargebacks/resolvers.ts";
import { PAYMENT_WORDS } from "./enum-words.ts";
import { receiptResolvers } from "./receipts/resolvers.ts";
import { differenceResolvers } from "./resolutions/resolvers.ts";
import { paymentNodes, paymentResolvers } from "./resolvers.ts";

export const paymentsApi: ServiceApi = {
  enumWords: PAYMENT_WORDS,
  resolvers: [paymentResolvers, differenceResolvers, receiptResolvers, chargebackResolvers],
  nodes: paymentNodes,
};
