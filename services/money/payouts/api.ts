import type { ServiceApi } from "../../api/service.ts";
import { payoutResolvers } from "./resolvers.ts";

export const payoutsApi: ServiceApi = {
  resolvers: [payoutResolvers],
};
