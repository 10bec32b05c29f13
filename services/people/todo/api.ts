import type { ServiceApi } from "../../api/service.ts";
import { toDoResolvers } from "./resolvers.ts";

export const toDosApi: ServiceApi = {
  resolvers: [toDoResolvers],
};
