import type { Mode } from "../../../services/kernel/actor.ts";
import { fen } from "../../../services/kernel/money.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { bookDifference } from "../../../services/money/payments/differences/book-difference.ts";
import type { Said } from "../../../services/money/payments/differences/difference.ts";
import { issue, seedCard, seedTapSender, tapRow, topUp } from "../../convenience/transit/transit-world.ts";
import {
  issueBill,
  newNumber,
  PAST,
  pay,
  reading,
  seedBiller,
} from "../../convenience/utilities/utility-world.ts";
import { mutateCase, newOfficer } from "../../government/cases/casework.ts";
import { applyForRent, newSaver } from "../../government/cases/savers.ts";
import { REFUND } from "../../money/payments/refunds.ts";
import { fundedPartner } from "../../money/payments/seed-world.ts";
import { ledgerOf } from "../../support/ledger.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { ask, type Guarded, newKey, twice } from "../world.ts";

export const treasurer = async (platform: TestPlatform) => ({
  token: await platform.tokens.officer({ roles: ["TREASURER"] }),
});

async function refunding(platform: TestPlatform, payment: Json) {
  const { token } = await treasurer(platform);
  return async (amount: string, key = newKey()): Promise<Json> => {
    const input = { payment: textAt(payment, "id"), reason: "重复缴费", amount };
    const answer = await platform.call({ query: REFUND, variables: { key, input }, token });
    return at(answer.data, "refundPayment");
  };
}

/** A card that was topped up, and the way to take that back. */
async function toppedUp(platform: TestPlatform, amount: string) {
  const card = await seedCard(platform);
  const payment = await topUp(platform, card, card.number, amount);
  return { card, payment, refund: await refunding(platform, payment) };
}

async function bills(platform: TestPlatform, ...amounts: readonly string[]) {
  const biller = await seedBiller(platform, { creditCode: newCreditCode() });
  const issued: string[] = [];
  for (const amount of amounts) issued.push(await issueBill(biller, { ...PAST, amount }));
  return issued;
}

const replace = (platform: TestPlatform, { token, id }: Awaited<ReturnType<typeof seedCard>>) =>
  ask(platform, { token }, `replaceTransitCard(idempotencyKey: "${newKey()}", id: "${id}") { __typename }`);

/** A refund of which nobody knows what has become of it; a sweep, later, asks. */
async function openRefund(platform: TestPlatform) {
  await sweep(platform);
  const { refund } = await toppedUp(platform, "50.00");
  await refund("10.92");
  platform.clock.advance(900_000);
  return twice(() => sweep(platform));
}

/** A bill, and one key to pay it with. */
async function payment(platform: TestPlatform) {
  const [[bill = ""], token, key] = [
    await bills(platform, "20.00"),
    await platform.tokens.citizen(),
    newKey(),
  ];
  return twice(() => pay(platform, { token }, [bill], key));
}

/** The same of a partner that has collected the money. */
async function prefunded(platform: TestPlatform) {
  const [[bill = ""], apiKey, key] = [
    await bills(platform, "20.00"),
    await fundedPartner(platform, 20_00n),
    newKey(),
  ];
  return twice(() => pay(platform, { apiKey }, [bill], key));
}

const CARD = /^\w+ card:\w+ account$/;
const HOLD = /^Put \S+ hold#/;

export const LEDGER: Readonly<Record<string, Guarded>> = {
  "services/money/ledger/writes.ts putAccount new": {
    record: CARD,
    scene: async (platform) => {
      const [token, key] = [await platform.tokens.citizen(), newKey()];
      return twice(() => issue(platform, { token }, "STANDARD", key));
    },
  },
  "services/money/ledger/writes.ts openWith new": {
    record: /^Put credit:uac_\w+-1 account$/,
    scene: async (platform) => {
      const [number, later] = [newNumber(), newNumber()];
      const water = await seedBiller(platform, { creditCode: newCreditCode() });
      const accountNumber = newNumber();
      const bill = { accountNumber, dueOn: "2026-12-01" };
      const [, paid = null] = await water.read(
        reading({ ...bill, number, from: "2025-01-01", to: "2025-03-01", usage: "200" }),
        reading({ ...bill, number: later, from: "2025-03-01", to: "2025-05-01", usage: "50" }),
      );
      await pay(platform, { token: await platform.tokens.citizen() }, [textAt(paid, "id")]);
      const cancel = `cancelBill(number: "${number}") { __typename }`;
      return twice(() => ask(platform, { apiKey: water.liveKey }, cancel));
    },
  },
  "services/money/ledger/writes.ts reserve over": {
    record: CARD,
    condition: /allowance/,
    scene: async (platform) => {
      const { refund } = await toppedUp(platform, "20.00");
      return { late: () => refund("15.00"), meanwhile: () => refund("15.01") };
    },
  },
  "services/money/ledger/writes.ts moveBalance over": {
    record: /^Update \S+ account$/,
    condition: /^spendable >= :least$/,
    scene: async (platform) => {
      const [one = "", other = ""] = await bills(platform, "60.00", "60.00");
      const apiKey = await fundedPartner(platform, 100_00n);
      return {
        late: () => pay(platform, { apiKey }, [one]),
        meanwhile: () => pay(platform, { apiKey }, [other]),
      };
    },
  },
  "services/money/ledger/writes.ts drain over": {
    record: CARD,
    condition: /:all/,
    scene: async (platform) => {
      const card = await seedCard(platform, "20.00");
      return {
        late: () => replace(platform, card),
        meanwhile: () => topUp(platform, card, card.number, "20.00"),
      };
    },
  },
  "services/money/ledger/writes.ts takeOwn over": {
    record: CARD,
    condition: /allowance/,
    scene: async (platform) => {
      const [card, apiKey] = [await seedCard(platform), await fundedPartner(platform, 20_00n)];
      const refund = await refunding(platform, await topUp(platform, { apiKey }, card.number, "20.00"));
      const operator = await seedTapSender(platform, newCreditCode());
      const now = plusMs(platform.clock.now(), -60_000);
      return {
        late: () => refund("20.00"),
        meanwhile: () => operator.tap(tapRow("BUS", card.number, now)),
      };
    },
  },
  "services/money/ledger/writes.ts checkAccount over": {
    record: /^ConditionCheck card:\w+ account$/,
    scene: async (platform) => {
      const card = await seedCard(platform);
      return {
        late: () => replace(platform, card),
        meanwhile: () => topUp(platform, card, card.number, "20.00"),
      };
    },
  },
  "services/money/ledger/writes.ts releaseHeld over": { record: CARD, condition: /^held/, scene: openRefund },
  "services/money/ledger/writes.ts putHold new": {
    record: HOLD,
    scene: async (platform) => {
      const [{ refund }, key] = [await toppedUp(platform, "20.00"), newKey()];
      return twice(() => refund("5.00", key));
    },
  },
  "services/money/ledger/writes.ts putHold over": { record: HOLD, scene: openRefund },
  "services/money/ledger/writes.ts linesOf new": { record: /^Put \S+ transfer#/, scene: payment },
  "services/money/ledger/writes.ts putReversal new": {
    record: /^Put \S+ reversal#/,
    scene: async (platform) => {
      const granted = await applyForRent(platform, await newSaver(platform));
      const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"] });
      const why = `reason: "以虚假材料取得", ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
      return twice(() =>
        mutateCase(platform, token, `revokeApplication(id: "${textAt(granted, "id")}", ${why})`),
      );
    },
  },
};

const PAYMENT = /^Put \S+ payment#/;
const REFUNDED = /^Put pay_\w+ refund#/;

/** A charge of the sandbox that no payment asked for. */
const strangeCharge = (platform: TestPlatform): Said => ({
  ...{ channel: "sandbox", type: "CHARGE", paymentId: `order-${newKey()}`, channelNumber: newKey() },
  ...{ effect: fen(5_00n), kind: "UNKNOWN_CHARGE", source: "DAY_FILE", movedAt: platform.clock.now() },
});

const bookingIn = (platform: TestPlatform) => {
  const { database, commit } = ledgerOf(platform);
  const actor = { kind: "SYSTEM", mode: "live", name: "reconciliation" } as const;
  const mode: Mode = "live";
  return { database, commit, mode, actor, requestId: "test", now: platform.clock.now };
};

export const PAYMENTS: Readonly<Record<string, Guarded>> = {
  "services/money/payments/store.ts putPayment new": { record: PAYMENT, scene: prefunded },
  "services/money/payments/store.ts putPayment over": {
    record: PAYMENT,
    scene: async (platform) => {
      const { refund } = await toppedUp(platform, "20.00");
      return { late: () => refund("15.00"), meanwhile: () => refund("4.00") };
    },
  },
  "services/money/payments/store.ts putRefund new": {
    record: REFUNDED,
    scene: async (platform) => {
      const [{ refund }, key] = [await toppedUp(platform, "20.00"), newKey()];
      return twice(() => refund("5.00", key));
    },
  },
  "services/money/payments/store.ts putRefund over": { record: REFUNDED, scene: openRefund },
  "services/money/payments/differences/difference-store.ts putDifference new": {
    record: /^Put dif_\w+ difference/,
    scene: async (platform) => {
      const said = strangeCharge(platform);
      return twice(async () => (await bookDifference(bookingIn(platform), said))?.id ?? null);
    },
  },
  "services/money/payments/differences/difference-store.ts putDifference over": {
    record: /^Put dif_\w+ difference/,
    scene: async (platform) => {
      const found = await bookDifference(bookingIn(platform), strangeCharge(platform));
      const by = await treasurer(platform);
      const propose = (outcome: string) => async () =>
        ask(
          platform,
          by,
          `resolveDifference(input: { difference: "${found?.id}", outcome: ${outcome}, reason: "查无归属" }) { __typename }`,
        );
      return { late: propose("WRITE_OFF"), meanwhile: propose("REFUND") };
    },
  },
  "services/money/payments/deposits/deposit-store.ts putDeposit new": {
    record: /^Put bank-reference#/,
    scene: async (platform) => {
      const { partnerId } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
      const [by, reference] = [await treasurer(platform), newKey()];
      return twice(() =>
        ask(
          platform,
          by,
          `recordDeposit(idempotencyKey: "${newKey()}", input: {
            partner: "${partnerId}", amount: "10.00", bankReference: "${reference}"
          }) { __typename }`,
        ),
      );
    },
  },
};
