import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel } from "../../../services/money/payments/channels/channel.ts";
import { listPayments } from "../../../services/money/payments/store.ts";
import { ledgerOf, SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { type Account, balanceOf, citizen, newAccount, portsOf, topUp } from "./top-ups.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const statusOf = async ({ holder }: Account) =>
  (await listPayments({ ...ledgerOf(platform), mode: "live" }, holder, { first: 1 })).entries[0]?.node.status;

async function noticesTo({ holder }: Account): Promise<Json> {
  const query = "{ me { notifications(first: 10) { edges { node { type text amount } } } } }";
  const token = await platform.tokens.citizen(holder);
  return at((await platform.call({ query, token })).data, "me", "notifications", "edges");
}

/** Sweeps as often as the scheduled function would within so many seconds. */
async function sweepFor(seconds: number): Promise<void> {
  for (let passed = 0; passed <= seconds; passed += 20) {
    await sweep(platform);
    platform.clock.advance(20_000);
  }
}

const notice = (type: string, text: string, amount: string) => [{ node: { type, text, amount } }];

describe("a payment that nobody waits for any more", () => {
  it.each([
    [
      "of which nothing was known and that succeeded",
      50_92n,
      "SUCCEEDED",
      "payment.succeeded",
      "has succeeded",
      "50.92",
    ],
    ["of which nothing was known and that failed", 50_93n, "FAILED", "payment.failed", "has failed", "50.93"],
  ] as const)(
    "%s is asked about until it has ended, and its payer is told",
    async (_, amount, status, type, text, yuan) => {
      const account = await newAccount(platform);
      expect(must(await topUp(platform, account, amount)).status).toBe("UNKNOWN");
      await sweep(platform);
      expect([await statusOf(account), await noticesTo(account)]).toEqual(["UNKNOWN", []]);
      await sweepFor(60);
      expect(await statusOf(account)).toBe(status);
      expect(await noticesTo(account)).toEqual(notice(type, expect.stringContaining(text), yuan));
      expect(await balanceOf(platform, account)).toBe(status === "SUCCEEDED" ? amount : 0n);
    },
  );

  it("because the process died before the channel heard of it is finished, once", async () => {
    const account = await newAccount(platform);
    const ports = portsOf(platform, citizen(account.holder));
    const dying: Partial<Channel> = {
      charge: async () => {
        throw new Error("the power is cut");
      },
    };
    const { sandbox } = ports.channels;
    if (!sandbox) throw new Error("no sandbox");
    const cut = { ...ports, channels: { sandbox: { ...sandbox, ...dying } } };
    await expect(topUp(platform, account, 10_00n, {}, cut)).rejects.toThrow("the power is cut");
    await sweepFor(60);
    expect([await statusOf(account), await balanceOf(platform, account)]).toEqual(["SUCCEEDED", 10_00n]);
    await sweepFor(60);
    expect(await balanceOf(platform, account)).toBe(10_00n);
  });
});

describe("a payer", () => {
  it("is told at the next sweep of a payment that has ended in its own request, once", async () => {
    const account = await newAccount(platform);
    must(await topUp(platform, account, 8_00n));
    await sweep(platform);
    await sweep(platform);
    expect(await noticesTo(account)).toEqual(
      notice("payment.succeeded", "Your payment of 8.00 yuan has succeeded.", "8.00"),
    );
  });

  it("is told nothing while a payment is under way, however long, and it is no dead letter", async () => {
    const account = await newAccount(platform);
    const payment = must(await topUp(platform, account, 10_97n));
    expect(payment.status).toBe("PENDING");
    const at = platform.clock.now();
    platform.clock.advance(1_000);
    // The first sweep asks, the second comes too early to ask again: the payment is open for both, and no backlog.
    for (const _ of [1, 2]) {
      const open = { postponed: 1, oldestPostponedAt: at, oldestAt: undefined };
      expect(await sweep(platform)).toMatchObject({ failed: 0, dead: 0, ...open });
    }
    await sweepFor(60);
    expect(await statusOf(account)).toBe("SUCCEEDED");
    expect(await sweep(platform)).toMatchObject({ postponed: 0, oldestPostponedAt: undefined });
  });
});

it("the ledger is sound, whatever happened above", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
