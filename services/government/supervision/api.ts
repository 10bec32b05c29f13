import type { ServiceApi } from "../../api/service.ts";
import { SUPERVISION_WORDS } from "./enum-words.ts";
import { evaluationResolvers } from "./evaluations/resolvers.ts";
import { supervisionResolvers } from "./trail/resolvers.ts";

export const supervisionApi: ServiceApi = {
  enumWords: SUPERVISION_WORDS,
  resolvers: [supervisionResolvers, evaluationResolvers],
};
