import type { ServiceApi } from "../../api/service.ts";
import { formResolvers } from "./form-resolvers.ts";
import { catalogueNodes, catalogueResolvers } from "./resolvers.ts";

export const catalogueApi: ServiceApi = {
  resolvers: [catalogueResolvers, formResolvers],
  nodes: catalogueNodes,
};
