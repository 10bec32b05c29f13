import type { ServiceApi } from "../../api/service.ts";
import { ENTERPRISE_WORDS } from "./enum-words.ts";
import { enterpriseNodes, enterpriseResolvers } from "./resolvers.ts";

export const enterprisesApi: ServiceApi = {
  enumWords: ENTERPRISE_WORDS,
  resolvers: [enterpriseResolvers],
  nodes: enterpriseNodes,
};
