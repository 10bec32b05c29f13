export { type Account, type AccountId, balanceOf } from "./account.ts";
export type { AccountView } from "./account-view.ts";
export { type Hold, placeHold, postHold, voidHold } from "./hold.ts";
export { postTransfer, whyNotPosted } from "./post-transfer.ts";
export { readStatement, type StatementLine, transfersBetween } from "./statement.ts";
export { getAccount, getBalance, getHold, type LedgerStore } from "./store.ts";
export { type Leg, reversalOf, type Transfer, transferOf } from "./transfer.ts";
export { type Verification, verifyLedger } from "./verify-ledger.ts";
export { checkAccount, giveBack, putAccount, putTransfer, reserve } from "./writes.ts";
