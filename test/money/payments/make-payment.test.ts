import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idempotentId } from "../../../services/kernel/commit/idempotency.ts";
import { keys, recordsTable } from "../../../services/kernel/database/tables.ts";
import { fen } from "../../../services/kernel/money.ts";
import { askChannel } from "../../../services/money/payments/ask-channel.ts";
import type { Channel } from "../../../services/money/payments/channels/channel.ts";
import { SANDBOX_SETTLES_AFTER_MS } from "../../../services/money/payments/channels/sandbox-channel-script.ts";
import { getPayment, listPayments } from "../../../services/money/payments/store.ts";
import { takeNotification } from "../../../services/money/payments/take-notification.ts";
import { ledgerOf, SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { balanceOf, citizen, newAccount, portsOf, topUp } from "./top-ups.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const storeOf = () => ({ ...ledgerOf(platform), mode: "live" as const });

describe("a payment", () => {
  it("that the channel takes moves the money and says so", async () => {
    const account = await newAccount(platform);
    const payment = must(await topUp(platform, account, 50_00n));
    expect(payment).toMatchObject({
      status: "SUCCEEDED",
      amount: 50_00n,
      channelNumber: `sandbox-${payment.id}`,
    });
    expect(await balanceOf(platform, account)).toBe(50_00n);
    expect(await getPayment(storeOf(), payment.id)).toEqual(payment);
  });

  it("that the channel declines moves nothing and ends", async () => {
    const account = await newAccount(platform);
    expect(must(await topUp(platform, account, 50_91n))).toMatchObject({
      status: "FAILED",
      declined: "INSUFFICIENT_FUNDS",
    });
    expect(await balanceOf(platform, account)).toBe(0n);
  });

  it.each([
    ["succeeded", 50_92n, "SUCCEEDED", 50_92n],
    ["failed", 50_93n, "FAILED", 0n],
  ] as const)(
    "of which nothing is known is never failed, and ends when the channel says it %s",
    async (_, amount, status, balance) => {
      const account = await newAccount(platform);
      const ports = portsOf(platform, citizen(account.holder));
      const payment = must(await topUp(platform, account, amount, {}, ports));
      expect(payment.status).toBe("UNKNOWN");
      expect(await balanceOf(platform, account)).toBe(0n);
      platform.clock.advance(SANDBOX_SETTLES_AFTER_MS);
      expect((await askChannel(portsOf(platform, citizen(account.holder)), payment)).status).toBe(status);
      expect(await balanceOf(platform, account)).toBe(balance);
    },
  );

  it.each([
    ["twice", 50_94n],
    ["before the answer", 50_95n],
  ])("of which the channel notifies %s moves the money once", async (_, amount) => {
    const account = await newAccount(platform);
    const payment = must(await topUp(platform, account, amount));
    expect(must({ ok: true, value: await getPayment(storeOf(), payment.id) })?.status).toBe("SUCCEEDED");
    expect(await balanceOf(platform, account)).toBe(amount);
  });

  it.each([
    ["amount", 50_97n, "AMOUNT_DIFFERS: SUCCEEDED 5096 CNY"],
    ["currency", 50_98n, "CURRENCY_DIFFERS: SUCCEEDED 5098 USD"],
  ])("is not settled by a notification of another %s, which goes on record", async (_, amount, reason) => {
    const account = await newAccount(platform);
    const payment = must(await topUp(platform, account, amount));
    expect(payment.status).toBe("PENDING");
    expect(await balanceOf(platform, account)).toBe(0n);
    const { pk } = keys.auditEntry(payment.id, 0);
    const { items } = await storeOf().database.query({ table: recordsTable("live"), pk, limit: 10 });
    expect(items).toContainEqual(
      expect.objectContaining({ action: "payments.payment.answer-refused", reason }),
    );
    const { entries } = await listPayments(storeOf(), account.holder, { first: 2 });
    expect(entries.map(({ node }) => node.status)).toEqual(["PENDING"]);
  });

  it("is listed while its channel says what cannot be right, and nothing else", async () => {
    const account = await newAccount(platform);
    const ports = portsOf(platform, citizen(account.holder));
    const { sandbox } = ports.channels;
    if (!sandbox) throw new Error("no sandbox");
    const wrong: Channel = {
      ...sandbox,
      charge: async () => ({
        ...{ state: "SUCCEEDED", channelNumber: "wrong", amount: fen(9_99n), currency: "CNY" },
        paidAt: platform.clock.now(),
      }),
    };
    const payment = must(
      await topUp(platform, account, 10_00n, {}, { ...ports, channels: { sandbox: wrong } }),
    );
    expect(payment.status).toBe("CREATED");
    const { entries } = await listPayments(storeOf(), account.holder, { first: 2 });
    expect(entries.map(({ node }) => node)).toEqual([payment]);
    expect(await askChannel(ports, payment)).toMatchObject({ id: payment.id, status: "SUCCEEDED" });
    expect(await balanceOf(platform, account)).toBe(10_00n);
  });

  it("asked for again with its key is the same one, twenty times at once, and charged once", async () => {
    const account = await newAccount(platform);
    const calls = Array.from({ length: 20 }, () => topUp(platform, account, 10_00n, { key: "same-key" }));
    const ids = (await Promise.all(calls)).map((answer) => must(answer).id);
    expect(new Set(ids).size).toBe(1);
    expect(await balanceOf(platform, account)).toBe(10_00n);
    const { entries } = await listPayments(storeOf(), account.holder, { first: 100 });
    expect(entries.map(({ node }) => [node.id, node.status])).toEqual([[ids[0], "SUCCEEDED"]]);
  });

  it("under the key of another order is refused", async () => {
    const account = await newAccount(platform);
    must(await topUp(platform, account, 10_00n, { key: "one-key" }));
    expect(await topUp(platform, account, 11_00n, { key: "one-key" })).toEqual({
      ok: false,
      error: { code: "IDEMPOTENCY_MISMATCH" },
    });
    expect(await balanceOf(platform, account)).toBe(10_00n);
  });

  it("stands before the channel hears of it, and a second call finishes what a crash has left", async () => {
    const account = await newAccount(platform);
    const ports = portsOf(platform, citizen(account.holder));
    const { sandbox } = ports.channels;
    if (!sandbox) throw new Error("no sandbox");
    const crashing: Channel = {
      ...sandbox,
      charge: async () => {
        throw new Error("the power is cut");
      },
    };
    const cut = topUp(
      platform,
      account,
      10_00n,
      { key: "cut-short" },
      { ...ports, channels: { sandbox: crashing } },
    );
    await expect(cut).rejects.toThrow("the power is cut");
    const id = idempotentId("pay", citizen(account.holder), "topUp", "cut-short");
    const left = await getPayment(storeOf(), id);
    expect(left).toMatchObject({ id, payer: account.holder, amount: 10_00n, status: "CREATED" });
    expect(must(await topUp(platform, account, 10_00n, { key: "cut-short" })).id).toBe(id);
    const [listed] = (await listPayments(storeOf(), account.holder, { first: 1 })).entries;
    expect(listed?.node).toMatchObject({ ...left, status: "SUCCEEDED" });
    expect(await balanceOf(platform, account)).toBe(10_00n);
  });

  it("through a channel that this deployment lacks is refused", async () => {
    const account = await newAccount(platform);
    expect(await topUp(platform, account, 10_00n, { channel: "hosted" })).toEqual({
      ok: false,
      error: { code: "CHANNEL_UNKNOWN" },
    });
  });

  it("of an unknown id, or of another channel, takes no notification", async () => {
    const account = await newAccount(platform);
    const payment = must(await topUp(platform, account, 10_00n));
    const notify = (paymentId: string, channel: "sandbox" | "hosted") =>
      takeNotification(portsOf(platform, citizen(account.holder)), channel, {
        ...{ state: "SUCCEEDED", notificationId: "n", paymentId, amount: payment.amount, currency: "CNY" },
        ...{
          channelNumber: payment.channelNumber ?? "",
          paidAt: payment.createdAt,
          sentAt: payment.createdAt,
        },
      } as const);
    const unknown = { ok: false, error: { code: "PAYMENT_UNKNOWN" } };
    expect(await notify("pay_0000000000000000", "sandbox")).toEqual(unknown);
    expect(await notify("nothing", "sandbox")).toEqual(unknown);
    expect(await notify(payment.id, "hosted")).toEqual(unknown);
    expect(must(await notify(payment.id, "sandbox"))).toEqual(payment);
  });

  it("leaves the ledger sound, whatever happened above", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
