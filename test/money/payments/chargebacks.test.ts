import { afterAll, beforeAll, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { bookFile } from "../../../services/money/payments/reconciliation/book-file.ts";
import { reconcileDay } from "../../../services/money/payments/reconciliation/reconcile-day.ts";
import {
  type Movement,
  readDayFileRow,
} from "../../../services/money/payments/reconciliation/reconcile-file.ts";
import { seedCard, topUp } from "../../convenience/transit/transit-world.ts";
import { type Biller, issueBill, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { nodesAt } from "../../support/asking.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { REFUND } from "./refunds.ts";

let platform: TestPlatform;
let biller: Biller;
let payer: string;
let treasurer: string;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
  payer = await platform.tokens.citizen();
  treasurer = await platform.tokens.officer({ roles: ["TREASURER"] });
});
afterAll(() => platform.stop());

const TAKE = `mutation ($rows: [ChargebackRowInput!]!) {
  taken: takeChargebacks(rows: $rows) {
    __typename ... on Chargeback { amount reversedAt } ... on Refusal { code } ... on InvalidInput { path }
  }
}`;
const take = async (...rows: readonly object[]): Promise<Json> => {
  const at_ = { kind: "CHARGEBACK", at: "2026-11-23T01:00:00.000Z" };
  const variables = { rows: rows.map((row) => ({ ...at_, ...row })) };
  const answer = await platform.call({ query: TAKE, variables, token: treasurer });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "taken");
};
const balanceOf = async (id: Parameters<typeof getBalance>[1]) =>
  (await getBalance({ database: platform.database(), mode: "live" }, id))?.balance ?? 0n;
const payment = async (...amounts: readonly string[]): Promise<string> => {
  const bills: string[] = [];
  for (const amount of amounts) bills.push(await issueBill(biller, { amount }));
  return textAt(await pay(platform, { token: payer }, bills), "id");
};
const refund = async (id: string, amount: string): Promise<Json> => {
  const variables = { key: newId("key", systemRuntime), input: { payment: id, amount, reason: "重复缴费" } };
  return at((await platform.call({ query: REFUND, variables, token: treasurer })).data, "refundPayment");
};
const shown = async (id: string): Promise<Json> => {
  const query = `{ payment(id: "${id}") { status chargebacks { number amount reversedAt } } }`;
  return at((await platform.call({ query, token: payer })).data, "payment");
};

it("is borne by the biller, shown on the payment, booked once, and given again by a later line", async () => {
  const id = await payment("88.20");
  const before = [await balanceOf(`biller:${biller.partnerId}`), await balanceOf("channel:sandbox")] as const;
  const row = { payment: id, number: "cb-1", amount: "88.20" };
  expect(await take(row, row)).toEqual([
    { __typename: "Chargeback", amount: "88.20", reversedAt: null },
    { __typename: "Chargeback", amount: "88.20", reversedAt: null },
  ]);
  expect(await balanceOf(`biller:${biller.partnerId}`)).toBe(before[0] - 88_20n);
  expect(await balanceOf("channel:sandbox")).toBe(before[1] - 88_20n);
  // The bill that it has paid stays paid: its biller decides, and a contest may bring the money again.
  expect(await shown(id)).toEqual({
    status: "SUCCEEDED",
    chargebacks: [{ number: "cb-1", amount: "88.20", reversedAt: null }],
  });
  expect(await refund(id, "1.00")).toMatchObject({ code: "REFUND_EXCEEDS_PAYMENT", refundable: "0.00" });
  const texts = "{ me { notifications(first: 30) { edges { node { type text } } } } }";
  const told = async (type: string): Promise<number> => {
    expect((await sweep(platform)).failed).toBe(0);
    const { data } = await platform.call({ query: texts, token: payer });
    const notices = nodesAt(data, "me", "notifications");
    return notices.filter((one) => at(one, "type") === type && textAt(one, "text").includes("88.20")).length;
  };
  expect(await told("payment.charged-back")).toBe(1);
  const again = { ...row, kind: "REVERSAL" };
  expect(await take(again, again)).toMatchObject([
    { reversedAt: expect.any(String) },
    { reversedAt: expect.any(String) },
  ]);
  expect([await told("payment.charged-back"), await told("payment.charged-again")]).toEqual([1, 1]);
  expect(await balanceOf(`biller:${biller.partnerId}`)).toBe(before[0]);
  expect(await refund(id, "1.00")).toMatchObject({ __typename: "Refund" });
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("is borne by the parts in their order, and never exceeds what is left of them", async () => {
  const id = await payment("10.00", "20.00");
  expect(
    await take({ payment: id, number: "a", amount: "15.00" }, { payment: id, number: "b", amount: "15.01" }),
  ).toMatchObject([
    { __typename: "Chargeback" },
    { __typename: "InvalidInput", code: "CHARGEBACK_EXCEEDS_PAYMENT", path: ["rows", "1", "amount"] },
  ]);
  expect(await take({ payment: id, number: "c", amount: "15.00" })).toMatchObject([
    { __typename: "Chargeback" },
  ]);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("of a top-up is borne by the platform: its value may have been ridden on", async () => {
  const card = await seedCard(platform);
  const toppedUp = textAt(await topUp(platform, { token: card.token }, card.number, "50.00"), "id");
  expect(await take({ payment: toppedUp, number: "cb-3", amount: "50.00" })).toMatchObject([
    { __typename: "Chargeback" },
  ]);
  expect(await balanceOf("cost:chargebacks")).toBe(50_00n);
  expect(await balanceOf(`card:${card.id as `crd_${string}`}`)).toBe(50_00n);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it.each([
  ["of no payment", { payment: "pay_0000000000000000", number: "x", amount: "1.00" }, "NOT_FOUND"],
  ["of nothing", { number: "x", amount: "0.00" }, "AMOUNT_NOT_POSITIVE"],
  ["without a number", { number: "", amount: "1.00" }, "CHARGEBACK_NUMBER_INVALID"],
  ["that nobody has booked, reversed", { kind: "REVERSAL", number: "y", amount: "1.00" }, "NOT_FOUND"],
])("%s is refused", async (_, row, code) => {
  const id = await payment("5.00");
  expect(await take({ payment: id, ...row })).toMatchObject([{ code }]);
});

it("sent twice at the same moment is taken once, and both are told so, however much it takes", async () => {
  const id = await payment("30.00");
  const row = { payment: id, number: "twice", amount: "30.00" };
  platform.gate.delayRead("audit#cbk_", () => take(row));
  expect(await take(row)).toEqual([{ __typename: "Chargeback", amount: "30.00", reversedAt: null }]);
  expect(await take({ ...row, number: "more" })).toMatchObject([{ code: "CHARGEBACK_EXCEEDS_PAYMENT" }]);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("meets a refund of the same payment, and one of the two is refused", async () => {
  const id = await payment("30.00");
  const [taken, refunded] = await Promise.all([
    take({ payment: id, number: "race", amount: "30.00" }),
    refund(id, "30.00"),
  ]);
  const names = [textAt(taken, 0, "__typename"), textAt(refunded, "__typename")].sort();
  expect([
    ["Chargeback", "NotRefundable"],
    ["InvalidInput", "Refund"],
  ]).toContainEqual(names);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("stands in a channel's day file as a movement of its own, and differs where nobody has booked it", async () => {
  const id = await payment("41.00");
  await take({ payment: id, number: "day-1", amount: "41.00" });
  const store = { database: platform.database(), mode: "live" } as const;
  const fields = { paymentId: id, amount: "41.00", currency: "CNY", state: "SUCCEEDED", number: "day-1" };
  const row = (type: string, number = "day-1") =>
    must(readDayFileRow({ ...fields, type, number, time: "2026-11-23T01:00:00.000Z" }));
  const others = async (...rows: readonly Movement[]) =>
    (await reconcileDay(store, "sandbox", date("2026-11-23"), rows)).differences.filter(
      (each) => ("theirs" in each ? each.theirs : each.ours).paymentId === id,
    );
  const charge = { ...row("CHARGE", `sandbox-${id}`), at: platform.clock.now() };
  expect(await others(charge, row("CHARGEBACK"))).toEqual([]);
  expect(await others(charge)).toMatchObject([{ kind: "MISSING_THERE", ours: { type: "CHARGEBACK" } }]);
  expect(await others(charge, row("CHARGEBACK"), row("REVERSAL"))).toMatchObject([
    { kind: "MISSING_HERE", theirs: { type: "REVERSAL" } },
  ]);
});

it("that no payment bears waits on suspense, once, until it is reversed or the books have it", async () => {
  const refunded = await payment("60.00");
  await refund(refunded, "60.00");
  const late = await payment("70.00");
  const row = (type: string, paymentId: string, amount: string, number: string) =>
    must(
      readDayFileRow({
        ...{ type, paymentId, amount, currency: "CNY", state: "SUCCEEDED", number },
        time: "2026-11-20T01:00:00.000Z",
      }),
    );
  const database = platform.database();
  const ports = {
    ...{ database, commit: commitTo(database), requestId: "test", now: platform.clock.now },
    mode: "live",
    actor: { kind: "SYSTEM", mode: "live", name: "reconciliation" },
    purposes: platform.ports.parts.payments.purposes,
  } as const;
  const read = async (...rows: readonly Movement[]) => {
    const { booked, left } = await bookFile(ports, "sandbox", date("2026-11-20"), rows);
    return { booked: booked.map(({ kind, status, amount }) => [kind, status, amount]), left: left.length };
  };
  const suspense = () => balanceOf("suspense:sandbox");
  const before = await suspense();
  const rows = [
    row("CHARGEBACK", refunded, "60.00", "gone"),
    row("CHARGEBACK", "order-of-nobody", "9.00", "strange"),
    row("CHARGEBACK", late, "70.00", "early"),
  ];
  const open = (amount: bigint) => ["UNKNOWN_CHARGEBACK", "OPEN", -amount];
  expect(await read(...rows)).toEqual({ booked: [open(60_00n), open(9_00n), open(70_00n)], left: 0 });
  expect(await read(...rows)).toEqual({ booked: [], left: 0 });
  expect((await suspense()) - before).toBe(-139_00n);
  // The chargebacks' own file comes after the day's: the biller bears it, and it waits no longer.
  expect(await take({ payment: late, number: "early", amount: "70.00" })).toMatchObject([
    { __typename: "Chargeback" },
  ]);
  expect((await suspense()) - before).toBe(-69_00n);
  const reversed = row("REVERSAL", "order-of-nobody", "9.00", "strange");
  expect(await read(reversed)).toMatchObject({
    booked: [["UNKNOWN_CHARGEBACK", "RESOLVED", -9_00n]],
    left: 0,
  });
  expect(await read(...rows, reversed)).toEqual({ booked: [], left: 0 });
  expect((await suspense()) - before).toBe(-60_00n);
  expect(await read(row("REVERSAL", "order-of-nobody", "1.00", "never"))).toEqual({
    ...{ booked: [["UNKNOWN_REVERSAL", "OPEN", 1_00n]], left: 0 },
  });
  expect(await verified(platform)).toMatchObject(SOUND);
});
