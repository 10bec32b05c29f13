import { newApplicant, newOfficer } from "../../government/cases/casework.ts";
import {
  newPhone,
  openLicences,
  type Phone,
  walletOf,
} from "../../government/licences/wallet/wallet-world.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { type Guarded, onceOn, twice } from "../world.ts";

const TYPE = "raced-wallet-licence";
const open = onceOn((platform) => openLicences(platform, TYPE));

/** Somebody with a licence, a phone that is bound, and a wish to bind another. */
async function holderOf(platform: TestPlatform) {
  const licences = await open(platform);
  const wallet = walletOf(platform);
  const { person, licence } = await licences.newHolder();
  const phone: Phone = await wallet.boundPhone(person);
  return { wallet, person, licence, phone };
}

const STORE = "services/government/licences/wallet/wallet-store.ts";
const WALLET = /^Put ctz_\w+ licence-wallet$/;

export const LICENCE_WALLET: Readonly<Record<string, Guarded>> = {
  [`${STORE} putWallet new`]: {
    record: WALLET,
    scene: async (platform) => {
      const [wallet, person] = [walletOf(platform), await newApplicant(platform)];
      const [one, other] = [await newPhone(), await newPhone()];
      const wishes = [await wallet.wishOf(person, one), await wallet.wishOf(person, other)] as const;
      return {
        late: () => wallet.bind(person, wishes[0]),
        meanwhile: () => wallet.bind(person, wishes[1]),
      };
    },
  },
  [`${STORE} putWallet over`]: {
    record: WALLET,
    scene: async (platform) => {
      const { wallet, person, phone } = await holderOf(platform);
      const wish = await wallet.wishOf(person, await newPhone());
      return { late: () => wallet.bind(person, wish), meanwhile: () => wallet.revoke(person, phone.id) };
    },
  },
  [`${STORE} checkWallet over`]: {
    record: /^ConditionCheck ctz_\w+ licence-wallet$/,
    scene: async (platform) => {
      const { wallet, person, licence, phone } = await holderOf(platform);
      return {
        late: () => wallet.credential(person, { licence, device: phone.id }),
        meanwhile: () => wallet.revoke(person, phone.id),
      };
    },
  },
  "services/government/licences/wallet/licence-code-store.ts useCode over": {
    record: /^Update licence-code#\S+ code$/,
    scene: async (platform) => {
      const { wallet, person, licence, phone } = await holderOf(platform);
      const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
      const code = textAt(await wallet.code(person, phone, { licence, fields: [] }), "code");
      return twice(() => wallet.redeem(clerk, code));
    },
  },
};
