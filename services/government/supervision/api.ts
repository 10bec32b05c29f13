import type { ServiceApi } from "../../api/service.ts";
import { evaluationResolvers } from "./evaluations/resolvers.ts";
import { supervisionResolvers } from "./trail/resolvers.ts";

export const supervisionApi: ServiceApi = {
  resolvers: [supervisionResolvers, evaluationResolvers],
};
