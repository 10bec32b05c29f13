export { type Bill, type BillNotPayable, beginPayment, release, reopen, settle } from "./bill.ts";
export type { Biller } from "./biller.ts";
export type { LookedUp } from "./look-up-bills.ts";
export type { Quote } from "./quote-utility.ts";
export type { RatedTier } from "./rating.ts";
export { getBill, putBill, type UtilityStore } from "./store.ts";
export type { HouseholdExtension, Surcharge, Tariff, Tier, TimeOfUse } from "./tariff.ts";
export type { RatingLine } from "./trace.ts";
export type { Binding } from "./utility-account.ts";
