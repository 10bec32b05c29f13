export { type PayoutId, payoutIdOf } from "./ids.ts";
export { isUnordered, type Payout, type PayoutView, payTo, setOff, whyNotPaid } from "./payout.ts";
export { OWED_FROM_FUND, OWED_TO_HOLDERS } from "./record-payout.ts";
export { getPayout, putPayout } from "./store.ts";
