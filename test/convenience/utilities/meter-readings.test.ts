import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { type Biller, newNumber, RATING, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

const bind = async (token: string, accountNumber: string, from = biller): Promise<Json> => {
  const query = `mutation ($input: BindUtilityAccountInput!) {
    bindUtilityAccount(input: $input) { ... on UtilityAccount { id } ... on Refusal { code } } }`;
  const input = { biller: from.partnerId, accountNumber, holderName: "王小明", alias: "家" };
  return at((await platform.call({ query, variables: { input }, token })).data, "bindUtilityAccount");
};

const USAGE = `{ me { utilityAccounts { householdClass householdSize
  usageOfYear(year: 2026) { year usage unit tierReached } before: usageOfYear(year: 2025) { usage }
} } }`;

const usageOf = async (accountNumber: string, from = biller): Promise<Json> => {
  const token = await platform.tokens.citizen();
  await bind(token, accountNumber, from);
  return at((await platform.call({ query: USAGE, token })).data, "me", "utilityAccounts", 0);
};

const change = async (call: string): Promise<Json> => {
  const query = `mutation { change: ${call} { ... on Bill { status dueOn } ... on Refusal { code } } }`;
  return at((await platform.call({ query, apiKey: biller.liveKey })).data, "change");
};

describe("a meter reading", () => {
  it("is rated by the tariff on top of the year's usage, and its bill says how", async () => {
    const accountNumber = newNumber();
    const [first, second] = await biller.read(
      reading({ accountNumber, ...period("01", "03"), usage: "170" }),
      reading({ accountNumber, ...period("03", "05"), usage: "100" }),
    );
    expect(first).toMatchObject({
      ...{ __typename: "Bill", amount: "850.00", status: "DUE" },
      rating: { usage: "170", usedBefore: "0", lines: [{ kind: "TIER", tier: 1, amount: "850.00" }] },
    });
    expect(second).toMatchObject({
      amount: "700.00",
      rating: {
        ...{ usage: "100", usedBefore: "170", householdClass: "GENERAL", householdSize: null },
        tariffFrom: "2014-05-01",
        lines: [
          { tier: 1, usage: "10", price: "5.00", amount: "50.00" },
          { tier: 2, usage: "80", price: "7.00", amount: "560.00" },
          { tier: 3, usage: "10", price: "9.00", amount: "90.00" },
        ],
      },
    });
    expect(await usageOf(accountNumber)).toMatchObject({
      usageOfYear: { year: 2026, usage: "270", unit: "M3", tierReached: 3 },
      before: null,
    });
  });

  it("is rated in the order of the periods, whatever the order of the rows", async () => {
    const accountNumber = newNumber();
    const outcomes = await biller.read(
      reading({ accountNumber, ...period("05", "07"), usage: "90" }),
      reading({ accountNumber, ...period("01", "03"), usage: "90" }),
      reading({ accountNumber, ...period("03", "05"), usage: "90" }),
    );
    expect(outcomes.map((each) => textAt(each, "rating", "usedBefore"))).toEqual(["180", "0", "90"]);
  });

  it("that crosses a new year begins the tiers anew, and is counted in both years", async () => {
    const accountNumber = newNumber();
    const dates = { from: "2025-12-01", to: "2026-02-01" };
    await biller.read(reading({ accountNumber, ...dates, usage: "31" }));
    expect(await usageOf(accountNumber)).toMatchObject({
      usageOfYear: { usage: "15.5", tierReached: 1 },
      before: { usage: "15.5" },
    });
  });

  it("sent again answers with its bill and is not counted twice; its number stands for nothing else", async () => {
    const accountNumber = newNumber();
    const stated = reading({ accountNumber });
    const [first] = await biller.read(stated, stated);
    expect(await biller.read(stated)).toEqual([first]);
    const [other] = await biller.read({ ...stated, usage: "21" });
    expect(other).toMatchObject({ __typename: "BillNumberTaken", code: "BILL_NUMBER_TAKEN" });
    const [finished] = await biller.submit(row({ accountNumber, number: stated["number"] }));
    expect(finished).toMatchObject({ code: "BILL_NUMBER_TAKEN" });
    expect(await usageOf(accountNumber)).toMatchObject({ usageOfYear: { usage: "20" } });
  });

  it("sent again while the first call takes it answers with its bill", async () => {
    const stated = reading({ accountNumber: newNumber() });
    await biller.read({ ...stated, number: newNumber(), ...period("01", "03") });
    const again = { ...stated, ...period("03", "05") };
    const first: Json[] = [];
    platform.gate.tearRead(String(stated["number"]), "NAMED", async () => {
      first.push(...(await biller.read(again)));
    });
    expect(await biller.read(again)).toEqual(first);
    expect(first).toMatchObject([{ __typename: "Bill" }]);
  });

  it("under one number for two accounts at once is taken once", async () => {
    const number = newNumber();
    const both = [newNumber(), newNumber()].map((accountNumber) => reading({ accountNumber, number }));
    const types = (await biller.read(...both)).map((each) => textAt(each, "__typename"));
    expect(types.toSorted()).toEqual(["Bill", "BillNumberTaken"]);
  });

  it("that is refused stops no other, and says where and why", async () => {
    const accountNumber = newNumber();
    await biller.read(reading({ accountNumber, ...period("03", "05") }));
    const bands = { peak: "1", flat: "1", valley: "1" };
    const outcomes = await biller.read(
      reading({ accountNumber, ...period("04", "06") }),
      reading({ accountNumber: newNumber(), usage: "0" }),
      reading({ accountNumber: newNumber(), usage: undefined }),
      reading({ accountNumber: newNumber(), timeOfUse: bands }),
      reading({ accountNumber: newNumber(), usage: undefined, timeOfUse: bands }),
      reading({ accountNumber: newNumber(), usage: "-1" }),
      reading({ accountNumber: newNumber(), householdSize: 0 }),
      reading({ accountNumber: newNumber(), from: "1900-01-01", to: "9999-12-31", dueOn: "9999-12-31" }),
      reading({ accountNumber: newNumber(), from: "2001-01-01", to: "2001-03-01" }),
      reading({ accountNumber: newNumber(), to: "2026-09-01" }),
      reading({ accountNumber: newNumber(), number: "#" }),
      reading({ accountNumber, ...period("05", "07") }),
    );
    const said = outcomes.slice(0, -1).map((each) => [at(each, "code"), at(each, "path", 2)]);
    expect(said).toEqual([
      ["READING_OUT_OF_ORDER", "from"],
      ["NOTHING_TO_CHARGE", "usage"],
      ["USAGE_OR_TIME_OF_USE", "usage"],
      ["USAGE_OR_TIME_OF_USE", "usage"],
      ["NO_TIME_OF_USE", "timeOfUse"],
      ["USAGE_OUT_OF_RANGE", "usage"],
      ["HOUSEHOLD_SIZE_OUT_OF_RANGE", "householdSize"],
      ["PERIOD_OUT_OF_RANGE", "period"],
      ["NO_TARIFF", "from"],
      ["PERIOD_REVERSED", "period"],
      ["NOT_A_NUMBER", "number"],
    ]);
    expect(textAt(outcomes[0] ?? null, "message")).toContain("2026-05-01");
    expect(textAt(outcomes[11] ?? null, "__typename")).toBe("Bill");
  });

  it("says how large the household is until another says otherwise", async () => {
    const accountNumber = newNumber();
    const family = { accountNumber, householdSize: 6, householdProof: "户口簿", usage: "200" };
    await biller.read(reading({ ...family, ...period("01", "03") }));
    const [next] = await biller.read(reading({ accountNumber, ...period("03", "05"), usage: "1" }));
    expect(next).toMatchObject({ rating: { householdSize: 6 } });
    expect(await usageOf(accountNumber)).toMatchObject({ householdClass: "GENERAL", householdSize: 6 });
  });

  it("comes 100 at once and no more, and all again without counting any twice", async () => {
    const accounts = Array.from({ length: 10 }, newNumber);
    const rows = Array.from({ length: 100 }, (_, i) => {
      const days = { from: `2026-01-${10 + Math.floor(i / 10)}`, to: `2026-01-${11 + Math.floor(i / 10)}` };
      return reading({ accountNumber: accounts[i % 10], ...days, usage: "1" });
    });
    const first = await biller.read(...rows);
    expect(first.filter((each) => textAt(each, "__typename") === "Bill")).toHaveLength(100);
    expect(await biller.read(...rows)).toEqual(first);
    expect(await usageOf(accounts[0] ?? "")).toMatchObject({ usageOfYear: { usage: "10" } });
    await expect(biller.read(...rows, reading())).rejects.toThrow(/100/);
  });
});

describe("a bill that the platform rated", () => {
  it("is not amended in its amount, which its trace explains; its due date is", async () => {
    const stated = reading({ accountNumber: newNumber() });
    await biller.read(stated);
    const call = (amount: string) =>
      `amendBill(number: "${stated["number"]}", amount: "${amount}", dueOn: "2026-12-31")`;
    expect(await change(call("1.00"))).toEqual({ code: "RATED_BY_TARIFF" });
    expect(await change(call("100.00"))).toEqual({ status: "DUE", dueOn: "2026-12-31" });
  });

  it("gives its usage back when it is withdrawn, and its period is read anew", async () => {
    const accountNumber = newNumber();
    const wrong = reading({ accountNumber, ...period("03", "05"), usage: "900" });
    await biller.read(reading({ accountNumber, ...period("01", "03"), usage: "10" }), wrong);
    expect(await change(`cancelBill(number: "${wrong["number"]}")`)).toMatchObject({ status: "CANCELLED" });
    expect(await usageOf(accountNumber)).toMatchObject({ usageOfYear: { usage: "10" } });
    const [again] = await biller.read(reading({ accountNumber, ...period("03", "05"), usage: "9" }));
    expect(again).toMatchObject({ amount: "45.00", rating: { usedBefore: "10" } });
  });

  it("shows its trace to its citizen and its biller, and to nobody who only looks it up to pay it", async () => {
    const accountNumber = newNumber();
    await biller.read(reading({ accountNumber }));
    const token = await platform.tokens.citizen();
    await bind(token, accountNumber);
    const own = await platform.call({ query: `{ me { bills { rating { ${RATING} } } } }`, token });
    expect(at(own.data, "me", "bills", 0, "rating", "usage")).toBe("20");
    const query = `query ($biller: ID!, $number: String!) {
      payableBills(biller: $biller, accountNumber: $number, holderName: "王小明") {
        ... on PayableBills { bills { amount owed rating { usage } } } } }`;
    const variables = { biller: biller.partnerId, number: accountNumber };
    const other = await platform.tokens.citizen();
    const looked = await platform.call({ query, variables, token: other });
    expect(at(looked.data, "payableBills", "bills")).toEqual([
      { amount: "100.00", owed: "100.00", rating: null },
    ]);
  });

  it("leaves no holder's name in the tables or the log", async () => {
    const query =
      "mutation ($rows: [MeterReadingInput!]!) { submitMeterReadings(rows: $rows) { __typename } }";
    const accountNumber = newNumber();
    const rows = [reading({ accountNumber, holderName: "欧阳隐秘" })];
    await platform.call({ query, variables: { rows }, apiKey: biller.liveKey });
    expect(JSON.stringify(platform.logs)).not.toContain("隐秘");
  });
});

describe("a partner that is no biller", () => {
  it("hears so in each row, of bills as of readings", async () => {
    const partner = await seedPartner(platform, {
      scopes: ["BILLS_SUBMIT"],
      creditCode: "11220000013544541J",
    });
    const query = `mutation ($bills: [BillRowInput!]!, $readings: [MeterReadingInput!]!) {
      submitBills(rows: $bills) { ... on InvalidInput { code path } }
      submitMeterReadings(rows: $readings) { ... on InvalidInput { code path } } }`;
    const variables = { bills: [row(), row()], readings: [reading()] };
    const { data } = await platform.call({ query, variables, apiKey: partner.liveKey });
    const refusalOf = (i: string) => ({ code: "NOT_A_BILLER", path: ["rows", i] });
    expect(data).toEqual({
      submitBills: [refusalOf("0"), refusalOf("1")],
      submitMeterReadings: [refusalOf("0")],
    });
  });
});
