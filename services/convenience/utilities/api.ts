import type { ServiceApi } from "../../api/service.ts";
import { automaticPaymentResolvers } from "./automatic-payment/resolvers.ts";
import { billNodeResolvers, billNodes } from "./bills/node-resolvers.ts";
import { billPaymentResolvers } from "./bills/payment-resolvers.ts";
import { billResolvers } from "./bills/resolvers.ts";
import { UTILITY_WORDS } from "./enum-words.ts";
import { utilityResolvers } from "./tariffs/resolvers.ts";

export const utilitiesApi: ServiceApi = {
  enumWords: UTILITY_WORDS,
  resolvers: [
    automaticPaymentResolvers,
    utilityResolvers,
    billResolvers,
    billNodeResolvers,
    billPaymentResolvers,
  ],
  nodes: billNodes,
};
