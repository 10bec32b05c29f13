import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ARREARS_MAX } from "../../../services/convenience/transit/card.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { askAboutRefund } from "../../../services/money/payments/ask-about-refund.ts";
import { SANDBOX_SETTLES_AFTER_MS } from "../../../services/money/payments/channels/sandbox-channel-script.ts";
import type { Payment } from "../../../services/money/payments/payment.ts";
import type { Refund } from "../../../services/money/payments/refund.ts";
import { refundPayment } from "../../../services/money/payments/refund-payment.ts";
import { getPayment, listRefunds } from "../../../services/money/payments/store.ts";
import { ACTOR, by, ledgerOf, postTransfer, SOUND, transferBetween, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Account, balanceOf, newAccount, portsOf, topUp } from "./top-ups.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const store = () => ({ ...ledgerOf(platform), mode: "live" as const });
const fresh = async ({ id }: Payment) => (await getPayment(store(), id)) ?? expect.fail("no payment");

async function pay(amount: bigint): Promise<{ account: Account; payment: Payment }> {
  const account = await newAccount(platform);
  return { account, payment: must(await topUp(platform, account, amount)) };
}

const refund = (payment: Payment, amount: bigint, key = newId("key", systemRuntime) as string) =>
  refundPayment(portsOf(platform, ACTOR), {
    payment: payment.id,
    amount: fen(amount),
    reason: "asked for by the payer",
    idempotencyKey: key,
  });

describe("a refund", () => {
  it("gives a part back, then the rest, and then no more", async () => {
    const { account, payment } = await pay(50_00n);
    expect(must(await refund(payment, 20_00n))).toMatchObject({ status: "SUCCEEDED", amount: 20_00n });
    expect(await fresh(payment)).toMatchObject({ status: "PARTLY_REFUNDED", refunded: 20_00n });
    expect(await balanceOf(platform, account)).toBe(30_00n);
    must(await refund(await fresh(payment), 30_00n));
    expect(await fresh(payment)).toMatchObject({ status: "REFUNDED", refunded: 50_00n });
    expect(await balanceOf(platform, account)).toBe(0n);
    expect(await refund(await fresh(payment), 1n)).toEqual({
      ok: false,
      error: { code: "NOT_REFUNDABLE", refundable: 0n },
    });
  });

  it("of more than is left is refused, and says what is left", async () => {
    const { payment } = await pay(50_00n);
    must(await refund(payment, 20_00n));
    for (const amount of [30_01n, 0n, -1n]) {
      expect(await refund(await fresh(payment), amount)).toEqual({
        ok: false,
        error: { code: "REFUND_EXCEEDS_PAYMENT", refundable: 30_00n },
      });
    }
  });

  it("never exceeds the payment, however many ask at once for what all saw refundable", async () => {
    const { account, payment } = await pay(50_00n);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(payment, 20_00n)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await fresh(payment)).toMatchObject({ status: "PARTLY_REFUNDED", refunded: 40_00n });
    expect(await balanceOf(platform, account)).toBe(10_00n);
  });

  it("asked for again with its key while the first call begins it is the same one", async () => {
    const { account, payment } = await pay(50_00n);
    const key = newId("key", systemRuntime);
    const first: Refund[] = [];
    platform.gate.delayRead(payment.id, async () => {
      first.push(must(await refund(payment, 50_00n, key)));
    });
    expect(must(await refund(payment, 50_00n, key)).id).toBe(first[0]?.id);
    expect(await balanceOf(platform, account)).toBe(0n);
  });

  it("that names what the payment has not paid is refused", async () => {
    const { account, payment } = await pay(50_00n);
    const wish = {
      payment: payment.id,
      amount: fen(20_00n),
      reason: "asked for by the payer",
      idempotencyKey: "misnamed",
    };
    const misnamed = { ...wish, about: `bill_${"0".repeat(40)}` };
    expect(await refundPayment(portsOf(platform, ACTOR), misnamed)).toEqual({
      ok: false,
      error: { code: "BILL_NOT_OF_PAYMENT", path: ["bill"] },
    });
    expect(await balanceOf(platform, account)).toBe(50_00n);
  });

  it("asked for again with its key is the same one", async () => {
    const { account, payment } = await pay(50_00n);
    const asked = Array.from({ length: 8 }, () => refund(payment, 20_00n, "same-refund"));
    expect(new Set((await Promise.all(asked)).map((answer) => must(answer).id)).size).toBe(1);
    expect(await balanceOf(platform, account)).toBe(30_00n);
    expect(await refund(payment, 21_00n, "same-refund")).toEqual({
      ok: false,
      error: { code: "IDEMPOTENCY_MISMATCH" },
    });
  });

  it("asked for with its key and another word, part or payment is none", async () => {
    const [{ account, payment }, other] = [await pay(50_00n), await pay(50_00n)];
    const wish = {
      ...{ payment: payment.id as string, amount: fen(20_00n), reason: "asked for by the payer" },
      idempotencyKey: "one-refund",
    };
    const ask = (changes: Partial<typeof wish> & { readonly about?: string }) =>
      refundPayment(portsOf(platform, ACTOR), { ...wish, ...changes });
    expect(must(await ask({})).id).toMatch(/^rfd_/);
    const [only] = payment.purpose.parts;
    for (const changes of [
      { about: only?.about ?? expect.fail("no part") },
      { reason: "asked for twice" },
      { payment: other.payment.id },
    ])
      expect(await ask(changes)).toEqual({ ok: false, error: { code: "IDEMPOTENCY_MISMATCH" } });
    expect(await balanceOf(platform, account)).toBe(30_00n);
    expect(await balanceOf(platform, other.account)).toBe(50_00n);
  });

  it("of a payment that is none, or without a reason, is refused", async () => {
    const { account, payment } = await pay(50_00n);
    const wish = {
      payment: payment.id as string,
      amount: fen(1n),
      reason: "asked for",
      idempotencyKey: "none",
    };
    const ask = (changes: Partial<typeof wish>) =>
      refundPayment(portsOf(platform, ACTOR), { ...wish, ...changes });
    for (const none of ["pay_0000000000000000", "bill_0000000000000000", ""])
      expect(await ask({ payment: none })).toEqual({ ok: false, error: { code: "NOT_FOUND" } });
    for (const reason of ["x", "x".repeat(201)])
      expect(await ask({ reason })).toMatchObject({ error: { code: "TEXT_LENGTH", path: ["reason"] } });
    expect(await balanceOf(platform, account)).toBe(50_00n);
  });

  it("that the channel declines leaves the payment as it was", async () => {
    const { account, payment } = await pay(50_00n);
    expect(must(await refund(payment, 1_91n))).toMatchObject({ status: "FAILED" });
    expect(await fresh(payment)).toMatchObject({ status: "SUCCEEDED", refunded: 0n });
    expect(await balanceOf(platform, account)).toBe(50_00n);
    must(await refund(await fresh(payment), 50_00n));
  });

  it.each([
    ["succeeded", 1_92n, "SUCCEEDED", 48_08n],
    ["failed", 1_93n, "FAILED", 50_00n],
  ] as const)(
    "of which nothing is known keeps its amount from being spent, and ends when it has %s",
    async (_, amount, status, left) => {
      const { account, payment } = await pay(50_00n);
      const unknown = must(await refund(payment, amount));
      expect(unknown.status).toBe("UNKNOWN");
      // A ride may take a card below nothing, but not by what is set aside.
      const ride = transferBetween(
        50_00n + ARREARS_MAX,
        { debit: `card:${account.card}`, credit: "operator:ptn_metro" },
        {
          at: platform.clock.now(),
          cause: newId("trp", systemRuntime),
        },
      );
      const posted = await postTransfer(ledgerOf(platform), ride, by(platform));
      expect(posted).toMatchObject({ ok: false, error: { code: "INSUFFICIENT_FUNDS" } });
      platform.clock.advance(SANDBOX_SETTLES_AFTER_MS);
      expect((await askAboutRefund(portsOf(platform, ACTOR), unknown)).status).toBe(status);
      expect(await balanceOf(platform, account)).toBe(left);
      expect((await listRefunds(store(), payment.id)).map((each) => each.status)).toEqual([status]);
    },
  );

  it("of what has been spent is refused, and nothing is set aside", async () => {
    const { account, payment } = await pay(50_00n);
    const ride = transferBetween(
      45_00n,
      { debit: `card:${account.card}`, credit: "operator:ptn_metro" },
      {
        at: platform.clock.now(),
        cause: newId("trp", systemRuntime),
      },
    );
    must(await postTransfer(ledgerOf(platform), ride, by(platform)));
    expect(await refund(payment, 5_01n)).toEqual({ ok: false, error: { code: "ALREADY_SPENT" } });
    expect(await fresh(payment)).toMatchObject({ refunded: 0n });
    must(await refund(payment, 5_00n));
  });

  it("of a payment that failed is refused", async () => {
    const { payment } = await pay(50_91n);
    expect(await refund(payment, 1n)).toEqual({
      ok: false,
      error: { code: "NOT_REFUNDABLE", refundable: 0n },
    });
  });

  it("leaves the ledger sound, whatever happened above", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
