import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import { contribution, loan, loanOn, yuan } from "../housing-fund/records.ts";
import {
  act,
  allRounder,
  caseOf,
  grantByPeople,
  mutateCase,
  newOfficer,
  RENT,
  startCasework,
  submitCase,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";
import {
  apply,
  applyForRent,
  confirmSpouse,
  drawingsOf,
  fillIn,
  fundOf,
  LOAN_REPAYMENT,
  listAt,
  loanForm,
  marriedTo,
  newCouple,
  newSaver,
  RETIREMENT,
  rentForm,
  retirementForm,
  rulingOf,
  type Saver,
  SEALED,
  state,
  submitUnruled,
  takeBackSpouse,
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

const granted = { status: "DELIVERED", decision: { outcome: "APPROVED", ground: null, remedy: null } };

describe("a rent withdrawal", () => {
  it("that is clear is granted in the answer to its submission, and owed to its applicant at once", async () => {
    const saver = await newSaver(platform);
    const outcome = await applyForRent(platform, saver);
    expect(outcome).toMatchObject(granted);
    expect(await fundOf(platform, saver)).toMatchObject({
      ...{ status: "ACTIVE", balance: "98000.00" },
      withdrawals: [
        {
          ...{ reason: "RENT", amount: "2000.00", interest: "0.00", on: "2026-03-02" },
          application: textAt(outcome, "id"),
          payout: { amount: "2000.00", status: "OWED", maskedBankAccount: "…5678" },
        },
      ],
    });
  });

  it("is explained check by check, with what each was told", async () => {
    const saver = await newSaver(platform);
    const ruling = await rulingOf(platform, saver, await applyForRent(platform, saver));
    expect(ruling.outcome).toBe("APPROVED");
    expect(ruling.checks).toEqual({
      ...{ "own-identity": "PASSED", "active-account": "PASSED", "unbroken-contributions": "PASSED" },
      ...{ "no-home": "PASSED", household: "PASSED", "something-to-draw": "PASSED" },
      ...{ "household-rent": "PASSED", lease: "PASSED", "payout-account": "PASSED" },
      "lease-in-force": "PASSED",
    });
    expect(ruling.inputs).toEqual({
      "facts.identity.isOwn": "true",
      "facts.housingFund.status": `"ACTIVE"`,
      "facts.housingFund.unbrokenMonths": "6",
      "form.hasHomeInCity": "false",
      "facts.housingFund.isHouseholdAsStated": "true",
      "facts.housingFund.isRentLeftForHousehold": "true",
      "facts.housingFund.isLeaseInForce": "true",
      "facts.housingFund.leaseKind": `"UNREGISTERED"`,
      "facts.housingFund.drawableFen": "200000",
      "facts.housingFund.payoutCaution": `"NONE"`,
    });
  });

  it("is written with its decision and its trace in one commit", async () => {
    const saver = await newSaver(platform);
    const id = textAt(await applyForRent(platform, saver), "id");
    const trail = await trailOf(platform.database(), recordsTable("live"), id);
    const ofMaterials = /\.material-\w+$/;
    expect(trail.map(({ action }) => String(action)).filter((action) => !ofMaterials.test(action))).toEqual(
      ["started", "saved", "submitted", "approved-by-rule"].map((what) => `applications.case.${what}`),
    );
    expect(trail.map(({ actor }) => actor).at(-1)).toContain("approval-rule");
  });

  it.each([
    ["two months", ["2026-01", "2026-02"], "REJECTED", "unbroken-contributions"],
    ["three months with a gap before them", ["2025-10", "2025-12", "2026-01", "2026-02"], "APPROVED", ""],
    [
      "five months with a gap among the last three",
      ["2025-09", "2025-10", "2025-11", "2025-12", "2026-02"],
      "REJECTED",
      "unbroken-contributions",
    ],
  ])("asks for three unbroken months: %s", async (_, months, outcome, failed) => {
    const saver = await newSaver(platform, { months });
    const ruling = await rulingOf(platform, saver, await applyForRent(platform, saver));
    const without = Object.entries(ruling.checks).flatMap(([code, result]) =>
      result === "PASSED" ? [] : [code],
    );
    expect([ruling.outcome, without.join()]).toEqual([outcome, failed]);
  });

  it("is refused with reason, article and what can be done against it", async () => {
    const saver = await newSaver(platform, { months: ["2026-02"] });
    const outcome = await applyForRent(platform, saver);
    expect(outcome).toMatchObject({
      status: "REJECTED",
      availableActions: ["APPEAL"],
      decision: {
        outcome: "REJECTED",
        reason: expect.stringMatching(
          /last statement: 1\. A withdrawal for rent wants three\. Apply again once/,
        ),
        ground: { law: "建金〔2015〕19号", article: "第一条" },
      },
    });
    expect(textAt(outcome, "decision", "remedy")).toContain("until 2026-05-06");
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });

  it("says why to everybody in their own language", async () => {
    const saver = await newSaver(platform, { months: ["2026-02"] });
    const id = textAt(await applyForRent(platform, saver), "id");
    const query = `{ node(id: "${id}") { ... on Application { decision { reason } } } }`;
    const reasonIn = async (language: string) => {
      const headers = { "accept-language": language };
      const { data } = await platform.call({ token: saver.token, query, headers });
      return at(data, "node", "decision", "reason");
    };
    expect(await reasonIn("zh-CN")).toMatch(
      /您连续缴存了 1 个月。租房提取须足额缴存、不间断，满三个月。满三个月后可再申请/,
    );
    expect(await reasonIn("en")).toMatch(/unbroken contributions by the fund centre's last statement: 1\./);
  });

  it.each([
    ["nobody has an account", "none", "REJECTED", "active-account"],
    ["it is closed", { status: "CLOSED", balance: yuan("0.00") }, "REJECTED", "active-account"],
    ["it is sealed", { status: "SEALED" }, "REJECTED", "active-account"],
    ["it is empty", { balance: yuan("0.00") }, "REJECTED", "something-to-draw"],
    ["it is another city's", { region: "310000" as RegionCode }, "ROUTED", "something-to-draw"],
  ] as const)("from an account is decided or left to people: %s", async (_, stated, outcome, because) => {
    const saver = await newSaver(platform, { account: stated });
    const ruling = await rulingOf(platform, saver, await applyForRent(platform, saver));
    expect(ruling.outcome).toBe(outcome);
    expect(ruling.checks[because]).toBe(outcome === "ROUTED" ? "UNCLEAR" : "FAILED");
  });

  it("for whom the form names another than the applicant goes to people, and nothing is paid", async () => {
    const [saver, other] = [await newSaver(platform), await newSaver(platform)];
    const outcome = await applyForRent(platform, saver, { idNumber: other.idNumber });
    expect(outcome).toMatchObject({ status: "SUBMITTED", decision: null, availableActions: ["WITHDRAW"] });
    const ruling = await rulingOf(platform, saver, outcome);
    expect(ruling).toMatchObject({ outcome: "ROUTED", checks: { "own-identity": "FAILED" } });
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });

  it("of somebody with a home in the city cannot be handed in", async () => {
    const saver = await newSaver(platform);
    expect(await applyForRent(platform, saver, { hasHomeInCity: true })).toMatchObject({
      __typename: "FormIncomplete",
      problems: [{ path: ["form", "hasHomeInCity"] }],
    });
  });
});

describe("the cap on rent", () => {
  it("is a person's for a month: a second one gets what is left, a third nothing, and April begins anew", async () => {
    const saver = await newSaver(platform);
    await applyForRent(platform, saver, { monthlyRent: "1300.00" });
    await applyForRent(platform, saver, { monthlyRent: "4500.00" });
    expect(await applyForRent(platform, saver)).toMatchObject({
      status: "REJECTED",
      decision: { reason: expect.stringContaining("0.00 yuan can be drawn now") },
    });
    expect(await drawingsOf(platform, saver)).toEqual(["700.00", "1300.00"]);
    await state(platform, saver.id, {
      contributions: [contribution("2026-03", { paidOn: date("2026-03-20") })],
    });
    platform.clock.set("2026-03-31T15:59:00.000Z");
    expect(await applyForRent(platform, saver)).toMatchObject({ status: "REJECTED" });
    platform.clock.set("2026-03-31T16:00:00.000Z");
    expect(await applyForRent(platform, saver)).toMatchObject(granted);
    expect((await drawingsOf(platform, saver))[0]).toBe("2000.00");
  });

  it("is a person's: of a couple both draw, and together no more than the rent", async () => {
    const [wang, li] = await newCouple(platform);
    await applyForRent(platform, wang, { ...marriedTo(li), monthlyRent: "3000.00" });
    await applyForRent(platform, li, { ...marriedTo(wang), monthlyRent: "3000.00" });
    expect(await drawingsOf(platform, wang)).toEqual(["2000.00"]);
    expect(await drawingsOf(platform, li)).toEqual(["1000.00"]);
    expect(await applyForRent(platform, li, { ...marriedTo(wang), monthlyRent: "3000.00" })).toMatchObject({
      status: "REJECTED",
    });
  });

  it("holds where both of a couple hand in at once", async () => {
    const [wang, li] = await newCouple(platform);
    const wishes = [
      { saver: wang, form: rentForm(wang, { ...marriedTo(li), monthlyRent: "2500.00" }) },
      { saver: li, form: rentForm(li, { ...marriedTo(wang), monthlyRent: "2500.00" }) },
    ];
    const ids = await Promise.all(wishes.map(({ saver, form }) => fillIn(platform, saver, RENT, form)));
    const outcomes = await Promise.all(
      wishes.map(({ saver }, i) => submitCase(platform, saver.token, ids[i] ?? "")),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject(granted);
    const drawn = [...(await drawingsOf(platform, wang)), ...(await drawingsOf(platform, li))];
    expect(drawn.sort()).toEqual(["2000.00", "500.00"]);
  });
});

describe("who files as single while another has drawn for a household with them", () => {
  const household = async (saver: Saver, change: Parameters<typeof rentForm>[1] = {}, reason?: string) => {
    const applied = await apply(platform, saver, RENT, rentForm(saver, change), reason);
    const { outcome, checks } = await rulingOf(platform, saver, applied);
    return { outcome, household: checks["household"] };
  };

  it("is looked at by people in that month, and nothing is paid before; in the next it is forgotten", async () => {
    const [wang, li] = [await newSaver(platform), await newSaver(platform)];
    await confirmSpouse(platform, wang, li);
    await applyForRent(platform, li, { ...marriedTo(wang), monthlyRent: "2500.00" });
    expect(await household(wang)).toEqual({ outcome: "ROUTED", household: "FAILED" });
    expect(await drawingsOf(platform, wang)).toEqual([]);
    const paid = [contribution("2026-03", { paidOn: date("2026-03-20") })];
    for (const { id } of [wang, li]) await state(platform, id, { contributions: paid });
    expect(await household(wang, {}, "上月的申请尚未办结")).toMatchObject({ household: "FAILED" });
    await takeBackSpouse(platform, wang);
    platform.clock.set("2026-04-01T02:00:00.000Z");
    expect(await household(wang, {}, "上月的申请尚未办结")).toEqual({
      outcome: "APPROVED",
      household: "PASSED",
    });
  });

  it("and so is one who names a spouse who has drawn with another, and hears no more than of any spouse unconfirmed", async () => {
    const [[wang, li], zhang] = [await newCouple(platform), await newSaver(platform)];
    await applyForRent(platform, li, marriedTo(wang));
    expect(await household(zhang, marriedTo(wang))).toEqual({ outcome: "ROUTED", household: "UNCLEAR" });
    expect(await household(wang, marriedTo(li))).toEqual({ outcome: "APPROVED", household: "PASSED" });
    await confirmSpouse(platform, wang, zhang);
    expect(await household(zhang, marriedTo(wang), "换了配偶")).toEqual({
      outcome: "ROUTED",
      household: "UNCLEAR",
    });
  });
});

describe("early in the month", () => {
  it("what has not arrived is not unpaid: on 1 December by contributions up to October", async () => {
    platform.clock.set("2026-12-01T02:00:00.000Z");
    for (const balanceOn of ["2026-10-31", "2026-11-30", "2026-12-01"]) {
      const months = ["2026-08", "2026-09", "2026-10"];
      const saver = await newSaver(platform, { account: { balanceOn: date(balanceOn) }, months });
      const applied = await applyForRent(platform, saver);
      expect(await rulingOf(platform, saver, applied)).toMatchObject({
        outcome: "APPROVED",
        inputs: { "facts.housingFund.unbrokenMonths": "3" },
      });
    }
  });

  it("a statement that cannot tell goes to a person", async () => {
    platform.clock.set("2026-12-31T02:00:00.000Z");
    for (const balanceOn of ["2026-10-15", "2026-12-30"]) {
      const months = ["2026-08", "2026-09", "2026-10"];
      const saver = await newSaver(platform, { account: { balanceOn: date(balanceOn) }, months });
      const applied = await applyForRent(platform, saver);
      expect(await rulingOf(platform, saver, applied)).toMatchObject({
        outcome: "ROUTED",
        checks: { "unbroken-contributions": "UNCLEAR" },
      });
    }
  });
});

describe("a lease that is more than a rent", () => {
  it("registered is looked at by people, who grant the rent up to the month's contribution", async () => {
    const saver = await newSaver(platform);
    const applied = await applyForRent(platform, saver, { leaseKind: "已备案", monthlyRent: "9000.00" });
    expect(await rulingOf(platform, saver, applied)).toMatchObject({
      ...{ outcome: "ROUTED", checks: { lease: "FAILED", "something-to-draw": "PASSED" } },
    });
    expect(await grantByPeople(platform, textAt(applied, "id"))).toMatchObject(granted);
    expect(await drawingsOf(platform, saver)).toEqual(["2880.00"]);
  });
});

describe("a withdrawal for a home loan", () => {
  const owner = () => newSaver(platform, { loans: [loan({ outstandingOn: date("2026-02-28") })] });

  it("is a year's instalments, and possible again after twelve months", async () => {
    const saver = await owner();
    expect(await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver))).toMatchObject(granted);
    expect(await drawingsOf(platform, saver)).toEqual(["32027.20"]);
    platform.clock.set("2027-03-01T02:00:00.000Z");
    expect(await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver))).toMatchObject({
      status: "REJECTED",
      decision: { ground: { law: "住房公积金管理条例", article: "第二十四条" } },
    });
    platform.clock.set("2027-03-02T02:00:00.000Z");
    await state(platform, saver.id, { loans: [loanOn("2027-02-28")], months: [] });
    expect(await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver))).toMatchObject(granted);
    expect(await drawingsOf(platform, saver)).toEqual(["48040.80", "32027.20"]);
  });

  it("for a bank's loan is granted by people, for what was stated to be repaid, and never beyond the balance", async () => {
    for (const [repaidInYear, drawn] of [
      ["36000.00", "36000.00"],
      ["900000.00", "100000.00"],
    ]) {
      const saver = await newSaver(platform);
      const outcome = await apply(platform, saver, LOAN_REPAYMENT, { ...loanForm(saver), repaidInYear });
      expect(outcome).toMatchObject({ status: "SUBMITTED" });
      expect(await grantByPeople(platform, textAt(outcome, "id"))).toMatchObject(granted);
      expect(await fundOf(platform, saver)).toMatchObject({ withdrawals: [{ amount: drawn }] });
    }
  });

  it("for a loan that the fund does not know goes to people", async () => {
    const saver = await newSaver(platform);
    const outcome = await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver));
    expect(outcome).toMatchObject({ status: "SUBMITTED" });
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({
      outcome: "ROUTED",
      checks: { "has-loan": "FAILED" },
    });
  });
});

describe("retirement", () => {
  const newRetired = (change: Parameters<typeof newSaver>[1] = {}) =>
    newSaver(platform, { ...SEALED, born: "1965-06-15", months: ["2026-02"], ...change });
  const retire = (saver: Saver, change = {}) =>
    apply(platform, saver, RETIREMENT, retirementForm(saver, change));

  it("pays out the balance with its interest to the day, and closes the account", async () => {
    const saver = await newRetired();
    const outcome = await retire(saver);
    expect(outcome).toMatchObject(granted);
    // (97,120.00 × 234 days + 100,000.00 × 10 days) × 1.5 % ÷ 360
    expect(await fundOf(platform, saver)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00", interest: { projection: null } },
      withdrawals: [
        {
          ...{ reason: "RETIREMENT", amount: "100000.00", interest: "988.59" },
          payout: { amount: "100988.59", status: "OWED" },
        },
      ],
    });
  });

  it("pays what earlier withdrawals have left, with the interest that they still earned", async () => {
    const saver = await newRetired({ account: {}, months: ["2025-12", "2026-01", "2026-02"] });
    platform.clock.set("2026-03-01T02:00:00.000Z");
    await applyForRent(platform, saver);
    await state(platform, saver.id, { ...SEALED, months: [] });
    platform.clock.set("2026-03-02T02:00:00.000Z");
    await retire(saver);
    // (91,360.00 × 172 + 94,240.00 × 31 + 97,120.00 × 31 + 100,000.00 × 9 + 98,000.00 × 1) × 1.5 % ÷ 360
    expect(await fundOf(platform, saver)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00" },
      withdrawals: [{ amount: "98000.00", interest: "943.50" }, { amount: "2000.00" }],
    });
  });

  it("leaves nothing to draw, for whatever reason", async () => {
    const saver = await newRetired({ months: ["2025-12", "2026-01", "2026-02"] });
    await retire(saver);
    for (const again of [await retire(saver), await applyForRent(platform, saver)]) {
      expect(again).toMatchObject({
        status: "REJECTED",
        decision: { reason: expect.stringContaining("account was found to be: Closed") },
      });
    }
    expect(await drawingsOf(platform, saver)).toHaveLength(1);
  });

  it("contributions that come later are paid out by the fund centre's next statement, not by this one", async () => {
    const saver = await newRetired();
    await retire(saver);
    platform.clock.set("2026-04-01T02:00:00.000Z");
    await state(platform, saver.id, {
      account: { status: "SEALED", balance: yuan("2880.00"), balanceOn: date("2026-03-31") },
      contributions: [contribution("2026-03", { paidOn: date("2026-03-20") })],
    });
    expect(await fundOf(platform, saver)).toMatchObject({ status: "SEALED", balance: "2880.00" });
    expect(await retire(saver)).toMatchObject(granted);
    // 12 days.
    expect(await fundOf(platform, saver)).toMatchObject({
      ...{ status: "CLOSED", balance: "0.00" },
      withdrawals: [{ amount: "2880.00", interest: "1.44" }, { amount: "100000.00" }],
    });
  });

  it("from an account that is still paid into goes to people, and in Beijing they cannot grant it before it is sealed", async () => {
    // The report's two: born 1965-01-15, and a retirement that is stated to lie in the past.
    const saver = await newRetired({ account: {}, born: "1965-01-15" });
    const outcome = await retire(saver);
    expect(await rulingOf(platform, saver, outcome)).toMatchObject({
      outcome: "ROUTED",
      checks: { "open-account": "PASSED", "sealed-account": "FAILED", "retirement-age": "PASSED" },
    });
    const id = textAt(outcome, "id");
    const [first, second] = [await allRounder(platform), await allRounder(platform)];
    const approve = `approveApplication(id: "${id}", reason: "符合条件")`;
    await act(platform, first, id, "accept", `acceptApplication(id: "${id}")`);
    await act(platform, first, id, "review", `finishStep(id: "${id}", opinion: "情况属实")`);
    expect(await act(platform, second, id, "decide", approve)).toMatchObject({ code: "NOTHING_DRAWABLE" });
    expect(await drawingsOf(platform, saver)).toEqual([]);
    await state(platform, saver.id, { ...SEALED, months: [] });
    expect(await mutateCase(platform, second.token, approve)).toMatchObject({ status: "DELIVERED" });
    expect(await fundOf(platform, saver)).toMatchObject({ status: "CLOSED", balance: "0.00" });
  });

  it("from one that the employer has sealed is granted at once", async () => {
    const saver = await newRetired({ born: "1965-01-15" });
    expect(await retire(saver)).toMatchObject(granted);
  });

  it("is refused before the age is reached, with the Decision's article", async () => {
    const saver = await newRetired({ born: "1966-06-15" });
    expect(await retire(saver)).toMatchObject({
      status: "REJECTED",
      decision: {
        reason: expect.stringContaining("you have not reached the statutory retirement age"),
        ground: { law: "全国人大常委会关于实施渐进式延迟法定退休年龄的决定", article: "第一条" },
      },
    });
  });

  it.each([
    [
      "a woman between the two ages",
      { born: "1972-06-15", sex: "woman" as const },
      {},
      "retirement-age",
      "UNCLEAR",
    ],
    ["early retirement", {}, { kind: "提前退休" }, "ordinary-retirement", "FAILED"],
    ["a veteran cadre", {}, { kind: "离休" }, "ordinary-retirement", "FAILED"],
  ])(
    "of %s is left to people, and granted by them it pays as well",
    async (_, stated, form, check, result) => {
      const saver = await newRetired(stated);
      const outcome = await retire(saver, form);
      expect(await rulingOf(platform, saver, outcome)).toMatchObject({
        outcome: "ROUTED",
        checks: { [check]: result },
      });
      expect(await drawingsOf(platform, saver)).toEqual([]);
      expect(await grantByPeople(platform, textAt(outcome, "id"))).toMatchObject(granted);
      expect(await fundOf(platform, saver)).toMatchObject({
        status: "CLOSED",
        withdrawals: [{ amount: "100000.00", interest: "988.59" }],
      });
    },
  );
});

describe("the officers' way", () => {
  const routeToPeople = async () => {
    const [saver, other] = [await newSaver(platform), await newSaver(platform)];
    const outcome = await applyForRent(platform, saver, { idNumber: other.idNumber });
    return { saver, id: textAt(outcome, "id") };
  };

  it("pays with the grant, once, to the account that the form names", async () => {
    const { saver, id } = await routeToPeople();
    expect(await grantByPeople(platform, id)).toMatchObject(granted);
    expect(await fundOf(platform, saver)).toMatchObject({
      balance: "98000.00",
      withdrawals: [{ amount: "2000.00", application: id, payout: { status: "OWED" } }],
    });
  });

  it("grants nothing that can no longer be drawn, and the case stays with its officer, who can refuse it", async () => {
    const { saver, id } = await routeToPeople();
    await apply(platform, saver, RENT, rentForm(saver), "第二套租房");
    const [first, second] = [await allRounder(platform), await allRounder(platform)];
    await act(platform, first, id, "accept", `acceptApplication(id: "${id}")`);
    await act(platform, first, id, "review", `finishStep(id: "${id}", opinion: "情况属实")`);
    expect(
      await act(platform, second, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`),
    ).toMatchObject({ __typename: "InvalidInput", code: "NOTHING_DRAWABLE" });
    expect(await caseOf(platform, second.token, id)).toMatchObject({ status: "IN_REVIEW", decision: null });
    const refuse = `rejectApplication(id: "${id}", reason: "本月限额已用完", ground: { law: "条例", article: "第二十四条" })`;
    expect(await mutateCase(platform, second.token, refuse)).toMatchObject({ status: "REJECTED" });
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00"]);
  });

  it("asks for four eyes: who has reviewed does not decide", async () => {
    const { id } = await routeToPeople();
    const officer = await allRounder(platform);
    await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "情况属实")`);
    expect(await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`)).toMatchObject(
      {
        __typename: "NotAllowedNow",
      },
    );
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const reassign = `reassignStep(id: "${id}", step: "decide", to: "${officer.id}", reason: "加急")`;
    expect(await mutateCase(platform, supervisor.token, reassign)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "HAS_CHECKED_BEFORE", path: ["to"] },
    });
  });
});

describe("a submission whose rule was not asked, because what it asks for could not be read", () => {
  const submitCutOff = async () => {
    const saver = await newSaver(platform);
    const id = await fillIn(platform, saver, RENT, rentForm(saver));
    await submitUnruled(platform, saver, id, "cut-off-at-once");
    const again = () => submitCase(platform, saver.token, id, { key: "cut-off-at-once" });
    return { saver, id, again };
  };

  it("is decided when it is sent again", async () => {
    const { saver, again } = await submitCutOff();
    expect(await again()).toMatchObject(granted);
    expect(await again()).toMatchObject(granted);
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00"]);
  });

  it("after ten minutes is left to people, and then no rule decides it any more", async () => {
    const { saver, again } = await submitCutOff();
    platform.clock.advance(10 * 60_000 - 1);
    expect(await runClocks(platform)).toMatchObject({ routed: 0 });
    platform.clock.advance(1);
    expect(await runClocks(platform)).toMatchObject({ routed: 1 });
    expect(await again()).toMatchObject({ status: "SUBMITTED" });
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });

  it("is not decided by a rule once it was taken back", async () => {
    const { saver, id, again } = await submitCutOff();
    await mutateCase(platform, saver.token, `withdrawApplication(id: "${id}", reason: "不再租房")`);
    expect(await again()).toMatchObject({ status: "WITHDRAWN", decision: null });
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });

  it("is not decided by a rule once an officer has accepted it", async () => {
    const { saver, id, again } = await submitCutOff();
    await act(platform, await allRounder(platform), id, "accept", `acceptApplication(id: "${id}")`);
    expect(await again()).toMatchObject({ status: "IN_REVIEW", decision: null });
    expect(await drawingsOf(platform, saver)).toEqual([]);
  });
});

describe("what is owed", () => {
  it("is paid by the bank, and the account shows it", async () => {
    const saver = await newSaver(platform);
    const id = textAt(await applyForRent(platform, saver), "id");
    const treasurer = await newOfficer(platform, { roles: ["TREASURER"] });
    const payout = `pyo_${id.slice("app_".length)}`;
    const query = `mutation { recordPayout(input: { payout: "${payout}", bankReference: "BANK-${payout}" }) { __typename } }`;
    const { data } = await platform.call({ token: treasurer.token, query });
    expect(data).toMatchObject({ recordPayout: { __typename: "Payout" } });
    expect(listAt(await fundOf(platform, saver), "withdrawals")[0]).toMatchObject({
      payout: { id: payout, cause: `hfw_${id.slice("app_".length)}`, status: "PAID" },
    });
  });

  it("is off the balance once: a statement of an earlier day leaves it off, one of a later day counts it itself", async () => {
    const saver = await newSaver(platform);
    await applyForRent(platform, saver);
    const stateBalance = async (balanceOn: string, balance: string) => {
      await state(platform, saver.id, { account: { balanceOn: date(balanceOn), balance: yuan(balance) } });
      return textAt(await fundOf(platform, saver), "balance");
    };
    expect(await stateBalance("2026-03-01", "100500.00")).toBe("98500.00");
    platform.clock.set("2026-04-01T02:00:00.000Z");
    expect(await stateBalance("2026-03-31", "101000.00")).toBe("101000.00");
    await applyForRent(platform, saver);
    expect(textAt(await fundOf(platform, saver), "balance")).toBe("99000.00");
  });
});
