import type { ServiceApi } from "../../api/service.ts";
import { catalogueNodes, catalogueResolvers } from "./resolvers.ts";

export const catalogueApi: ServiceApi = {
  resolvers: [catalogueResolvers],
  nodes: catalogueNodes,
};
