export { type PayoutId, payoutIdOf } from "./ids.ts";
export { type Payout, type PayoutView, payTo, setOff } from "./payout.ts";
export { OWED_FROM_FUND, OWED_TO_HOLDERS } from "./record-payout.ts";
export { getPayout, putPayout } from "./store.ts";
