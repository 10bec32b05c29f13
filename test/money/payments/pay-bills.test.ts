import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../../services/kernel/ids.ts";
import { parseMoney } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { recordDeposit } from "../../../services/money/payments/deposits/record-deposit.ts";
import {
  type Biller,
  issueBill,
  newNumber,
  pay,
  row,
  seedBiller,
} from "../../convenience/utilities/utility-world.ts";
import { ACTOR, SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { refund } from "./refunds.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const balanceOf = async (partner: LivePartner, kind: string): Promise<string | undefined> => {
  const query = "{ ledgerAccounts { kind balance } }";
  const accounts = at((await platform.call({ query, apiKey: partner.liveKey })).data, "ledgerAccounts");
  const found = Array.isArray(accounts) ? accounts.find((each) => textAt(each, "kind") === kind) : undefined;
  return found && textAt(found, "balance");
};

/** How a bill stands, as its biller sees it. */
const statusOf = async (bill: Record<string, string>) =>
  textAt((await biller.submit(bill))[0] ?? null, "status");

const usage = () => platform.logs.findLast(({ message }) => message === "request") ?? expect.fail("no log");

describe("a citizen who pays bills", () => {
  it("pays several at once: they are paid, the biller is owed their sum, and the citizen is shown it", async () => {
    const token = await platform.tokens.citizen();
    const before = Number((await balanceOf(biller, "BILLER")) ?? "0");
    const bills = [row({ amount: "30.00" }), row({ amount: "12.34" })];
    const ids = (await biller.submit(...bills)).map((bill) => textAt(bill, "id"));
    const payment = await pay(platform, { token }, ids);
    expect(payment).toMatchObject({ __typename: "Payment", status: "SUCCEEDED", amount: "42.34" });
    for (const bill of bills) expect(await statusOf(bill)).toBe("PAID");
    expect(Number(await balanceOf(biller, "BILLER"))).toBeCloseTo(before + 42.34, 2);
    const query = "{ me { payments { edges { node { id status } } } } }";
    expect((await platform.call({ query, token })).data).toEqual({
      me: { payments: { edges: [{ node: { id: textAt(payment, "id"), status: "SUCCEEDED" } }] } },
    });
  });

  it("whose payment is declined pays nothing, and can pay again", async () => {
    const token = await platform.tokens.citizen();
    const bill = row({ amount: "10.91" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    expect(await pay(platform, { token }, [id])).toMatchObject({
      status: "FAILED",
      declined: "INSUFFICIENT_FUNDS",
    });
    expect(await statusOf(bill)).toBe("DUE");
    expect(await pay(platform, { token }, [id])).toMatchObject({ status: "FAILED" });
  });

  it("keeps a bill from others while nobody knows how the payment ends", async () => {
    const [token, other] = [await platform.tokens.citizen(), await platform.tokens.citizen()];
    const bill = row({ amount: "10.92" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    const payment = await pay(platform, { token }, [id], "unknown-at-first");
    expect(payment).toMatchObject({ status: "UNKNOWN" });
    expect(await statusOf(bill)).toBe("PAYING");
    const refusal = {
      __typename: "BillNotPayable",
      code: "BILL_PAYING",
      bill: id,
      payment: textAt(payment, "id"),
    };
    expect(await pay(platform, { token: other }, [id])).toMatchObject(refusal);
    platform.clock.advance(5_000);
    expect(await pay(platform, { token }, [id], "unknown-at-first")).toMatchObject({ status: "SUCCEEDED" });
    expect(await statusOf(bill)).toBe("PAID");
  });

  it("with a paid bill, or with another phone at the same time, hears which payment was first", async () => {
    const id = await issueBill(biller);
    const phones = await Promise.all(Array.from({ length: 8 }, () => platform.tokens.citizen()));
    const answers = await Promise.all(phones.map((token) => pay(platform, { token }, [id])));
    const isPaid = (answer: Json) => textAt(answer, "__typename") === "Payment";
    const [paid, ...others] = [...answers.filter(isPaid), ...answers.filter((each) => !isPaid(each))];
    expect(answers.filter(isPaid)).toHaveLength(1);
    expect(paid).toMatchObject({ status: "SUCCEEDED" });
    for (const each of others) expect(textAt(each, "payment")).toBe(textAt(paid ?? null, "id"));
    expect(await pay(platform, { token: phones[0] ?? "" }, [id])).toMatchObject({ code: "BILL_PAID" });
  });

  it("with the key of an earlier call gets that payment, and with another input a refusal", async () => {
    const token = await platform.tokens.citizen();
    const [id, another] = [await issueBill(biller), await issueBill(biller)];
    const calls = Array.from({ length: 8 }, () => pay(platform, { token }, [id], "the-same-key"));
    expect(new Set((await Promise.all(calls)).map((each) => textAt(each, "id"))).size).toBe(1);
    expect(await pay(platform, { token }, [another], "the-same-key")).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
  });

  it("pays all of them or none", async () => {
    const token = await platform.tokens.citizen();
    const [paid, due] = [await issueBill(biller), row()];
    await pay(platform, { token }, [paid]);
    const [id = ""] = (await biller.submit(due)).map((each) => textAt(each, "id"));
    expect(await pay(platform, { token }, [id, paid])).toMatchObject({ code: "BILL_PAID", bill: paid });
    expect(await statusOf(due)).toBe("DUE");
  });

  it.each([
    ["no bills", [], { path: ["input", "bills"] }],
    ["more than 15", Array.from({ length: 16 }, () => newNumber()), { path: ["input", "bills"] }],
    ["what is no bill", ["bill_x"], { code: "BILL_UNKNOWN" }],
    ["a bill that is not there", [`bill_${"0".repeat(40)}`], { code: "BILL_UNKNOWN" }],
  ])("with %s pays nothing", async (_, bills, refusal) => {
    expect(await pay(platform, { token: await platform.tokens.citizen() }, bills)).toMatchObject(refusal);
  });

  it("is told how it ended", async () => {
    const token = await platform.tokens.citizen();
    await pay(platform, { token }, [await issueBill(biller, { amount: "5.00" })]);
    const pending = await platform.call({
      query: "{ me { payments { edges { node { amount } } } } }",
      token,
    });
    expect(textAt(pending.data, "me", "payments", "edges", 0, "node", "amount")).toBe("5.00");
  });

  it("takes three calls of the tables, one after the other, and no more than 18 write units", async () => {
    const token = await platform.tokens.citizen();
    await pay(platform, { token }, [await issueBill(biller)]);
    expect(usage()).toMatchObject({ calls: 3, roundTripsDeep: 3 });
    expect(Number(usage()["writeUnits"])).toBeLessThanOrEqual(18);
  });

  it("is decided on anew where another has settled it between its beginning and its end", async () => {
    const token = await platform.tokens.citizen();
    const bill = await issueBill(biller, { amount: "7.00" });
    const again = () => pay(platform, { token }, [bill], "settled-by-another");
    const others: Json[] = [];
    platform.gate.hold(async (items, send) => {
      if (others.length === 0 && JSON.stringify(items).includes("transfer#")) {
        platform.gate.hold(undefined);
        others.push(await again());
      }
      await send(items);
    });
    const own = await again();
    expect(own).toMatchObject({ status: "SUCCEEDED" });
    expect(others).toEqual([own]);
    expect(Number(usage()["calls"])).toBeGreaterThan(3);
    const { items } = await platform
      .database()
      .query({ table: "records-live", pk: `audit#${textAt(own, "id")}`, limit: 10 });
    expect(items.map(({ action }) => action)).toEqual([
      "payments.payment.created",
      "payments.payment.succeeded",
    ]);
  });

  it("is found by its id while its channel has said nothing, and keeps its bill, and ends by the sweep", async () => {
    const token = await platform.tokens.citizen();
    const bill = await issueBill(biller, { amount: "7.00" });
    const died = new Error("the process has died");
    platform.gate.hold(async (items, send) => {
      if (JSON.stringify(items).includes("transfer#")) throw died;
      await send(items);
    });
    await expect(pay(platform, { token }, [bill])).rejects.toThrow("OUTCOME_UNKNOWN");
    platform.gate.hold(undefined);
    const refused = await pay(platform, { token: await platform.tokens.citizen() }, [bill]);
    expect(refused).toMatchObject({ code: "BILL_PAYING" });
    const query = "query ($id: ID!) { node(id: $id) { ... on Payment { status amount channel createdAt } } }";
    const read = async () =>
      at((await platform.call({ query, variables: { id: textAt(refused, "payment") }, token })).data, "node");
    expect(await read()).toMatchObject({ status: "CREATED", amount: "7.00", channel: "SANDBOX" });
    platform.clock.advance(60_000);
    await sweep(platform);
    expect(await read()).toMatchObject({ status: "SUCCEEDED", amount: "7.00" });
  });
});

describe("a partner that has collected the money", () => {
  async function newFundedPartner(amount: string): Promise<LivePartner> {
    const partner = await seedPartner(platform, {
      scopes: ["BILLS_PAY", "OWN_ACCOUNTS"],
      creditCode: "11220000013544541J",
    });
    const context = platform.context(ACTOR);
    if (ACTOR.kind !== "OFFICER") throw new Error("no officer");
    const wish = {
      partner: partner.partnerId,
      amount: must(parseMoney(amount)),
      mode: "live" as const,
      bankReference: newId("bank", systemRuntime),
    };
    const by = { actor: ACTOR, now: context.now };
    must(await recordDeposit(newId("key", systemRuntime), wish, by, context));
    return partner;
  }

  it("pays from its prefunded account in one commit of at most 20 write units", async () => {
    const partner = await newFundedPartner("100.00");
    const bill = row({ amount: "60.00" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    expect(await pay(platform, { apiKey: partner.liveKey }, [id])).toMatchObject({ status: "SUCCEEDED" });
    expect(Number(usage()["writeUnits"])).toBeLessThanOrEqual(20);
    expect(await statusOf(bill)).toBe("PAID");
    expect(await balanceOf(partner, "PREFUND")).toBe("40.00");
  });

  it("that has too little is refused, told what it has, and nothing is paid", async () => {
    const partner = await newFundedPartner("50.00");
    const bill = row({ amount: "50.01" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    expect(await pay(platform, { apiKey: partner.liveKey }, [id])).toMatchObject({
      ...{ __typename: "InsufficientFunds", spendable: "50.00", needed: "50.01" },
    });
    expect(await statusOf(bill)).toBe("DUE");
  });

  it("pays with it and through no channel, and a citizen the other way round", async () => {
    const partner = await newFundedPartner("100.00");
    const bill = row({ amount: "60.00" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    const refused = { __typename: "ChannelUnavailable", code: "CHANNEL_UNKNOWN" };
    const citizen = { token: await platform.tokens.citizen() };
    expect(
      await pay(platform, { apiKey: partner.liveKey }, [id], "partner-sandbox", "SANDBOX"),
    ).toMatchObject(refused);
    expect(await pay(platform, citizen, [id], "citizen-prefund", "PREFUND")).toMatchObject(refused);
    expect(await statusOf(bill)).toBe("DUE");
  });

  it("never spends more than it has, however many bills it pays at once", async () => {
    const partner = await newFundedPartner("100.00");
    const ids = await Promise.all(Array.from({ length: 8 }, () => issueBill(biller, { amount: "30.00" })));
    const answers = await Promise.all(ids.map((id) => pay(platform, { apiKey: partner.liveKey }, [id])));
    expect(answers.filter((each) => textAt(each, "__typename") === "Payment")).toHaveLength(3);
    expect(await balanceOf(partner, "PREFUND")).toBe("10.00");
  });
});

describe("a refund of paid bills", () => {
  it("in whole opens the bill again, and the biller is owed nothing for it", async () => {
    const token = await platform.tokens.citizen();
    const bill = row({ amount: "20.00" });
    const [id = ""] = (await biller.submit(bill)).map((each) => textAt(each, "id"));
    const before = await balanceOf(biller, "BILLER");
    const payment = await pay(platform, { token }, [id]);
    expect(await refund(platform, payment, { amount: "5.00" })).toMatchObject({ status: "SUCCEEDED" });
    expect(await statusOf(bill)).toBe("PAID");
    expect(await refund(platform, payment, { amount: "15.01" })).toMatchObject({ refundable: "15.00" });
    expect(await refund(platform, payment, { amount: "15.00" })).toMatchObject({ status: "SUCCEEDED" });
    expect(await statusOf(bill)).toBe("DUE");
    expect(await balanceOf(biller, "BILLER")).toBe(before);
    expect(await pay(platform, { token }, [id])).toMatchObject({ status: "SUCCEEDED" });
  });

  it("of one of several names it, and the others stay paid", async () => {
    const token = await platform.tokens.citizen();
    const [a, b] = [row({ amount: "20.00" }), row({ amount: "30.00" })];
    const ids = (await biller.submit(a, b)).map((each) => textAt(each, "id"));
    const payment = await pay(platform, { token }, ids);
    expect(await refund(platform, payment, { amount: "20.00" })).toMatchObject({ code: "BILL_NOT_NAMED" });
    expect(await refund(platform, payment, { amount: "20.01", bill: ids[0] })).toMatchObject({
      refundable: "20.00",
    });
    expect(await refund(platform, payment, { amount: "20.00", bill: ids[0] })).toMatchObject({
      status: "SUCCEEDED",
    });
    expect([await statusOf(a), await statusOf(b)]).toEqual(["DUE", "PAID"]);
  });

  it("of one bill that names something else gives nothing back, and never the bill that was meant by nobody", async () => {
    const token = await platform.tokens.citizen();
    const [[first], [other]] = [await biller.submit(row({ amount: "20.00" })), await biller.submit(row({}))];
    const payment = await pay(platform, { token }, [textAt(first ?? null, "id")]);
    for (const bill of [
      "",
      "x",
      "bill_",
      `bil_${"0".repeat(40)}`,
      textAt(payment, "id"),
      textAt(other ?? null, "id"),
    ]) {
      expect(await refund(platform, payment, { amount: "20.00", bill })).toEqual({
        __typename: "InvalidInput",
        code: "BILL_NOT_OF_PAYMENT",
        path: ["input", "bill"],
      });
    }
    expect(await refund(platform, payment, { amount: "20.00", bill: null })).toMatchObject({
      status: "SUCCEEDED",
    });
  });

  it("of an unknown payment is not found", async () => {
    expect(await refund(platform, { id: "pay_0000000000000000" }, { amount: "1.00" })).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

it("the ledger is sound, whatever happened above", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
