import { describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import {
  bookForSpouse,
  type Household,
  isHouseholdAsStated,
} from "../../../services/government/housing-fund/household/spouse.ts";
import { accruedInterest } from "../../../services/government/housing-fund/interest.ts";
import {
  drawnOf,
  standingOf,
  takeBack,
  unstatedOf,
  type Withdrawal,
  type WithdrawalBook,
  type WithdrawalReason,
} from "../../../services/government/housing-fund/withdrawal.ts";
import type { FundRecords } from "../../../services/government/housing-fund/withdrawals/fund-records.ts";
import { prospectsOf } from "../../../services/government/housing-fund/withdrawals/prospects.ts";
import {
  drawable,
  factsFor,
} from "../../../services/government/housing-fund/withdrawals/withdrawal-facts.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { formatMoney, ZERO } from "../../../services/kernel/money.ts";
import { account, contribution, loan, loanOn, yuan } from "./records.ts";

const TODAY = date("2026-03-02");

const drawn = (
  amount: string,
  on: string,
  reason: WithdrawalReason = "RENT",
  change: Partial<Withdrawal> = {},
): Withdrawal => ({
  ...{ id: "hfw_1", region: account().region, reason, amount: yuan(amount), interest: ZERO, on: date(on) },
  ...{ application: "app_1", payout: "pyo_1", closes: false, ...change },
});

const bookOf = (...withdrawals: readonly Withdrawal[]) => ({
  citizenId: account().citizenId,
  withdrawals,
  revision: withdrawals.length,
});

const records = (change: Partial<FundRecords> = {}): FundRecords => ({
  account: account({ balanceOn: date("2026-02-28") }),
  contributions: [],
  ...{ loans: [], settled: [] },
  book: bookOf(),
  household: { stated: undefined, own: undefined, isConfirmed: false },
  spouseBook: undefined,
  ...change,
});

const rent = (monthlyRent: string, change: Partial<FundRecords> = {}, today = "2026-03-02") =>
  drawable("RENT", records(change), { monthlyRent }, date(today));

describe("what can be drawn for rent in a month", () => {
  it.each([
    ["the rent, where it is less", "1200.00", "1200.00"],
    ["2,000.00 for a person in Beijing", "4500.00", "2000.00"],
  ])("is %s", (_, monthlyRent, most) => {
    expect(rent(monthlyRent)).toBe(yuan(most));
  });

  it("is never more than the balance", () => {
    expect(rent("4500.00", { account: account({ balance: yuan("321.09") }) })).toBe(yuan("321.09"));
  });

  it.each([
    ["2018-01-01", "1500.00"],
    ["2022-09-01", "1500.00"],
    ["2023-05-31", "1500.00"],
    ["2023-06-30", "2000.00"],
  ])("goes by the row in force: on %s it is %s", (today, most) => {
    expect(rent("4500.00", {}, today)).toBe(yuan(most));
  });

  it("cannot be told before the first row, for another city, or for a rent that is no amount", () => {
    expect(rent("4500.00", {}, "2017-12-31")).toBeUndefined();
    const elsewhere = account({ region: "310000" as RegionCode });
    expect(rent("4500.00", { account: elsewhere })).toBeUndefined();
    expect(rent("a lot")).toBeUndefined();
  });

  it("is what the month has left", () => {
    expect(rent("4500.00", { book: bookOf(drawn("700.00", "2026-03-01")) })).toBe(yuan("1300.00"));
    expect(rent("4500.00", { book: bookOf(drawn("2000.00", "2026-03-01")) })).toBe(ZERO);
    expect(rent("4500.00", { book: bookOf(drawn("2000.00", "2026-02-28")) })).toBe(yuan("2000.00"));
  });

  it("counts for the cap only what was drawn for rent", () => {
    const book = bookOf(drawn("50000.00", "2026-03-01", "LOAN_REPAYMENT"));
    expect(rent("4500.00", { book })).toBe(yuan("2000.00"));
  });

  describe("by its lease", () => {
    const paid = [contribution("2026-01", { employer: yuan("9000.00") }), contribution("2026-02")];
    const most = (leaseKind: string | undefined, monthlyRent: string, today = "2026-03-02") => {
      const form = { monthlyRent, ...(leaseKind === undefined ? {} : { leaseKind }) };
      const found = drawable("RENT", records({ contributions: paid }), form, date(today));
      return found === undefined ? undefined : formatMoney(found);
    };
    const PUBLIC = "公共租赁住房或保障性租赁住房";

    // Notice 京房公积金发〔2023〕6号, in force since June 2023: facts by the news of 5 and 6 June 2023.
    it.each([
      ["not said is capped as one that is not registered", undefined, "9000.00", "2000.00"],
      ["not registered is capped for a person", "未备案", "9000.00", "2000.00"],
      ["not registered, and cheap, is the rent", "未备案", "1800.00", "1800.00"],
      ["registered is the rent", "已备案", "2500.00", "2500.00"],
      ["registered is at most the newest month's contribution", "已备案", "9000.00", "2880.00"],
      ["of a large family has no cap", "已备案且为多子女家庭", "9000.00", "9000.00"],
      ["of public rental has no cap", PUBLIC, "9000.00", "9000.00"],
      ["in words that nobody knows is left to a person", "口头", "9000.00", undefined],
    ])("%s", (_, leaseKind, monthlyRent, amount) => {
      expect(most(leaseKind, monthlyRent)).toBe(amount);
    });

    it("is left to a person where the notice of the day says nothing of it", () => {
      for (const kind of ["已备案", "已备案且为多子女家庭", PUBLIC]) {
        expect(most(kind, "2500.00", "2023-05-31")).toBeUndefined();
      }
    });
  });

  it("for the two of a couple is twice a person's, and never more than the rent", () => {
    const spouseBook = bookOf(drawn("2000.00", "2026-03-01"));
    expect(rent("4500.00", { spouseBook })).toBe(yuan("2000.00"));
    expect(rent("3000.00", { spouseBook })).toBe(yuan("1000.00"));
    expect(rent("2000.00", { spouseBook })).toBe(ZERO);
  });
});

describe("what can be drawn for a home loan", () => {
  // 1,000,000.00 over 360 months at 2.6 % from 2025-06-15: 4,003.40 a month, the first on 2025-07-15.
  const forLoan = (change: Partial<FundRecords> = {}, today = "2026-03-02") =>
    drawable("LOAN_REPAYMENT", records({ loans: [loanOn(today)], ...change }), {}, date(today));

  it("is what fell due in the last twelve months", () => {
    expect(forLoan()).toBe(yuan("32027.20"));
    expect(forLoan({}, "2025-07-15")).toBe(yuan("4003.40"));
    expect(forLoan({}, "2026-10-01")).toBe(yuan("48040.80"));
  });

  it("is nothing without a loan, and never more than the balance", () => {
    expect(forLoan({ loans: [] })).toBe(ZERO);
    expect(forLoan({ account: account({ balance: yuan("10000.00") }) })).toBe(yuan("10000.00"));
  });

  it("is drawn once in twelve months", () => {
    const book = bookOf(drawn("20000.00", "2026-03-02", "LOAN_REPAYMENT"));
    expect(forLoan({ book }, "2026-03-03")).toBe(ZERO);
    expect(forLoan({ book }, "2027-03-01")).toBe(ZERO);
    expect(forLoan({ book }, "2027-03-02")).toBe(yuan("48040.80"));
  });

  it("is not kept from being drawn by what was drawn for another reason, before or since", () => {
    const rentOnly = bookOf(drawn("2000.00", "2026-03-01"));
    expect(forLoan({ book: rentOnly })).toBe(yuan("32027.20"));
    const repayment = drawn("20000.00", "2026-02-01", "LOAN_REPAYMENT");
    expect(forLoan({ book: bookOf(drawn("2000.00", "2026-03-01"), repayment) })).toBe(ZERO);
  });

  it("is counted from the last time of several", () => {
    const times = ["2026-03-02", "2025-02-01"].map((on) => drawn("20000.00", on, "LOAN_REPAYMENT"));
    expect(forLoan({ book: bookOf(...times) }, "2026-12-01")).toBe(ZERO);
    const [last, first] = times;
    const takenBack = { ...last, takenBackOn: date("2026-03-03") } as Withdrawal;
    expect(forLoan({ book: bookOf(takenBack, first as Withdrawal) }, "2026-12-01")).toBe(yuan("48040.80"));
  });
});

describe("what can be drawn on retirement", () => {
  it.each([
    ["2026-06-29", "2026-06-30", undefined, true],
    ["2026-06-29", "2026-07-01", undefined, false],
    ["2026-06-29", "2026-07-01", "2026-06-30", false],
    // Interest is credited when 30 June ends: its own statement holds it where the day's row has come as well.
    ["2026-06-30", "2026-07-01", "2026-06-30", true],
    ["2026-06-30", "2026-07-01", undefined, false],
    ["2026-06-30", "2026-07-02", "2025-06-30", false],
    ["2026-07-01", "2026-07-02", undefined, true],
    ["2026-06-30", "2026-06-30", undefined, true],
    ["2025-06-30", "2026-06-30", undefined, false],
    ["2025-06-29", "2026-07-01", undefined, false],
  ])(
    "is the balance, if its statement of %s holds the last interest settled before %s, with the row of %s: %s",
    (balanceOn, today, row, holds) => {
      const stated = account({ balanceOn: date(balanceOn) });
      const settled = row ? [{ citizenId: stated.citizenId, on: date(row), amount: yuan("1500.00") }] : [];
      const most = drawable("RETIREMENT", records({ account: stated, settled }), {}, date(today));
      expect(most).toBe(holds ? stated.balance : undefined);
    },
  );
});

describe("what a person is told that they could draw", () => {
  const told = (change: Partial<FundRecords>, today = TODAY) =>
    Object.fromEntries(
      prospectsOf(records(change), today).map(({ reason, atMost, because }) => [
        reason,
        [atMost === undefined ? undefined : formatMoney(atMost), because.code],
      ]),
    );

  it("is the cap for rent, a year's instalments, and all of it on retirement", () => {
    expect(told({ account: account({ balanceOn: date("2026-02-28"), balance: yuan("90000.00") }) })).toEqual({
      RENT: ["2000.00", "DRAWN_FOR_RENT"],
      LOAN_REPAYMENT: [undefined, "DRAWN_FOR_BANK_LOAN"],
      RETIREMENT: ["90000.00", "DRAWN_ON_RETIREMENT"],
    });
    const lent = [loan({ startedOn: date("2024-09-15") })];
    const year = drawable("LOAN_REPAYMENT", records({ loans: lent }), {}, TODAY);
    expect(told({ loans: lent })["LOAN_REPAYMENT"]).toEqual([formatMoney(year ?? ZERO), "DRAWN_FOR_LOAN"]);
  });

  it("is what an application for it would be granted, for a rent that is high enough", () => {
    const book = bookOf(drawn("1300.00", "2026-03-01"));
    expect(told({ book })["RENT"]).toEqual([
      formatMoney(rent("9000.00", { book }) ?? ZERO),
      "DRAWN_FOR_RENT",
    ]);
  });

  it("is nothing where the cap is used up, or the twelve months are not over", () => {
    const book = bookOf(drawn("2000.00", "2026-03-01"), drawn("100.00", "2026-01-02", "LOAN_REPAYMENT"));
    const today = told({ book, loans: [loan()] });
    expect(today["RENT"]).toEqual(["0.00", "DRAWN_FOR_RENT_ALREADY"]);
    expect(today["LOAN_REPAYMENT"]).toEqual(["0.00", "DRAWN_AGAIN_FROM"]);
    const [, , loanAgain] = prospectsOf(records({ book, loans: [loan()] }), TODAY);
    expect(loanAgain?.because.values).toEqual({ on: "2027-01-02" });
    expect(told({ book, loans: [loanOn("2027-01-02")] }, date("2027-01-02"))["LOAN_REPAYMENT"]?.[1]).toBe(
      "DRAWN_FOR_LOAN",
    );
  });

  it("cannot be told without a cap of the city, or before the settlement is stated", () => {
    const elsewhere = account({ region: "310000" as RegionCode, balanceOn: date("2025-06-29") });
    expect(told({ account: elsewhere })).toMatchObject({
      RENT: [undefined, "DRAWN_FOR_RENT_UNCAPPED"],
      RETIREMENT: [undefined, "DRAWN_AFTER_STATEMENT"],
    });
  });

  it.each([
    ["that is closed", { status: "CLOSED" }, "DRAWN_FROM_CLOSED_ACCOUNT"],
    ["that is empty", { balance: ZERO, region: "310000" as RegionCode }, "DRAWN_NOTHING_LEFT"],
  ] as const)("is nothing of an account %s", (_, change, code) => {
    const all = Object.values(told({ account: account({ balanceOn: date("2026-02-28"), ...change }) }));
    expect(all).toEqual(Array(3).fill(["0.00", code]));
  });

  it("is nothing for rent of an account that is sealed", () => {
    const sealed = account({ balanceOn: date("2026-02-28"), status: "SEALED" });
    expect(told({ account: sealed })["RENT"]).toEqual(["0.00", "DRAWN_FROM_NO_ACTIVE_ACCOUNT"]);
  });
});

describe("a withdrawal that is taken back", () => {
  const one = drawn("2000.00", "2026-03-01", "RENT", { id: "hfw_1", application: "app_1" });
  const other = drawn("1500.00", "2026-02-01", "RENT", { id: "hfw_2", application: "app_2" });
  const after = takeBack(bookOf(one, other), "app_2", TODAY);

  it("is the one of the application whose grant was revoked, and no other", () => {
    expect(after.withdrawals).toEqual([one, { ...other, takenBackOn: TODAY }]);
    expect(after.revision).toBe(3);
  });

  it("counts for nothing any more, and the others as before", () => {
    expect(drawnOf(after)).toEqual([one]);
    expect(rent("4500.00", { book: after })).toBe(ZERO);
    expect(rent("4500.00", { book: takeBack(bookOf(one, other), "app_1", TODAY) })).toBe(yuan("2000.00"));
  });
});

describe("a household", () => {
  const [one, spouse, other] = ["ctz_one", "ctz_spouse", "ctz_other"] as const;
  const bookOfOne = (citizenId: CitizenId, by?: CitizenId, on = "2026-03-01"): WithdrawalBook => ({
    ...{ ...bookOf(), citizenId },
    ...(by ? { namedBy: { citizenId: by, on: date(on) } } : {}),
  });
  const single: Household = { stated: undefined, own: undefined, isConfirmed: false };
  const married: Household = { stated: spouse, own: undefined, isConfirmed: true };

  it.each([
    ["they state no spouse, and have confirmed none", single, bookOfOne(one), true],
    ["they state no spouse, and have confirmed one", { ...single, own: spouse }, bookOfOne(one), false],
    ["they state no spouse, and one has drawn with them", single, bookOfOne(one, spouse), false],
    ["that was a month ago", single, bookOfOne(one, spouse, "2026-02-28"), true],
    ["the spouse has confirmed them", married, bookOfOne(one), true],
    ["they have confirmed each other", { ...married, own: spouse }, bookOfOne(one), true],
    ["the spouse has drawn with them", married, bookOfOne(one, spouse), true],
    ["they have confirmed another", { ...married, own: other }, bookOfOne(one), false],
    ["another has drawn with them", married, bookOfOne(one, other), false],
    ["the spouse has not confirmed them", { ...married, isConfirmed: false }, bookOfOne(one), undefined],
    ["only they have", { ...married, own: spouse, isConfirmed: false }, bookOfOne(one), undefined],
    ["they name a spouse by no number", { ...single, stated: null }, bookOfOne(one), undefined],
    [
      "and by their own word it is not",
      { ...married, own: other, isConfirmed: false },
      bookOfOne(one),
      false,
    ],
  ])("is as stated where %s: %#", (_, household, book, isAsStated) => {
    expect(isHouseholdAsStated(household, book, TODAY)).toBe(isAsStated);
  });

  it("has no book of a spouse who has drawn with another this month", () => {
    const [drawnWithUs, earlier] = [bookOfOne(spouse, one), bookOfOne(spouse, other, "2026-02-28")];
    expect(bookForSpouse(drawnWithUs, one, TODAY)).toBe(drawnWithUs);
    expect(bookForSpouse(earlier, one, TODAY)).toBe(earlier);
    expect(bookForSpouse(bookOfOne(spouse, other), one, TODAY)).toBeUndefined();
  });
});

describe("what the account's record keeps of the book", () => {
  it("is what was drawn since the statement, and not taken back: its day, amount, and whether it closes", () => {
    const stated = account({ balanceOn: date("2026-02-28") });
    const book = bookOf(
      drawn("2000.00", "2026-03-01", "RETIREMENT", { closes: true }),
      drawn("1000.00", "2026-02-28"),
      drawn("500.00", "2026-02-27"),
      drawn("300.00", "2026-03-01", "RENT", { takenBackOn: date("2026-03-02") }),
    );
    expect(unstatedOf(stated, book)).toEqual([
      { on: "2026-03-01", amount: yuan("2000.00"), closes: true },
      { on: "2026-02-28", amount: yuan("1000.00"), closes: false },
    ]);
  });
});

describe("the account after withdrawals", () => {
  it("is what the fund centre has stated less what was drawn since", () => {
    const stated = account({ balance: yuan("5000.00"), balanceOn: date("2026-02-28") });
    const book = bookOf(drawn("2000.00", "2026-03-02"), drawn("1500.00", "2026-02-27"));
    expect(standingOf(stated, drawnOf(book))).toMatchObject({ balance: yuan("3000.00"), status: "ACTIVE" });
  });

  it("shows too little rather than too much where the statement is of the withdrawal's day", () => {
    const stated = account({ balance: yuan("1000.00"), balanceOn: date("2026-03-02") });
    const book = bookOf(drawn("2000.00", "2026-03-02"));
    expect(standingOf(stated, drawnOf(book))).toMatchObject({ balance: ZERO });
  });

  it("is closed by retirement, and by later statements as they say", () => {
    const book = bookOf(drawn("100000.00", "2026-03-02", "RETIREMENT", { closes: true }));
    const stated = account({ balanceOn: date("2026-02-28") });
    expect(standingOf(stated, drawnOf(book))).toMatchObject({ balance: ZERO, status: "CLOSED" });
    const later = account({ balanceOn: date("2026-03-31"), balance: ZERO, status: "CLOSED" });
    expect(standingOf(later, drawnOf(book))).toEqual(later);
  });
});

describe("the interest of an account that is closed", () => {
  const closing = (change: Partial<Parameters<typeof accruedInterest>[1]>, stated = account()) =>
    formatMoney(
      accruedInterest(stated, { contributions: [], settled: [], drawn: [], ...change }, 360, TODAY),
    );
  const since = (balanceOn: string, balance = "100000.00") =>
    account({ balance: yuan(balance), balanceOn: date(balanceOn) });

  it("is earned from the last settlement to the day before: 244 days of 100,000.00 are 1,016.67", () => {
    expect(closing({}, since("2026-02-28"))).toBe("1016.67");
  });

  it("counts a contribution from its day: 97,120.00 for 234 days and 100,000.00 for 10 are 988.59", () => {
    expect(closing({ contributions: [contribution("2026-02")] }, since("2026-02-28"))).toBe("988.59");
  });

  it("counts what was drawn until its day: 100,000.00 for 243 days and 98,000.00 for 1 are 1,016.58", () => {
    expect(closing({ drawn: [drawn("2000.00", "2026-03-01")] }, since("2026-02-28"))).toBe("1016.58");
  });

  it("does not count the settlement of last summer twice", () => {
    const citizenId = account().citizenId;
    const settled = [{ citizenId, on: date("2025-06-30"), amount: yuan("1402.50") }];
    expect(closing({ settled }, since("2026-02-28"))).toBe("1016.67");
  });

  it("of an account that was closed before is earned from then on, for what was earned before is paid out", () => {
    const closed = drawn("98000.00", "2026-02-20", "RETIREMENT", { closes: true });
    // 2,880.00 paid in on 25 February: 5 days.
    const contributions = [contribution("2026-02", { paidOn: date("2026-02-25") })];
    expect(closing({ drawn: [closed], contributions }, since("2026-02-28", "2880.00"))).toBe("0.60");
  });

  it("of a younger account is earned from the day that it was opened", () => {
    const opened = { ...since("2026-02-28"), openedOn: date("2026-02-20") };
    // 10 days.
    expect(closing({}, opened)).toBe("41.67");
  });
});

describe("the facts that a rule reads", () => {
  it("leave out what cannot be told", () => {
    const facts = factsFor("RENT", records(), { monthlyRent: "?", idNumber: "?" }, TODAY);
    expect(facts).toEqual({
      ...{ status: "ACTIVE", balanceFen: 10_000_000, unbrokenMonths: 0, hasLoan: false },
      ...{ isHouseholdAsStated: true, isLeaseInForce: true, leaseKind: "UNREGISTERED" },
    });
  });

  it("a loan that is repaid is none", () => {
    const repaid = loan({ outstanding: ZERO });
    expect(factsFor("LOAN_REPAYMENT", records({ loans: [repaid] }), {}, TODAY)).toMatchObject({
      hasLoan: false,
    });
  });
});
