import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type Json, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { foundGatewayCity, type GatewayCity } from "./gateway-city.ts";
import { refund } from "./refunds.ts";

let city: GatewayCity;
let first: string;
let second: string;
beforeAll(async () => {
  city = await foundGatewayCity();
  [first, second] = [await city.treasurer(), await city.treasurer()];
});
afterAll(() => city.stop());

const of = async (payment: string): Promise<readonly Json[]> =>
  (await city.open(first)).filter((one) => textAt(one, "paymentId") === payment);

/** The events that nobody expects, and what is known of each. */
const EVENTS = {
  "a success after the failure": async () => {
    const paid = await city.pay("88.00", "DECLINED");
    city.gateway.books.succeedLate(paid.payment);
    return { ...paid, kind: "LATE_SUCCESS", amount: "88.00", changes: {} };
  },
  "a second charge": async () => {
    const paid = await city.pay("88.00");
    const entry = city.gateway.books.stray(paid.payment, "88.00");
    return { ...paid, kind: "SECOND_CHARGE", amount: "88.00", changes: entry };
  },
  "a second charge of another amount": async () => {
    const paid = await city.pay("88.00");
    const entry = city.gateway.books.stray(paid.payment, "8.80");
    return { ...paid, kind: "SECOND_CHARGE", amount: "8.80", changes: entry };
  },
} as const;

/** By which it is heard first. */
const WAYS = {
  "the gateway": async (payment: string, changes: object) => {
    expect(await city.notify(payment, changes)).toBe(200);
  },
  "its file": async () => void (await city.readFile()),
} as const;

async function expectSound(): Promise<void> {
  expect(await verified(city.platform)).toMatchObject(SOUND);
  expect(await city.balance("channel:hosted")).toBe(city.there());
}

describe.each(Object.entries(EVENTS))("%s", (_, happen) => {
  it.each(Object.entries(WAYS))(
    "told by %s is booked once, however often and by whom it is told again",
    async (_way, tell) => {
      const { payment, kind, amount, changes } = await happen();
      const before = await city.balance("suspense:hosted");
      await tell(payment, changes);
      const [found, ...more] = await of(payment);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ kind, amount, status: "OPEN", availableActions: ["resolveDifference"] });
      await Promise.all([city.notify(payment, changes), city.notify(payment, changes), city.readFile()]);
      await city.readFile();
      expect(await of(payment)).toEqual([found]);
      expect((await city.balance("suspense:hosted")) - before).toBe(BigInt(amount.replace(".", "")));
      await expectSound();
    },
  );

  it("goes back to its payer through the gateway when two treasurers say so, and the payer reads it", async () => {
    const { payment, amount, changes, token } = await happen();
    await city.notify(payment, changes);
    const [found = null] = await of(payment);
    const id = textAt(found, "id");
    expect(await city.propose(first, id, { outcome: "REFUND" })).toMatchObject({ status: "PROPOSED" });
    expect(await city.confirm(first, id)).toMatchObject({ __typename: "SameOfficer" });
    expect(await city.confirm(second, id)).toMatchObject({ status: "REFUNDING" });
    city.platform.clock.advance(20_000);
    await sweep(city.platform);
    expect(await of(payment)).toEqual([]);
    const query = `query ($id: ID!) { payment(id: $id) { refunds { amount status reason } } }`;
    expect(await city.ask(token, query, { id: payment })).toEqual({
      payment: { refunds: [{ amount, status: "SUCCEEDED", reason: "核实为重复扣款" }] },
    });
    await city.readFile();
    expect(await of(payment)).toEqual([]);
    await expectSound();
  });
});

describe("a success after the failure", () => {
  const late = async () => {
    const paid = await EVENTS["a success after the failure"]();
    await city.notify(paid.payment);
    const [found = null] = await of(paid.payment);
    return { ...paid, id: textAt(found, "id") };
  };
  const billStatus = async (token: string, bill: string) =>
    city.ask(token, `query ($id: ID!) { node(id: $id) { ... on Bill { status } } }`, { id: bill });

  it("pays the bill that it was meant for, which is due again, and can be given back from there", async () => {
    const { id, bill, token } = await late();
    await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: bill });
    const done = await city.confirm(second, id);
    expect(done).toMatchObject({ status: "RESOLVED", payment: expect.stringMatching(/^pay_/) });
    const query = `{ me { payments { edges { node { id status amount } } } } }`;
    expect(JSON.stringify(await city.ask(token, query))).toContain(textAt(done, "payment"));
    expect(JSON.stringify(await billStatus(token, bill))).not.toContain("DUE");
    await city.readFile();
    await expectSound();
    const given = await refund(city.platform, { id: textAt(done, "payment") }, { amount: "88.00" });
    expect(given).toMatchObject({ status: "SUCCEEDED" });
    await city.readFile();
    await expectSound();
  });

  it("is confirmed by a call that is sent twice at the same moment, and both say so", async () => {
    const { id, bill } = await late();
    await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: bill });
    let meanwhile: Json = null;
    city.platform.gate.delayRead(id, async () => {
      meanwhile = await city.confirm(second, id);
    });
    const done = await city.confirm(second, id);
    expect(done).toMatchObject({ status: "RESOLVED", payment: expect.stringMatching(/^pay_/) });
    expect(meanwhile).toEqual(done);
    await expectSound();
  });

  it("does not pay a bill that is paid, or of which less is owed", async () => {
    const { id } = await late();
    const [paid, small] = [await city.pay("88.00"), await city.pay("8.00", "DECLINED")];
    expect(await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: paid.bill })).toMatchObject({
      code: "BILL_PAID",
    });
    expect(await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: small.bill })).toMatchObject({
      code: expect.stringMatching(/PART/),
    });
    expect(await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: "bill_none" })).toMatchObject({
      code: "BILL_UNKNOWN",
    });
  });

  it("is refused by the confirmation where the bill was paid meanwhile", async () => {
    const { id, bill } = await late();
    await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: bill });
    const variables = { key: newId("key", systemRuntime), input: { bills: [bill], channel: "SANDBOX" } };
    const query = `mutation ($key: ID!, $input: PayBillsInput!) { payBills(idempotencyKey: $key, input: $input) { __typename } }`;
    await city.ask(await city.platform.tokens.citizen(), query, variables);
    expect(await city.confirm(second, id)).toMatchObject({ code: "BILL_PAID" });
    expect(await city.confirm(second, id, "withdrawResolution")).toMatchObject({
      status: "OPEN",
      proposal: null,
    });
  });

  it("of which the gateway declines the refund is to be resolved anew, and says why", async () => {
    const { id, payment } = await late();
    city.gateway.books.decide("DECLINED");
    await city.propose(first, id, { outcome: "REFUND" });
    await city.confirm(second, id);
    city.platform.clock.advance(20_000);
    await sweep(city.platform);
    expect(await of(payment)).toMatchObject([{ status: "OPEN", declined: "INSUFFICIENT_FUNDS" }]);
    city.gateway.books.decide("SUCCEEDED");
    await city.propose(second, id, { outcome: "REFUND" });
    await city.confirm(first, id);
    city.platform.clock.advance(20_000);
    await sweep(city.platform);
    expect(await of(payment)).toEqual([]);
    await expectSound();
  });
});

describe("what only the file tells", () => {
  it("of a charge of no payment is assigned to a partner's account, or written off", async () => {
    city.gateway.books.stray("order-77", "12.00");
    city.gateway.books.stray("order-78", "3.00");
    await city.readFile();
    const [[one = null], [two = null]] = [await of("order-77"), await of("order-78")];
    expect([one, two]).toMatchObject([{ kind: "UNKNOWN_CHARGE", known: null }, { amount: "3.00" }]);
    const { partnerId } = await seedPartner(city.platform, { scopes: ["OWN_ACCOUNTS"] });
    const assign = (to: string) =>
      city.propose(first, textAt(one, "id"), { outcome: "ASSIGN_TO_ACCOUNT", to });
    for (const none of [`biller:ptn_none`, "bank:main", `prefund:${partnerId}`, "card:crd_none"])
      expect(await assign(none)).toMatchObject({ code: "NO_SUCH_ACCOUNT" });
    expect(await assign("")).toMatchObject({ code: "REQUIRED_TO_ASSIGN", path: ["input", "to"] });
    await assign(`biller:${partnerId}`);
    expect(await city.confirm(second, textAt(one, "id"))).toMatchObject({ status: "RESOLVED" });
    expect(await city.balance(`biller:${partnerId}`)).toBe(12_00n);
    await city.propose(first, textAt(two, "id"), { outcome: "WRITE_OFF" });
    await city.confirm(second, textAt(two, "id"));
    expect(await city.balance("writeoff:differences")).toBe(3_00n);
    await city.readFile();
    await expectSound();
  });

  it("of a charge that it lacks is short until a later file has it, and then nobody has to do anything", async () => {
    const { payment } = await city.pay("40.00");
    city.gateway.books.lose(payment);
    await city.readFile();
    expect(await of(payment)).toMatchObject([
      { kind: "MISSING_CHARGE", amount: "-40.00", known: "SUCCEEDED" },
    ]);
    await expectSound();
    city.gateway.books.find(payment);
    await city.readFile();
    expect(await of(payment)).toEqual([]);
    await expectSound();
  });

  it("of a charge that it never has is a loss, which nobody can refund", async () => {
    const { payment } = await city.pay("40.00");
    city.gateway.books.lose(payment);
    await city.readFile();
    const id = textAt((await of(payment))[0] ?? null, "id");
    expect(await city.propose(first, id, { outcome: "REFUND" })).toMatchObject({ code: "NOTHING_TO_REFUND" });
    const before = await city.balance("writeoff:differences");
    await city.propose(first, id, { outcome: "WRITE_OFF" });
    await city.confirm(second, id);
    expect((await city.balance("writeoff:differences")) - before).toBe(-40_00n);
    await expectSound();
  });
});

describe("two treasurers", () => {
  it("are two persons, whatever officers' ids they have, and each is a person", async () => {
    const person = newId("ctz", systemRuntime);
    const [mine, alsoMine] = [await city.treasurer(person), await city.treasurer(person)];
    const nobody = await city.platform.tokens.officer({ roles: ["TREASURER"], person: "" });
    city.gateway.books.stray("order-79", "1.00");
    await city.readFile();
    const id = textAt((await of("order-79"))[0] ?? null, "id");
    expect(await city.propose(nobody, id, { outcome: "WRITE_OFF" })).toMatchObject({
      code: "OFFICER_WITHOUT_PERSON",
    });
    await city.propose(mine, id, { outcome: "WRITE_OFF" });
    expect(await city.propose(mine, id, { outcome: "WRITE_OFF" })).toMatchObject({ status: "PROPOSED" });
    expect(await city.confirm(alsoMine, id)).toMatchObject({ __typename: "SameOfficer" });
    expect(await city.confirm(nobody, id)).toMatchObject({ code: "OFFICER_WITHOUT_PERSON" });
    const twelve = Array.from({ length: 12 }, () => city.confirm(second, id));
    for (const done of await Promise.all(twelve)) expect(done).toMatchObject({ status: "RESOLVED" });
    expect(await city.confirm(first, id)).toMatchObject({ code: "DIFFERENCE_NOT_OPEN" });
    await expectSound();
  });
});
