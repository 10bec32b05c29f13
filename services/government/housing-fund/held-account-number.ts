import type { HeldSource } from "../cases/index.ts";
import { getAccount } from "./account-store.ts";

declare module "../catalogue/held-value.ts" {
  interface HeldValues {
    HOUSING_FUND_ACCOUNT_NUMBER: true;
  }
}

/** The number of a person's account with the fund, by which its centre knows them. */
export const heldAccountNumber: HeldSource = {
  ...{ source: "HOUSING_FUND_ACCOUNT_NUMBER", readers: "OWNER", scope: "HOUSING_FUND_READ" },
  read: async ({ database, mode }, { subject }) => {
    const owner = subject.kind === "PERSON" ? subject.citizenId : undefined;
    const account = owner && (await getAccount(database, mode, owner));
    return account && { value: account.accountNumber, owner };
  },
};
