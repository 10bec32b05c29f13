import {
  publishServiceItem,
  rollOutServiceItem,
  saveServiceItemDraft,
} from "../../../services/government/catalogue/index.ts";
import { draftOf, editorOf, region } from "../../government/catalogue/items.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, twice } from "../world.ts";

let items = 0;

/** An item of its own: what an editor does with it, and each time another editor. */
function newItem(platform: TestPlatform) {
  items += 1;
  const code = `RACED-ITEM-${items}`;
  const by = () => {
    const actor = editorOf();
    const context = platform.context(actor);
    return [{ actor, now: context.now }, context] as const;
  };
  return {
    save: async (visits = 0) => must(await saveServiceItemDraft(draftOf({ code, visits }), ...by())),
    publish: async () => publishServiceItem(code, { reason: "依法公布" }, ...by()),
    rollOut: async (where: string) =>
      must(
        await rollOutServiceItem(code, { region: region(where), stage: "GENERAL", reason: "试点" }, ...by()),
      ),
  };
}

async function drafted(platform: TestPlatform) {
  const item = newItem(platform);
  await item.save();
  return item;
}

async function rollingOut(platform: TestPlatform) {
  const item = await drafted(platform);
  must(await item.publish());
  return { late: () => item.rollOut("110105"), meanwhile: () => item.rollOut("110108") };
}

const DRAFT = /^Put item#\S+ draft$/;
const HEAD = /^Put item#\S+ head$/;

export const CATALOGUE: Readonly<Record<string, Guarded>> = {
  "services/government/catalogue/store.ts putDraft new": {
    record: DRAFT,
    scene: async (platform) => {
      const item = newItem(platform);
      return { late: () => item.save(1), meanwhile: () => item.save(2) };
    },
  },
  "services/government/catalogue/store.ts putDraft over": {
    record: DRAFT,
    scene: async (platform) => {
      const item = await drafted(platform);
      return { late: () => item.save(1), meanwhile: () => item.save(2) };
    },
  },
  "services/government/catalogue/store.ts checkDraftRevision over": {
    record: /^ConditionCheck item#\S+ draft$/,
    scene: async (platform) => {
      const item = await drafted(platform);
      return { late: item.publish, meanwhile: () => item.save(2) };
    },
  },
  "services/government/catalogue/store.ts putVersion new": {
    record: /^Put item#\S+ version#/,
    scene: async (platform) => twice((await drafted(platform)).publish),
  },
  "services/government/catalogue/head-store.ts putHead new": {
    record: HEAD,
    scene: async (platform) => twice((await drafted(platform)).publish),
  },
  "services/government/catalogue/head-store.ts putHead over": { record: HEAD, scene: rollingOut },
  "services/government/catalogue/roll-out-store.ts putRollOutChange new": {
    record: /^Put item#\S+ roll-out#/,
    scene: rollingOut,
  },
};
