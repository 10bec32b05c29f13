export { numberAccount, openNumber } from "./account-number.ts";
export { openBankAccountChecks } from "./checks/open-checks.ts";
export { PAYOUT_ACCOUNT_WORDS } from "./enum-words.ts";
export { findPayableAccount, type NotPayable, type PayableAccount } from "./find-payable-account.ts";
export type { PayoutAccountId } from "./ids.ts";
export { cautionOf, type PayoutAccount } from "./payout-account.ts";
export { type ProvenAccount, provePartnerAccount } from "./prove-partner-account.ts";
export { findPayoutAccount, readPayoutAccounts } from "./read-payout-accounts.ts";
export { putStated } from "./store.ts";
