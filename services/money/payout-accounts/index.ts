export { numberAccount } from "./account-number.ts";
export { openBankAccountChecks } from "./checks/open-checks.ts";
export type { FindAttended } from "./find-owner.ts";
export { putStated } from "./store.ts";
