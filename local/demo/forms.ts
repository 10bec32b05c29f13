import { loanRepaymentWithdrawal } from "./items/loan-repayment-withdrawal.ts";
import { rentWithdrawal } from "./items/rent-withdrawal.ts";
import { residencePermit } from "./items/residence-permit.ts";
import { retirementWithdrawal } from "./items/retirement-withdrawal.ts";
import type { DemoPerson } from "./people.ts";

export type DemoItemName = "RENT" | "RETIREMENT" | "LOAN" | "PERMIT";

type Filling = {
  readonly code: string;
  /** `payoutAccount` is the id of the person's. */
  readonly form: (person: DemoPerson, payoutAccount: string) => Readonly<Record<string, unknown>>;
};

/** How each item of the demo city is filled in by a person of it: name, number and telephone the platform holds. */
export const DEMO_FORMS: Readonly<Record<DemoItemName, Filling>> = {
  RENT: {
    code: rentWithdrawal.draft.code,
    form: (person, payoutAccount) => ({
      ...{ maritalStatus: "未婚", hasHomeInCity: false, rentalRegion: person.region },
      ...{ rentalAddress: "示范路 8 号 2 单元 301", monthlyRent: "3800.00", payoutAccount },
    }),
  },
  RETIREMENT: {
    code: retirementWithdrawal.draft.code,
    form: (_, payoutAccount) => ({
      ...{ kind: "退休", retiredOn: "2024-04-01", payoutAccount, closesAccount: true },
    }),
  },
  LOAN: {
    code: loanRepaymentWithdrawal.draft.code,
    form: (_, payoutAccount) => ({ payoutAccount }),
  },
  PERMIT: {
    code: residencePermit.draft.code,
    form: (person) => ({
      ...{ address: "示范路 8 号 2 单元 301", addressRegion: person.region },
      ...{ residentSince: "2024-09-01", ground: "合法稳定就业" },
    }),
  },
};
