import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountIdOf } from "../../../services/convenience/utilities/bill-place.ts";
import { utilityKeys } from "../../../services/convenience/utilities/keys.ts";
import { type Applicant, newApplicant } from "../../government/cases/casework.ts";
import { ask } from "../../people/enterprises/family.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Biller, newNumber, reading, row, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const months = (from: string, to: string) => ({ from: `2026-${from}-01`, to: `2026-${to}-01` });

const bind = ({ token }: Applicant, accountNumber: string, holderName: string): Promise<Json> =>
  ask(
    platform,
    token,
    `mutation ($input: BindUtilityAccountInput!) { bound: bindUtilityAccount(input: $input) {
      __typename ... on Refusal { code } } }`,
    { input: { biller: biller.partnerId, accountNumber, holderName, alias: "家" } },
  );

const seenBy = ({ token }: Applicant): Promise<Json> =>
  ask(
    platform,
    token,
    "{ me { utilityAccounts { endedOn automaticPayment { ceiling } } bills { number } } }",
  );

const numbersSeenBy = async (person: Applicant): Promise<readonly string[]> =>
  (at(await seenBy(person), "me", "bills") as readonly Json[]).map((bill) => textAt(bill, "number"));

/** A holder's name, and the same as somebody else types it. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  王小明: [" 王小明 ", "王 小明", "王　小明"],
  阿依古丽·买买提: ["阿依古丽•买买提", "阿依古丽．买买提", "阿依古丽 · 买买提", "阿依古丽买买提"],
  "Wang Xiaoming": ["WANG XIAOMING", "Ｗａｎｇ　Ｘｉａｏｍｉｎｇ"],
  "京城便利店（朝阳）": ["京城便利店(朝阳)"],
};

describe.each(Object.entries(SPELLINGS))("an account of %s", (name, others) => {
  it("stays theirs in every bill and reading that names them otherwise, with bindings, order and household", async () => {
    const accountNumber = newNumber();
    const holder = await newApplicant(platform);
    const proven = { householdSize: 6, householdProof: "户口簿" };
    await biller.read(reading({ accountNumber, holderName: name, ...months("01", "02"), ...proven }));
    await bind(holder, accountNumber, name);
    const account = accountIdOf(biller.partnerId, accountNumber);
    const set = `mutation { setAutomaticPayment(input: { account: "${account}", ceiling: "900.00", channel: SANDBOX }) { __typename } }`;
    await ask(platform, holder.token, set);
    for (const [i, holderName] of [...others, name].entries()) {
      const [from, to] = [`0${i + 2}`, `0${i + 3}`];
      const [read] = await biller.read(reading({ accountNumber, holderName, ...months(from, to) }));
      expect(read).toMatchObject({ rating: { householdSize: 6, usedBefore: String(20 * (i + 1)) } });
      const [bill] = await biller.submit(row({ accountNumber, holderName, ...months(from, to) }));
      expect(bill).toMatchObject({ __typename: "Bill" });
    }
    expect(at(await seenBy(holder), "me", "utilityAccounts")).toEqual([
      { endedOn: null, automaticPayment: { ceiling: "900.00" } },
    ]);
    expect(await numbersSeenBy(holder)).toHaveLength(1 + 2 * (others.length + 1));
  });

  it("is bound by those who type the name otherwise, and by nobody who types another", async () => {
    const accountNumber = newNumber();
    await biller.submit(row({ accountNumber, holderName: name }));
    for (const other of others)
      expect(at(await bind(await newApplicant(platform), accountNumber, other), "bound")).toEqual({
        __typename: "UtilityAccount",
      });
    for (const wrong of [`${name}明`, [...name].toReversed().join(""), "·", ""])
      expect(at(await bind(await newApplicant(platform), accountNumber, wrong), "bound")).toMatchObject({
        code: "ACCOUNT_NOT_FOUND",
      });
  });
});

describe("a holder who comes back after another", () => {
  it("is a new tenancy: neither the bindings nor the household of the first time stand again", async () => {
    const accountNumber = newNumber();
    const [first, second, again] = [
      await newApplicant(platform),
      await newApplicant(platform),
      await newApplicant(platform),
    ];
    const read = async (holderName: string, from: string, to: string, more = {}): Promise<Json> =>
      (await biller.read(reading({ accountNumber, holderName, ...months(from, to), ...more })))[0] ?? null;
    const proven = { householdSize: 6, householdProof: "户口簿" };
    const one = await read("王小明", "01", "03", proven);
    await bind(first, accountNumber, "王小明");
    const two = await read("李雷", "03", "05");
    await bind(second, accountNumber, "李雷");
    const three = await read("王 小明", "05", "07");
    expect(three).toMatchObject({ rating: { usedBefore: "0", householdSize: null } });
    expect(at(await bind(again, accountNumber, "王小明"), "bound")).toEqual({ __typename: "UtilityAccount" });
    const numbers = [one, two, three].map((bill) => [textAt(bill, "number")]);
    expect([await numbersSeenBy(first), await numbersSeenBy(second), await numbersSeenBy(again)]).toEqual(
      numbers,
    );
  });

  it("has a late bill of the first time beside the others of that", async () => {
    const accountNumber = newNumber();
    const first = await newApplicant(platform);
    const bill = (holderName: string, from: string, to: string) =>
      biller.submit(row({ accountNumber, holderName, ...months(from, to) }));
    await bill("王小明", "02", "03");
    await bind(first, accountNumber, "王小明");
    await bill("李雷", "03", "05");
    await bill("王小明", "05", "07");
    const [late = null] = await bill("王　小明", "01", "02");
    expect(await numbersSeenBy(first)).toContain(textAt(late, "number"));
    expect(await numbersSeenBy(first)).toHaveLength(2);
  });
});

it.each([
  ["the other's bill first", ["二", "三"]],
  ["their own first", ["三", "二"]],
])(
  "a holder who never left, but for a bill of a wrong name, has all again once those are withdrawn, %s",
  async (_, order) => {
    const accountNumber = newNumber();
    const first = await newApplicant(platform);
    const numbers = new Map<string, string>();
    const bill = async (name: string, holderName: string, from: string, to: string): Promise<void> => {
      const [issued = null] = await biller.submit(row({ accountNumber, holderName, ...months(from, to) }));
      numbers.set(name, textAt(issued, "number"));
    };
    await bill("一", "王小明", "01", "02");
    await bind(first, accountNumber, "王小明");
    await bill("二", "李雷", "02", "03");
    await bill("三", "王小明", "03", "04");
    for (const wrong of order) {
      const query = `mutation { cancelBill(number: "${numbers.get(wrong)}") { ... on Bill { status } } }`;
      const { data } = await platform.call({ query, apiKey: biller.liveKey });
      expect(data).toEqual({ cancelBill: { status: "CANCELLED" } });
    }
    await bill("二", "王小明", "02", "03");
    await bill("三", "王小明", "03", "04");
    expect(at(await seenBy(first), "me", "utilityAccounts")).toMatchObject([{ endedOn: null }]);
    const seen = await numbersSeenBy(first);
    for (const number of numbers.values()) expect(seen).toContain(number);
  },
);

it("a holder whose name was kept with its middle dot before is known by it still", async () => {
  const accountNumber = newNumber();
  const holder = await newApplicant(platform);
  const holderName = "阿依古丽·买买提";
  await biller.submit(row({ accountNumber, holderName, ...months("01", "02") }));
  await bind(holder, accountNumber, holderName);
  const database = platform.database();
  const id = accountIdOf(biller.partnerId, accountNumber);
  const { pk, sk } = utilityKeys.account(id);
  const stored = await database.get("records-live", { pk, sk });
  const holderProof = platform.ports.secrets.sign(`utility-holder\n${id}\n${holderName}`);
  const Item = { ...(stored ?? expect.fail("no account")), holderProof };
  await database.transact([{ Put: { TableName: database.nameOf("records-live"), Item } }], "of before");
  await biller.submit(row({ accountNumber, holderName: "阿依古丽•买买提", ...months("02", "03") }));
  expect(await numbersSeenBy(holder)).toHaveLength(2);
  expect(at(await bind(await newApplicant(platform), accountNumber, holderName), "bound")).toEqual({
    __typename: "UtilityAccount",
  });
});
