import { describe, expect, it } from "vitest";
import { instalmentPlan } from "../../../services/government/housing-fund/instalment-plan.ts";
import type { Loan } from "../../../services/government/housing-fund/loan.ts";
import type { Withdrawal } from "../../../services/government/housing-fund/withdrawal.ts";
import type { FundRecords } from "../../../services/government/housing-fund/withdrawals/fund-records.ts";
import { prospectsOf } from "../../../services/government/housing-fund/withdrawals/prospects.ts";
import { repaidByRecord } from "../../../services/government/housing-fund/withdrawals/repaid-by-record.ts";
import type { Ordered } from "../../../services/government/housing-fund/withdrawals/repayment.ts";
import { factsFor } from "../../../services/government/housing-fund/withdrawals/withdrawal-facts.ts";
import { date, type Month } from "../../../services/kernel/civil-date.ts";
import { formatMoney, ZERO } from "../../../services/kernel/money.ts";
import { account, loan, loanOn, yuan } from "./records.ts";

const TODAY = date("2026-03-02");

// 1,000,000.00 over 360 months at 2.6 % from 2025-06-15: 4,003.40 a month, the first on 2025-07-15.
const OPEN = loanOn("2026-02-28");
const EARLIER = {
  startedOn: date("2015-03-15"),
  rates: [{ effectiveFrom: date("2015-03-15"), rate: OPEN.rates[0]?.rate }],
} as Partial<Loan>;
const SETTLED_2020 = loan({
  ...EARLIER,
  loanNumber: "GJJ-2015-1",
  outstanding: ZERO,
  outstandingOn: date("2020-05-20"),
});
const SETTLED_LATELY = { ...SETTLED_2020, outstandingOn: date("2026-01-20") };
const RAN_OUT = { ...SETTLED_2020, termMonths: 60 };
const NOTHING_REPAID = loan({ outstanding: yuan("1000000.00"), outstandingOn: date("2026-02-28") });
const EARLY_IN_PART = loan({ outstanding: yuan("600000.00"), outstandingOn: date("2026-02-28") });

const records = (loans: readonly Loan[], ...withdrawals: readonly Withdrawal[]): FundRecords => ({
  account: account({ balanceOn: date("2026-02-28") }),
  ...{ contributions: [], loans, settled: [], spouseBook: undefined },
  book: { citizenId: account().citizenId, withdrawals, revision: 1 },
  household: { stated: undefined, own: undefined, isConfirmed: false },
});

const repayment = (amount: string, on: string, ordered?: string): Withdrawal => ({
  ...{ id: `hfw_${on}`, region: account().region, reason: "LOAN_REPAYMENT", interest: ZERO, closes: false },
  ...{ amount: yuan(amount), on: date(on), application: "app_1", payout: "pyo_1" },
  ...(ordered ? { ordered: { from: ordered as Month, to: ordered as Month } } : {}),
});

const told = (of: FundRecords, form: Readonly<Record<string, string>>, today = TODAY, ordered?: Ordered) => {
  const { drawableFen, isRepaidOnRecord } = factsFor("LOAN_REPAYMENT", of, form, today, ordered);
  return [drawableFen, isRepaidOnRecord ? "rule" : "person"];
};

describe("what can be drawn of what was repaid", () => {
  it.each([
    ["of one open loan", [OPEN], undefined, 3_202_720, "rule"],
    ["of one beside a loan that was settled in 2020", [OPEN, SETTLED_2020], undefined, 3_202_720, "rule"],
    ["of one beside a loan that was settled lately", [OPEN, SETTLED_LATELY], undefined, 3_202_720, "rule"],
    ["of a loan of which nothing was repaid", [NOTHING_REPAID], undefined, 0, "person"],
    ["of that, and as much as is stated", [NOTHING_REPAID], "5000.00", 500_000, "person"],
    ["of a loan that was repaid early in part", [EARLY_IN_PART], undefined, 0, "person"],
    ["of that, and as much as is stated", [EARLY_IN_PART], "20000.00", 2_000_000, "person"],
    ["of a bank's loan", [], "36000.00", 3_600_000, "person"],
    ["of a bank's beside one that was settled early", [SETTLED_LATELY], "12000.00", 1_200_000, "person"],
    ["of a bank's beside one that ran out", [RAN_OUT], "36000.00", 3_600_000, "person"],
    ["of a combined loan both parts", [OPEN], "12000.00", 4_402_720, "person"],
    ["of two open loans", [OPEN, { ...OPEN, loanNumber: "GJJ-2" }], undefined, 6_405_440, "rule"],
    ["and never more than the balance", [OPEN], "900000.00", 10_000_000, "person"],
  ] as const)("is, %s", (_, loans, repaidInYear, most, by) => {
    expect(told(records(loans), repaidInYear ? { repaidInYear } : {})).toEqual([most, by]);
  });

  it("is told by hasLoan for an open loan alone", () => {
    const hasLoan = (...loans: readonly Loan[]) =>
      factsFor("LOAN_REPAYMENT", records(loans), {}, TODAY)["hasLoan"];
    expect([hasLoan(OPEN), hasLoan(RAN_OUT), hasLoan()]).toEqual([true, false, false]);
  });

  it("is told before anybody applies as far as the records tell it", () => {
    const first = (...loans: readonly Loan[]) => {
      const [, , one] = prospectsOf(records(loans), TODAY);
      return [one?.atMost === undefined ? undefined : formatMoney(one.atMost), one?.because.code];
    };
    expect(first(OPEN, SETTLED_2020)).toEqual(["32027.20", "DRAWN_FOR_LOAN"]);
    expect(first(EARLY_IN_PART)).toEqual([undefined, "DRAWN_FOR_LOAN_BY_PERSON"]);
    expect(first(RAN_OUT)).toEqual([undefined, "DRAWN_FOR_BANK_LOAN"]);
  });
});

describe("a record of a loan", () => {
  const repaid = (of: Loan, to = "2026-03-02", after = "2025-03-02") => {
    const found = repaidByRecord(of, { after: date(after), to: date(to) });
    return found === undefined ? undefined : formatMoney(found);
  };

  it.each([
    ["proves the instalments up to its day", loanOn("2026-01-31"), "28023.80"],
    ["that is too old, and lacks some, proves nothing", loanOn("2025-12-31"), undefined],
    [
      "behind its plan proves those that it covers",
      { ...OPEN, outstanding: loanOn("2025-12-31").outstanding },
      "24020.40",
    ],
    [
      "a little before its plan proves them all",
      { ...OPEN, outstanding: loanOn("2026-05-31").outstanding },
      "32027.20",
    ],
    ["far before it does not tell", { ...OPEN, outstanding: loanOn("2026-07-31").outstanding }, undefined],
    [
      "that is rounded otherwise by some fen proves them all",
      { ...OPEN, outstanding: yuan(formatMoney(OPEN.outstanding).replace(/\d$/, "9")) },
      "32027.20",
    ],
  ])("%s", (_, of, amount) => {
    expect(repaid(of)).toBe(amount);
  });

  it("of a loan at its end proves the last instalments", () => {
    const short = { termMonths: 6 };
    expect(repaid(loanOn("2026-02-28", short))).toBe(
      formatMoney(
        instalmentPlan(loan(short)).reduce((sum, { amount }) => (sum + amount) as typeof amount, ZERO),
      ),
    );
  });

  it("never proves more principal than was repaid", () => {
    const plan = instalmentPlan(OPEN);
    for (let outstanding = 960_000_00n; outstanding <= 1_000_000_00n; outstanding += 1_371_31n) {
      for (const day of ["2025-07-15", "2025-11-01", "2026-02-28"]) {
        const of = loan({
          outstanding: yuan(`${outstanding / 100n}.${String(outstanding % 100n).padStart(2, "0")}`),
          outstandingOn: date(day),
        });
        const amount = repaidByRecord(of, { after: date("2025-06-15"), to: TODAY });
        const count = amount === undefined ? 0 : Number(amount) / 4_003_40;
        const proven = plan.slice(0, count).reduce((sum, { principal }) => sum + principal, 0n);
        expect(proven, `${day} ${outstanding}`).toBeLessThanOrEqual(
          1_000_000_00n - outstanding + BigInt(count),
        );
      }
    }
  });
});

describe("what a standing order draws of what was repaid", () => {
  const april: Ordered = { period: { from: "2026-04" as Month, to: "2026-04" as Month }, agreedOn: TODAY };
  const on = (
    loans: readonly Loan[],
    form: Readonly<Record<string, string>>,
    ...drawn: readonly Withdrawal[]
  ) => told(records(loans, ...drawn), form, date("2026-04-15"), april);

  it.each([
    ["of March and April, as stated", [loanOn("2026-04-15")], {}, [], 800_680, "rule"],
    [
      "less what it drew",
      [loanOn("2026-04-15")],
      {},
      [repayment("4003.40", "2026-03-15", "2026-03")],
      400_340,
      "rule",
    ],
    ["an instalment that no statement showed when it drew", [loanOn("2026-04-01")], {}, [], 400_340, "rule"],
    [
      "of a loan of which nothing was repaid",
      [{ ...NOTHING_REPAID, outstandingOn: date("2026-04-15") }],
      {},
      [],
      0,
      "person",
    ],
    [
      "of a loan that was repaid early in part",
      [{ ...EARLY_IN_PART, outstandingOn: date("2026-04-15") }],
      {},
      [],
      0,
      "person",
    ],
    [
      "of a bank's beside one that ran out",
      [RAN_OUT],
      { monthlyRepayment: "3000.00" },
      [],
      300_000,
      "person",
    ],
    [
      "of a combined loan both parts",
      [loanOn("2026-04-15")],
      { monthlyRepayment: "3000.00" },
      [repayment("7003.40", "2026-03-15", "2026-03")],
      700_340,
      "person",
    ],
    [
      "of an open loan beside one that was settled",
      [loanOn("2026-04-15"), SETTLED_2020],
      {},
      [repayment("4003.40", "2026-03-15", "2026-03")],
      400_340,
      "rule",
    ],
  ] as const)("is %s", (_, loans, form, drawn, most, by) => {
    expect(on(loans, form, ...drawn)).toEqual([most, by]);
  });
});
