import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payAutomatically } from "../../../services/convenience/utilities/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { type Biller, newNumber, pay, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
let reader: LivePartner;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
  const scopes = ["CONSENT_REQUEST", "PROFILE_READ", "UTILITIES_READ"] as const;
  reader = await seedPartner(platform, { scopes, creditCode: "11220000013544541J" });
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T02:00:00.000Z"));

const [OLD, NEW] = ["王小明", "李雷"] as const;
const period = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

type Person = { readonly citizen: CitizenId; readonly token: string; readonly account: string };

async function ask(token: string, query: string, variables = {}): Promise<Json> {
  const { data, errors, text } = await platform.call({ query, variables, token });
  if (errors.length > 0) throw new Error(text);
  return data;
}

const BIND = `mutation ($input: BindUtilityAccountInput!) { bound: bindUtilityAccount(input: $input) {
  ... on UtilityAccount { id } ... on Refusal { code } } }`;

async function bind(token: string, accountNumber: string, holderName: string): Promise<Json> {
  const input = { biller: biller.partnerId, accountNumber, holderName, alias: holderName };
  return at(await ask(token, BIND, { input }), "bound");
}

async function resident(accountNumber: string, holderName: string): Promise<Person> {
  const citizen = platform.newCitizen();
  const token = await platform.tokens.citizen(citizen);
  return { citizen, token, account: textAt(await bind(token, accountNumber, holderName), "id") };
}

const order = ({ token, account }: Person) =>
  ask(
    token,
    `mutation { set: setAutomaticPayment(input: { account: "${account}", ceiling: "900.00", channel: SANDBOX }) {
      __typename ... on Refusal { code } } }`,
  );

const run = () => {
  const open = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  return payAutomatically({ ...platform.ports, open }, "live", plusMs(platform.clock.now(), 60_000));
};

/** A home whose old resident has bound it and pays by themselves, and two readings of theirs. */
async function home() {
  const accountNumber = newNumber();
  const first = reading({ accountNumber, ...period("01", "03"), usage: "170", dueOn: "2027-06-30" });
  await biller.read(first);
  const old = await resident(accountNumber, OLD);
  await order(old);
  return { accountNumber, old, numbers: [String(first["number"])] };
}

/** The same home after somebody else has moved in, who has bound it too. */
async function handedOver() {
  const { accountNumber, old, numbers } = await home();
  const [next] = await biller.read(
    reading({ accountNumber, holderName: NEW, ...period("03", "05"), usage: "11", dueOn: "2026-11-24" }),
  );
  const newcomer = await resident(accountNumber, NEW);
  const [last] = await biller.read(
    reading({ accountNumber, ...period("05", "07"), holderName: NEW, usage: "12" }),
  );
  const ofNew = [next, last].map((bill) => ({ id: textAt(bill ?? null, "id"), bill: bill ?? null }));
  return { accountNumber, old, newcomer, ofOld: numbers, ofNew };
}

const ALL = `{ me {
  bills { id number rating { usage usedBefore } payment }
  utilityAccounts { number endedOn householdSize automaticPayment { ceiling } bills { number }
    usageOfYear(year: 2026) { usage } }
  todo { kind bill { number } }
} }`;

describe("another holder's name from the biller", () => {
  it("ends the bindings and the order of the one before, who is told, and keeps their own bills", async () => {
    const { accountNumber, old, numbers } = await home();
    const before = at(await ask(old.token, "{ me { bills { id } } }"), "me", "bills", 0, "id");
    const [bill] = await biller.submit(row({ accountNumber, holderName: NEW, dueOn: "2026-11-24" }));
    expect(await run()).toMatchObject({ paid: 0, failed: 0 });
    const query = "{ me { utilityAccounts { id } bills { id number } } }";
    expect(at(await ask(old.token, query), "me")).toEqual({
      ...{ utilityAccounts: [], bills: [{ id: before, number: numbers[0] }] },
    });
    expect(bill).toMatchObject({ __typename: "Bill", status: "DUE" });
    await sweep(platform);
    const told = await ask(old.token, "{ me { notifications(first: 5) { edges { node { type about } } } } }");
    expect(at(told, "me", "notifications", "edges")).toEqual([
      { node: { type: "utility-account.holder-changed", about: old.account } },
    ]);
  });

  it("is the same however it is typed", async () => {
    const { accountNumber, old } = await home();
    for (const holderName of [" 王小明 ", "王 小明", "王　小明"]) {
      await biller.submit(row({ accountNumber, holderName }));
    }
    const query = "{ me { utilityAccounts { automaticPayment { ceiling } } } }";
    expect(at(await ask(old.token, query), "me", "utilityAccounts")).toEqual([
      { automaticPayment: { ceiling: "900.00" } },
    ]);
  });

  it("begins the year's usage at nothing, and the household with nobody proven", async () => {
    const { ofNew } = await handedOver();
    expect(ofNew.map(({ bill }) => at(bill, "rating"))).toMatchObject([
      { usage: "11", usedBefore: "0", householdSize: null },
      { usage: "12", usedBefore: "11", householdSize: null },
    ]);
  });

  it("leaves the one before a last bill, told of and found by their name alone", async () => {
    const { accountNumber, old, newcomer } = await handedOver();
    const last = row({ accountNumber, ...period("01", "03"), holderName: OLD });
    const [bill] = await biller.submit(last);
    await sweep(platform);
    const notices = "{ me { notifications(first: 9) { edges { node { type about } } } } }";
    const told = at(await ask(old.token, notices), "me", "notifications", "edges");
    expect(told).toContainEqual({ node: { type: "bill.issued", about: at(bill ?? null, "id") } });
    const other = at(await ask(newcomer.token, notices), "me", "notifications", "edges");
    expect(JSON.stringify(other)).not.toContain(textAt(bill ?? null, "id"));
    const due = async (holderName: string) => {
      const query = `query ($biller: ID!, $number: String!, $holderName: String) {
        payableBills(biller: $biller, accountNumber: $number, holderName: $holderName) {
          ... on PayableBills { holder bills { number } } } }`;
      const variables = { biller: biller.partnerId, number: accountNumber, holderName };
      return at(await ask(await platform.tokens.citizen(), query, variables), "payableBills");
    };
    expect(at(await due(OLD), "holder")).toBe("王**");
    expect(JSON.stringify(await due(OLD))).toContain(String(last["number"]));
    expect(at(await due(NEW), "holder")).toBe("李*");
    expect(JSON.stringify(await due(NEW))).not.toContain(String(last["number"]));
  });

  it("in a batch with the one before is taken in the order of the periods", async () => {
    const accountNumber = newNumber();
    const outcomes = await biller.submit(
      row({ accountNumber, holderName: NEW, ...period("05", "07") }),
      row({ accountNumber, holderName: OLD, ...period("01", "03") }),
      row({ accountNumber, holderName: OLD, ...period("03", "05") }),
    );
    const ids = outcomes.map((bill) => textAt(bill, "id"));
    const newcomer = await resident(accountNumber, NEW);
    expect(at(await ask(newcomer.token, "{ me { bills { id } } }"), "me", "bills")).toEqual([{ id: ids[0] }]);
    const former = await bind(await platform.tokens.citizen(), accountNumber, OLD);
    expect(former).toEqual({ code: "ACCOUNT_NOT_FOUND" });
  });

  it("is refused where the period is partly another's, and changes nothing", async () => {
    const { accountNumber, newcomer } = await handedOver();
    const [refused] = await biller.submit(
      row({ accountNumber, holderName: OLD, from: "2026-02-01", to: "2026-04-01" }),
    );
    expect(refused).toMatchObject({ code: "PERIOD_OF_TWO_HOLDERS", path: ["rows", "0", "from"] });
    expect(at(await ask(newcomer.token, ALL), "me", "utilityAccounts")).toHaveLength(1);
  });
});

describe("nobody sees another holder's", () => {
  /** Everything that somebody can read by the account, its bills, the binding and the to-dos, as one text. */
  async function seenBy({ token, account }: Person, bills: readonly string[]): Promise<string> {
    const nodes =
      "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Bill { id number amount } ... on UtilityAccount { id bills { id number } } } }";
    await sweep(platform);
    const told = await ask(token, "{ me { notifications(first: 50) { edges { node { about text } } } } }");
    const all = await ask(token, ALL);
    return JSON.stringify([all, told, await ask(token, nodes, { ids: [...bills, account] })]);
  }

  it("bills, usage, notifications or to-dos, by any way: not the old resident, not the new one", async () => {
    const { old, newcomer, ofOld, ofNew } = await handedOver();
    const oldBill = textAt(await ask(old.token, "{ me { bills { id } } }"), "me", "bills", 0, "id");
    const ids = [oldBill, ...ofNew.map(({ id }) => id)];
    const byOld = await seenBy(old, ids);
    const byNew = await seenBy(newcomer, ids);
    for (const { id, bill } of ofNew) {
      for (const text of [id, textAt(bill, "number")]) {
        expect(byOld).not.toContain(text);
        expect(byNew).toContain(text);
      }
    }
    for (const text of [oldBill, ofOld[0] ?? ""]) {
      expect(byOld).toContain(text);
      expect(byNew).not.toContain(text);
    }
    expect(byNew).toContain('"usageOfYear":{"usage":"23"}');
    expect(byNew).not.toContain("170");
    expect(byOld).not.toContain('"23"');
  });

  it("not by a partner either, to whom one of them consents", async () => {
    const { old, newcomer, ofOld, ofNew } = await handedOver();
    const query = `query ($ref: ID!) { citizen(ref: $ref) { bills { number rating { usage } }
      utilityAccounts { usageOfYear(year: 2026) { usage } bills { number } } } }`;
    const readOf = async ({ citizen }: Person) => {
      const ref = await seedConsent(platform, reader, citizen, ["UTILITIES_READ"]);
      const answer = await platform.call({ query, variables: { ref }, apiKey: reader.liveKey });
      return JSON.stringify(answer.data);
    };
    const [byOld, byNew] = [await readOf(old), await readOf(newcomer)];
    for (const { bill } of ofNew) expect(byOld).not.toContain(textAt(bill, "number"));
    expect(byOld).toContain(ofOld[0]);
    expect(byNew).not.toContain(ofOld[0]);
  });

  it("payments: who has paid a bill, and its receipt, are the payer's", async () => {
    const { accountNumber, old, newcomer } = await handedOver();
    const [bill] = await biller.submit(row({ accountNumber, holderName: NEW, ...period("07", "09") }));
    const paid = await pay(platform, { token: newcomer.token }, [textAt(bill ?? null, "id")]);
    const id = textAt(paid, "id");
    const query = `{ node(id: "${id}") { ... on Payment { receipt { number } } } me { payments { edges { node { id } } } } }`;
    expect(at(await ask(old.token, query), "node")).toBeNull();
    expect(JSON.stringify(await ask(old.token, query))).not.toContain(id);
    expect(JSON.stringify(await ask(newcomer.token, query))).toContain(id);
  });

  it("is moved by what the other does: unbinding, ordering, or an order of one's own", async () => {
    const { old, newcomer, ofNew } = await handedOver();
    expect(at(await order(old), "set", "code")).toBe("ACCOUNT_NOT_FOUND");
    await order(newcomer);
    const before = at(await ask(old.token, "{ me { bills { status } } }"), "me", "bills");
    platform.clock.set("2027-06-29T02:00:00.000Z");
    await run();
    platform.clock.set("2026-11-23T02:00:00.000Z");
    expect(at(await ask(old.token, "{ me { bills { status } } }"), "me", "bills")).toEqual(before);
    const bills = at(await ask(newcomer.token, "{ me { bills { status } } }"), "me", "bills");
    expect(bills).toEqual(ofNew.map(() => ({ status: "PAID" })));
    const unbind = `mutation { unbindUtilityAccount(id: "${old.account}") { __typename } }`;
    await ask(old.token, unbind);
    expect(at(await ask(old.token, ALL), "me", "bills")).toEqual([]);
    expect(at(await ask(newcomer.token, ALL), "me", "utilityAccounts", 0)).toMatchObject({
      automaticPayment: { ceiling: "900.00" },
    });
  });
});

describe("at the moment of a change of holder", () => {
  const change = (accountNumber: string) => () =>
    biller.submit(row({ accountNumber, holderName: NEW, dueOn: "2026-11-24" }));

  it.each(["account", "bill#", "autopay#"])(
    "an automatic payment that is reading (%s) pays nobody's bill by the ended order",
    async (read) => {
      const { accountNumber, old } = await home();
      await biller.submit(row({ accountNumber, ...period("07", "09"), dueOn: "2026-11-24" }));
      const changed: Json[] = [];
      platform.gate.delayRead(`${old.account}`, async () => {
        platform.gate.delayRead(read, async () => {
          changed.push(...(await change(accountNumber)()));
        });
      });
      await run();
      if (changed.length === 0) changed.push(...(await change(accountNumber)()));
      platform.clock.advance(DAY_MS);
      await run();
      const newcomer = await resident(accountNumber, NEW);
      expect(at(await ask(newcomer.token, "{ me { bills { status payment } } }"), "me", "bills")).toEqual([
        { status: "DUE", payment: null },
      ]);
    },
  );

  it("somebody who binds it by the old name binds nothing of the new holder's", async () => {
    const { accountNumber } = await home();
    const late = platform.newCitizen();
    const token = await platform.tokens.citizen(late);
    platform.gate.delayRead("uac_", async () => void (await change(accountNumber)()));
    await bind(token, accountNumber, OLD);
    expect(at(await ask(token, ALL), "me", "utilityAccounts")).toEqual([]);
  });
});
