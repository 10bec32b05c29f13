import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { issueBill, PAST, pay, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { agree, book, propose, settle, today } from "../../money/settlements/world.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { ask, type Guarded, newKey, twice, type Unraced } from "../world.ts";
import { treasurer } from "./payments.ts";

const BOOK = /^Put stb_\w+ settlement-book$/;
const CONTRACT = /^Put ptn_\w+ settlement-contract#biller#/;

async function partnerOf(platform: TestPlatform) {
  const { partnerId } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
  const { token } = await treasurer(platform);
  const proposing = (key = newKey()) =>
    propose(platform, token, { partner: partnerId, effectiveFrom: today(platform) }, key);
  return { partnerId, proposing };
}

async function proposed(platform: TestPlatform) {
  const { partnerId, proposing } = await partnerOf(platform);
  const contract = textAt(await proposing(), "id");
  const agreeing = async (id = contract) => agree(platform, (await treasurer(platform)).token, id);
  return { partnerId, contract, proposing, agreeing };
}

/** A day that is over, of a partner with something to be paid. */
async function dueDay(platform: TestPlatform) {
  const { partnerId, agreeing } = await proposed(platform);
  await agreeing();
  await book(platform, partnerId, 100_00n);
  platform.clock.advance(2 * DAY_MS);
  return twice(() => settle(platform));
}

export const SETTLEMENTS: Readonly<Record<string, Guarded>> = {
  "services/money/settlements/store.ts putContract new": {
    record: CONTRACT,
    scene: async (platform) => {
      const { proposing } = await partnerOf(platform);
      const key = newKey();
      return twice(() => proposing(key));
    },
  },
  "services/money/settlements/store.ts putContract over": {
    record: CONTRACT,
    scene: async (platform) => {
      const { contract, agreeing } = await proposed(platform);
      const by = await treasurer(platform);
      const dismissing = () =>
        ask(platform, by, `dismissSettlementContract(contract: "${contract}") { __typename }`);
      return { late: dismissing, meanwhile: () => agreeing() };
    },
  },
  "services/money/settlements/book-store.ts putBook new": {
    record: BOOK,
    scene: async (platform) => {
      const { proposing, agreeing } = await proposed(platform);
      const other = textAt(await proposing(), "id");
      return { late: () => agreeing(), meanwhile: () => agreeing(other) };
    },
  },
  "services/money/settlements/book-store.ts putBook over": {
    record: BOOK,
    scene: async (platform) => {
      const { proposing, agreeing } = await proposed(platform);
      await agreeing();
      const [one, other] = [textAt(await proposing(), "id"), textAt(await proposing(), "id")];
      return { late: () => agreeing(one), meanwhile: () => agreeing(other) };
    },
  },
  "services/money/settlements/store.ts putSettlement new": {
    record: /^Put ptn_\w+ settlement#biller#/,
    scene: dueDay,
  },
};

const channelDay = (fields: string) =>
  `recordChannelSettlement(idempotencyKey: "${newKey()}", input: {
    channel: HOSTED, gross: "10.00", fee: "0.10", amount: "9.90", ${fields} }) { __typename }`;

let references = 0;
const nextReference = (): string => {
  references += 1;
  return `bankReference: "RACE-${references}"`;
};
let days = 0;
const nextDay = (): string => {
  days += 1;
  const day = new Date(Date.UTC(2025, 0, days)).toISOString().slice(0, 10);
  return `from: "${day}", through: "${day}"`;
};

/** Two treasurers who read the same line of the bank's statement. */
async function recording(platform: TestPlatform, first: string, second: string) {
  const by = await treasurer(platform);
  return {
    late: () => ask(platform, by, channelDay(first)),
    meanwhile: () => ask(platform, by, channelDay(second)),
  };
}

export const CHANNEL_SETTLEMENTS: Readonly<Record<string, Guarded>> = {
  "services/money/settlements/channels/channel-store.ts putChannelSettlement new": {
    record: /^Put channel-settlements#hosted /,
    scene: async (platform) => {
      const by = await treasurer(platform);
      const mutation = channelDay(`${nextDay()}, ${nextReference()}`);
      return twice(() => ask(platform, by, mutation));
    },
  },
  "services/money/settlements/channels/channel-store.ts putChannelDay new": {
    record: /^Put channel-day#hosted#/,
    scene: async (platform) => {
      const day = nextDay();
      return recording(platform, `${day}, ${nextReference()}`, `${day}, ${nextReference()}`);
    },
  },
  "services/money/payments/deposits/deposit-store.ts putBankReference new": {
    record: /^Put bank-reference#/,
    scene: async (platform) => {
      const reference = nextReference();
      return recording(platform, `${nextDay()}, ${reference}`, `${nextDay()}, ${reference}`);
    },
  },
};

const clearing = (day: string) =>
  `proposeClearingRule(input: { region: "110000", effectiveFrom: "${day}", kind: EXIT }) { __typename }`;
const tariff = (day: string) =>
  `proposeTransitTariff(input: { region: "110000", mode: BUS, effectiveFrom: "${day}", source: "京发改",
    distance: { bands: [{ price: "2.00" }] } }) { __typename }`;

export const CLEARING: Readonly<Record<string, Guarded | Unraced>> = {
  "services/convenience/transit/clearing/clearing-store.ts putClearing new": {
    why: "a region is begun once, and there is one whose network is known; it is raced over its revision",
  },
  "services/convenience/transit/tariffs/tariff-store.ts putTariffs new": {
    why: "a region is begun once, and there is one whose network is known; it is raced over its revision",
  },
  "services/convenience/transit/tariffs/tariff-store.ts putTariffs over": {
    record: /^Put fares#110000 tariffs$/,
    scene: async (platform) => {
      const by = await treasurer(platform);
      await ask(platform, by, tariff("2026-04-01"));
      return {
        late: () => ask(platform, by, tariff("2026-04-02")),
        meanwhile: () => ask(platform, by, tariff("2026-04-03")),
      };
    },
  },
  "services/convenience/transit/clearing/clearing-store.ts putClearing over": {
    record: /^Put clearing#110000 rules$/,
    scene: async (platform) => {
      const by = await treasurer(platform);
      await ask(platform, by, clearing("2026-04-01"));
      return {
        late: () => ask(platform, by, clearing("2026-04-02")),
        meanwhile: () => ask(platform, by, clearing("2026-04-03")),
      };
    },
  },
};

/** A payment of 20.00, and the way to charge some of it back. */
async function chargedBack(platform: TestPlatform) {
  const biller = await seedBiller(platform, { creditCode: newCreditCode() });
  const token = await platform.tokens.citizen();
  const bill = await issueBill(biller, { ...PAST, amount: "20.00" });
  const payment = textAt(await pay(platform, { token }, [bill]), "id");
  const by = await treasurer(platform);
  const take = (number: string, kind = "CHARGEBACK") =>
    ask(
      platform,
      by,
      `takeChargebacks(rows: [{ kind: ${kind}, payment: "${payment}", number: "${number}",
      amount: "5.00", at: "2026-03-02T01:00:00.000Z" }]) { __typename }`,
    );
  const refund = () =>
    ask(
      platform,
      by,
      `refundPayment(idempotencyKey: "${newKey()}", input: {
      payment: "${payment}", amount: "2.00", reason: "重复缴费" }) { __typename }`,
    );
  return { take, refund };
}

const CHARGEBACK = "services/money/payments/chargebacks/chargeback-store.ts";
export const CHARGEBACKS: Readonly<Record<string, Guarded>> = {
  [`${CHARGEBACK} putChargeback new`]: {
    record: /^Put pay_\w+ chargeback#/,
    scene: async (platform) => {
      const { take } = await chargedBack(platform);
      return twice(() => take("n"));
    },
  },
  [`${CHARGEBACK} putChargeback over`]: {
    record: /^Put pay_\w+ chargeback#/,
    scene: async (platform) => {
      const { take } = await chargedBack(platform);
      await take("n");
      return twice(() => take("n", "REVERSAL"));
    },
  },
  [`${CHARGEBACK} putChargedBack new`]: {
    record: /^Put pay_\w+ charged-back$/,
    scene: async (platform) => {
      const { take } = await chargedBack(platform);
      return { late: () => take("a"), meanwhile: () => take("b") };
    },
  },
  [`${CHARGEBACK} putChargedBack over`]: {
    record: /^Put pay_\w+ charged-back$/,
    scene: async (platform) => {
      const { take } = await chargedBack(platform);
      await take("first");
      return { late: () => take("a"), meanwhile: () => take("b") };
    },
  },
  [`${CHARGEBACK} checkChargedBack new`]: {
    record: /^ConditionCheck pay_\w+ charged-back$/,
    scene: async (platform) => {
      const { take, refund } = await chargedBack(platform);
      return { late: refund, meanwhile: () => take("a") };
    },
  },
  [`${CHARGEBACK} checkChargedBack over`]: {
    record: /^ConditionCheck pay_\w+ charged-back$/,
    scene: async (platform) => {
      const { take, refund } = await chargedBack(platform);
      await take("first");
      return { late: refund, meanwhile: () => take("a") };
    },
  },
  [`${CHARGEBACK} checkRefunded over`]: {
    record: /^ConditionCheck ctz_\w+ payment#/,
    scene: async (platform) => {
      const { take, refund } = await chargedBack(platform);
      return { late: () => take("a"), meanwhile: refund };
    },
  },
};
