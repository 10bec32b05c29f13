import type { ServiceApi } from "../../api/service.ts";
import { figureResolvers } from "./resolvers.ts";

export const figuresApi: ServiceApi = {
  resolvers: [figureResolvers],
};
