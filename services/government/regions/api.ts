import type { ServiceApi } from "../../api/service.ts";
import { regionResolvers } from "./resolvers.ts";

export const regionsApi: ServiceApi = { resolvers: [regionResolvers] };
