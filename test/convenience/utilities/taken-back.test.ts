import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payAutomatically } from "../../../services/convenience/utilities/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { type Biller, newNumber, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
let open: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
  open = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER", creditCode: "11220000013544541J" });
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T02:00:00.000Z"));

const [OLD, NEW, TYPO] = ["王小明", "李雷", "王晓明"] as const;
const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

async function ask(token: string, query: string, variables = {}): Promise<Json> {
  const { data, errors, text } = await platform.call({ query, variables, token });
  if (errors.length > 0) throw new Error(text);
  return data;
}

const BIND = `mutation ($input: BindUtilityAccountInput!) { bound: bindUtilityAccount(input: $input) {
  ... on UtilityAccount { id number } ... on Refusal { code } ... on InvalidInput { path } } }`;

async function bind(token: string, accountNumber: string, holderName?: string, at_ = biller): Promise<Json> {
  const input = { biller: at_.partnerId, accountNumber, holderName, alias: "家" };
  return at(await ask(token, BIND, { input }), "bound");
}

async function cancel(bill: Json, of = biller): Promise<Json> {
  const query = `mutation { done: cancelBill(number: "${textAt(bill, "number")}") { ... on Bill { status } ... on Refusal { code } } }`;
  return at((await platform.call({ query, apiKey: of.liveKey })).data, "done");
}

const pay = () => {
  const fresh = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  return payAutomatically({ ...platform.ports, open: fresh }, "live", plusMs(platform.clock.now(), 60_000));
};

const HOME = `{ me { bills { number status }
  utilityAccounts { id number household { size } automaticPayment { ceiling } usageOfYear(year: 2026) { usage } } } }`;

/** A home with 170 m³ read and a proven household, bound by its resident, who pays by themselves. */
async function home() {
  const accountNumber = newNumber();
  const household = { householdSize: 6, householdProof: "户口簿" };
  await biller.read(
    reading({ accountNumber, ...period("01", "03"), usage: "170", dueOn: "2027-06-30", ...household }),
  );
  const citizen = platform.newCitizen();
  const token = await platform.tokens.citizen(citizen);
  const account = textAt(await bind(token, accountNumber, OLD), "id");
  const order = `mutation { setAutomaticPayment(input: { account: "${account}", ceiling: "9000.00", channel: SANDBOX }) { __typename } }`;
  await ask(token, order);
  const read = async () => at(await ask(await platform.tokens.citizen(citizen), HOME), "me");
  return { accountNumber, token, account, read };
}

describe("a bill or reading of a wrong holder name that is withdrawn", () => {
  it.each([
    ["finished bill", () => row({ amount: "88.20" }), "submit"],
    ["reading", () => reading({ usage: "20" }), "read"],
  ] as const)(
    "(%s) leaves the holder before with binding, order, usage and household",
    async (_, stated, take) => {
      const { accountNumber, read, token } = await home();
      const before = await read();
      const wrong = { ...stated(), accountNumber, ...period("03", "05"), holderName: TYPO };
      const [bill = null] = await biller[take](wrong);
      expect(at(await read(), "utilityAccounts")).toEqual([]);
      expect(await cancel(bill)).toEqual({ status: "CANCELLED" });
      expect(await read()).toEqual(before);
      expect(await bind(await platform.tokens.citizen(), accountNumber, TYPO)).toEqual({
        code: "ACCOUNT_NOT_FOUND",
      });
      await sweep(platform);
      const told = await ask(token, "{ me { notifications(first: 5) { edges { node { type } } } } }");
      expect(JSON.stringify(told)).toContain("utility-account.holder-restored");
      const right = reading({ accountNumber, ...period("03", "05"), usage: "20" });
      expect((await biller.read(right))[0]).toMatchObject({
        rating: { usedBefore: "170", householdSize: 6 },
      });
    },
  );

  it("pays by the restored order what it has passed over meanwhile", async () => {
    const { accountNumber, read } = await home();
    const due = row({ accountNumber, ...period("03", "05"), dueOn: "2026-11-24" });
    await biller.submit(due);
    const [wrong = null] = await biller.submit(
      row({ accountNumber, ...period("05", "07"), holderName: TYPO }),
    );
    await pay();
    const late = row({ accountNumber, ...period("04", "05"), dueOn: "2026-11-24" });
    await biller.submit(late);
    await cancel(wrong);
    platform.clock.advance(DAY_MS);
    await pay();
    const bills = at(await read(), "bills");
    for (const { number } of [due, late]) expect(bills).toContainEqual({ number, status: "PAID" });
  });

  it("can be taken back again and again, and of several one after the other", async () => {
    const { accountNumber, read } = await home();
    const before = await read();
    for (const name of [TYPO, NEW, TYPO]) {
      const [a = null] = await biller.read(
        reading({ accountNumber, ...period("03", "05"), holderName: name }),
      );
      const [b = null] = await biller.read(
        reading({ accountNumber, ...period("05", "07"), holderName: OLD }),
      );
      expect([textAt(a, "__typename"), textAt(b, "__typename")]).toEqual(["Bill", "Bill"]);
      for (const bill of name === NEW ? [a, b] : [b, a]) await cancel(bill);
      expect(await read()).toEqual(before);
    }
  });

  it("gives a holder who was right their own again when the bill is sent anew", async () => {
    const { accountNumber } = await home();
    const [bill = null] = await biller.read(
      reading({ accountNumber, ...period("03", "05"), holderName: NEW }),
    );
    const token = await platform.tokens.citizen();
    await bind(token, accountNumber, NEW);
    await cancel(bill);
    expect(at(await ask(token, HOME), "me", "utilityAccounts")).toEqual([]);
    await biller.read(reading({ accountNumber, ...period("03", "05"), holderName: NEW, usage: "31" }));
    expect(at(await ask(token, HOME), "me", "utilityAccounts")).toMatchObject([
      { usageOfYear: { usage: "31" } },
    ]);
  });

  it("leaves the new holder where later bills of theirs stand, from the first of those on", async () => {
    const { accountNumber, read } = await home();
    const [early = null] = await biller.submit(
      row({ accountNumber, ...period("03", "05"), holderName: NEW }),
    );
    await biller.submit(row({ accountNumber, ...period("05", "07"), holderName: NEW }));
    await cancel(early);
    expect(at(await read(), "utilityAccounts")).toEqual([]);
    const [last] = await biller.submit(row({ accountNumber, ...period("03", "05"), holderName: OLD }));
    expect(last).toMatchObject({ __typename: "Bill" });
    const token = await platform.tokens.citizen();
    await bind(token, accountNumber, NEW);
    expect(at(await ask(token, "{ me { bills(status: DUE) { number } } }"), "me", "bills")).toHaveLength(1);
  });

  it("of a former holder is found in its time, in whichever order it came", async () => {
    const accountNumber = newNumber();
    await biller.submit(row({ accountNumber, ...period("05", "07"), holderName: NEW }));
    for (const months of [period("01", "03"), period("03", "05")]) {
      const [bill] = await biller.submit(row({ accountNumber, ...months, holderName: OLD }));
      expect(bill).toMatchObject({ __typename: "Bill" });
    }
  });
});

describe("a period in the future", () => {
  it.each(["submit", "read"] as const)("is refused, and begins no tenancy (%s)", async (take) => {
    const { accountNumber, read } = await home();
    const before = await read();
    const stated = take === "submit" ? row() : reading();
    const future = { ...stated, accountNumber, ...period("09", "12"), holderName: NEW };
    expect((await biller[take](future))[0]).toMatchObject({
      ...{ code: "PERIOD_IN_FUTURE", path: ["rows", "0", "to"] },
    });
    expect(await read()).toEqual(before);
  });
});

describe("an account of a biller that asks for the number alone", () => {
  it("is shown to nobody who does not name its holder, once it has had another", async () => {
    const accountNumber = newNumber();
    await open.read(reading({ accountNumber, ...period("01", "03") }));
    const token = await platform.tokens.citizen();
    expect(await bind(token, accountNumber, "张三", open)).toEqual({ code: "ACCOUNT_NOT_FOUND" });
    expect(await bind(token, accountNumber, undefined, open)).toMatchObject({ number: accountNumber });
    const [next = null] = await open.read(reading({ accountNumber, ...period("03", "05"), holderName: NEW }));
    expect(await bind(token, accountNumber, undefined, open)).toEqual({
      ...{ code: "HOLDER_NAME_NEEDED", path: ["input", "holderName"] },
    });
    for (const name of [OLD, "张三"])
      expect(await bind(token, accountNumber, name, open)).toEqual({ code: "ACCOUNT_NOT_FOUND" });
    expect(JSON.stringify(await ask(token, HOME))).not.toContain(textAt(next, "number"));
    const query = `query ($biller: ID!, $number: String!) { payableBills(biller: $biller, accountNumber: $number) {
      ... on PayableBills { bills { number rating { usage } } } } }`;
    const found = await ask(token, query, { biller: open.partnerId, number: accountNumber });
    expect(at(found, "payableBills", "bills")).toEqual([{ number: textAt(next, "number"), rating: null }]);
    expect(await bind(await platform.tokens.citizen(), accountNumber, NEW, open)).toMatchObject({
      number: accountNumber,
    });
  });
});

it("the ledger is sound after all of this", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
