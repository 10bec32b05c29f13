import type { ServiceApi } from "../../api/service.ts";
import { editedResolvers } from "./edited-resolvers.ts";
import { CATALOGUE_WORDS } from "./enum-words.ts";
import { formResolvers } from "./form-resolvers.ts";
import { catalogueNodes, catalogueResolvers } from "./resolvers.ts";

export const catalogueApi: ServiceApi = {
  enumWords: CATALOGUE_WORDS,
  resolvers: [catalogueResolvers, editedResolvers, formResolvers],
  nodes: catalogueNodes,
};
