import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { REFUND } from "../../money/payments/refunds.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { type Biller, newNumber, pay, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
});
afterAll(() => platform.stop());

const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

/** Water in Beijing: up to 180 m³ a year 5.00, up to 260 m³ 7.00, above 9.00. */
async function home() {
  const accountNumber = newNumber();
  const ids = new Map<string, string>();
  const read = async (months: string, usage: string, changes = {}): Promise<Json> => {
    const [from = "", to = ""] = months.split("-");
    const stated = reading({ accountNumber, ...period(from, to), usage, ...changes });
    const [bill = null] = await biller.read(stated);
    if (textAt(bill, "__typename") === "Bill") ids.set(months, textAt(bill, "id"));
    return bill;
  };
  const cancel = async (months: string): Promise<Json> => {
    const bill = await billOf(months);
    const query = `mutation { cancelBill(number: "${textAt(bill, "number")}") {
      ... on Bill { status } ... on Refusal { code } } }`;
    return at((await platform.call({ query, apiKey: biller.liveKey })).data, "cancelBill");
  };
  const billOf = async (months: string): Promise<Json> => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Bill { number amount carried status paid
      rating { usage usedBefore lines { kind amount } corrected { usedBefore amount } } } } }`;
    const variables = { id: ids.get(months) ?? "" };
    return at((await platform.call({ query, variables, apiKey: biller.liveKey })).data, "node");
  };
  const payer = await platform.tokens.citizen();
  const bind = `mutation ($biller: ID!, $number: String!) {
    bound: bindUtilityAccount(input: { biller: $biller, accountNumber: $number, alias: "家" }) { ... on UtilityAccount { id } } }`;
  const account = async (): Promise<Json> => {
    const variables = { biller: biller.partnerId, number: accountNumber };
    await platform.call({ query: bind, variables, token: payer });
    const query =
      "{ me { utilityAccounts { id carriedForward household { size proof from } usageOfYear(year: 2026) { usage } } } }";
    return at((await platform.call({ query, token: payer })).data, "me", "utilityAccounts", 0);
  };
  const waiting = async () => at(await account(), "carriedForward");
  const paid = (months: string) => pay(platform, { token: payer }, [ids.get(months) ?? ""]);
  const credit = async () => {
    const query = `{ ledgerAccount(id: "credit:${textAt(await account(), "id")}-1") { balance } }`;
    const token = await platform.tokens.officer({ roles: ["TREASURER"] });
    return at((await platform.call({ query, token })).data, "ledgerAccount", "balance");
  };
  return { accountNumber, payer, read, cancel, billOf, account, waiting, paid, credit };
}

describe("a reading that is withdrawn", () => {
  it("rates anew what came after it: an open bill becomes what it comes to", async () => {
    const { read, cancel, billOf, waiting } = await home();
    await read("01-03", "150");
    // 30 × 5.00 + 20 × 7.00, on top of 150.
    expect(await read("03-05", "50")).toMatchObject({ amount: "290.00" });
    expect(await cancel("01-03")).toEqual({ status: "CANCELLED" });
    expect(await billOf("03-05")).toMatchObject({
      ...{ amount: "250.00", carried: null, status: "DUE" },
      rating: { usedBefore: "0", corrected: null, lines: [{ kind: "TIER", amount: "250.00" }] },
    });
    expect(await waiting()).toBe("0.00");
  });

  it("leaves a bill that was paid, and gives the difference to the next, in the ledger", async () => {
    const { read, cancel, billOf, waiting, paid, credit } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await paid("03-05");
    await cancel("01-03");
    expect(await billOf("03-05")).toMatchObject({
      ...{ amount: "290.00", status: "PAID", paid: "290.00" },
      rating: { usedBefore: "150", corrected: { usedBefore: "0", amount: "250.00" } },
    });
    expect([await waiting(), await credit()]).toEqual(["-40.00", "40.00"]);
    expect(await read("05-07", "30")).toMatchObject({ amount: "110.00" });
    expect(await billOf("05-07")).toMatchObject({
      ...{ amount: "110.00", carried: "-40.00" },
      rating: {
        usedBefore: "50",
        lines: [
          { kind: "TIER", amount: "150.00" },
          { kind: "CARRIED", amount: "-40.00" },
        ],
      },
    });
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
  });

  it("and read anew with more charges the difference with the next bill", async () => {
    const { read, cancel, billOf, waiting, credit, paid } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await paid("03-05");
    await cancel("01-03");
    // Of its own 850.00. On top of 170 the other is 10 × 5.00 + 40 × 7.00 = 330.00, of which 290.00 were paid.
    expect(await read("01-03", "170")).toMatchObject({ amount: "890.00" });
    expect(await billOf("01-03")).toMatchObject({ carried: "40.00" });
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
    expect(await read("05-07", "1")).toMatchObject({ amount: "7.00" });
  });

  it("and read anew as it was leaves everything as it was", async () => {
    const { read, cancel, waiting, paid, credit, account } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await paid("03-05");
    await cancel("01-03");
    await read("01-03", "150");
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
    expect(at(await account(), "usageOfYear")).toEqual({ usage: "200" });
  });

  it("gives what it bore of others to the next bill again", async () => {
    const { read, cancel, waiting, paid, credit } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await paid("03-05");
    await cancel("01-03");
    await read("05-07", "30");
    await cancel("05-07");
    expect([await waiting(), await credit()]).toEqual(["-40.00", "40.00"]);
  });

  it("with a credit above the next bill pays that one, and what is left waits on", async () => {
    const { read, cancel, billOf, waiting, paid, accountNumber } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await paid("03-05");
    await cancel("01-03");
    await read("05-07", "5");
    expect(await billOf("05-07")).toMatchObject({ amount: "0.00", carried: "-25.00", status: "PAID" });
    expect(await waiting()).toBe("-15.00");
    const [finished] = await biller.submit(row({ accountNumber, ...period("07", "09"), amount: "88.20" }));
    expect(finished).toMatchObject({ amount: "73.20" });
    expect(await waiting()).toBe("0.00");
  });

  it("tells the people of the account by how much their bills have changed", async () => {
    const { read, cancel, account, payer } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    await account();
    await cancel("01-03");
    await sweep(platform);
    const query = "{ me { notifications(first: 1) { edges { node { type text } } } } }";
    const { data } = await platform.call({ query, token: payer, headers: { "accept-language": "en" } });
    expect(at(data, "me", "notifications", "edges", 0, "node")).toMatchObject({ type: "bill.corrected" });
    expect(textAt(data, "me", "notifications", "edges", 0, "node", "text")).toContain("-40.00");
  });

  it("moves nothing of another year, and nothing under a tariff of the month", async () => {
    const { read, cancel, billOf } = await home();
    await read("01-03", "150", { from: "2025-09-01", to: "2025-11-01" });
    await read("03-05", "50");
    await cancel("01-03");
    expect(await billOf("03-05")).toMatchObject({ amount: "250.00", rating: { usedBefore: "0" } });
  });

  it("is put right at the moment when a later bill is being paid", async () => {
    const { read, cancel, billOf, paid, waiting } = await home();
    await read("01-03", "150");
    const bill = await read("03-05", "50");
    platform.gate.delayRead(textAt(bill, "id").slice(-20), async () => void (await paid("03-05")));
    await cancel("01-03");
    const after = await billOf("03-05");
    const owed = Number(textAt(after, "paid")) + Number(await waiting());
    expect([textAt(after, "status"), owed]).toEqual(["PAID", 250]);
  });
});

describe("a reading that was wrong", () => {
  async function correct(bill: Json, usage: string): Promise<Json> {
    const query = `mutation { correctReading(number: "${textAt(bill, "number")}", usage: "${usage}", reason: "抄错") {
      ... on Bill { amount status } ... on Refusal { code } } }`;
    return at((await platform.call({ query, apiKey: biller.liveKey })).data, "correctReading");
  }

  it("is put right after it was paid, with what came after it: the difference waits for the next bill", async () => {
    const { read, billOf, waiting, paid, credit, account } = await home();
    const first = await read("01-03", "150");
    await read("03-05", "50");
    await paid("01-03");
    await paid("03-05");
    // 100 × 5.00 of 750.00, and then 50 × 5.00 of 290.00: both on top of less.
    expect(await correct(first, "100")).toEqual({ amount: "750.00", status: "PAID" });
    expect([await waiting(), await credit()]).toEqual(["-290.00", "290.00"]);
    expect(await billOf("01-03")).toMatchObject({
      rating: { usage: "100", corrected: { amount: "500.00" } },
    });
    expect(at(await account(), "usageOfYear")).toEqual({ usage: "150" });
    expect(await correct(first, "100")).toEqual({ amount: "750.00", status: "PAID" });
    expect(await correct(first, "150")).toMatchObject({ status: "PAID" });
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
  });

  it("becomes what it comes to while nobody has paid it", async () => {
    const { read, waiting } = await home();
    const first = await read("01-03", "150");
    expect(await correct(first, "100")).toEqual({ amount: "500.00", status: "DUE" });
    expect(await waiting()).toBe("0.00");
  });

  it("can be an estimate, until a true reading has settled it", async () => {
    const { read } = await home();
    const estimate = await read("01-03", "60", { isEstimated: true });
    expect(await correct(estimate, "40")).toEqual({ amount: "200.00", status: "DUE" });
    await read("01-05", "90");
    expect(await correct(estimate, "50")).toEqual({ code: "ESTIMATE_SETTLED" });
  });
});

describe("a credit", () => {
  it("is paid back by a refund of the bill that was paid too much", async () => {
    const { read, cancel, waiting, credit, paid, billOf } = await home();
    await read("01-03", "150");
    await read("03-05", "50");
    const payment = textAt(await paid("03-05"), "id");
    await cancel("01-03");
    const token = await platform.tokens.officer({ roles: ["TREASURER"] });
    const input = { payment, amount: "40.00", reason: "读数更正" };
    await platform.call({ query: REFUND, variables: { key: newId("key", systemRuntime), input }, token });
    await sweep(platform);
    expect([await waiting(), await credit()]).toEqual(["0.00", "0.00"]);
    expect(await billOf("03-05")).toMatchObject({ status: "PAID", paid: "290.00" });
    expect(await read("05-07", "30")).toMatchObject({ amount: "150.00" });
  });
});

describe("an estimated reading", () => {
  it("is put right by the next true one, which covers it", async () => {
    const { read, billOf, account } = await home();
    await read("01-03", "100");
    expect(await read("03-05", "60", { isEstimated: true })).toMatchObject({ amount: "300.00" });
    // 90 from March on: 80 × 5.00 + 10 × 7.00 = 470.00, of which the estimate has charged 300.00.
    expect(await read("03-07", "90")).toMatchObject({ amount: "170.00" });
    expect(await billOf("03-07")).toMatchObject({
      rating: {
        ...{ usage: "90", usedBefore: "100" },
        lines: [{ amount: "400.00" }, { amount: "70.00" }, { kind: "ESTIMATE", amount: "-300.00" }],
      },
    });
    expect(at(await account(), "usageOfYear")).toEqual({ usage: "190" });
    expect(await read("07-09", "10")).toMatchObject({ amount: "70.00", rating: { usedBefore: "190" } });
  });

  it("that was too high leaves a credit", async () => {
    const { read, billOf, waiting } = await home();
    await read("01-03", "100");
    await read("03-05", "60", { isEstimated: true });
    await read("03-07", "40");
    expect(await billOf("03-07")).toMatchObject({ amount: "0.00", status: "PAID" });
    expect(await waiting()).toBe("-100.00");
    expect(await read("07-09", "30")).toMatchObject({ amount: "50.00" });
  });

  it("is not passed over by a true reading, nor withdrawn once that has counted on it", async () => {
    const { read, cancel } = await home();
    await read("01-03", "100");
    await read("03-05", "60", { isEstimated: true });
    expect(await read("05-07", "30")).toMatchObject({
      code: "ESTIMATE_UNSETTLED",
      path: ["rows", "0", "from"],
    });
    expect(await read("04-07", "30")).toMatchObject({ code: "READING_OUT_OF_ORDER" });
    await read("03-07", "90");
    expect(await cancel("03-05")).toEqual({ code: "ESTIMATE_SETTLED" });
    await cancel("03-07");
    expect(await cancel("03-05")).toEqual({ status: "CANCELLED" });
    expect(await read("03-05", "30")).toMatchObject({ amount: "150.00", rating: { usedBefore: "100" } });
  });
});

describe("a reading", () => {
  it("of a period that is not over is refused", async () => {
    const { read } = await home();
    expect(await read("11-12", "10")).toMatchObject({ code: "PERIOD_IN_FUTURE", path: ["rows", "0", "to"] });
    expect(await read("11-12", "10", { to: "2026-11-23" })).toMatchObject({ __typename: "Bill" });
  });

  it("that comes late fills a gap, and what came after is rated anew", async () => {
    const { read, billOf } = await home();
    await read("05-07", "50");
    expect(await read("01-03", "150")).toMatchObject({ amount: "750.00", rating: { usedBefore: "0" } });
    expect(await billOf("05-07")).toMatchObject({ amount: "290.00", rating: { usedBefore: "150" } });
    expect(await read("02-04", "1")).toMatchObject({ code: "READING_OUT_OF_ORDER" });
  });

  it("of a large household needs its proof, which holds from its day and ends with the holder", async () => {
    const { read, account } = await home();
    expect(await read("01-03", "200", { householdSize: 6 })).toMatchObject({
      ...{ code: "HOUSEHOLD_NOT_PROVEN", path: ["rows", "0", "householdProof"] },
    });
    const household = { householdSize: 6, householdProof: "户口簿", householdFrom: "2026-02-01" };
    // 180 × 5.00 + 20 × 7.00: the proof holds for later periods only.
    expect(await read("01-03", "200", household)).toMatchObject({ amount: "1040.00" });
    expect(at(await account(), "household")).toEqual({ size: 6, proof: "户口簿", from: "2026-02-01" });
    expect(await read("03-05", "10")).toMatchObject({ amount: "50.00", rating: { householdSize: 6 } });
    expect(await read("05-07", "1", { holderName: "李雷" })).toMatchObject({
      rating: { householdSize: null },
    });
  });
});

describe("the ledger", () => {
  it("is sound after all of this", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
