import type { ServiceApi } from "../../api/service.ts";
import { enterpriseNodes, enterpriseResolvers } from "./resolvers.ts";

export const enterprisesApi: ServiceApi = {
  resolvers: [enterpriseResolvers],
  nodes: enterpriseNodes,
};
