import type { ServiceApi } from "../../api/service.ts";
import { TO_DO_WORDS } from "./enum-words.ts";
import { toDoResolvers } from "./resolvers.ts";

export const toDosApi: ServiceApi = {
  enumWords: TO_DO_WORDS,
  resolvers: [toDoResolvers],
};
