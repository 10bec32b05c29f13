import type { ServiceApi } from "../../api/service.ts";
import { inspectionResolvers } from "./resolvers.ts";

export const inspectionsApi: ServiceApi = {
  resolvers: [inspectionResolvers],
};
