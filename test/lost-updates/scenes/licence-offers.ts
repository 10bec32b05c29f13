import { directly, openidOf } from "../../government/licences/openid/openid-world.ts";
import { newPhone, openLicences } from "../../government/licences/wallet/wallet-world.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { type Guarded, onceOn, twice } from "../world.ts";

const TYPE = "raced-offered-licence";
const open = onceOn((platform) => openLicences(platform, TYPE));

/** Somebody whose licence is offered to a wallet. */
async function offeredOn(platform: TestPlatform) {
  const { newHolder } = await open(platform);
  const openid = openidOf(platform, directly(platform));
  const { person, licence } = await newHolder();
  const offered: Json = await openid.offer(person, licence);
  return {
    openid,
    offered,
    redeem: () => openid.redeem(openid.codeIn(offered), textAt(offered, "transactionCode")),
  };
}

const STORE = "services/government/licences/openid/licence-offer-store.ts";

export const LICENCE_OFFERS: Readonly<Record<string, Guarded>> = {
  [`${STORE} changeOffer over`]: {
    record: /^Put licence-offer#\S+ offer$/,
    scene: async (platform) => twice((await offeredOn(platform)).redeem),
  },
  [`${STORE} useNonce new`]: {
    record: /^Put credential-nonce#\S+ nonce$/,
    scene: async (platform) => {
      const [one, other] = [await offeredOn(platform), await offeredOn(platform)];
      const tokens = [
        await one.openid.tokenFor(one.offered),
        await other.openid.tokenFor(other.offered),
      ] as const;
      const nonce = await one.openid.nonce();
      const asked = async () => one.openid.request(TYPE, await newPhone(), { nonce });
      const requests = [await asked(), await asked()] as const;
      return {
        late: () => one.openid.credential(tokens[0], requests[0]),
        meanwhile: () => other.openid.credential(tokens[1], requests[1]),
      };
    },
  },
  "services/government/licences/openid/presentation-store.ts changeRequest over": {
    record: /^Put vpr_\w+ presentation-request$/,
    scene: async (platform) => {
      await open(platform);
      const openid = openidOf(platform, directly(platform));
      const { liveKey } = await seedPartner(platform, { scopes: ["LICENCE_CODES"] });
      const asked = await openid.requested({ apiKey: liveKey }, { types: [TYPE], fields: [] });
      const state = new URL(textAt(asked, "uri")).searchParams.get("state") ?? "";
      return twice(() => openid.answer({ state, error: "access_denied" }));
    },
  },
};
