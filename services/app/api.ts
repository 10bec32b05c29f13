import type { Resolvers } from "../api/generated/types.ts";
import { nodeResolvers } from "../api/node.ts";
import type { Prefetches } from "../api/prefetch.ts";
import { scalars } from "../api/scalars.ts";
import { viewerResolvers } from "../api/viewer.ts";
import { transitCardNodes, transitCardResolvers } from "../convenience/transit/cards/resolvers.ts";
import { topUpResolvers } from "../convenience/transit/cards/top-up-resolvers.ts";
import { transitResolvers } from "../convenience/transit/network/resolvers.ts";
import { rideCodeResolvers } from "../convenience/transit/ride-codes/resolvers.ts";
import { transitTripResolvers } from "../convenience/transit/rides/resolvers.ts";
import { automaticPaymentResolvers } from "../convenience/utilities/automatic-payment/resolvers.ts";
import { billNodeResolvers, billNodes } from "../convenience/utilities/bills/node-resolvers.ts";
import { billPaymentResolvers } from "../convenience/utilities/bills/payment-resolvers.ts";
import { billResolvers } from "../convenience/utilities/bills/resolvers.ts";
import { utilityResolvers } from "../convenience/utilities/tariffs/resolvers.ts";
import { applicantResolvers } from "../government/cases/applicant/resolvers.ts";
import { deskResolvers } from "../government/cases/desk/resolvers.ts";
import { decidedResolvers } from "../government/cases/lists/decided-resolvers.ts";
import { queueResolvers } from "../government/cases/lists/desk-resolvers.ts";
import { applicationSubjectResolvers } from "../government/cases/lists/subject-resolvers.ts";
import { materialResolvers } from "../government/cases/materials/resolvers.ts";
import { noteResolvers } from "../government/cases/notes/resolvers.ts";
import { applicationNodes, applicationResolvers } from "../government/cases/resolvers.ts";
import { reviewResolvers } from "../government/cases/ruling/resolvers.ts";
import { siteInspectionResolvers } from "../government/cases/site-inspection/resolvers.ts";
import { windowResolvers } from "../government/cases/window/resolvers.ts";
import { catalogueNodes, catalogueResolvers } from "../government/catalogue/resolvers.ts";
import { figureResolvers } from "../government/figures/resolvers.ts";
import { appointmentNodes, appointmentResolvers } from "../government/halls/appointments/resolvers.ts";
import { cardReaderResolvers } from "../government/halls/card-readers/resolvers.ts";
import { hallResolvers } from "../government/halls/closing/resolvers.ts";
import { ticketNodes, ticketResolvers } from "../government/halls/tickets/resolvers.ts";
import {
  housingFundNodes,
  housingFundPrefetches,
  housingFundResolvers,
} from "../government/housing-fund/resolvers.ts";
import { inspectionResolvers } from "../government/inspections/resolvers.ts";
import { inspectorResolvers } from "../government/inspectors/resolvers.ts";
import { licenceResolvers } from "../government/licences/resolvers.ts";
import { evaluationResolvers } from "../government/supervision/evaluations/resolvers.ts";
import { supervisionResolvers } from "../government/supervision/trail/resolvers.ts";
import { ledgerResolvers } from "../money/ledger/resolvers.ts";
import { receiptResolvers } from "../money/payments/receipts/resolvers.ts";
import { paymentResolvers } from "../money/payments/resolvers.ts";
import { payoutAccountNodes, payoutAccountResolvers } from "../money/payout-accounts/resolvers.ts";
import { payoutResolvers } from "../money/payouts/resolvers.ts";
import { citizenNodes, citizenPrefetches, citizenResolvers } from "../people/citizens/resolvers.ts";
import { enterpriseNodes, enterpriseResolvers } from "../people/enterprises/resolvers.ts";
import { notificationNodes, notificationResolvers } from "../people/notifications/resolvers.ts";
import { partnerNodes, partnerResolvers } from "../people/partners/resolvers.ts";
import { telephoneResolvers } from "../people/telephones/resolvers.ts";
import { toDoResolvers } from "../people/todo/resolvers.ts";

export const resolvers: readonly Resolvers[] = [
  scalars,
  viewerResolvers,
  nodeResolvers({
    ...citizenNodes,
    ...partnerNodes,
    ...catalogueNodes,
    ...housingFundNodes,
    ...notificationNodes,
    ...billNodes,
    ...transitCardNodes,
    ...applicationNodes,
    ...enterpriseNodes,
    ...appointmentNodes,
    ...ticketNodes,
    ...payoutAccountNodes,
  }),
  citizenResolvers,
  telephoneResolvers,
  partnerResolvers,
  catalogueResolvers,
  housingFundResolvers,
  ledgerResolvers,
  paymentResolvers,
  automaticPaymentResolvers,
  payoutResolvers,
  payoutAccountResolvers,
  receiptResolvers,
  utilityResolvers,
  billResolvers,
  billNodeResolvers,
  billPaymentResolvers,
  transitResolvers,
  transitCardResolvers,
  topUpResolvers,
  transitTripResolvers,
  rideCodeResolvers,
  notificationResolvers,
  applicationResolvers,
  noteResolvers,
  materialResolvers,
  deskResolvers,
  queueResolvers,
  decidedResolvers,
  toDoResolvers,
  licenceResolvers,
  reviewResolvers,
  supervisionResolvers,
  evaluationResolvers,
  figureResolvers,
  enterpriseResolvers,
  applicationSubjectResolvers,
  applicantResolvers,
  windowResolvers,
  siteInspectionResolvers,
  inspectorResolvers,
  inspectionResolvers,
  hallResolvers,
  appointmentResolvers,
  ticketResolvers,
  cardReaderResolvers,
];

const prefetches = [citizenPrefetches, housingFundPrefetches];

/** All that the API serves: what a process composes its handler of. */
export type Api = { readonly resolvers: readonly Resolvers[]; readonly prefetches: readonly Prefetches[] };

export const api: Api = { resolvers, prefetches };
