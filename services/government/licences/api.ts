import type { ServiceApi } from "../../api/service.ts";
import { licenceResolvers } from "./resolvers.ts";

export const licencesApi: ServiceApi = {
  resolvers: [licenceResolvers],
};
