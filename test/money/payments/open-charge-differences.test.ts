import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedCard, topUp } from "../../convenience/transit/transit-world.ts";
import { issueBill, pay as payHere } from "../../convenience/utilities/utility-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type Json, textAt } from "../../support/platform.ts";
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

const read = (payment: string, changes: object, type = "CHARGE") =>
  city.readFile(undefined, (row) =>
    row.paymentId === payment && row.type === type ? { ...row, ...changes } : row,
  );

describe("a charge that is still open here", () => {
  const stands = async (token: string, bill: string, payment: string) => {
    const query = `query ($bill: ID!, $payment: ID!) {
      node(id: $bill) { id } payment(id: $payment) { status declined } }`;
    return city.ask(token, query, { bill, payment });
  };

  it("and of which the file tells another amount fails, is booked once, and pays the bill when two say so", async () => {
    const { payment, bill, token } = await city.pay("88.00", "PENDING");
    const changes = { amount: 80_00n, state: "SUCCEEDED", channelNumber: "other-1" };
    const before = await city.balance("suspense:hosted");
    const [first_, again] = [await read(payment, changes), await read(payment, changes)];
    expect([first_.left, again.booked, again.left]).toEqual([[], [], []]);
    const [found = null, ...more] = await of(payment);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: "OTHER_AMOUNT", known: "PENDING", amount: "80.00", status: "OPEN" });
    expect((await city.balance("suspense:hosted")) - before).toBe(80_00n);
    expect(await stands(token, bill, payment)).toMatchObject({
      ...{ node: null, payment: { status: "FAILED", declined: "OTHER_MONEY" } },
    });
    await sweep(city.platform);
    const told = JSON.stringify(
      await city.ask(token, "{ me { notifications { edges { node { type } } } } }"),
    );
    expect(told).toContain("payment.differs");
    expect(told).not.toContain("payment.failed");
    // Another bill of just this amount can be paid with it.
    const other = await issueBill(city.biller, { amount: "80.00" });
    const id = textAt(found, "id");
    await city.propose(first, id, { outcome: "ASSIGN_TO_BILL", to: other });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
    expect(await verified(city.platform)).toMatchObject(SOUND);
  });

  it("and of which the file says the same, or that it is under way there, is left to be asked about", async () => {
    const { payment } = await city.pay("88.00", "PENDING");
    const same = { amount: 88_00n, state: "SUCCEEDED", channelNumber: "same-1" };
    for (const changes of [same, { amount: 80_00n, state: "PENDING" }]) {
      const { booked, left } = await read(payment, changes);
      expect([booked, left.length > 0]).toEqual([[], true]);
    }
    expect(await of(payment)).toEqual([]);
  });

  it.each([
    [
      "and is in dollars there has no money in the books, and is there until two have looked",
      "PENDING",
      "0.00",
    ],
    ["or was paid, and is in dollars there, is less at the channel", "SUCCEEDED", "-88.00"],
  ] as const)("%s", async (_, decision, amount) => {
    const { payment } = await city.pay("88.00", decision);
    const before = await city.balance("suspense:hosted");
    const changes = { amount: 12_50n, currency: "USD", state: "SUCCEEDED" };
    await read(payment, changes);
    expect((await read(payment, changes)).booked).toEqual([]);
    const [found = null, ...more] = await of(payment);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: "OTHER_CURRENCY", amount, foreign: "12.50 USD", status: "OPEN" });
    const cents = BigInt(amount.replace(".", ""));
    expect((await city.balance("suspense:hosted")) - before).toBe(cents);
    const id = textAt(found, "id");
    for (const outcome of ["REFUND", "ASSIGN_TO_BILL"])
      expect(await city.propose(first, id, { outcome, to: "bill_x" })).toMatchObject({
        __typename: "NotResolvable",
      });
    await city.propose(first, id, { outcome: "WRITE_OFF" });
    expect(await city.confirm(first, id)).toMatchObject({ __typename: "SameOfficer" });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
    expect(await city.balance("suspense:hosted")).toBe(before);
    expect(await verified(city.platform)).toMatchObject(SOUND);
  });
});

/** Of this payment alone: others are under way in this city. */
const leftOf = (payment: string, { left }: Awaited<ReturnType<typeof read>>) =>
  left.filter((one) => ("theirs" in one ? one.theirs : one.ours).paymentId === payment);

describe("a refund that is still open here", () => {
  it("and of which the file tells another amount fails, is booked once, and is borne by whom two name", async () => {
    const { payment, token } = await city.pay("88.00");
    city.gateway.books.decide("PENDING");
    const asked = await refund(city.platform, { id: payment }, { amount: "88.00" });
    city.gateway.books.decide("SUCCEEDED");
    expect(asked).toMatchObject({ status: "PENDING" });
    const changes = { amount: 80_00n, state: "SUCCEEDED", channelNumber: "less-1" };
    // The rows of others, as the file has them now.
    await city.readFile();
    const before = await city.balance("suspense:hosted");
    const [once, again] = [await read(payment, changes, "REFUND"), await read(payment, changes, "REFUND")];
    expect([leftOf(payment, once), again.booked, leftOf(payment, again)]).toEqual([[], [], []]);
    const [found = null, ...more] = await of(payment);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      movement: "REFUND",
      kind: "OTHER_AMOUNT",
      known: "PENDING",
      amount: "-80.00",
    });
    expect((await city.balance("suspense:hosted")) - before).toBe(-80_00n);
    const query = `query ($id: ID!) { payment(id: $id) { status refunds { status } } }`;
    expect(await city.ask(token, query, { id: payment })).toEqual({
      payment: { status: "SUCCEEDED", refunds: [{ status: "FAILED" }] },
    });
    const id = textAt(found, "id");
    await city.propose(first, id, { outcome: "ASSIGN_TO_ACCOUNT", to: `biller:${city.biller.partnerId}` });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
    expect(await city.balance("suspense:hosted")).toBe(before);
    expect(await verified(city.platform)).toMatchObject(SOUND);
  });
});

describe("a charge that has ended here", () => {
  it("and is under way there is missing there until it has ended there too", async () => {
    const { payment } = await city.pay("88.00");
    await city.readFile();
    const before = await city.balance("suspense:hosted");
    for (const changes of [{ state: "PENDING" }, { state: "PENDING", channelNumber: undefined }])
      expect(leftOf(payment, await read(payment, changes))).toEqual([]);
    expect(await of(payment)).toMatchObject([{ kind: "MISSING_CHARGE", status: "OPEN", amount: "-88.00" }]);
    expect((await city.balance("suspense:hosted")) - before).toBe(-88_00n);
    await read(payment, {});
    expect(await of(payment)).toEqual([]);
    expect(await city.balance("suspense:hosted")).toBe(before);
  });

  it("by another channel is a second charge where this one's file has it too", async () => {
    await city.readFile();
    const bill = await issueBill(city.biller, { amount: "7.00" });
    const paid = await payHere(city.platform, { token: await city.platform.tokens.citizen() }, [bill]);
    const elsewhere = textAt(paid, "id");
    const before = await city.balance("suspense:hosted");
    city.gateway.books.stray(elsewhere, "7.00");
    for (const times of [1, 0]) expect((await city.readFile()).booked).toHaveLength(times);
    expect(await of(elsewhere)).toMatchObject([
      { kind: "SECOND_CHARGE", known: "SUCCEEDED", amount: "7.00" },
    ]);
    expect((await city.balance("suspense:hosted")) - before).toBe(7_00n);
  });
});

describe("money that is put on a card", () => {
  it("asks the card's cap like any other, and tops it up for the one who paid", async () => {
    const { payment, token } = await city.pay("500.00", "DECLINED");
    city.gateway.books.succeedLate(payment);
    await city.notify(payment);
    const [found = null] = await of(payment);
    const id = textAt(found, "id");
    const full = await seedCard(city.platform);
    for (let i = 0; i < 5; i += 1) await topUp(city.platform, full, full.number, "950.00");
    expect(await city.propose(first, id, { outcome: "ASSIGN_TO_CARD", to: full.number })).toMatchObject({
      ...{ __typename: "NotResolvable", code: "CARD_BALANCE_LIMIT" },
    });
    expect(await city.propose(first, id, { outcome: "ASSIGN_TO_CARD", to: "31" })).toMatchObject({
      code: "CARD_NOT_FOUND",
    });
    const card = await seedCard(city.platform);
    await city.propose(first, id, { outcome: "ASSIGN_TO_CARD", to: card.number });
    // Filled up meanwhile: the confirmation asks again, and nothing moves.
    for (let i = 0; i < 5; i += 1) await topUp(city.platform, card, card.number, "950.00");
    expect(await city.confirm(second, id)).toMatchObject({ code: "CARD_BALANCE_LIMIT" });
    await city.confirm(second, id, "withdrawResolution");
    const empty = await seedCard(city.platform);
    await city.propose(first, id, { outcome: "ASSIGN_TO_CARD", to: empty.number });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
    expect(await city.balance(`card:${empty.id as `crd_${string}`}`)).toBe(500_00n);
    expect(
      JSON.stringify(await city.ask(token, "{ me { payments { edges { node { transitCard } } } } }")),
    ).toContain(empty.id);
    expect(await verified(city.platform)).toMatchObject(SOUND);
  });
});
