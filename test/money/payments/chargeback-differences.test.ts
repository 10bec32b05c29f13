import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SOUND, verified } from "../../support/ledger.ts";
import { type Json, textAt } from "../../support/platform.ts";
import { foundGatewayCity, type GatewayCity } from "./gateway-city.ts";

let city: GatewayCity;
let first: string;
let second: string;
beforeAll(async () => {
  city = await foundGatewayCity();
  [first, second] = [await city.treasurer(), await city.treasurer()];
});
afterAll(() => city.stop());

type Type = "CHARGEBACK" | "REVERSAL";
type Dispute = { readonly paymentId: string; readonly amount: string; readonly number: string };

let count = 0;
const dispute = (paymentId: string, amount: string): Dispute => {
  count += 1;
  return { paymentId, amount, number: `cb-${count}` };
};
const ofNobody = (amount = "9.00"): Dispute => dispute(`order-${count}`, amount);

const tell = (type: Type, told: Dispute, currency?: string): string =>
  city.gateway.books.dispute(type, told, currency);
const take = async (type: Type, { paymentId: payment, number, amount }: Dispute): Promise<void> =>
  expect(await city.take(first, type, { payment, number, amount })).toBe("Chargeback");

const of = async (payment: string): Promise<readonly Json[]> =>
  (await city.open(first)).filter((one) => textAt(one, "paymentId") === payment);
const shown = async (payment: string) =>
  (await of(payment)).map((one) => ["movement", "kind", "status", "amount"].map((name) => textAt(one, name)));

/** Reads the day's file, and once more: nothing of it is left or booked again, and the account is the channel's. */
async function read(): Promise<void> {
  expect((await city.readFile()).left).toEqual([]);
  expect(await city.readFile()).toEqual({ booked: [], left: [] });
  await expectSound();
}

async function expectSound(): Promise<void> {
  expect(await city.balance("channel:hosted")).toBe(city.there());
  const open = await city.open(first);
  const waits = open.reduce((sum, one) => sum + BigInt(textAt(one, "amount").replace(".", "")), 0n);
  expect(await city.balance("suspense:hosted")).toBe(waits);
}

const writeOff = async (payment: string): Promise<void> => {
  for (const one of await of(payment)) {
    const id = textAt(one, "id");
    await city.propose(first, id, { outcome: "WRITE_OFF" });
    expect(await city.confirm(first, id)).toMatchObject({ __typename: "SameOfficer" });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
  }
};

/** Nothing of a test waits for the next one. */
afterEach(async () => {
  for (const payment of new Set((await city.open(first)).map((one) => textAt(one, "paymentId"))))
    await writeOff(payment);
  await read();
  expect(await city.balance("suspense:hosted")).toBe(0n);
  expect(await verified(city.platform)).toMatchObject(SOUND);
});

describe("a reversal", () => {
  it("of what was never known here is booked once, shown, and resolved by two treasurers", async () => {
    const told = ofNobody();
    tell("REVERSAL", told);
    await read();
    expect(await shown(told.paymentId)).toEqual([["REVERSAL", "UNKNOWN_REVERSAL", "OPEN", "9.00"]]);
    const [found = null] = await of(told.paymentId);
    const id = textAt(found, "id");
    // No charge of the channel's is known by which it could go back.
    expect(await city.propose(first, id, { outcome: "REFUND" })).toMatchObject({ code: "NOTHING_TO_REFUND" });
    const biller = `biller:${city.biller.partnerId}` as const;
    const before = await city.balance(biller);
    await city.propose(first, id, { outcome: "ASSIGN_TO_ACCOUNT", to: biller });
    expect(await city.confirm(second, id)).toMatchObject({ status: "RESOLVED" });
    expect((await city.balance(biller)) - before).toBe(9_00n);
    await read();
  });

  it("of a chargeback in the books waits until they have it too", async () => {
    const { payment } = await city.pay("30.00");
    const told = dispute(payment, "30.00");
    tell("CHARGEBACK", told);
    await take("CHARGEBACK", told);
    await read();
    expect(await shown(payment)).toEqual([]);
    tell("REVERSAL", told);
    await read();
    expect(await shown(payment)).toEqual([["REVERSAL", "UNKNOWN_REVERSAL", "OPEN", "30.00"]]);
    await take("REVERSAL", told);
    await take("REVERSAL", told);
    expect(await shown(payment)).toEqual([]);
    await read();
  });

  it.each([
    ["after it", ["CHARGEBACK", "REVERSAL"]],
    ["before it", ["REVERSAL", "CHARGEBACK"]],
  ] as const)("of a chargeback that waits takes it back, read %s", async (_, types) => {
    const told = ofNobody();
    for (const [i, type] of types.entries()) {
      tell(type, told);
      await read();
      expect(await shown(told.paymentId)).toHaveLength(1 - i);
    }
  });

  it("of a chargeback that two have resolved, or of other money, is a difference of its own", async () => {
    const [gone, other] = [ofNobody(), ofNobody()];
    for (const told of [gone, other]) tell("CHARGEBACK", told);
    await read();
    await writeOff(gone.paymentId);
    for (const told of [gone, { ...other, amount: "4.00" }]) tell("REVERSAL", told);
    await read();
    expect(await shown(gone.paymentId)).toEqual([["REVERSAL", "UNKNOWN_REVERSAL", "OPEN", "9.00"]]);
    expect((await shown(other.paymentId)).toSorted()).toEqual([
      ["CHARGEBACK", "UNKNOWN_CHARGEBACK", "OPEN", "-9.00"],
      ["REVERSAL", "UNKNOWN_REVERSAL", "OPEN", "4.00"],
    ]);
  });

  it.each([0, 1, 2, 3])(
    "of a chargeback of which a treasurer speaks meanwhile counts once (after read %i)",
    async (reads) => {
      const told = ofNobody();
      tell("CHARGEBACK", told);
      await read();
      const [kept = null] = await of(told.paymentId);
      const id = textAt(kept, "id");
      tell("REVERSAL", told);
      const speakAfter = (left: number): void =>
        city.platform.gate.delayRead(id, async () =>
          left > 0 ? speakAfter(left - 1) : city.propose(first, id, { outcome: "WRITE_OFF" }),
        );
      speakAfter(reads);
      await read();
    },
  );

  it("that came before the books had the chargeback is booked when they have it", async () => {
    const { payment } = await city.pay("20.00");
    const told = dispute(payment, "20.00");
    for (const type of ["CHARGEBACK", "REVERSAL"] as const) tell(type, told);
    await read();
    expect(await shown(payment)).toEqual([]);
    await take("CHARGEBACK", told);
    await read();
    expect(await shown(payment)).toEqual([["REVERSAL", "UNKNOWN_REVERSAL", "OPEN", "20.00"]]);
    await take("REVERSAL", told);
    expect(await shown(payment)).toEqual([]);
    await read();
  });
});

describe.each(["CHARGEBACK", "REVERSAL"] as const)("a %s", (type) => {
  const sign = type === "CHARGEBACK" ? "" : "-";
  const [minus, plus] = [sign === "" ? "-" : "", sign];
  const booked = async (): Promise<Dispute> => {
    const { payment } = await city.pay("50.00");
    const told = dispute(payment, "50.00");
    for (const one of type === "CHARGEBACK" ? [type] : (["CHARGEBACK", type] as const)) {
      if (one !== type) tell(one, told);
      await take(one, told);
    }
    return told;
  };

  it("that a file told otherwise before it was put right is what the last one says, once the books have it", async () => {
    const { payment } = await city.pay("50.00");
    const told = dispute(payment, "40.00");
    if (type === "REVERSAL") {
      tell("CHARGEBACK", { ...told, amount: "40.00" });
      await take("CHARGEBACK", told);
    }
    const name = tell(type, { ...told, amount: "50.00" });
    await read();
    city.gateway.books.amend(name, "40.00");
    await read();
    for (let i = 0; i < 2; i += 1) {
      await take(type, told);
      await expectSound();
    }
    await read();
  });

  it("in another currency moves nothing, and is there until two have looked", async () => {
    const told = ofNobody("12.50");
    tell(type, told, "USD");
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, "OTHER_CURRENCY", "OPEN", "0.00"]]);
    expect(await of(told.paymentId)).toMatchObject([{ foreign: "12.50 USD", known: null }]);
    await writeOff(told.paymentId);
    await read();
    expect(await shown(told.paymentId)).toEqual([]);
  });

  it("that the books have in yuan, and the file in another currency, is what we have of it", async () => {
    const told = await booked();
    tell(type, { ...told, amount: "7.10" }, "USD");
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, "OTHER_CURRENCY", "OPEN", `${plus}50.00`]]);
    expect(await of(told.paymentId)).toMatchObject([{ foreign: "7.10 USD", known: "SUCCEEDED" }]);
  });

  it("of another amount than the books have is booked for what they differ by", async () => {
    const told = await booked();
    tell(type, { ...told, amount: "60.00" });
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, "OTHER_AMOUNT", "OPEN", `${minus}10.00`]]);
    // Sent again, the file of chargebacks changes nothing of it.
    await take(type, told);
    await expectSound();
  });

  it("that the books have and the file lacks is missing there, until a file has it", async () => {
    const told = await booked();
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, `MISSING_${type}`, "OPEN", `${plus}50.00`]]);
    expect(await of(told.paymentId)).toMatchObject([{ known: "SUCCEEDED", source: "DAY_FILE" }]);
    await take(type, told);
    await expectSound();
    const found = tell(type, told);
    await read();
    expect(await shown(told.paymentId)).toEqual([]);
    city.gateway.books.lose(found);
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, `MISSING_${type}`, "OPEN", `${plus}50.00`]]);
    await writeOff(told.paymentId);
    city.gateway.books.find(found);
    await read();
    expect(await shown(told.paymentId)).toEqual([[type, `MISSING_${type}`, "OPEN", `${minus}50.00`]]);
  });
});
