import type { ServiceApi } from "../../api/service.ts";
import { telephoneResolvers } from "./resolvers.ts";

export const telephonesApi: ServiceApi = {
  resolvers: [telephoneResolvers],
};
