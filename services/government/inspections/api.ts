import type { ServiceApi } from "../../api/service.ts";
import { inspectionNodes, inspectionResolvers } from "./resolvers.ts";

export const inspectionsApi: ServiceApi = {
  resolvers: [inspectionResolvers],
  nodes: inspectionNodes,
};
