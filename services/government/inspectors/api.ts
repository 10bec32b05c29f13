import type { ServiceApi } from "../../api/service.ts";
import { inspectorResolvers } from "./resolvers.ts";

export const inspectorsApi: ServiceApi = {
  resolvers: [inspectorResolvers],
};
