import { seedCard } from "../../convenience/transit/transit-world.ts";
import { newApplicant } from "../../government/cases/casework.ts";
import { addAccount, removeAccount, stateAccount } from "../../support/payout-accounts.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { ask, type Guarded, twice } from "../world.ts";
import { treasurer } from "./payments.ts";

let numbers = 6222020200010000000n;
const newNumber = (): string => {
  numbers += 1n;
  return String(numbers);
};

const add = (
  platform: TestPlatform,
  { token, idNumber }: { token: string; idNumber: string },
  number = newNumber(),
) => addAccount(platform, { token }, { accountNumber: number, idNumber, name: "王小明" });

async function oneAccount(platform: TestPlatform) {
  const person = await newApplicant(platform);
  const id = textAt(await add(platform, person), "id");
  return { person, id };
}

const ACCOUNT = /^Put ctz_\w+ payout-account#/;
const PLACES = /^Update ctz_\w+ payout-accounts$/;

async function closing(platform: TestPlatform) {
  const card = await seedCard(platform, "20.00");
  const account = await stateAccount(platform, card.holder);
  const caller = { token: card.token };
  return {
    ...{ card, account, caller },
    close: () =>
      ask(
        platform,
        caller,
        `closeTransitCard(id: "${card.id}", payoutAccount: "${account}") {
          __typename ... on TransitCard { payouts { id } } }`,
      ),
  };
}

export const PAYOUTS: Readonly<Record<string, Guarded>> = {
  "services/money/payout-accounts/store.ts putPayoutAccount new": {
    record: ACCOUNT,
    scene: async (platform) => {
      const [person, number] = [await newApplicant(platform), newNumber()];
      return twice(() => add(platform, person, number));
    },
  },
  "services/money/payout-accounts/store.ts putPayoutAccount over": {
    record: ACCOUNT,
    scene: async (platform) => {
      const { person, id } = await oneAccount(platform);
      return twice(() => removeAccount(platform, person, id));
    },
  },
  "services/money/payout-accounts/store.ts takePlace over": {
    record: PLACES,
    condition: /</,
    scene: async (platform) => {
      const person = await newApplicant(platform);
      for (let taken = 0; taken < 9; taken += 1) await add(platform, person);
      return twice(() => add(platform, person));
    },
  },
  "services/money/payout-accounts/store.ts freePlace over": {
    record: PLACES,
    condition: />/,
    scene: async (platform) => {
      const { person, id } = await oneAccount(platform);
      return twice(() => removeAccount(platform, person, id));
    },
  },
  "services/money/payout-accounts/store.ts checkStanding over": {
    record: /^ConditionCheck ctz_\w+ payout-account#/,
    scene: async (platform) => {
      const { close, caller, account } = await closing(platform);
      return { late: close, meanwhile: () => removeAccount(platform, caller, account) };
    },
  },
  "services/money/payouts/store.ts putPayout new": {
    record: /^Put pyo_\w+ payout$/,
    scene: async (platform) => twice((await closing(platform)).close),
  },
  "services/money/payouts/store.ts putPayout over": {
    record: /^Put pyo_\w+ payout$/,
    scene: async (platform) => {
      const payout = textAt(await (await closing(platform)).close(), "payouts", 0, "id");
      const by = await treasurer(platform);
      return twice(() => ask(platform, by, `orderPayout(payout: "${payout}") { __typename }`));
    },
  },
};
