import { describe, expect, it } from "vitest";
import { identityCheck } from "../../../services/field/identity-document.ts";
import type { FundRecords } from "../../../services/government/housing-fund/withdrawals/fund-records.ts";
import { isLeaseInForce } from "../../../services/government/housing-fund/withdrawals/rent.ts";
import { factsFor } from "../../../services/government/housing-fund/withdrawals/withdrawal-facts.ts";
import { date, type Month } from "../../../services/kernel/civil-date.ts";
import { account, contribution } from "./records.ts";

const TODAY = date("2026-03-02");

describe("a lease by the days that a form states", () => {
  it.each([
    ["2026-01-01", "2026-12-31", true],
    ["2026-03-02", "2026-03-02", true],
    [undefined, "2026-12-31", true],
    ["2026-01-01", undefined, true],
    [undefined, undefined, true],
    ["2025-01-01", "2026-02-28", false],
    [undefined, "2020-12-31", false],
    ["2026-04-01", "2027-03-31", false],
    ["2026-04-01", undefined, false],
    // Some of this month's rent may be due: a person looks.
    ["2025-03-02", "2026-03-01", undefined],
    ["2026-03-15", "2027-03-14", undefined],
  ])("from %s to %s is in force on 2 March: %s", (leaseStart, leaseEnd, isInForce) => {
    expect(isLeaseInForce({ leaseStart, leaseEnd }, TODAY)).toBe(isInForce);
  });

  it.each([
    ["2026-04-10", "2027-04-09", "2026-04", true],
    ["2026-04-10", "2027-04-09", "2026-03", false],
    ["2025-04-01", "2026-03-15", "2026-03", true],
    ["2025-04-01", "2026-02-28", "2026-03", false],
  ])("from %s to %s is drawn for by an order in %s: %s", (leaseStart, leaseEnd, of, isInForce) => {
    const period = { from: of as Month, to: of as Month };
    expect(isLeaseInForce({ leaseStart, leaseEnd }, TODAY, period)).toBe(isInForce);
  });
});

describe("a day of retirement that a form states", () => {
  const idOf = (born: string, sequence = "003") => {
    const first17 = `110105${born.replaceAll("-", "")}${sequence}`;
    return first17 + identityCheck(first17);
  };
  const fact = (retiredOn: string | undefined, months: readonly string[], idNumber = idOf("1965-06-15")) => {
    const records: FundRecords = {
      account: account({ balanceOn: date("2026-02-28"), status: "SEALED" }),
      contributions: months.map((month) => contribution(month)),
      ...{ loans: [], settled: [], spouseBook: undefined },
      book: { citizenId: account().citizenId, withdrawals: [], revision: 0 },
      household: { stated: undefined, own: undefined, isConfirmed: false },
    };
    return factsFor("RETIREMENT", records, { idNumber, retiredOn }, TODAY)["isRetiredAsStated"];
  };

  // Born on 15 June 1965 a man is of age at 60 years and two months, on 15 August 2025.
  it.each([
    ["after the age, and after all contributions", "2026-02-15", ["2026-02"], true],
    ["on the very day", "2025-08-15", ["2025-08"], true],
    ["a day before it", "2025-08-14", ["2025-08"], false],
    ["at 24", "1990-01-01", [], false],
    ["long ago, and paid for since", "2020-06-15", ["2026-01", "2026-02"], false],
    ["of age, and paid for months after", "2025-09-01", ["2025-11", "2026-02"], false],
    ["of age, and paid for within the 30 days that an employer has", "2025-08-20", ["2025-09"], true],
    ["of age, and paid for once more after them", "2025-08-20", ["2025-10"], false],
    ["not stated", undefined, [], undefined],
  ])("agrees with the records: %s", (_, retiredOn, months, agrees) => {
    expect(fact(retiredOn, months)).toBe(agrees);
  });

  it("of a woman between the two ages is for a person", () => {
    expect(fact("2025-06-15", [], idOf("1964-06-15", "004"))).toBe(true);
    expect(fact("2016-06-15", [], idOf("1964-06-15", "004"))).toBeUndefined();
    expect(fact("2010-06-15", [], idOf("1964-06-15", "004"))).toBe(false);
  });

  it("is not what keeps somebody from drawing who is not of age today", () => {
    expect(fact("2026-02-15", [], idOf("1970-06-15"))).toBe(true);
  });
});
