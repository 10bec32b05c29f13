import { businessLicence } from "../../../local/demo/licence-types/of-enterprises.ts";
import { publishLicenceType, saveLicenceTypeDraft } from "../../../services/government/licences/index.ts";
import { editorOf } from "../../government/catalogue/items.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, twice } from "../world.ts";

let types = 0;

/** A type of its own: what an editor does with it, and each time another editor. */
function newType(platform: TestPlatform, names: { readonly vct?: string } = {}) {
  types += 1;
  const serial = String(100 + types);
  const own = { code: `raced-type-${types}`, typeCode: businessLicence.typeCode.slice(0, -3) + serial };
  const draft = { ...businessLicence, vct: `urn:test:raced:${types}`, ...own, ...names };
  const by = () => {
    const actor = editorOf();
    const context = platform.context(actor);
    return [{ actor, now: context.now }, context] as const;
  };
  return {
    save: async (zh = "营业执照") =>
      must(await saveLicenceTypeDraft({ ...draft, name: { zh, en: "Raced" } }, ...by())),
    publish: async () => publishLicenceType(own.code, { reason: "依法公布" }, ...by()),
  };
}

async function drafted(platform: TestPlatform, names?: { readonly vct: string }) {
  const type = newType(platform, names);
  await type.save();
  return type;
}

const STORE = "services/government/licences/types/type-store.ts";
const DRAFT = /^Put licence-type#\S+ draft$/;
const HEAD = /^Put licence-types /;

export const LICENCE_TYPES: Readonly<Record<string, Guarded>> = {
  [`${STORE} putTypeDraft new`]: {
    record: DRAFT,
    scene: async (platform) => {
      const type = newType(platform);
      return { late: () => type.save("甲"), meanwhile: () => type.save("乙") };
    },
  },
  [`${STORE} putTypeDraft over`]: {
    record: DRAFT,
    scene: async (platform) => {
      const type = await drafted(platform);
      return { late: () => type.save("甲"), meanwhile: () => type.save("乙") };
    },
  },
  [`${STORE} checkTypeDraftRevision over`]: {
    record: /^ConditionCheck licence-type#\S+ draft$/,
    scene: async (platform) => {
      const type = await drafted(platform);
      return { late: type.publish, meanwhile: () => type.save("乙") };
    },
  },
  [`${STORE} putTypeVersion new`]: {
    record: /^Put licence-type#\S+ version#/,
    scene: async (platform) => twice((await drafted(platform)).publish),
  },
  [`${STORE} putTypeHead new`]: {
    record: HEAD,
    scene: async (platform) => twice((await drafted(platform)).publish),
  },
  [`${STORE} putTypeHead over`]: {
    record: HEAD,
    scene: async (platform) => {
      const type = await drafted(platform);
      must(await type.publish());
      await type.save("乙");
      return twice(type.publish);
    },
  },
  [`${STORE} takeTypeNames new`]: {
    record: /^Put licence-type-name#urn:test:shared:\d+ type$/,
    scene: async (platform) => {
      const shared = { vct: `urn:test:shared:${types}` };
      const [one, other] = [await drafted(platform, shared), await drafted(platform, shared)];
      return { late: one.publish, meanwhile: other.publish };
    },
  },
};
