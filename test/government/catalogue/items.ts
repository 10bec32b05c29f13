import { isRegionCode, type RegionCode } from "../../../services/field/region.ts";
import {
  type DraftInput,
  type EffectStatement,
  publishServiceItem,
  type RollOutStage,
  rollOutServiceItem,
  saveServiceItemDraft,
} from "../../../services/government/catalogue/index.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { ZERO } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";

export function region(code: string): RegionCode {
  if (!isRegionCode(code)) throw new Error(`${code} is no region code`);
  return code;
}

type Words = Readonly<Record<string, unknown>>;
const isWords = (value: unknown): value is Words =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A form on one page, its fields called by their titles, or by their names, in both languages. */
export const forPeople = (form: Words): Words => ({
  ...labelled(form),
  "x-pages": [
    {
      title: { zh: "申请表", en: "Form" },
      fields: Object.keys(isWords(form["properties"]) ? form["properties"] : {}),
    },
  ],
});

/** A schema with all that people are told of its fields, but for what it says itself. */
function labelled(schema: Words): Words {
  const { properties, items, $defs } = schema;
  const each = (some: unknown): Words =>
    Object.fromEntries(
      Object.entries(isWords(some) ? some : {}).map(([name, one]) => {
        const called = isWords(one) && typeof one["title"] === "string" ? one["title"] : name;
        return [name, isWords(one) ? { "x-label": { zh: called, en: called }, ...labelled(one) } : one];
      }),
    );
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: each(properties) }),
    ...($defs === undefined ? {} : { $defs: each($defs) }),
    ...(isWords(items) ? { items: labelled(items) } : {}),
  };
}

/** A form of which the platform fills in nothing. */
export const withoutHeld = (form: Words): Words =>
  JSON.parse(JSON.stringify(form, (name, value: unknown) => (name === "x-held" ? undefined : value)));

/** A draft that can be published, but for what a test changes. */
export const draftOf = (changes: Partial<DraftInput> = {}): DraftInput => ({
  code: "TEST-ITEM-1",
  name: { zh: "租房提取住房公积金", en: "Housing-fund withdrawal for rent" },
  department: { code: "BJ-GJJ", name: { zh: "北京住房公积金管理中心", en: "Beijing Housing Fund Centre" } },
  regions: [region("110000")],
  legalBasis: [{ law: "住房公积金管理条例", article: "第二十四条" }],
  audiences: ["NATURAL_PERSON"],
  channels: ["ONLINE"],
  visits: 0,
  promisedWorkingDays: 2,
  statutoryWorkingDays: 3,
  form: forPeople({ type: "object", properties: { name: { type: "string", title: "姓名" } } }),
  materials: [{ code: "id-card", name: { zh: "身份证", en: "Identity card" }, required: true }],
  steps: [
    { code: "accept", name: { zh: "受理", en: "Acceptance" }, role: "acceptor", workingDays: 0 },
    { code: "decide", name: { zh: "决定", en: "Decision" }, role: "decider", workingDays: 2 },
  ],
  fee: { amount: ZERO },
  ...changes,
});

export const editorOf = (jurisdiction: Partial<Officer["jurisdiction"]> = {}): Officer => ({
  kind: "OFFICER",
  mode: "live",
  id: newId("ofc", systemRuntime),
  roles: ["CATALOGUE_EDITOR"],
  jurisdiction: { regionPrefix: "", departments: [], ...jurisdiction },
});

export type Stages = Readonly<Record<string, RollOutStage>>;

/**
 * Publishes an item through the use cases, by another editor than has written it, and switches it to the given stages;
 * `as` states its effect as another time's platform stated it.
 */
export async function publishItem(
  platform: TestPlatform,
  draft: DraftInput,
  stages: Stages,
  as: (effect: EffectStatement) => EffectStatement = (effect) => effect,
): Promise<void> {
  const actor = editorOf();
  const { parts, ...rest } = platform.context(actor);
  const effects = new Map([...parts.effects].map(([code, effect]) => [code, as(effect)]));
  const context = { ...rest, parts: { effects, heldValues: parts.heldValues } };
  const by = { actor, now: context.now };
  must(await saveServiceItemDraft(draft, { ...by, actor: editorOf() }, context));
  must(await publishServiceItem(draft.code, { reason: "依法公布" }, by, context));
  for (const [where, stage] of Object.entries(stages)) {
    must(await rollOutServiceItem(draft.code, { region: region(where), stage, reason: "试点" }, by, context));
  }
}
