import { deskResolvers } from "../applications/desk-resolvers.ts";
import { applicationNodes, applicationResolvers } from "../applications/resolvers.ts";
import { catalogueNodes, catalogueResolvers } from "../catalogue/resolvers.ts";
import { citizenNodes, citizenPrefetches, citizenResolvers } from "../citizens/resolvers.ts";
import { appointmentNodes, appointmentResolvers } from "../halls/appointment-resolvers.ts";
import { hallResolvers } from "../halls/resolvers.ts";
import { ticketNodes, ticketResolvers } from "../halls/ticket-resolvers.ts";
import { housingFundNodes, housingFundPrefetches, housingFundResolvers } from "../housing-fund/resolvers.ts";
import { ledgerResolvers } from "../ledger/resolvers.ts";
import { notificationNodes, notificationResolvers } from "../notifications/resolvers.ts";
import { partnerNodes, partnerResolvers } from "../partners/resolvers.ts";
import { automaticPaymentResolvers } from "../payments/automatic-payment-resolvers.ts";
import { receiptResolvers } from "../payments/receipt-resolvers.ts";
import { paymentResolvers } from "../payments/resolvers.ts";
import { payoutResolvers } from "../payouts/resolvers.ts";
import { transitCardNodes, transitCardResolvers } from "../transit/card-resolvers.ts";
import { transitResolvers } from "../transit/resolvers.ts";
import { rideCodeResolvers } from "../transit/ride-code-resolvers.ts";
import { transitTripResolvers } from "../transit/trip-resolvers.ts";
import { billNodeResolvers, billNodes } from "../utilities/bill-node-resolvers.ts";
import { billResolvers } from "../utilities/bill-resolvers.ts";
import { utilityResolvers } from "../utilities/resolvers.ts";
import type { Resolvers } from "./generated/types.ts";
import { nodeResolvers } from "./node.ts";
import { refusalResolvers } from "./refusals.ts";
import { scalars } from "./scalars.ts";
import { viewerResolvers } from "./viewer.ts";

export const resolvers: readonly Resolvers[] = [
  scalars,
  viewerResolvers,
  refusalResolvers,
  nodeResolvers({
    ...citizenNodes,
    ...partnerNodes,
    ...catalogueNodes,
    ...housingFundNodes,
    ...notificationNodes,
    ...billNodes,
    ...transitCardNodes,
    ...applicationNodes,
    ...appointmentNodes,
    ...ticketNodes,
  }),
  citizenResolvers,
  partnerResolvers,
  catalogueResolvers,
  housingFundResolvers,
  ledgerResolvers,
  paymentResolvers,
  automaticPaymentResolvers,
  payoutResolvers,
  receiptResolvers,
  utilityResolvers,
  billResolvers,
  billNodeResolvers,
  transitResolvers,
  transitCardResolvers,
  transitTripResolvers,
  rideCodeResolvers,
  notificationResolvers,
  applicationResolvers,
  deskResolvers,
  hallResolvers,
  appointmentResolvers,
  ticketResolvers,
];

export const prefetches = [citizenPrefetches, housingFundPrefetches];
