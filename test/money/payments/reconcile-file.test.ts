import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import { instantOf, systemRuntime } from "../../../services/kernel/runtime.ts";
import { openHostedChannel } from "../../../services/money/payments/channels/hosted-channel.ts";
import { LINE_TYPES } from "../../../services/money/payments/differences/difference-kinds.ts";
import {
  DAY_FILE_COLUMNS,
  type Difference,
  differences,
  MOVEMENT_STATES,
  type Movement,
  readDayFileRow,
} from "../../../services/money/payments/reconciliation/reconcile-file.ts";
import { must } from "../../support/must.ts";
import { type PaymentGateway, startPaymentGateway } from "../../support/payment-gateway.ts";
import { AT, order, refundOrder } from "./orders.ts";

const ROW = {
  type: "CHARGE",
  paymentId: "pay_0123456789abcdef",
  refundId: "",
  amount: "88.00",
  currency: "CNY",
  state: "SUCCEEDED",
  number: "gw-1",
  time: "2026-11-23T10:00:00+08:00",
};

const movement = (changes: Partial<Movement> = {}): Movement => ({
  ...must(readDayFileRow(ROW)),
  ...changes,
});

function problemsOf(changes: Partial<Record<string, string>>): readonly string[] {
  const read = readDayFileRow({ ...ROW, ...changes });
  return read.ok ? [] : read.error.map(({ code, column }) => `${code} ${column}`);
}

describe("a row of a channel's day file", () => {
  it("becomes a movement of the channel's", () => {
    const charge = { type: "CHARGE", paymentId: ROW.paymentId, amount: 88_00n, currency: "CNY" };
    expect(movement()).toEqual({ ...charge, state: "SUCCEEDED", channelNumber: "gw-1", at: AT });
    const refund = must(readDayFileRow({ ...ROW, type: "REFUND", refundId: "rfd_1", amount: "8" }));
    expect(refund).toMatchObject({ type: "REFUND", refundId: "rfd_1", amount: 8_00n });
    expect(must(readDayFileRow({ ...ROW, state: "DECLINED", number: "" })).channelNumber).toBeUndefined();
  });

  it("names everything that is wrong with it", () => {
    expect(problemsOf(Object.fromEntries(DAY_FILE_COLUMNS.map((column) => [column, ""])))).toEqual([
      "REQUIRED type",
      "REQUIRED paymentId",
      "REQUIRED amount",
      "REQUIRED currency",
      "REQUIRED state",
      "REQUIRED time",
    ]);
    expect(problemsOf({ number: "" })).toEqual(["REQUIRED number"]);
    expect(problemsOf({ type: "REFUND" })).toEqual(["REQUIRED refundId"]);
    expect(problemsOf({ refundId: "rfd_1" })).toEqual(["NOT_OF_A_CHARGE refundId"]);
    expect(problemsOf({ type: "charge" })).toEqual(["UNKNOWN_VALUE type"]);
    expect(problemsOf({ paymentId: "a b" })).toEqual(["NOT_AN_ID paymentId"]);
    for (const amount of ["88.001", "-88.00", "0.00", "8,800.00", "8.8e1"])
      expect(problemsOf({ amount })).toEqual(["NOT_MONEY amount"]);
    expect(problemsOf({ currency: "RMB¥" })).toEqual(["UNKNOWN_VALUE currency"]);
    expect(problemsOf({ time: "2026-11-23 10:00:00" })).toEqual(["NOT_A_TIME time"]);
  });
});

const kinds = (found: readonly Difference[]): readonly string[] => found.map(({ kind }) => kind);

describe("a channel's day against our books", () => {
  it("is without differences where both have the same", () => {
    const refund = movement({ type: "REFUND", refundId: "rfd_1", amount: fen(8_00n), channelNumber: "gw-2" });
    expect(differences([movement(), refund], [refund, movement({ channelNumber: undefined })])).toEqual([]);
  });

  it("names what is missing on each side", () => {
    const [theirs, ours] = [movement({ paymentId: "pay_theirs" }), movement({ paymentId: "pay_ours" })];
    expect(differences([theirs], [ours])).toEqual([
      { kind: "MISSING_HERE", theirs },
      { kind: "MISSING_THERE", ours },
    ]);
  });

  it("names another amount, another currency and another state, each", () => {
    const ours = movement();
    const cheaper = movement({ amount: fen(87_99n) });
    expect(differences([cheaper], [ours])).toEqual([{ kind: "AMOUNT", theirs: cheaper, ours }]);
    expect(kinds(differences([movement({ currency: "USD" })], [ours]))).toEqual(["AMOUNT"]);
    expect(kinds(differences([movement({ state: "DECLINED" })], [ours]))).toEqual(["STATE"]);
    const both = movement({ state: "PENDING", amount: fen(1n) });
    expect(kinds(differences([both], [ours]))).toEqual(["AMOUNT", "STATE"]);
  });

  it("finds a payment that the channel charged twice", () => {
    const again = movement({ channelNumber: "gw-2" });
    expect(differences([movement(), again], [movement()])).toEqual([{ kind: "MISSING_HERE", theirs: again }]);
    expect(differences([again, movement()], [movement()])).toEqual([{ kind: "MISSING_HERE", theirs: again }]);
    const first = [movement(), movement()];
    expect(kinds(differences(first, [movement({ channelNumber: undefined })]))).toEqual(["MISSING_HERE"]);
  });

  it("finds one under another number than the one we know", () => {
    const theirs = [movement({ channelNumber: "gw-2" })];
    expect(kinds(differences(theirs, [movement()]))).toEqual(["MISSING_HERE", "MISSING_THERE"]);
  });

  it("takes the attempt that succeeded for ours, not the one before it that was declined", () => {
    const declined = movement({ state: "DECLINED", channelNumber: "gw-1" });
    const paid = movement({ channelNumber: "gw-2" });
    const ours = movement({ state: "PENDING", channelNumber: undefined });
    expect(differences([declined, paid], [ours])).toEqual([{ kind: "STATE", theirs: paid, ours }]);
  });

  it("misses nothing that moved no money", () => {
    const [declined, pending] = [movement({ state: "DECLINED" }), movement({ state: "PENDING" })];
    expect(differences([declined], [])).toEqual([]);
    expect(differences([], [pending])).toEqual([]);
  });
});

const arbitraryMovement = fc
  .record({
    type: fc.constantFrom(...LINE_TYPES),
    id: fc.integer({ min: 1, max: 12 }),
    amount: fc.bigInt({ min: 1n, max: 3n }).map(fen),
    currency: fc.constant("CNY"),
    state: fc.constantFrom(...MOVEMENT_STATES),
    number: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    at: fc.integer({ min: 0, max: 86_399_999 }).map((ms) => instantOf(Date.parse(AT) + ms)),
  })
  .map(
    ({ id, number, ...rest }): Movement => ({
      ...rest,
      paymentId: `pay_${id}`,
      refundId: rest.type === "REFUND" ? `rfd_${id}` : undefined,
      channelNumber: number === undefined ? undefined : `gw-${number}`,
    }),
  );

const books = fc.array(arbitraryMovement, { maxLength: 30 });
/** Books with each charge and each refund once, as they should be. */
const orderlyBooks = fc.uniqueArray(arbitraryMovement, {
  maxLength: 30,
  selector: ({ type, paymentId }) => `${type} ${paymentId}`,
});

const moneyOf = ({ state, amount }: Movement): bigint => (state === "SUCCEEDED" ? amount : 0n);
const total = (movements: readonly Movement[]): bigint =>
  movements.reduce((sum, each) => sum + moneyOf(each), 0n);

/** By how much the channel has more than we, by what the differences name; a pair with two differences counts once. */
function explain(found: readonly Difference[]): bigint {
  const pairs = new Map<Movement, bigint>();
  let sum = 0n;
  for (const each of found) {
    if (each.kind === "MISSING_HERE") sum += each.theirs.amount;
    else if (each.kind === "MISSING_THERE") sum -= each.ours.amount;
    else pairs.set(each.ours, moneyOf(each.theirs) - moneyOf(each.ours));
  }
  return [...pairs.values()].reduce((all, each) => all + each, sum);
}

const mirror = (found: readonly Difference[]): readonly unknown[] =>
  found.map((each) => {
    if (each.kind === "MISSING_HERE") return { kind: "MISSING_THERE", ours: each.theirs };
    if (each.kind === "MISSING_THERE") return { kind: "MISSING_HERE", theirs: each.ours };
    return { kind: each.kind, theirs: each.ours, ours: each.theirs };
  });

const sort = (found: readonly unknown[]): readonly string[] =>
  found
    .map((each) => JSON.stringify(each, (_, value) => (typeof value === "bigint" ? `${value}` : value)))
    .sort();

describe("in whatever books", () => {
  it("nothing differs from itself, in any order", () => {
    const shuffled = books.chain((day) =>
      fc.tuple(fc.constant(day), fc.shuffledSubarray(day, { minLength: day.length })),
    );
    fc.assert(
      fc.property(shuffled, ([day, again]) => {
        expect(differences(day, again)).toEqual([]);
      }),
    );
  });

  it("the differences explain every fen by which the sums differ", () => {
    fc.assert(
      fc.property(books, books, (theirs, ours) => {
        expect(explain(differences(theirs, ours))).toBe(total(theirs) - total(ours));
      }),
    );
  });

  it("what one side finds the other finds too, the other way round, and in whatever order", () => {
    const pairs = fc.tuple(orderlyBooks, orderlyBooks);
    fc.assert(
      fc.property(pairs, ([theirs, ours]) => {
        const found = differences(theirs, ours);
        expect(sort(mirror(differences(ours, theirs)))).toEqual(sort(found));
        expect(sort(differences(theirs.toReversed(), ours.toReversed()))).toEqual(sort(found));
      }),
    );
  });

  it("one movement left out or changed is found as just that", () => {
    const chosen = orderlyBooks
      .filter((day) => day.length > 0)
      .chain((day) => fc.tuple(fc.constant(day), fc.nat({ max: day.length - 1 })));
    fc.assert(
      fc.property(chosen, ([day, i]) => {
        const at = day[i] ?? movement();
        const without = day.filter((each) => each !== at);
        const isMissed = at.state === "SUCCEEDED";
        expect(differences(day, without)).toEqual(isMissed ? [{ kind: "MISSING_HERE", theirs: at }] : []);
        expect(differences(without, day)).toEqual(isMissed ? [{ kind: "MISSING_THERE", ours: at }] : []);
        const dearer = { ...at, amount: fen(at.amount + 1n) };
        expect(differences([...without, dearer], day)).toEqual([
          { kind: "AMOUNT", theirs: dearer, ours: at },
        ]);
      }),
    );
  });
});

describe("the day file of a gateway", () => {
  let gateway: PaymentGateway;
  beforeAll(async () => {
    gateway = await startPaymentGateway({ now: () => AT });
  });
  afterAll(() => gateway.stop());

  it("agrees with what its channel answered", async () => {
    const runtime = { ...systemRuntime, now: () => AT };
    const channel = openHostedChannel(gateway.settings, { runtime, log: () => undefined });
    await channel.charge(order("88.00"));
    await channel.refund(refundOrder("8.00"));
    gateway.books.decide("DECLINED");
    await channel.charge(order("9.00", { paymentId: "pay_declined" }));
    const rows: Record<string, string>[] = parse(gateway.books.dayFile(), { columns: true });
    const theirs = rows.map((row) => must(readDayFileRow(row)));
    const refund: Partial<Movement> = { type: "REFUND", refundId: refundOrder("8.00").refundId };
    const ours = [
      movement({ channelNumber: "gw-pay_0123456789abcdef" }),
      movement({ ...refund, amount: fen(8_00n), channelNumber: "gw-rfd_0123456789abcdef" }),
    ];
    expect(differences(theirs, ours)).toEqual([]);
    expect(kinds(differences(theirs, ours.slice(0, 1)))).toEqual(["MISSING_HERE"]);
  });
});
