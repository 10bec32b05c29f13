import type { ServiceApi } from "../../api/service.ts";
import { notificationNodes, notificationResolvers } from "./resolvers.ts";

export const notificationsApi: ServiceApi = {
  resolvers: [notificationResolvers],
  nodes: notificationNodes,
};
