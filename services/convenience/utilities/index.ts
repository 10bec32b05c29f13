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
export { getBiller } from "./biller-store.ts";

export { billsToPay } from "./bills/to-do.ts";

export { checkUtilityAccount, getBill, getUtilityAccount, putBill, type UtilityStore } from "./store.ts";
export { maskName } from "./utility-account.ts";
