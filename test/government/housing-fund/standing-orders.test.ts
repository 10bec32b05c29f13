import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drawDueOrders } from "../../../services/government/housing-fund/orders/draw-due-orders.ts";
import { addMonths, type CivilDate, date, midnight } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { caseOf, grantByPeople, mutateCase, newOfficer, startCasework } from "../cases/casework.ts";
import {
  apply,
  applyForRent,
  drawingsOf,
  fundOf,
  LOAN_REPAYMENT,
  listAt,
  loanForm,
  marriedTo,
  newCouple,
  newSaver,
  rentForm,
  type Saver,
  type Stated,
  state,
} from "../cases/savers.ts";
import { contribution, loanOn, yuan } from "./records.ts";

const RENT_ORDER = "BJ-GJJ-ZFYD-001";
const LOAN_ORDER = "BJ-GJJ-HDYD-001";
const AGREED = "2026-03-02T02:00:00.000Z";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(() => platform.clock.set(AGREED));
afterAll(async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
  await platform.stop();
});

const sweepOnce = () =>
  drawDueOrders(
    {
      now: platform.clock.now,
      config: platform.ports.config,
      open: () => {
        const database = platform.database();
        return { database, commit: commitTo(database) };
      },
    },
    "live",
    plusMs(platform.clock.now(), 60_000),
  );

/** The sweeps of a morning, as the scheduled function does them: each draws for a person once. */
async function drawOn(day: string, hour = 10) {
  platform.clock.set(plusMs(midnight(date(day)), hour * HOUR_MS));
  const first = await sweepOnce();
  for (let sweeps = 1; sweeps < 6; sweeps += 1) await sweepOnce();
  return first;
}

/** The statement of the fund centre at the end of a month, with its contribution. */
const statedAt = (saver: Saver, balanceOn: string, change: Stated["account"] = {}) =>
  state(platform, saver.id, {
    account: { ...(change === "none" ? {} : change), balanceOn: date(balanceOn) },
    contributions: [contribution(balanceOn.slice(0, 7))],
  });

const LEASE = { leaseStart: "2026-01-01", leaseEnd: "2026-12-31" };
const agreeRent = (saver: Saver, change = {}): Promise<Json> =>
  apply(platform, saver, RENT_ORDER, rentForm(saver, { ...LEASE, ...change }));

async function ordersOf({ token }: Saver): Promise<readonly Json[]> {
  const query = `{ me { housingFund { orders { reason application agreedOn everyMonths nextOn endsOn
    last { on from to amount because { zh en } } ended { on because { zh en } } } } } }`;
  const { data, errors } = await platform.call({ token, query });
  expect(errors).toEqual([]);
  return listAt(data, "me", "housingFund", "orders");
}

async function toldOf({ token }: Saver): Promise<readonly string[]> {
  await sweep(platform);
  const query = "{ me { notifications(first: 30) { edges { node { type text } } } } }";
  const { data, errors } = await platform.call({ token, query, headers: { "accept-language": "en" } });
  expect(errors).toEqual([]);
  return listAt(data, "me", "notifications", "edges")
    .filter((edge) => textAt(edge, "node", "type").startsWith("fund-order."))
    .map((edge) => textAt(edge, "node", "text"));
}

const endOf = async ({ token }: Saver, application: string): Promise<Json> => {
  const query = `mutation ($id: ID!) { endHousingFundOrder(application: $id) {
    __typename ... on HousingFundOrder { ended { because { en } } } ... on Refusal { message } } }`;
  const { data, errors } = await platform.call({ token, query, variables: { id: application } });
  expect(errors).toEqual([]);
  return at(data, "endHousingFundOrder");
};

describe("a standing order for rent", () => {
  it("is agreed by the item's rule, and draws every month what the cap has left, to the account that it names", async () => {
    const saver = await newSaver(platform);
    expect(await agreeRent(saver)).toMatchObject({ status: "DELIVERED", decision: { outcome: "APPROVED" } });
    expect(await ordersOf(saver)).toMatchObject([
      {
        reason: "RENT",
        agreedOn: "2026-03-02",
        everyMonths: 1,
        nextOn: "2026-03-15",
        last: null,
        ended: null,
      },
    ]);
    await drawOn("2026-03-14");
    expect(await drawingsOf(platform, saver)).toEqual([]);
    expect(await drawOn("2026-03-15")).toMatchObject({ faults: [], finished: true });
    await drawOn("2026-03-15", 12);
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00"]);
    await statedAt(saver, "2026-03-31");
    await drawOn("2026-04-15");
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00", "2000.00"]);
    expect(await fundOf(platform, saver)).toMatchObject({
      withdrawals: [
        { payout: { status: "OWED", amount: "2000.00" } },
        { payout: { status: "OWED", amount: "2000.00" } },
      ],
    });
    expect((await toldOf(saver))[0]).toContain("2000.00 yuan were drawn");
    expect(await ordersOf(saver)).toMatchObject([
      { nextOn: "2026-05-15", last: { on: "2026-04-15", from: "2026-04", to: "2026-04", amount: "2000.00" } },
    ]);
  });

  it("and a single withdrawal of the same month together draw no more than the cap, whichever comes first", async () => {
    const [first, then] = [await newSaver(platform), await newSaver(platform)];
    await agreeRent(first);
    await agreeRent(then);
    expect(await applyForRent(platform, first, { monthlyRent: "1500.00" })).toMatchObject({
      decision: { outcome: "APPROVED" },
    });
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, first)).toEqual(["500.00", "1500.00"]);
    expect(await applyForRent(platform, then)).toMatchObject({ decision: { outcome: "REJECTED" } });
    expect(await drawingsOf(platform, then)).toEqual(["2000.00"]);
  });

  it("draws once where two sweeps meet", async () => {
    const saver = await newSaver(platform);
    await agreeRent(saver);
    await Promise.all([drawOn("2026-03-15"), drawOn("2026-03-15")]);
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00"]);
  });

  it("draws nothing in a month in which the rule is not met, says by which check, and goes on", async () => {
    const saver = await newSaver(platform);
    await agreeRent(saver);
    await drawOn("2026-03-15");
    // March was not paid for; April and the two months after it are.
    await state(platform, saver.id, { account: { balanceOn: date("2026-05-01") }, months: [] });
    await drawOn("2026-05-16");
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00"]);
    const [order] = await ordersOf(saver);
    expect(textAt(order ?? null, "last", "because", "en")).toContain("unbroken contributions");
    expect((await toldOf(saver))[0]).toContain("this is not met: Three months of unbroken contributions");
    await state(platform, saver.id, {
      account: { balanceOn: date("2026-07-31") },
      contributions: ["2026-04", "2026-05", "2026-06", "2026-07"].map((month) => contribution(month)),
    });
    // June was not looked at; it is made up for by itself, and July follows.
    await drawOn("2026-07-31");
    expect(await drawingsOf(platform, saver)).toEqual(["2000.00", "2000.00", "2000.00"]);
  });

  it("of a couple draws no more than the rent together with the other", async () => {
    const [one, other] = await newCouple(platform);
    const rent = { monthlyRent: "2500.00" };
    await agreeRent(one, { ...marriedTo(other), ...rent });
    await applyForRent(platform, other, { ...marriedTo(one), ...rent });
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, one)).toEqual(["500.00"]);
  });

  it("that a person has granted is not stopped by what that person looked at", async () => {
    const saver = await newSaver(platform);
    const filed = await agreeRent(saver, { leaseKind: "已备案", monthlyRent: "2500.00" });
    expect(filed).toMatchObject({ status: "SUBMITTED", decision: null });
    await grantByPeople(platform, textAt(filed, "id"));
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, saver)).toEqual(["2500.00"]);
  });

  it("is one for a reason: another is refused before it is handed in", async () => {
    const saver = await newSaver(platform);
    await agreeRent(saver);
    expect(JSON.stringify(await agreeRent(saver).catch((error: unknown) => String(error)))).toContain(
      "FUND_ORDER_IN_FORCE",
    );
  });
});

describe("a standing order ends", () => {
  it("by its holder's word, once, and by nobody else's", async () => {
    const [saver, stranger] = [await newSaver(platform), await newSaver(platform)];
    const id = textAt(await agreeRent(saver), "id");
    expect(await endOf(stranger, id)).toMatchObject({ __typename: "NotFound" });
    const ended = { __typename: "HousingFundOrder", ended: { because: { en: "you ended it" } } };
    expect(await endOf(saver, id)).toMatchObject(ended);
    expect(await endOf(saver, id)).toMatchObject(ended);
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, saver)).toEqual([]);
    expect(await toldOf(saver)).toHaveLength(1);
    expect(await ordersOf(saver)).toMatchObject([{ nextOn: null, ended: { on: "2026-03-02" } }]);
    platform.clock.set(AGREED);
    expect(await agreeRent(saver)).toMatchObject({ status: "DELIVERED" });
  });

  it.each([
    ["with the lease, the day after it", "2026-03-20", { leaseEnd: "2026-03-19" }, {}, "the lease is over"],
    ["with an account that is sealed", "2026-03-15", {}, { status: "SEALED" }, "the account is sealed"],
    [
      "with an account that is closed",
      "2026-03-15",
      {},
      { status: "CLOSED", balance: yuan("0.00") },
      "closed",
    ],
  ] as const)("%s, and says so", async (_, day, form, account, words) => {
    const saver = await newSaver(platform);
    await agreeRent(saver, form);
    await statedAt(saver, "2026-03-02", account);
    await drawOn("2026-03-15");
    await drawOn(day);
    const [order] = await ordersOf(saver);
    expect(textAt(order ?? null, "ended", "because", "en")).toContain(words);
    expect((await toldOf(saver))[0]).toContain(words);
    const told = (await toldOf(saver)).length;
    await drawOn("2026-04-15");
    expect(await toldOf(saver)).toHaveLength(told);
  });

  it("with the revocation of its grant, and what the bank has not paid is called off", async () => {
    const saver = await newSaver(platform);
    const id = textAt(await agreeRent(saver), "id");
    await drawOn("2026-03-15");
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const why = `reason: "以虚假材料取得", ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
    await mutateCase(platform, supervisor.token, `revokeApplication(id: "${id}", ${why})`);
    expect(await caseOf(platform, saver.token, id)).toMatchObject({ status: "REVOKED" });
    expect(await ordersOf(saver)).toMatchObject([{ nextOn: null, ended: { on: "2026-03-15" } }]);
    expect(await fundOf(platform, saver)).toMatchObject({
      balance: "100000.00",
      withdrawals: [{ payout: { status: "CANCELLED" } }],
    });
  });
});

describe("a standing order for a home loan", () => {
  const lent = { loans: [loanOn("2026-10-31")] };
  const agreeLoan = (saver: Saver, change = {}) =>
    apply(platform, saver, LOAN_ORDER, { ...loanForm(saver), ...change });

  it("draws the instalments as they fall due, and what a single withdrawal drew is not drawn again", async () => {
    const saver = await newSaver(platform, lent);
    await agreeLoan(saver);
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, saver)).toEqual(["4003.40"]);
    // The year's, but for what was drawn.
    expect(await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver))).toMatchObject({
      decision: { outcome: "REJECTED" },
    });
    await drawOn("2026-04-15");
    platform.clock.set("2026-05-14T18:00:00.000Z" as Instant);
    await drawOn("2026-05-15");
    expect(await drawingsOf(platform, saver)).toEqual(["4003.40", "4003.40", "4003.40"]);
  });

  it("draws nothing of what a single withdrawal has drawn for", async () => {
    const saver = await newSaver(platform, lent);
    await agreeLoan(saver);
    platform.clock.set("2026-03-15T00:30:00.000Z" as Instant);
    await apply(platform, saver, LOAN_REPAYMENT, loanForm(saver));
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, saver)).toEqual(["36030.60"]);
    expect((await toldOf(saver))[0]).toContain("no instalment has fallen due");
  });

  it("that the fund's records do not tell all of is agreed by a person, and draws both parts from then on", async () => {
    const saver = await newSaver(platform, lent);
    const filed = await agreeLoan(saver, { monthlyRepayment: "3000.00" });
    expect(filed).toMatchObject({ status: "SUBMITTED" });
    await grantByPeople(platform, textAt(filed, "id"));
    await drawOn("2026-03-15");
    await drawOn("2026-04-15");
    expect(await drawingsOf(platform, saver)).toEqual(["7003.40", "7003.40"]);
  });

  it("draws an instalment once a statement shows it, and none that was not repaid", async () => {
    const saver = await newSaver(platform, { loans: [loanOn("2026-02-28")] });
    await agreeLoan(saver);
    await drawOn("2026-03-15");
    expect(await drawingsOf(platform, saver)).toEqual([]);
    await state(platform, saver.id, { loans: [loanOn("2026-03-31")], months: [] });
    await drawOn("2026-04-15");
    expect(await drawingsOf(platform, saver)).toEqual(["4003.40"]);
    // April's was not repaid: the principal stands as in March.
    const { outstanding } = loanOn("2026-03-31");
    const behind = { ...loanOn("2026-04-30"), outstanding };
    await state(platform, saver.id, { loans: [behind], months: [] });
    await drawOn("2026-05-15");
    expect(await drawingsOf(platform, saver)).toEqual(["4003.40"]);
  });

  it("ends with the loan, and says so", async () => {
    const saver = await newSaver(platform, lent);
    await agreeLoan(saver);
    const paid = lent.loans.map((one) => ({
      ...one,
      outstanding: yuan("0.00"),
      outstandingOn: date("2026-12-01"),
    }));
    await state(platform, saver.id, { loans: paid, months: [] });
    await drawOn("2026-03-15");
    expect((await toldOf(saver))[0]).toContain("the fund's loan is repaid");
  });

  it("of a bank draws what is stated a month until its end, once a person has granted it", async () => {
    const saver = await newSaver(platform);
    const filed = await agreeLoan(saver, { monthlyRepayment: "3000.00", loanEnd: "2026-04-20" });
    await grantByPeople(platform, textAt(filed, "id"));
    await drawOn("2026-03-15");
    await drawOn("2026-04-15");
    await drawOn("2026-05-15");
    expect(await drawingsOf(platform, saver)).toEqual(["3000.00", "3000.00"]);
    expect((await ordersOf(saver))[0]).toMatchObject({
      ended: { because: { en: "the loan's term is over" } },
    });
  });
});

it("no sequence of sweeps and single withdrawals draws more in a month than the cap", async () => {
  const saver = await newSaver(platform);
  await agreeRent(saver);
  let day: CivilDate = date("2026-03-10");
  for (let month = 0; month < 6; month += 1) {
    if (month > 0) await statedAt(saver, addMonths(date("2026-02-28"), month));
    for (const offset of ["03", "14", "15", "28"]) {
      await drawOn(`${day.slice(0, 7)}-${offset}`);
      if ((month + Number(offset)) % 3 === 0) {
        await applyForRent(platform, saver, { monthlyRent: month % 2 === 0 ? "900.00" : "4500.00" });
      }
    }
    day = addMonths(day, 1);
  }
  const byMonth = new Map<string, number>();
  for (const one of listAt(await fundOf(platform, saver), "withdrawals")) {
    const month = textAt(one, "on").slice(0, 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + Number(textAt(one, "amount")));
  }
  expect([...byMonth.values()]).toEqual(Array(6).fill(2_000));
});
