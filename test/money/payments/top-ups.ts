import { issueCard } from "../../../services/convenience/transit/cards/issue-card.ts";
import type { CardId } from "../../../services/convenience/transit/ids.ts";
import { topUpPurpose } from "../../../services/convenience/transit/index.ts";
import { region } from "../../../services/field/region.ts";
import type { Actor } from "../../../services/kernel/actor.ts";
import { fingerprintOf } from "../../../services/kernel/commit/idempotency.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { type Fen, fen, ZERO } from "../../../services/kernel/money.ts";
import { ok } from "../../../services/kernel/result.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import type { PayPorts } from "../../../services/money/payments/ask-channel.ts";
import { openSandboxChannel } from "../../../services/money/payments/channels/sandbox-channel.ts";
import { makePayment } from "../../../services/money/payments/make-payment.ts";
import type { PaymentChannel } from "../../../services/money/payments/payment.ts";
import { purposesOf } from "../../../services/money/payments/purpose.ts";
import type { SettlePorts } from "../../../services/money/payments/settle-payment.ts";
import { takeNotification } from "../../../services/money/payments/take-notification.ts";
import { ledgerOf } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";

export type Account = { readonly holder: CitizenId; readonly card: CardId };

/** A citizen with a transit card that has nothing on it. */
export async function newAccount(platform: TestPlatform): Promise<Account> {
  const holder = platform.newCitizen();
  const actor = { kind: "CITIZEN", mode: "live", id: holder } as const;
  const ports = { ...ledgerOf(platform), actor, now: platform.clock.now(), requestId: "test" };
  const idempotencyKey = newId("key", systemRuntime);
  const card = must(await issueCard(ports, { kind: "STANDARD", region: region("110000"), idempotencyKey }));
  return { holder, card: card.id };
}

export const citizen = (id: CitizenId): Actor => ({ kind: "CITIZEN", mode: "live", id });

/** The ground that a payment stands on, with a sandbox that notifies as the platform would be notified. */
export function portsOf(platform: TestPlatform, actor: Actor): PayPorts {
  const { database, commit } = ledgerOf(platform);
  const { now } = platform.clock;
  const purposes = purposesOf([topUpPurpose]);
  const settle: SettlePorts = { database, commit, mode: "live", purposes, actor, requestId: "test", now };
  const sandbox = openSandboxChannel({
    now: platform.clock.now,
    deliver: async (notification) => {
      await takeNotification({ ...settle, ...ledgerOf(platform) }, "sandbox", notification);
    },
    log: platform.ports.log,
  });
  return { ...settle, channels: { sandbox } };
}

type Wish = { readonly key?: string; readonly channel?: PaymentChannel };

/** Charges an account with an amount of fen. */
export function topUp(
  platform: TestPlatform,
  { holder, card }: Account,
  amount: bigint,
  { key = newId("key", systemRuntime), channel = "sandbox" }: Wish = {},
  ports: PayPorts = portsOf(platform, citizen(holder)),
) {
  return makePayment(ports, {
    payer: holder,
    channel,
    idempotencyKey: key,
    operation: "topUp",
    fingerprint: fingerprintOf([card, amount.toString()]),
    payable: async () =>
      ok({
        purpose: {
          kind: topUpPurpose.kind,
          parts: [{ about: card, amount: fen(amount), refunded: ZERO }],
        },
        amount: fen(amount),
      }),
  });
}

export const balanceOf = async (platform: TestPlatform, { card }: Account): Promise<Fen | undefined> =>
  (await getBalance(ledgerOf(platform), `card:${card}`))?.balance;
