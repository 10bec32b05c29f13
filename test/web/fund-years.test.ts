import { expect, it } from "vitest";
import { type FundMovements, ofYear, yearsOf } from "../../web/portal/fund/movements.ts";

const paidIn = (month: string) => ({ month, employer: "100.00", employee: "100.00" });
const drawn = (on: string): FundMovements["withdrawals"][number] => ({
  ...{ reason: "RENT", amount: "50.00", interest: "0.00", on, takenBackOn: null, application: "app_1" },
});
const movements = (change: Partial<FundMovements> = {}): FundMovements => ({
  contributions: ["2026-02", "2026-01", "2025-12"].map(paidIn),
  settled: [{ on: "2025-06-30", amount: "3.00" }],
  withdrawals: [drawn("2026-02-03"), drawn("2023-05-01")],
  ...{ isLater: false, goesOn: false },
  ...change,
});

it("a fund has the years in which anything moved, the newest first", () => {
  expect(yearsOf(movements())).toEqual(["2026", "2025", "2023"]);
  expect(yearsOf(movements({ contributions: [], settled: [], withdrawals: [] }))).toEqual([]);
});

it("years before those of a page of months are shown with their own months", () => {
  expect(yearsOf(movements({ goesOn: true }))).toEqual(["2026", "2025"]);
  const contributions = ["2024-02", "2024-01"].map(paidIn);
  expect(yearsOf(movements({ contributions, isLater: true }))).toEqual(["2024", "2023"]);
});

it("a year has its own movements, and says whether months of it are still to come", () => {
  const all = movements({ goesOn: true });
  expect(ofYear("2025", all)).toMatchObject({
    contributions: [{ month: "2025-12" }],
    settled: [{ on: "2025-06-30" }],
    withdrawals: [],
    goesOn: true,
  });
  expect(ofYear("2026", all)).toMatchObject({ withdrawals: [{ on: "2026-02-03" }], goesOn: false });
});
