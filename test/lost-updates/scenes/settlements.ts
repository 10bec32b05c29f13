import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { agree, book, propose, settle, today } from "../../money/settlements/world.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { ask, type Guarded, newKey, twice } from "../world.ts";
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
  "services/money/settlements/store.ts putBook new": {
    record: BOOK,
    scene: async (platform) => {
      const { proposing, agreeing } = await proposed(platform);
      const other = textAt(await proposing(), "id");
      return { late: () => agreeing(), meanwhile: () => agreeing(other) };
    },
  },
  "services/money/settlements/store.ts putBook over": { record: BOOK, scene: dueDay },
  "services/money/settlements/store.ts putSettlement new": {
    record: /^Put ptn_\w+ settlement#biller#/,
    scene: dueDay,
  },
};
