import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payAutomatically } from "../../../services/convenience/utilities/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { newApplicant } from "../../government/cases/casework.ts";
import { ask, family } from "../../people/enterprises/family.ts";
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
const ISSUED = "2026-11-10T02:00:00.000Z";
const BEFORE = "2026-11-27T00:59:00.000Z";
/** Nine in the morning of Beijing, three days before the bill is due. */
const MORNING = "2026-11-27T01:00:00.000Z";
beforeEach(() => platform.clock.set(ISSUED));

type Signed = { readonly token: string };

/** An account that these people have bound, with a bill of before. */
async function accountOf(...people: readonly Signed[]): Promise<string> {
  const accountNumber = newNumber();
  await biller.submit(row({ accountNumber, from: "2025-01-01", to: "2025-03-01", dueOn: "2025-03-31" }));
  for (const person of people) await bind(person, accountNumber);
  return accountNumber;
}

const bind = ({ token }: Signed, accountNumber: string, holder = "王小明"): Promise<Json> =>
  ask(
    platform,
    token,
    `mutation { bound: bindUtilityAccount(input: { biller: "${biller.partnerId}", accountNumber: "${accountNumber}",
      holderName: "${holder}", alias: "家" }) { __typename ... on UtilityAccount { id } } }`,
  );

const issue = async (accountNumber: string, changes = {}): Promise<Json> =>
  (await biller.submit(row({ accountNumber, to: "2026-11-01", dueOn: "2026-11-30", ...changes })))[0] ?? null;

/** The scheduled sweep at this time, and the delivery of what it tells. */
async function remindAt(time: string): Promise<void> {
  platform.clock.set(time);
  const open = () => ({ database: platform.database(), commit: commitTo(platform.database()) });
  const run = await payAutomatically(
    { ...platform.ports, open },
    "live",
    plusMs(platform.clock.now(), 60_000),
  );
  expect(run).toMatchObject({ failed: 0, faults: [] });
  await sweep(platform);
}

/** The notices of bills to somebody, the oldest first: type and bill. */
async function noticesTo({ token }: Signed): Promise<readonly string[]> {
  await sweep(platform);
  const query = "{ me { notifications(first: 50) { edges { node { type about } } } } }";
  const edges = at(await ask(platform, token, query), "me", "notifications", "edges");
  return (edges as readonly Json[])
    .map((edge) => `${textAt(edge, "node", "type")} ${textAt(edge, "node", "about")}`)
    .filter((notice) => notice.startsWith("bill."))
    .toReversed();
}

const todoOf = async ({ token }: Signed): Promise<Json> =>
  at(await ask(platform, token, "{ me { todo { kind about amount bill { number } } } }"), "me", "todo");

describe("people who have bound an account are reminded of a bill three days before it is due", () => {
  it("once, with what they are to pay and by when", async () => {
    const citizen = await newApplicant(platform);
    const bill = textAt(await issue(await accountOf(citizen)), "id");
    await remindAt(BEFORE);
    expect(await noticesTo(citizen)).toEqual([`bill.issued ${bill}`]);
    await remindAt(MORNING);
    await remindAt("2026-11-28T01:00:00.000Z");
    expect(await noticesTo(citizen)).toEqual([`bill.issued ${bill}`, `bill.due ${bill}`]);
    const query = "{ me { notifications(first: 1) { edges { node { text } } } } }";
    const text = textAt(
      await ask(platform, citizen.token, query),
      "me",
      "notifications",
      "edges",
      0,
      "node",
      "text",
    );
    expect(text).toMatch(/to be paid by 2026-11-30: 88\.20 yuan/);
  });

  const LEFT: Readonly<Record<string, (citizen: Signed, accountNumber: string) => Promise<unknown>>> = {
    "that was paid": async (citizen, accountNumber) =>
      pay(platform, citizen, [textAt(await issue(accountNumber), "id")]),
    "that its biller has withdrawn": async (_, accountNumber) => {
      const number = textAt(await issue(accountNumber), "number");
      const query = `mutation { cancelBill(number: "${number}") { __typename } }`;
      await platform.call({ query, apiKey: biller.liveKey });
    },
    "that an order pays by itself": async ({ token }, accountNumber) => {
      const id = textAt(await bind({ token }, accountNumber), "bound", "id");
      await ask(
        platform,
        token,
        `mutation { setAutomaticPayment(input: { account: "${id}", ceiling: "900.00", channel: SANDBOX }) { __typename } }`,
      );
      await issue(accountNumber);
    },
    "that they were told of at that time": async (_, accountNumber) => {
      await issue(accountNumber, { dueOn: "2026-11-12" });
    },
    "of an account that they have unbound": async ({ token }, accountNumber) => {
      const id = textAt(await bind({ token }, accountNumber), "bound", "id");
      await issue(accountNumber);
      await ask(platform, token, `mutation { unbindUtilityAccount(id: "${id}") { __typename } }`);
    },
  };

  it.each(Object.entries(LEFT))("but not of one %s", async (_, happens) => {
    const citizen = await newApplicant(platform);
    await happens(citizen, await accountOf(citizen));
    await remindAt(MORNING);
    expect((await noticesTo(citizen)).filter((notice) => notice.startsWith("bill.due"))).toEqual([]);
  });

  it("by its new day where its biller moves it, and of what is left of it", async () => {
    const citizen = await newApplicant(platform);
    const bill = await issue(await accountOf(citizen));
    const query = `mutation { amendBill(number: "${textAt(bill, "number")}", amount: "60.00", dueOn: "2026-12-20") { __typename } }`;
    await platform.call({ query, apiKey: biller.liveKey });
    await remindAt(MORNING);
    expect(await noticesTo(citizen)).toEqual([`bill.issued ${textAt(bill, "id")}`]);
    await remindAt("2026-12-17T01:00:00.000Z");
    expect(await noticesTo(citizen)).toHaveLength(2);
  });

  it("of their own holder's time, also after another has come; the other is not reminded of it", async () => {
    const [before, after] = [await newApplicant(platform), await newApplicant(platform)];
    const accountNumber = await accountOf(before);
    const old = textAt(await issue(accountNumber, { from: "2026-07-01", to: "2026-09-01" }), "id");
    const next = textAt(await issue(accountNumber, { holderName: "李雷" }), "id");
    await bind(after, accountNumber, "李雷");
    await remindAt(MORNING);
    expect(await noticesTo(before)).toEqual([`bill.issued ${old}`, `bill.due ${old}`]);
    expect((await noticesTo(after)).filter((notice) => !notice.endsWith(next))).toEqual([]);
  });
});

describe("a minor's guardian", () => {
  it("is told of the minor's bill as the minor is: when it is issued, corrected and due; and has it to do", async () => {
    const { child, parent } = await family(platform);
    const accountNumber = await accountOf(child);
    const finished = await issue(accountNumber);
    const [id, number] = [textAt(finished, "id"), textAt(finished, "number")];
    await remindAt(MORNING);
    const told = [`bill.issued ${id}`, `bill.due ${id}`];
    for (const who of [child, parent]) expect(await noticesTo(who)).toEqual(told);
    expect(await todoOf(parent)).toContainEqual({
      kind: "PAY_BILL",
      about: id,
      amount: "88.20",
      bill: { number },
    });
    platform.clock.set("2026-11-28T02:00:00.000Z");
    expect(await pay(platform, parent, [id])).toMatchObject({ status: "SUCCEEDED" });
    const query = `mutation { cancelBill(number: "${number}") { __typename } }`;
    await platform.call({ query, apiKey: biller.liveKey });
    for (const who of [child, parent])
      expect(await noticesTo(who)).toEqual([...told, `bill.corrected ${id}`]);
  });

  it("also of one that comes of a reading, and once where both have bound the account", async () => {
    const { child, parent } = await family(platform);
    const accountNumber = await accountOf(child, parent);
    const stated = reading({ accountNumber, to: "2026-11-01" });
    const [bill = null] = await biller.read(stated);
    const id = textAt(bill, "id");
    for (const who of [child, parent]) expect(await noticesTo(who)).toEqual([`bill.issued ${id}`]);
    const todo = (await todoOf(parent)) as readonly Json[];
    expect(todo.filter((each) => textAt(each, "about") === id)).toHaveLength(1);
  });

  it("is told no more once the minor has come of age; nor is a minor of the guardian's bills, nor a stranger", async () => {
    const { child, parent } = await family(platform);
    const stranger = await newApplicant(platform);
    const [own, theirs] = [await accountOf(child), await accountOf(parent)];
    await issue(theirs);
    await issue(own);
    platform.clock.set("2037-11-10T02:00:00.000Z");
    expect(await noticesTo(child)).toHaveLength(1);
    expect((await noticesTo(parent)).map((notice) => notice.split(" ")[0])).toEqual(["bill.issued"]);
    expect(await noticesTo(stranger)).toEqual([]);
  });
});
