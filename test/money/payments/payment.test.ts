import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import type { ChannelAnswer } from "../../../services/money/payments/channels/channel-answer.ts";
import {
  beginRefund,
  completeRefund,
  createPayment,
  hear,
  isOpen,
  PAYMENT_STATUSES,
  type PaidPart,
  type Payment,
  type PaymentOrderInput,
  type PaymentStatus,
  partOf,
  wasPaid,
  withdrawRefund,
} from "../../../services/money/payments/payment.ts";
import {
  hearOfRefund,
  isOpenRefund,
  REFUND_STATUSES,
  type Refund,
  type RefundStatus,
} from "../../../services/money/payments/refund.ts";

const CREATED_AT = "2026-03-02T02:00:00.000Z" as Instant;
const NOW = "2026-03-02T02:00:05.000Z" as Instant;
const PAID_AT = "2026-03-02T02:00:03.000Z" as Instant;

const part = (about: string, amount: bigint): PaidPart => ({ about, amount: fen(amount), refunded: fen(0n) });

const ORDER: PaymentOrderInput = {
  ...{ id: "pay_1", payer: "ctz_1", purpose: { kind: "bills", parts: [] }, amount: fen(0n) },
  ...{ channel: "sandbox", fingerprint: "f" },
};

function paymentOf(status: PaymentStatus, ...parts: readonly PaidPart[]): Payment {
  const amount = fen(parts.reduce((sum, { amount: of }) => sum + of, 0n));
  const order = { ...ORDER, purpose: { kind: "bills", parts }, amount };
  return { ...createPayment(order, CREATED_AT), status };
}

const refundThatIs = (status: RefundStatus): Refund => ({
  ...{ id: "rfd_1", payment: "pay_1", payer: "ctz_1", amount: fen(88_00n), status },
  ...{ reason: "asked for", createdAt: CREATED_AT, fingerprint: "f" },
});

const succeeded = { state: "SUCCEEDED", channelNumber: "CH1", paidAt: PAID_AT } as const;
const ANSWERS = {
  right: { ...succeeded, amount: fen(88_00n), currency: "CNY" },
  "a fen less": { ...succeeded, amount: fen(87_99n), currency: "CNY" },
  "a fen more": { ...succeeded, amount: fen(88_01n), currency: "CNY" },
  dollars: { ...succeeded, amount: fen(88_00n), currency: "USD" },
  declined: { state: "DECLINED", reason: "CARD_BLOCKED" },
  waiting: { state: "PENDING" },
  silent: { state: "UNKNOWN", reason: "TIMED_OUT" },
} as const satisfies Record<string, ChannelAnswer>;
type Said = keyof typeof ANSWERS;

/** The change that it makes; the same movement, or why it is refused. */
type Heard = object | "same" | "AMOUNT_DIFFERS" | "CURRENCY_DIFFERS" | "ENDED_OTHERWISE";

const ENDS = { status: "SUCCEEDED", endedAt: NOW, channelNumber: "CH1", paidAt: PAID_AT };
const OF_AN_OPEN_ONE: Readonly<Record<Said, Heard>> = {
  right: ENDS,
  "a fen less": "AMOUNT_DIFFERS",
  "a fen more": "AMOUNT_DIFFERS",
  dollars: "CURRENCY_DIFFERS",
  declined: { status: "FAILED", endedAt: NOW, declined: "CARD_BLOCKED" },
  waiting: { status: "PENDING" },
  silent: { status: "UNKNOWN" },
};
const OF_ONE_THAT_SUCCEEDED: Readonly<Record<Said, Heard>> = {
  right: "same",
  "a fen less": "AMOUNT_DIFFERS",
  "a fen more": "AMOUNT_DIFFERS",
  dollars: "CURRENCY_DIFFERS",
  declined: "ENDED_OTHERWISE",
  waiting: "same",
  silent: "same",
};
const OF_ONE_THAT_FAILED: Readonly<Record<Said, Heard>> = {
  right: "ENDED_OTHERWISE",
  "a fen less": "ENDED_OTHERWISE",
  "a fen more": "ENDED_OTHERWISE",
  dollars: "ENDED_OTHERWISE",
  declined: "same",
  waiting: "same",
  silent: "same",
};
const HEARD = {
  CREATED: OF_AN_OPEN_ONE,
  PENDING: OF_AN_OPEN_ONE,
  UNKNOWN: OF_AN_OPEN_ONE,
  SUCCEEDED: OF_ONE_THAT_SUCCEEDED,
  FAILED: OF_ONE_THAT_FAILED,
  REFUNDING: OF_ONE_THAT_SUCCEEDED,
  PARTLY_REFUNDED: OF_ONE_THAT_SUCCEEDED,
  REFUNDED: OF_ONE_THAT_SUCCEEDED,
} as const satisfies Record<PaymentStatus, Readonly<Record<Said, Heard>>>;

const answers = Object.entries(ANSWERS) as readonly (readonly [Said, ChannelAnswer])[];

function expected<T extends object>(of: T, heard: Heard): unknown {
  if (heard === "same") return { ok: true, value: of };
  return typeof heard === "string"
    ? { ok: false, error: { code: heard } }
    : { ok: true, value: { ...of, ...heard } };
}

describe("what a channel says", () => {
  it.each(PAYMENT_STATUSES.flatMap((status) => answers.map((answer) => [status, ...answer] as const)))(
    "about a payment that is %s is heard as the table says: %s",
    (status, said, answer) => {
      const payment = paymentOf(status, part("bill_1", 88_00n));
      expect(hear(payment, answer, NOW)).toEqual(expected(payment, HEARD[status][said]));
    },
  );

  it.each(REFUND_STATUSES.flatMap((status) => answers.map((answer) => [status, ...answer] as const)))(
    "about a refund that is %s is heard as the table says: %s",
    (status, said, answer) => {
      const refund = refundThatIs(status);
      expect(hearOfRefund(refund, answer, NOW)).toEqual(expected(refund, HEARD[status][said]));
    },
  );

  it("has not been asked for of a payment that was just created", () => {
    const { status, createdAt, refunded, returned, endedAt } = createPayment(ORDER, CREATED_AT);
    expect([status, createdAt, refunded, returned, endedAt]).toEqual([
      ...["CREATED", CREATED_AT, 0n, undefined, undefined],
    ]);
  });

  it("is asked for of what is open, and money has come where it succeeded, whatever has gone back", () => {
    const payments = PAYMENT_STATUSES.map((status) => paymentOf(status, part("bill_1", 88_00n)));
    const open = ["CREATED", "PENDING", "UNKNOWN"];
    expect(payments.filter(isOpen).map(({ status }) => status)).toEqual(open);
    expect(payments.filter(wasPaid).map(({ status }) => status)).toEqual([
      ...["SUCCEEDED", "REFUNDING", "PARTLY_REFUNDED", "REFUNDED"],
    ]);
    const refunds = REFUND_STATUSES.map(refundThatIs);
    expect(refunds.filter(isOpenRefund).map(({ status }) => status)).toEqual(open);
  });
});

describe("a refund", () => {
  it.each(PAYMENT_STATUSES)("of a payment that is %s is begun only where money of it is left", (status) => {
    const begun = beginRefund(paymentOf(status, part("bill_1", 88_00n)), { amount: fen(1n) });
    const isRefundable = ["SUCCEEDED", "REFUNDING", "PARTLY_REFUNDED"].includes(status);
    expect(begun.ok ? begun.value.status : begun.error).toEqual(
      isRefundable ? "REFUNDING" : { code: "NOT_REFUNDABLE", refundable: 0n },
    );
  });

  it("names its part where there are several, and may leave it out where there is one", () => {
    const [one, two] = [part("bill_1", 10n), part("bill_2", 20n)];
    const [single, several] = [paymentOf("SUCCEEDED", one), paymentOf("SUCCEEDED", one, two)];
    expect([partOf(single), partOf(single, "bill_1"), partOf(single, "bill_2")]).toEqual([
      ...[one, one, undefined],
    ]);
    expect([partOf(several), partOf(several, "bill_2"), partOf(several, "bill_3")]).toEqual([
      ...[undefined, two, undefined],
    ]);
    expect(beginRefund(several, { amount: fen(1n) })).toEqual({
      ...{ ok: false, error: { code: "BILL_NOT_NAMED" } },
    });
    expect(beginRefund(several, { amount: fen(1n), about: "bill_3" })).toEqual({
      ...{ ok: false, error: { code: "BILL_NOT_OF_PAYMENT", path: ["bill"] } },
    });
  });

  /** Parts by their amounts, what is asked to go back of them, and which refunds end well. */
  const amounts = fc.array(fc.bigInt({ min: 1n, max: 4n }), { minLength: 1, maxLength: 3 });
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom("begin", "begin", "complete", "withdraw"),
      which: fc.nat({ max: 2 }),
      amount: fc.bigInt({ min: -1n, max: 5n }),
    }),
    { maxLength: 16 },
  );

  type Part = { readonly amount: bigint; aside: bigint; back: bigint };
  type Out = { readonly of: number; readonly amount: bigint };

  /** A payment as plain numbers say it. */
  const stateOf = (parts: readonly Part[]) => {
    const sum = (of: (one: Part) => bigint) => parts.reduce((total, one) => total + of(one), 0n);
    const [amount, aside, back] = [sum((one) => one.amount), sum((one) => one.aside), sum((one) => one.back)];
    const settled = back === 0n ? "SUCCEEDED" : back === amount ? "REFUNDED" : "PARTLY_REFUNDED";
    const status = aside > back ? "REFUNDING" : settled;
    const each = parts.map((one) => [one.amount, one.aside, one.back]);
    return { status, amount, aside, back, each };
  };

  const told = ({ status, amount, refunded, returned, purpose }: Payment) => ({
    ...{ status, amount, aside: refunded, back: returned ?? 0n },
    each: purpose.parts.map((one) => [one.amount, one.refunded, one.returned ?? 0n]),
  });

  it("is one of many: each takes of its own part what is left, and gives back what it took", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(amounts, steps, (of, todo) => {
        const parts: Part[] = of.map((amount) => ({ amount, aside: 0n, back: 0n }));
        const out: Out[] = [];
        let payment = paymentOf("SUCCEEDED", ...of.map((amount, i) => part(`bill_${i}`, amount)));
        for (const { what, which, amount } of todo) {
          if (what === "begin") {
            const index = which % parts.length;
            const mine = parts[index];
            if (!mine) throw new Error("no part");
            const begun = beginRefund(payment, { amount: fen(amount), about: `bill_${index}` });
            const { status, amount: all, aside } = stateOf(parts);
            const left = mine.amount - mine.aside;
            if (aside === all) {
              const code = status === "REFUNDED" ? "NOT_REFUNDABLE" : "REFUND_UNDER_WAY";
              expect(begun).toMatchObject({ error: { code, refundable: 0n } });
            } else if (amount <= 0n || amount > left) {
              const error = { code: "REFUND_EXCEEDS_PAYMENT", refundable: left };
              expect(begun).toEqual({ ok: false, error });
            } else {
              if (!begun.ok) throw new Error(begun.error.code);
              payment = begun.value;
              mine.aside += amount;
              out.push({ of: index, amount });
            }
          } else {
            const [ended] = out.splice(which % Math.max(out.length, 1), 1);
            const mine = ended && parts[ended.of];
            if (!ended || !mine) continue;
            const back = { amount: fen(ended.amount), about: `bill_${ended.of}` };
            payment = what === "complete" ? completeRefund(payment, back) : withdrawRefund(payment, back);
            if (what === "complete") mine.back += ended.amount;
            else mine.aside -= ended.amount;
          }
          expect(told(payment)).toEqual(stateOf(parts));
          seen.add(`${what} ${payment.status}`);
        }
      }),
      { numRuns: 500 },
    );
    for (const what of ["begin", "complete", "withdraw"]) expect([...seen]).toContain(`${what} REFUNDING`);
    for (const what of ["complete", "withdraw"]) expect([...seen]).toContain(`${what} PARTLY_REFUNDED`);
    expect([...seen]).toContain("withdraw SUCCEEDED");
    expect([...seen]).toContain("complete REFUNDED");
  });
});
