import type { ServiceApi } from "../../api/service.ts";
import { partnerNodes, partnerResolvers } from "./resolvers.ts";

export const partnersApi: ServiceApi = {
  resolvers: [partnerResolvers],
  nodes: partnerNodes,
};
