import type { ServiceApi } from "../../api/service.ts";
import { PARTNER_WORDS } from "./enum-words.ts";
import { partnerNodes, partnerResolvers } from "./resolvers.ts";

export const partnersApi: ServiceApi = {
  enumWords: PARTNER_WORDS,
  resolvers: [partnerResolvers],
  nodes: partnerNodes,
};
