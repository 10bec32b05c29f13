import type { ServiceApi } from "../../api/service.ts";
import { REMEDY_WORDS } from "./enum-words.ts";
import { remedyResolvers } from "./resolvers.ts";

export const remediesApi: ServiceApi = {
  resolvers: [remedyResolvers],
  enumWords: REMEDY_WORDS,
};
