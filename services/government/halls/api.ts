import type { ServiceApi } from "../../api/service.ts";
import { appointmentNodes, appointmentResolvers } from "./appointments/resolvers.ts";
import { cardReaderResolvers } from "./card-readers/resolvers.ts";
import { hallResolvers } from "./closing/resolvers.ts";
import { ticketNodes, ticketResolvers } from "./tickets/resolvers.ts";

export const hallsApi: ServiceApi = {
  resolvers: [hallResolvers, appointmentResolvers, ticketResolvers, cardReaderResolvers],
  nodes: { ...appointmentNodes, ...ticketNodes },
};
