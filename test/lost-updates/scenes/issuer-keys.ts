import { businessLicence } from "../../../local/demo/licence-types/of-enterprises.ts";
import {
  agreeToIssuerKey,
  proposeIssuerKey,
  publishLicenceType,
  saveLicenceTypeDraft,
} from "../../../services/government/licences/index.ts";
import { openKmsKeys } from "../../../services/government/licences/issuer-keys/kms-keys.ts";
import { reportIssuerKey } from "../../../services/government/licences/issuer-keys/report-issuer-key.ts";
import { editorOf } from "../../government/catalogue/items.ts";
import { startKms } from "../../support/kms-server.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, twice } from "../world.ts";

let issuers = 0;

/** An authority that a licence type names: what officers do with its keys, each time another officer. */
async function newIssuer(platform: TestPlatform, { kmsKeys } = platform.ports.parts) {
  issuers += 1;
  const [issuer, licenceType] = [newCreditCode(), `raced-keys-${issuers}`];
  const by = () => {
    const actor = editorOf();
    const context = platform.context(actor);
    return [
      { actor, now: context.now },
      { ...context, parts: { ...context.parts, kmsKeys } },
    ] as const;
  };
  const typeCode = businessLicence.typeCode.slice(0, -3) + String(500 + issuers);
  const named = businessLicence.issuers.map((one) => ({ ...one, creditCode: issuer }));
  const own = { code: licenceType, typeCode, vct: `urn:test:raced-keys:${issuers}`, issuers: named };
  must(await saveLicenceTypeDraft({ ...businessLicence, ...own }, ...by()));
  must(await publishLicenceType(licenceType, { reason: "依法公布" }, ...by()));
  const place = { mode: "live", issuer } as const;
  const reason = "依法签发";
  return {
    propose: async (kmsKey?: string) =>
      must(await proposeIssuerKey({ ...place, licenceType, kmsKey, from: undefined, reason }, ...by())),
    agree: (keyId: string) => agreeToIssuerKey({ ...place, keyId }, reason, ...by()),
    report: async (keyId: string) => {
      const [officer, writes] = by();
      return reportIssuerKey({ ...place, keyId }, { since: officer.now, reason }, officer, writes);
    },
  };
}

const STORE = "services/government/licences/issuer-keys/issuer-key-store.ts";
const KEYS = /^Put issuer-keys#live \S+$/;

export const ISSUER_KEYS: Readonly<Record<string, Guarded | readonly Guarded[]>> = {
  [`${STORE} putIssuerKeys new`]: {
    record: KEYS,
    scene: async (platform) => {
      const { propose } = await newIssuer(platform);
      return twice(propose);
    },
  },
  [`${STORE} putIssuerKeys over`]: [
    {
      record: KEYS,
      scene: async (platform) => {
        const { propose, agree } = await newIssuer(platform);
        const { keyId } = await propose();
        return { late: propose, meanwhile: () => agree(keyId) };
      },
    },
    {
      record: KEYS,
      scene: async (platform) => {
        const { propose, agree, report } = await newIssuer(platform);
        const { keyId } = await propose();
        must(await agree(keyId));
        return { late: propose, meanwhile: () => report(keyId) };
      },
    },
  ],
  [`${STORE} takeKey new`]: {
    record: /^Put issuer-key#\S+ issuer$/,
    scene: async (platform) => {
      const kms = await startKms();
      const parts = { ...platform.ports.parts, kmsKeys: openKmsKeys(kms.env) };
      const kmsKey = kms.addKey();
      const [one, other] = [await newIssuer(platform, parts), await newIssuer(platform, parts)];
      const { keyId } = await one.propose(kmsKey);
      await other.propose(kmsKey);
      return { late: () => one.agree(keyId), meanwhile: () => other.agree(keyId) };
    },
  },
};
