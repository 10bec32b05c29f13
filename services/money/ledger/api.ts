import type { ServiceApi } from "../../api/service.ts";
import { ledgerResolvers } from "./resolvers.ts";

export const ledgerApi: ServiceApi = {
  resolvers: [ledgerResolvers],
};
