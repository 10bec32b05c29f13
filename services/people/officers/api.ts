import type { ServiceApi } from "../../api/service.ts";
import { officerResolvers } from "./resolvers.ts";

export const officersApi: ServiceApi = {
  resolvers: [officerResolvers],
};
