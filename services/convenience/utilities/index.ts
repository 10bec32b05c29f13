export { setAutomaticPayment, stopAutomaticPayment } from "./automatic-payment/set-automatic-payment.ts";
export {
  type AutomaticPayment,
  afterTry,
  type PaymentTask,
  type Tried,
} from "./automatic-payment.ts";
export { getTask, listDueTasks, putTask, TASK_SHARDS } from "./automatic-payment-store.ts";
export {
  type Bill,
  type BillNotPayable,
  beginPayment,
  owedOn,
  PARTS_MAX,
  release,
  reopen,
  settle,
  standingOn,
} from "./bill.ts";
export type { Biller } from "./biller.ts";
export { getBiller } from "./biller-store.ts";
export type { LookedUp } from "./bills/look-up-bills.ts";
export { billsToPay } from "./bills/to-do.ts";
export type { LateFee } from "./late-fee.ts";
export type { RatingTrace } from "./readings/meter-reading.ts";
export type { YearView } from "./readings/view-usage.ts";
export { checkUtilityAccount, getBill, getUtilityAccount, putBill, type UtilityStore } from "./store.ts";
export type { Quote } from "./tariffs/quote-utility.ts";
export type { RatedTier } from "./tariffs/rating.ts";
export type { HouseholdExtension, Surcharge, Tariff, Tier, TimeOfUse } from "./tariffs/tariff.ts";
export type { RatingLine } from "./tariffs/trace.ts";
export { type Binding, maskName } from "./utility-account.ts";
