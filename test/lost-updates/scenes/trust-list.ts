import { creditCodeCheck } from "../../../services/field/credit-code.ts";
import {
  agreeToTrust,
  type IssuerInput,
  saveIssuerDraft,
} from "../../../services/government/licences/index.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { editorOf, region } from "../../government/catalogue/items.ts";
import { jwkOf } from "../../government/licences/trust/trust.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";
import type { Guarded } from "../world.ts";

let issuers = 0;

/** An issuer of its own: what an editor does with it, and each time another editor. */
function newIssuer(platform: TestPlatform) {
  issuers += 1;
  const first17 = `11220000${String(issuers).padStart(9, "0")}`;
  const creditCode = `${first17}${creditCodeCheck(first17)}`;
  const draft: IssuerInput = {
    ...{ region: region("220000"), creditCode, regions: [region("110000")] },
    ...{ name: { zh: "甲", en: "A" }, platform: "https://jilin.example/" },
    keys: [
      {
        ...{ keyId: "k", algorithm: "ES256", publicKey: jwkOf(1) },
        from: "2026-01-01T00:00:00.000Z" as Instant,
      },
    ],
    types: [
      {
        ...{ vct: "urn:jilin:food", typeCode: `${creditCode}001`, name: { zh: "食品证", en: "Food permit" } },
        from: date("2026-01-01"),
      },
    ],
    department: { code: "BJ-TEST", name: { zh: "测试局", en: "Office of tests" } },
    legalBasis: [{ law: "国务院关于在线政务服务的若干规定", article: "第十条" }],
  };
  const by = () => {
    const actor = editorOf();
    const context = platform.context(actor);
    return [{ actor, now: context.now }, context] as const;
  };
  const entry = { kind: "ISSUER", code: `220000.${creditCode}` } as const;
  return {
    save: async (zh = "甲") => must(await saveIssuerDraft({ ...draft, name: { zh, en: "Raced" } }, ...by())),
    agree: async () => agreeToTrust(entry, { reason: "协议已签" }, ...by()),
  };
}

async function drafted(platform: TestPlatform) {
  const issuer = newIssuer(platform);
  await issuer.save();
  return issuer;
}

const STORES = "services/government/licences/trust";
const DRAFT = /^Put trust#\S+ draft$/;

export const TRUST_LIST: Readonly<Record<string, Guarded>> = {
  [`${STORES}/trust-draft-store.ts putTrustDraft new`]: {
    record: DRAFT,
    scene: async (platform) => {
      const issuer = newIssuer(platform);
      return { late: () => issuer.save("甲"), meanwhile: () => issuer.save("乙") };
    },
  },
  [`${STORES}/trust-draft-store.ts putTrustDraft over`]: {
    record: DRAFT,
    scene: async (platform) => {
      const issuer = await drafted(platform);
      return { late: () => issuer.save("甲"), meanwhile: () => issuer.save("乙") };
    },
  },
  [`${STORES}/trust-draft-store.ts checkTrustDraftRevision over`]: {
    record: /^ConditionCheck trust#\S+ draft$/,
    scene: async (platform) => {
      const issuer = await drafted(platform);
      return { late: issuer.agree, meanwhile: () => issuer.save("乙") };
    },
  },
  [`${STORES}/trust-list-store.ts putTrustListVersion new`]: {
    record: /^Put trust-list-versions /,
    scene: async (platform) => {
      const [one, other] = [await drafted(platform), await drafted(platform)];
      return { late: one.agree, meanwhile: other.agree };
    },
  },
};
