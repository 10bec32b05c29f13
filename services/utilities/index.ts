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
export type { LateFee } from "./late-fee.ts";
export { listCitizenBills } from "./list-citizen-bills.ts";
export type { LookedUp } from "./look-up-bills.ts";
export type { RatingTrace } from "./meter-reading.ts";
export type { Quote } from "./quote-utility.ts";
export type { RatedTier } from "./rating.ts";
export { setAutomaticPayment, stopAutomaticPayment } from "./set-automatic-payment.ts";
export { checkUtilityAccount, getBill, getUtilityAccount, putBill, type UtilityStore } from "./store.ts";
export type { HouseholdExtension, Surcharge, Tariff, Tier, TimeOfUse } from "./tariff.ts";
export type { RatingLine } from "./trace.ts";
export { type Binding, maskName } from "./utility-account.ts";
export type { YearView } from "./view-usage.ts";
