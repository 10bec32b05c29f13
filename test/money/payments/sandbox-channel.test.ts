import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import type {
  ChannelAnswer,
  Notification,
} from "../../../services/money/payments/channels/channel-answer.ts";
import { openSandboxChannel } from "../../../services/money/payments/channels/sandbox-channel.ts";
import {
  SANDBOX_SCRIPT,
  SANDBOX_SETTLES_AFTER_MS,
} from "../../../services/money/payments/channels/sandbox-channel-script.ts";
import { AT, order, refundOrder } from "./orders.ts";

const LATER = plusMs(AT, SANDBOX_SETTLES_AFTER_MS);

type Event = Notification | "answered";

/** A sandbox at a moment, and what it did in the order in which it did it. */
function sandbox(now: Instant = AT, deliver?: (notification: Notification) => Promise<void>) {
  const events: Event[] = [];
  const warnings: string[] = [];
  const channel = openSandboxChannel({
    now: () => now,
    deliver: async (notification) => {
      events.push(notification);
      await deliver?.(notification);
    },
    log: (_, message) => warnings.push(message),
  });
  const charge = async (amount: string): Promise<ChannelAnswer> => {
    const answer = await channel.charge(order(amount, { returnUrl: "https://app.example.cn/paid" }));
    events.push("answered");
    return answer;
  };
  return { channel, events, warnings, charge };
}

const SUCCEEDED = { state: "SUCCEEDED", channelNumber: "sandbox-pay_0123456789abcdef", currency: "CNY" };

describe("the sandbox", () => {
  it("takes every amount that no row of the table names", async () => {
    const { channel, events, charge } = sandbox();
    const paid = { ...SUCCEEDED, amount: 128_40n, paidAt: AT };
    expect(await charge("128.40")).toEqual(paid);
    expect(await channel.query(order("128.40"))).toEqual(paid);
    expect(events).toEqual(["answered"]);
  });

  it("declines 91 fen, whenever it is asked", async () => {
    const declined = { state: "DECLINED", reason: "INSUFFICIENT_FUNDS" };
    for (const { channel, charge } of [sandbox(), sandbox(LATER)]) {
      expect(await charge("10.91")).toEqual(declined);
      expect(await channel.query(order("10.91"))).toEqual(declined);
    }
  });

  it("times out at 92 fen, and the money turns out to have moved", async () => {
    expect(await sandbox().charge("10.92")).toEqual({ state: "UNKNOWN", reason: "TIMED_OUT" });
    expect(await sandbox().channel.query(order("10.92"))).toEqual({ state: "PENDING" });
    const paid = { ...SUCCEEDED, amount: 10_92n, paidAt: LATER };
    expect(await sandbox(LATER).channel.query(order("10.92"))).toEqual(paid);
    expect(await sandbox(LATER).charge("10.92")).toEqual(paid);
  });

  it("times out at 93 fen, and the money turns out not to have moved", async () => {
    expect(await sandbox().charge("10.93")).toEqual({ state: "UNKNOWN", reason: "TIMED_OUT" });
    const declined = { state: "DECLINED", reason: "PAYER_NOT_REACHED" };
    expect(await sandbox(LATER).channel.query(order("10.93"))).toEqual(declined);
  });

  it("notifies twice at 94 fen, with one notification, and leaves the outcome to it", async () => {
    const { channel, events, charge } = sandbox();
    expect(await charge("10.94")).toEqual({ state: "PENDING" });
    const [first, second] = events;
    const paid = { ...SUCCEEDED, amount: 10_94n, paidAt: AT };
    expect(first).toMatchObject({ ...paid, paymentId: "pay_0123456789abcdef", sentAt: AT });
    expect(events).toEqual([first, second, "answered"]);
    expect(second).toEqual(first);
    expect(await channel.query(order("10.94"))).toEqual(paid);
  });

  it("notifies at 95 fen before it answers", async () => {
    const { events, charge } = sandbox();
    expect(await charge("10.95")).toMatchObject({ ...SUCCEEDED, amount: 10_95n });
    expect(events).toMatchObject([{ state: "SUCCEEDED", amount: 10_95n }, "answered"]);
  });

  it("sends the payer on at 96 fen, and succeeds later", async () => {
    const pending = { state: "PENDING", goOnUrl: "https://app.example.cn/paid" };
    expect(await sandbox().charge("10.96")).toEqual(pending);
    expect(await sandbox(LATER).channel.query(order("10.96"))).toMatchObject(SUCCEEDED);
    expect(await sandbox().channel.charge(order("10.96"))).toEqual({ state: "PENDING" });
  });

  it("notifies of another amount at 97 fen and of another currency at 98, though the payment is right", async () => {
    const { channel, events, charge } = sandbox();
    expect(await charge("10.97")).toEqual({ state: "PENDING" });
    expect(await charge("10.98")).toEqual({ state: "PENDING" });
    expect(events.filter((event) => event !== "answered")).toMatchObject([
      { amount: 10_96n, currency: "CNY" },
      { amount: 10_98n, currency: "USD" },
    ]);
    expect(await channel.query(order("10.97"))).toMatchObject({ ...SUCCEEDED, amount: 10_97n });
    expect(await channel.query(order("10.98"))).toMatchObject({ ...SUCCEEDED, amount: 10_98n });
  });

  it("refunds by the same table, by the refund's own amount, and notifies nobody", async () => {
    const { channel, events } = sandbox();
    const refunded = { ...SUCCEEDED, channelNumber: "sandbox-rfd_0123456789abcdef" };
    expect(await channel.refund(refundOrder("10.00"))).toMatchObject(refunded);
    expect(await channel.refund(refundOrder("10.91"))).toMatchObject({ state: "DECLINED" });
    expect(await channel.refund(refundOrder("10.92"))).toMatchObject({ state: "UNKNOWN" });
    expect(await channel.refund(refundOrder("10.94"))).toMatchObject(refunded);
    expect(await sandbox(LATER).channel.queryRefund(refundOrder("10.92"))).toMatchObject(refunded);
    expect(await sandbox(LATER).channel.queryRefund(refundOrder("10.93"))).toMatchObject({
      state: "DECLINED",
    });
    expect(events).toEqual([]);
  });

  it("answers although the one that it notifies fails", async () => {
    const { warnings, charge } = sandbox(AT, () => Promise.reject(new Error("down")));
    expect(await charge("10.95")).toMatchObject(SUCCEEDED);
    expect(warnings).toHaveLength(1);
  });

  it("never takes a notification that is posted to it", async () => {
    const posted = JSON.stringify({ paymentId: "pay_0123456789abcdef", state: "SUCCEEDED" });
    const refused = { ok: false, error: { code: "NOT_SIGNED" } };
    expect(await sandbox().channel.readNotification({}, posted)).toEqual(refused);
  });

  it("keeps nothing: whatever was said to be final stays so, at any time and in any process", async () => {
    const moments = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 1n, max: 10_000n }), moments, async (amount, ms) => {
        const asked = { ...order("0.01"), amount: fen(amount) };
        const answers = ms
          .toSorted((a, b) => a - b)
          .flatMap((after) => {
            const { channel } = sandbox(plusMs(AT, after));
            return [channel.charge(asked), channel.query(asked)];
          });
        const finals = (await Promise.all(answers)).filter(
          ({ state }) => state === "SUCCEEDED" || state === "DECLINED",
        );
        for (const final of finals) expect(final).toEqual(finals[0]);
      }),
    );
  });
});

describe("the document's table", () => {
  it("names the amounts that the sandbox acts on", () => {
    const page = readFileSync(new URL("../../../docs/payment-gateway.md", import.meta.url), "utf8");
    const section = page.split("\n## The sandbox\n")[1]?.split("\n## ")[0] ?? "";
    const rows = [...section.matchAll(/^\| `…(\d\d)` +\| `(\w+)`/gm)].map(([, digits, part]) => [
      digits,
      part,
    ]);
    expect(rows).toEqual(Object.entries(SANDBOX_SCRIPT));
  });
});
