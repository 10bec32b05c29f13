import type { ServiceApi } from "../../api/service.ts";
import { editedResolvers } from "./edited-resolvers.ts";
import { formResolvers } from "./form-resolvers.ts";
import { catalogueNodes, catalogueResolvers } from "./resolvers.ts";

export const catalogueApi: ServiceApi = {
  resolvers: [catalogueResolvers, editedResolvers, formResolvers],
  nodes: catalogueNodes,
};
