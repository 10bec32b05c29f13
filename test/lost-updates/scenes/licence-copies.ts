import { copiesOf } from "../../government/licences/copies/copy-world.ts";
import { openLicences } from "../../government/licences/wallet/wallet-world.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, onceOn, twice } from "../world.ts";

const TYPE = "raced-copied-licence";
const open = onceOn((platform) => openLicences(platform, TYPE));

/** Somebody with a licence, and a way to share it. */
async function holderOf(platform: TestPlatform) {
  const licences = await open(platform);
  const copies = copiesOf(platform);
  const { person, licence } = await licences.newHolder();
  return { copies, person, share: () => copies.shared(person, { licence }) };
}

const STORE = "services/government/licences/copies/copy-store.ts";
const BOOK = /^Put lic_\w+ copies$/;

export const LICENCE_COPIES: Readonly<Record<string, Guarded>> = {
  [`${STORE} putBook new`]: {
    record: BOOK,
    scene: async (platform) => twice((await holderOf(platform)).share),
  },
  [`${STORE} putBook over`]: {
    record: BOOK,
    scene: async (platform) => {
      const { share } = await holderOf(platform);
      await share();
      return twice(share);
    },
  },
  [`${STORE} putCopy over`]: {
    record: /^Put lcp_\w+ copy$/,
    scene: async (platform) => {
      const { copies, person, share } = await holderOf(platform);
      const { id, code } = await share();
      return { late: () => copies.use({}, code), meanwhile: () => copies.revoke(person, id) };
    },
  },
};
