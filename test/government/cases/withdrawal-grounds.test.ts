import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { putSettledInterest } from "../../../services/government/housing-fund/store.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { ZERO } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { ACTOR, SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { contribution, loan, loanOn, yuan } from "../housing-fund/records.ts";
import { act, allRounder, grantByPeople, startCasework } from "./casework.ts";
import {
  apply,
  applyForRent,
  drawingsOf,
  LOAN_REPAYMENT,
  loanForm,
  newSaver,
  RETIREMENT,
  retirementForm,
  rulingOf,
  type Saver,
  SEALED,
  type Stated,
} from "./savers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
  await platform.stop();
});

/** The answer to a grant by two officers. */
async function tryToGrant(outcome: Json): Promise<Json> {
  const id = textAt(outcome, "id");
  const [first, second] = [await allRounder(platform), await allRounder(platform)];
  await act(platform, first, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, first, id, "review", `finishStep(id: "${id}", opinion: "情况属实")`);
  return act(platform, second, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);
}

describe("what was repaid of home loans", () => {
  const OPEN = loanOn("2026-02-28");
  const SETTLED = loan({
    ...{ loanNumber: "GJJ-2015-1", startedOn: date("2015-03-15"), outstanding: ZERO },
    ...{ rates: OPEN.rates.map((row) => ({ ...row, effectiveFrom: date("2015-03-15") })) },
    outstandingOn: date("2020-05-20"),
  });
  const RAN_OUT = { ...SETTLED, termMonths: 60 };
  const WHOLE = { ...OPEN, outstanding: OPEN.principal };

  it("is drawn by rule where the fund's records tell it", async () => {
    const saver = await newSaver(platform, { loans: [OPEN, SETTLED] });
    await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver));
    expect(await drawingsOf(platform, saver)).toEqual(["32027.20"]);
  });

  it.each([
    ["a bank's loan beside one that was settled early", [SETTLED], "12000.00", "12000.00"],
    ["a bank's loan beside one that ran out", [RAN_OUT], "36000.00", "36000.00"],
    ["a combined loan", [OPEN], "12000.00", "44027.20"],
    ["a loan of which nothing was repaid", [WHOLE], "1000.00", "1000.00"],
  ])(
    "goes to a person where they do not, who can grant it with what is stated: %s",
    async (_, loans, repaidInYear, drawn) => {
      const saver = await newSaver(platform, { loans });
      const outcome = await apply(platform, saver, LOAN_REPAYMENT, { ...loanForm(saver), repaidInYear });
      expect(await rulingOf(platform, saver, outcome)).toMatchObject({
        ...{ outcome: "ROUTED", checks: { "repaid-on-record": "FAILED" } },
      });
      expect(await drawingsOf(platform, saver)).toEqual([]);
      expect(await grantByPeople(platform, textAt(outcome, "id"))).toMatchObject({ status: "DELIVERED" });
      expect(await drawingsOf(platform, saver)).toEqual([drawn]);
    },
  );

  it("that nobody states cannot be granted, and the officer reads why", async () => {
    const saver = await newSaver(platform, { loans: [WHOLE] });
    const outcome = await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver));
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({ outcome: "ROUTED" });
    expect(await tryToGrant(outcome)).toMatchObject({ code: "FUND_REPAYMENT_UNKNOWN" });
  });
});

describe("contributions for rent", () => {
  it("have to be full", async () => {
    const contributions = ["2025-12", "2026-01", "2026-02"].map((month) =>
      contribution(month, { employer: yuan("0.50"), employee: yuan("0.50") }),
    );
    const saver = await newSaver(platform, { contributions });
    const outcome = await applyForRent(platform, saver);
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({
      ...{ outcome: "REJECTED", checks: { "unbroken-contributions": "FAILED" } },
    });
  });

  it.each(["2026-12-08", "2026-12-14"])(
    "are broken by a month that a later one was paid after, as stated on %s",
    async (on) => {
      platform.clock.set("2026-12-15T02:00:00.000Z");
      const months = ["2026-08", "2026-09", "2026-10", "2026-12"];
      const saver = await newSaver(platform, { account: { balanceOn: date(on) }, months });
      const outcome = await applyForRent(platform, saver);
      expect(await rulingOf(platform, saver, outcome)).toMatchObject({
        ...{ outcome: "REJECTED", inputs: { "facts.housingFund.unbrokenMonths": "0" } },
      });
    },
  );
});

describe("a lease that the form states", () => {
  it.each([
    ["is over", { leaseStart: "2025-01-01", leaseEnd: "2025-12-31" }, "REJECTED", "FAILED"],
    ["has not begun", { leaseStart: "2026-05-01", leaseEnd: "2027-04-30" }, "REJECTED", "FAILED"],
    ["has ended within the month", { leaseStart: "2025-03-02", leaseEnd: "2026-03-01" }, "ROUTED", "UNCLEAR"],
  ])("and that %s is not paid for by rule", async (_, lease, outcome, result) => {
    const saver = await newSaver(platform);
    const applied = await applyForRent(platform, saver, lease);
    expect(await rulingOf(platform, saver, applied)).toMatchObject({
      ...{ outcome, checks: { "lease-in-force": result } },
    });
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });
});

describe("retirement", () => {
  const newRetired = (change: Stated = {}) =>
    newSaver(platform, { ...SEALED, born: "1965-06-15", months: ["2026-02"], ...change });
  const retire = (saver: Saver, change = {}) =>
    apply(platform, saver, RETIREMENT, retirementForm(saver, change));

  it.each(["1990-01-01", "2020-06-15"])("that is stated for %s goes to a person", async (retiredOn) => {
    const saver = await newRetired();
    const outcome = await retire(saver, { retiredOn });
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({
      ...{ outcome: "ROUTED", checks: { "retirement-as-stated": "FAILED" } },
    });
    expect(await drawingsOf(platform, saver)).toEqual([]);
    expect(await grantByPeople(platform, textAt(outcome, "id"))).toMatchObject({ status: "DELIVERED" });
  });

  it("waits for a statement that holds the last 30 June's interest, and the officer reads so", async () => {
    platform.clock.set("2026-07-02T02:00:00.000Z");
    const saver = await newRetired({ account: { status: "SEALED", balanceOn: date("2026-06-30") } });
    const outcome = await retire(saver);
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({
      ...{ outcome: "ROUTED", checks: { "something-to-draw": "UNCLEAR" } },
    });
    expect(await tryToGrant(outcome)).toMatchObject({ code: "FUND_SETTLEMENT_NOT_STATED" });
    const again = await newRetired({ account: { status: "SEALED", balanceOn: date("2026-06-30") } });
    await stateInterest(again, "2026-06-30", "1500.00");
    expect(await retire(again)).toMatchObject({ status: "DELIVERED" });
    expect(await drawingsOf(platform, again)).toEqual(["100000.00"]);
  });

  async function stateInterest({ id: citizenId }: Saver, on: string, amount: string): Promise<void> {
    const { database, commit, now, requestId } = platform.context(ACTOR);
    const interest = { citizenId, on: date(on), amount: yuan(amount) };
    must(
      await commit({
        ...{ actor: ACTOR, at: now, requestId, table: recordsTable("live") },
        ...{ action: "housing-fund.file.imported", aggregate: newId("file", systemRuntime) },
        writes: [putSettledInterest(database, "live", interest)],
      }),
    );
  }
});

it("rent from an account of a city without a cap on record cannot be granted, and the officer reads why", async () => {
  const saver = await newSaver(platform, { account: { region: "310000" as RegionCode } });
  const outcome = await applyForRent(platform, saver);
  expect(await rulingOf(platform, saver, outcome)).toMatchObject({ outcome: "ROUTED" });
  expect(await tryToGrant(outcome)).toMatchObject({ code: "FUND_RENT_CAP_UNKNOWN" });
});
