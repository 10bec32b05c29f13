import { newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { writeCode } from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { payAutomatically } from "../../../services/convenience/utilities/index.ts";
import { base64url, fromBase64url } from "../../../services/kernel/base64url.ts";
import { addDays, dateAt } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import {
  bind as bindCard,
  handOut,
  issue,
  seedCard,
  seedTapSender,
  tapRow,
  topUp,
} from "../../convenience/transit/transit-world.ts";
import { collect, ride, sign } from "../../convenience/transit/withholding-world.ts";
import {
  type Biller,
  issueBill,
  newNumber,
  PAST,
  row,
  seedBiller,
} from "../../convenience/utilities/utility-world.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { ask, type Guarded, newKey, type Scenes, twice } from "../world.ts";

const biller = (platform: TestPlatform): Promise<Biller> =>
  seedBiller(platform, { lookup: "ACCOUNT_NUMBER", creditCode: newCreditCode() });

const bind = async (platform: TestPlatform, { partnerId }: Biller, accountNumber: string) => {
  const token = await platform.tokens.citizen();
  const account = await ask(
    platform,
    { token },
    `bindUtilityAccount(input: { biller: "${partnerId}", accountNumber: "${accountNumber}", alias: "家" }) {
      ... on UtilityAccount { id } }`,
  );
  return { token, account: textAt(account, "id") };
};

const order = (platform: TestPlatform, { token, account }: { token: string; account: string }) =>
  ask(
    platform,
    { token },
    `setAutomaticPayment(input: { account: "${account}", ceiling: "10.00", channel: SANDBOX }) { __typename }`,
  );

/** An account with one bill, which is due soon. */
async function household(platform: TestPlatform) {
  const [water, accountNumber] = [await biller(platform), newNumber()];
  const due = { accountNumber, dueOn: "2026-03-04", from: "2025-12-01", to: "2026-02-01" };
  await issueBill(water, due);
  return { water, accountNumber, due };
}

const payDue = (platform: TestPlatform) => {
  const open = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  return payAutomatically({ ...platform.ports, open }, "live", plusMs(platform.clock.now(), 60_000));
};

const ACCOUNT = /^Put uac_\w+ account$/;
const BILL = /^Put uac_\w+ bill#/;
const TASK = /^Put uac_\w+ autopay#/;

const UTILITIES: Readonly<Record<string, Guarded>> = {
  "services/convenience/utilities/account-store.ts putUtilityAccount new": {
    record: ACCOUNT,
    scene: async (platform) => {
      const [water, accountNumber] = [await biller(platform), newNumber()];
      const bill = (to: string) => () => water.submit(row({ ...PAST, accountNumber, to }));
      return { late: bill("2025-11-01"), meanwhile: bill("2025-10-01") };
    },
  },
  "services/convenience/utilities/account-store.ts putUtilityAccount over": {
    record: ACCOUNT,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      return twice(() => bind(platform, water, accountNumber));
    },
  },
  "services/convenience/utilities/account-store.ts checkUtilityAccount over": {
    record: /^ConditionCheck uac_\w+ account$/,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      return {
        late: () => water.submit(row({ ...PAST, accountNumber })),
        meanwhile: () => bind(platform, water, accountNumber),
      };
    },
  },
  "services/convenience/utilities/store.ts putBill new": {
    record: BILL,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      const stated = row({ ...PAST, accountNumber });
      return twice(() => water.submit(stated));
    },
  },
  "services/convenience/utilities/store.ts putBillNumber new": {
    record: /^Put bill-number#/,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      const stated = row({ ...PAST, accountNumber });
      return {
        late: () => water.submit(stated),
        meanwhile: () => water.submit({ ...stated, from: "2025-08-01", to: "2025-09-01" }),
      };
    },
  },
  "services/convenience/utilities/store.ts putBill over": {
    record: BILL,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      const number = newNumber();
      await issueBill(water, { ...PAST, accountNumber, number });
      const amend = (amount: string) => () =>
        ask(
          platform,
          { apiKey: water.liveKey },
          `amendBill(number: "${number}", amount: "${amount}", dueOn: "2026-12-01") { __typename }`,
        );
      return { late: amend("50.00"), meanwhile: amend("60.00") };
    },
  },
  "services/convenience/utilities/automatic-payment-store.ts putTask new": {
    record: TASK,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      const bound = await bind(platform, water, accountNumber);
      return twice(() => order(platform, bound));
    },
  },
  "services/convenience/utilities/automatic-payment-store.ts putTask over": {
    record: TASK,
    scene: async (platform) => {
      const { water, accountNumber } = await household(platform);
      await order(platform, await bind(platform, water, accountNumber));
      platform.clock.set("2026-03-04T06:00:00.000Z");
      return twice(() => payDue(platform));
    },
  },
};

const sender = (platform: TestPlatform) => seedTapSender(platform, newCreditCode());
const freeze = (platform: TestPlatform, { token, id }: Awaited<ReturnType<typeof seedCard>>) =>
  ask(platform, { token }, `freezeTransitCard(id: "${id}") { __typename }`);

/** A person of 60 years or more, as far as anybody knows. */
const grantSenior = (
  platform: TestPlatform,
  { liveKey }: Awaited<ReturnType<typeof seedTapSender>>,
  cardNumber: string,
  key = newKey(),
) => {
  const from = dateAt(platform.clock.now());
  const input = { cardNumber, kind: "SENIOR", proof: { kind: "WINDOW" }, from, until: addDays(from, 100) };
  return ask(
    platform,
    { apiKey: liveKey },
    `($input: GrantTransitEntitlementInput!) grantTransitEntitlement(idempotencyKey: "${key}", input: $input) {
      __typename ... on OperatedEntitlement { periods { from } } }`,
    { input },
  );
};

const ENTITLEMENT = /^Put ctz_\w+ transit-entitlement#/;
const CARD = /^Put crd_\w+ card$/;
const RIDER = /^Put ctz_\w+ transit-rider$/;
const TOP_UPS = /^Put crd_\w+ top-ups$/;
const RIDES = /^Put crd_\w+ rides$/;

const ago = (platform: TestPlatform, minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);

/** A code that the holder's phone shows. */
async function codeOf(platform: TestPlatform, { token, id }: Awaited<ReturnType<typeof seedCard>>) {
  const signer = await newEs256Signer();
  const issued = await ask(
    platform,
    { token },
    `issueRideCredential(card: "${id}", devicePublicKey: "${base64url(signer.publicKey)}") {
      ... on RideCredential { credential } }`,
  );
  const credential = fromBase64url(textAt(issued, "credential")) ?? new Uint8Array();
  const nowS = Math.floor(Date.parse(platform.clock.now()) / 1_000);
  return base64url(await writeCode(credential, nowS, new Uint8Array(8).fill(1), signer));
}

const TRANSIT: Scenes = {
  "services/convenience/transit/card-store.ts putCard new": {
    record: CARD,
    scene: async (platform) => {
      const [token, key] = [await platform.tokens.citizen(), newKey()];
      return twice(() => issue(platform, { token }, "STANDARD", key));
    },
  },
  "services/convenience/transit/card-store.ts putCard over": {
    record: CARD,
    scene: async (platform) => {
      const card = await seedCard(platform);
      return twice(() => freeze(platform, card));
    },
  },
  "services/convenience/transit/card-store.ts checkCard over": {
    record: /^ConditionCheck crd_\w+ card$/,
    scene: async (platform) => {
      const card = await seedCard(platform);
      const replace = () =>
        ask(
          platform,
          { token: card.token },
          `replaceTransitCard(idempotencyKey: "${newKey()}", id: "${card.id}") { __typename }`,
        );
      return { late: () => topUp(platform, card, card.number, "20.00"), meanwhile: replace };
    },
  },
  "services/convenience/transit/entitlements/entitlement-store.ts putEntitlement new": {
    record: ENTITLEMENT,
    scene: async (platform) => {
      const [operator, { number }] = [await sender(platform), await seedCard(platform)];
      return twice(() => grantSenior(platform, operator, number));
    },
  },
  "services/convenience/transit/entitlements/entitlement-store.ts putEntitlement over": {
    record: ENTITLEMENT,
    scene: async (platform) => {
      const [operator, { number }] = [await sender(platform), await seedCard(platform)];
      await grantSenior(platform, operator, number);
      return twice(() => grantSenior(platform, operator, number));
    },
  },
  "services/convenience/transit/entitlements/entitlement-store.ts putMadeGrant new": {
    record: /^Put grant_\w+ transit-grant$/,
    scene: async (platform) => {
      const [operator, { number }, key] = [await sender(platform), await seedCard(platform), newKey()];
      return twice(() => grantSenior(platform, operator, number, key));
    },
  },
  "services/convenience/transit/entitlements/entitlement-store.ts checkEntitlement over": {
    record: /^ConditionCheck ctz_\w+ transit-entitlement#/,
    scene: async (platform) => {
      const [operator, holder] = [await sender(platform), await seedCard(platform)];
      await grantSenior(platform, operator, holder.number);
      const number = textAt(await issue(platform, holder, "SENIOR"), "number");
      return {
        late: () => operator.tap(tapRow("BUS", number, ago(platform, 10))),
        meanwhile: () => grantSenior(platform, operator, holder.number),
      };
    },
  },
  "services/convenience/transit/rider-store.ts putRider new": {
    record: RIDER,
    scene: async (platform) => {
      const token = await platform.tokens.citizen();
      return twice(() => issue(platform, { token }));
    },
  },
  "services/convenience/transit/rider-store.ts putRider over": {
    record: RIDER,
    scene: async (platform) => {
      const { token, id } = await seedCard(platform);
      await ask(platform, { token }, `closeTransitCard(id: "${id}") { __typename }`);
      return twice(() => issue(platform, { token }));
    },
  },
  "services/convenience/transit/rider-store.ts checkRider over": {
    record: /^ConditionCheck ctz_\w+ transit-rider$/,
    scene: async (platform) => {
      const [operator, card] = [await sender(platform), await seedCard(platform, "3.00")];
      const [other, exit] = [
        await handOut(platform, operator, "STUDENT"),
        tapRow("EXIT", card.number, ago(platform, 10)),
      ];
      await operator.tap(tapRow("ENTRY", card.number, ago(platform, 40)));
      return { late: () => operator.tap(exit), meanwhile: () => bindCard(platform, card.token, other) };
    },
  },
  "services/convenience/transit/cards/top-up-store.ts putTopUps new": {
    record: TOP_UPS,
    scene: async (platform) => {
      const card = await seedCard(platform);
      return twice(() => topUp(platform, card, card.number, "20.00"));
    },
  },
  "services/convenience/transit/cards/top-up-store.ts putTopUps over": {
    record: TOP_UPS,
    scene: async (platform) => {
      const card = await seedCard(platform, "20.00");
      return twice(() => topUp(platform, card, card.number, "20.00"));
    },
  },
  "services/convenience/transit/collection-store.ts putCollection new": {
    record: /^Put wth_\w+ collection$/,
    scene: async (platform) => {
      const card = await seedCard(platform);
      return twice(() => sign(platform, card));
    },
  },
  "services/convenience/transit/collection-store.ts putCollection over": {
    record: /^Put wth_\w+ collection$/,
    scene: async (platform) => {
      const [operator, card] = [await sender(platform), await seedCard(platform)];
      await sign(platform, card);
      await ride(platform, operator, card);
      return twice(() => collect(platform));
    },
  },
  "services/convenience/transit/collection-store.ts putDue over": {
    why: "a contract's collection is made with it and never removed: the condition only keeps a mistake from making half of one",
  },
  "services/convenience/transit/rides/ride-store.ts putRideBook new": {
    record: RIDES,
    scene: async (platform) => {
      const [operator, { number }] = [await sender(platform), await seedCard(platform, "20.00")];
      const enter = (minutes: number) => () => operator.tap(tapRow("ENTRY", number, ago(platform, minutes)));
      return { late: enter(20), meanwhile: enter(40) };
    },
  },
  "services/convenience/transit/rides/ride-store.ts putRideBook over": {
    record: RIDES,
    scene: async (platform) => {
      const [operator, { number }] = [await sender(platform), await seedCard(platform, "20.00")];
      await operator.tap(
        tapRow("ENTRY", number, ago(platform, 50)),
        tapRow("EXIT", number, ago(platform, 45)),
      );
      const enter = (minutes: number) => () => operator.tap(tapRow("ENTRY", number, ago(platform, minutes)));
      return { late: enter(20), meanwhile: enter(40) };
    },
  },
  "services/convenience/transit/rides/tap-store.ts putCodeUse new": {
    record: /^Put ride-code#\S+ use$/,
    scene: async (platform) => {
      const [operator, card] = [await sender(platform), await seedCard(platform, "20.00")];
      const shown = { cardNumber: null, rideCode: await codeOf(platform, card) };
      const now = platform.clock.now();
      return twice(() => operator.tap(tapRow("ENTRY", "", now, shown)));
    },
  },
};

export const CONVENIENCE: Scenes = { ...UTILITIES, ...TRANSIT };
