import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { fen } from "../../../services/kernel/money.ts";
import { askChannel } from "../../../services/money/payments/ask-channel.ts";
import type { Payment } from "../../../services/money/payments/payment.ts";
import { movementOf } from "../../../services/money/payments/reconciliation/our-movements.ts";
import { reconcileDay } from "../../../services/money/payments/reconciliation/reconcile-day.ts";
import type { Movement } from "../../../services/money/payments/reconciliation/reconcile-file.ts";
import { refundPayment } from "../../../services/money/payments/refund-payment.ts";
import { ACTOR, ledgerOf } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { citizen, newAccount, portsOf, topUp } from "./top-ups.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** Each test has a day of its own, and what the channel has moved on it. */
let next = 1;
function newDay() {
  const day = date(`2026-12-${String(next).padStart(2, "0")}`);
  next += 2;
  platform.clock.set(`${day}T02:00:00.000Z`);
  return day;
}

const store = () => ({ ...ledgerOf(platform), mode: "live" as const });
const pay = async (amount: bigint): Promise<Payment> =>
  must(await topUp(platform, await newAccount(platform), amount));

/** As the channel's file would have it. */
const movementIn = async (id: string): Promise<Movement> =>
  (await movementOf(store(), id)) ?? expect.fail("not ours");

const reconcile = (day: ReturnType<typeof newDay>, theirs: readonly Movement[]) =>
  reconcileDay(store(), "sandbox", day, theirs);

describe("a channel's day against our books", () => {
  it("has no difference where both say the same, refunds and what was declined included", async () => {
    const day = newDay();
    const payments = [await pay(10_00n), await pay(20_00n), await pay(5_91n)];
    const wish = {
      payment: payments[0]?.id ?? expect.fail(),
      amount: fen(4_00n),
      reason: "test",
      idempotencyKey: "give-back",
    };
    const refund = must(await refundPayment(portsOf(platform, ACTOR), wish));
    const theirs = await Promise.all([...payments, refund].map(({ id }) => movementIn(id)));
    expect(await reconcile(day, theirs)).toEqual({ theirs: 4, ours: 4, differences: [] });
  });

  it("shows what the channel moved and we do not know, and what we booked and it does not", async () => {
    const day = newDay();
    const [ours, both] = [await pay(10_00n), await pay(20_00n)];
    const stranger = {
      ...(await movementIn(both.id)),
      paymentId: "pay_0000000000000000",
      channelNumber: "c-1",
    };
    const { differences } = await reconcile(day, [await movementIn(both.id), stranger]);
    expect(differences).toMatchObject([
      { kind: "MISSING_HERE", theirs: { paymentId: stranger.paymentId } },
      { kind: "MISSING_THERE", ours: { paymentId: ours.id, amount: 10_00n } },
    ]);
  });

  it("shows another amount, and a charge that we take for failed", async () => {
    const day = newDay();
    const [other, failed] = [await pay(10_00n), await pay(20_91n)];
    const theirs: readonly Movement[] = [
      { ...(await movementIn(other.id)), amount: fen(10_01n) },
      { ...(await movementIn(failed.id)), state: "SUCCEEDED", channelNumber: "c-2" },
    ];
    const { differences } = await reconcile(day, theirs);
    expect(differences).toMatchObject([
      { kind: "AMOUNT", theirs: { amount: 10_01n }, ours: { amount: 10_00n } },
      { kind: "STATE", theirs: { state: "SUCCEEDED" }, ours: { state: "DECLINED" } },
    ]);
  });

  it("goes by the channel's time: what we hear of after midnight belongs to its own day", async () => {
    const day = newDay();
    platform.clock.set(`${day}T15:59:50.000Z`);
    const account = await newAccount(platform);
    const unknown = must(await topUp(platform, account, 10_92n));
    platform.clock.advance(60_000);
    const settled = await askChannel(portsOf(platform, citizen(account.holder)), unknown);
    expect(settled).toMatchObject({ status: "SUCCEEDED", paidAt: `${day}T15:59:55.000Z` });
    expect((await reconcile(day, [])).differences).toMatchObject([{ kind: "MISSING_THERE" }]);
    const nextDay = date(`${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, "0")}`);
    expect((await reconcile(nextDay, [])).differences).toEqual([]);
  });
});
