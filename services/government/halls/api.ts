import type { ServiceApi } from "../../api/service.ts";
import { appointmentNodes, appointmentResolvers } from "./appointments/resolvers.ts";
import { cardReaderResolvers } from "./card-readers/resolvers.ts";
import { hallResolvers } from "./closing/resolvers.ts";
import { HALL_WORDS } from "./enum-words.ts";
import { ticketNodes, ticketResolvers } from "./tickets/resolvers.ts";

export const hallsApi: ServiceApi = {
  enumWords: HALL_WORDS,
  resolvers: [hallResolvers, appointmentResolvers, ticketResolvers, cardReaderResolvers],
  nodes: { ...appointmentNodes, ...ticketNodes },
};
