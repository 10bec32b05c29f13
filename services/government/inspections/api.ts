import type { ServiceApi } from "../../api/service.ts";
import { INSPECTION_WORDS } from "./enum-words.ts";
import { inspectionNodes, inspectionResolvers } from "./resolvers.ts";

export const inspectionsApi: ServiceApi = {
  enumWords: INSPECTION_WORDS,
  resolvers: [inspectionResolvers],
  nodes: inspectionNodes,
};
