import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import { HANDLINGS } from "../../field/licensing-law.ts";
import type { RegionCode } from "../../field/region.ts";
import { DAY_KINDS } from "../../field/working-days.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApprovalEffect } from "./approval-effect.ts";
import type { HeldRecord } from "./held-record.ts";
import type { ChecklistPoint } from "./item-terms.ts";
import { catalogueKeys } from "./keys.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Draft, ItemContent, Material, PublishedItem } from "./service-item.ts";
import { readRule } from "./stored-rule.ts";
import type { WindowAgreement } from "./window-agreement.ts";

const TABLE = "registry";

const localized = map({ zh: string(), en: string() });
const instant = brand<Instant>();
const region = brand<RegionCode>();
const audience = string().enum("NATURAL_PERSON", "LEGAL_PERSON");

const STEP = {
  ...{ code: string(), name: localized, role: string(), workingDays: number() },
  ...{ department: string().optional(), jointly: boolean().optional(), fourEyes: boolean().optional() },
  checklist: any().castAs<readonly ChecklistPoint[]>().optional(),
};

const CONTENT = {
  ...KEY,
  code: string(),
  name: localized,
  department: map({ code: string(), name: localized }),
  regions: list(region),
  handedInAt: any().castAs<readonly WindowAgreement[]>().optional(),
  legalBasis: list(map({ law: string(), article: string() })),
  audiences: list(audience),
  lifeEvents: list(brand<LifeEvent>()).optional(),
  channels: list(string().enum("ONLINE", "HALL", "SELF_SERVICE", "POST")),
  visits: number(),
  promisedWorkingDays: number(),
  statutoryWorkingDays: number(),
  statutoryDays: string()
    .enum(...DAY_KINDS)
    .optional(),
  limitCoversDelivery: boolean().optional(),
  handling: string()
    .enum(...HANDLINGS)
    .optional(),
  extensionWorkingDays: number().optional(),
  ownFromAge: number().optional(),
  /** As text: a schema may nest deeper, and hold other names and numbers, than the database takes. */
  form: string(),
  materials: list(
    map({
      ...{ code: string(), name: localized, required: boolean(), replacedByLicence: string().optional() },
      ...{ licenceOf: string().enum("HOUSEHOLD").optional(), licenceFields: list(string()).optional() },
      filledBy: brand<HeldRecord>().optional(),
    }),
  ),
  steps: list(map(STEP)),
  fee: map({ amount: money(), basis: string().optional() }),
  /** As text, as the form. */
  rule: string().optional(),
  effect: brand<ApprovalEffect>().optional(),
  /** As text, as the rule. */
  licence: string().optional(),
};

const DraftEntity = new Entity({
  ...ENTITY,
  name: "ServiceItemDraft",
  schema: item({
    ...CONTENT,
    revision: number(),
    editors: list(brand<OfficerId>()).optional(),
    editorPersons: list(brand<CitizenId>()).optional(),
  }),
});
const readDraft = recordReader(DraftEntity);

const VersionEntity = new Entity({
  ...ENTITY,
  name: "ServiceItemVersion",
  schema: item({ ...CONTENT, version: number(), publishedAt: instant }),
});
const readVersion = recordReader(VersionEntity);

type Reads = Pick<Database, "get">;

export async function getDraft(database: Reads, code: string): Promise<Draft | undefined> {
  const record = await database.get(TABLE, catalogueKeys.draft(code));
  if (!record) return undefined;
  const { pk: _, sk: __, ...draft } = readDraft(record);
  return { ...draft, ...contentOf(draft) };
}

export async function getVersion(
  database: Reads,
  code: string,
  version: number,
): Promise<PublishedItem | undefined> {
  const record = await database.get(TABLE, catalogueKeys.version(code, version));
  if (!record) return undefined;
  const { pk: _, sk: __, ...found } = readVersion(record);
  return { ...found, ...contentOf(found) };
}

/** The fields that not every material has. */
type SaidOfSome = "replacedByLicence" | "licenceOf" | "licenceFields" | "filledBy";

type Stored = {
  readonly form: string;
  readonly rule?: string | undefined;
  readonly licence?: string | undefined;
  readonly fee: { readonly amount: Fen; readonly basis?: string | undefined };
  readonly materials: readonly (Omit<Material, SaidOfSome> & {
    readonly [K in SaidOfSome]?: Material[K] | undefined;
  })[];
};

type ReadAnew = Pick<ItemContent, "form" | "fee" | "materials"> & {
  readonly [K in "rule" | "licence"]: ItemContent[K];
};

/** The fields that the record keeps in another shape than the noun has. */
const contentOf = ({ form, rule, licence, fee, materials }: Stored): ReadAnew => ({
  form: JSON.parse(form),
  rule: rule === undefined ? undefined : readRule(rule),
  licence: licence === undefined ? undefined : JSON.parse(licence),
  fee: fee.basis === undefined ? { amount: fee.amount } : { amount: fee.amount, basis: fee.basis },
  materials: materials.map(({ replacedByLicence, licenceOf, licenceFields, filledBy, ...material }) => ({
    ...material,
    ...(replacedByLicence === undefined ? {} : { replacedByLicence }),
    ...(licenceOf === undefined ? {} : { licenceOf }),
    ...(licenceFields === undefined ? {} : { licenceFields }),
    ...(filledBy === undefined ? {} : { filledBy }),
  })),
});

const saidOf = <Name extends "extensionWorkingDays" | "ownFromAge">(content: ItemContent, name: Name) =>
  content[name] === undefined ? {} : { [name]: content[name] };

const recordOf = (content: ItemContent) => ({
  code: content.code,
  name: content.name,
  department: content.department,
  regions: [...content.regions],
  ...(content.handedInAt ? { handedInAt: [...content.handedInAt] } : {}),
  legalBasis: [...content.legalBasis],
  audiences: [...content.audiences],
  ...(content.lifeEvents ? { lifeEvents: [...content.lifeEvents] } : {}),
  channels: [...content.channels],
  visits: content.visits,
  promisedWorkingDays: content.promisedWorkingDays,
  statutoryWorkingDays: content.statutoryWorkingDays,
  ...(content.statutoryDays === "CALENDAR" ? { statutoryDays: content.statutoryDays } : {}),
  ...(content.limitCoversDelivery ? { limitCoversDelivery: true } : {}),
  ...(content.handling ? { handling: content.handling } : {}),
  ...saidOf(content, "extensionWorkingDays"),
  ...saidOf(content, "ownFromAge"),
  form: JSON.stringify(content.form),
  materials: content.materials.map(({ licenceFields, ...material }) => ({
    ...material,
    ...(licenceFields ? { licenceFields: [...licenceFields] } : {}),
  })),
  steps: [...content.steps],
  fee: content.fee,
  ...(content.effect ? { effect: content.effect } : {}),
  ...(content.rule ? { rule: JSON.stringify(content.rule) } : {}),
  ...(content.licence ? { licence: JSON.stringify(content.licence) } : {}),
});

/** `expecting` is the draft that was decided from, undefined for a first one. */
export function putDraft(database: Database, draft: Draft, expecting: Draft | undefined): TransactItem {
  return transactItem(
    DraftEntity.build(PutTransaction)
      .item({
        ...catalogueKeys.draft(draft.code),
        ...recordOf(draft),
        revision: draft.revision,
        ...(draft.editors ? { editors: [...draft.editors] } : {}),
        ...(draft.editorPersons ? { editorPersons: [...draft.editorPersons] } : {}),
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(expecting?.revision) })
      .params(),
  );
}

/** Writes nothing; the commit fails if the draft is another by now. */
export function checkDraftRevision(database: Database, draft: Draft): TransactItem {
  return transactItem(
    DraftEntity.build(ConditionCheck)
      .key(catalogueKeys.draft(draft.code))
      .condition({ attr: "revision", eq: draft.revision })
      .options(inTable(database, TABLE))
      .params(),
  );
}

/** A published version is written once, and never again. */
export function putVersion(database: Database, version: PublishedItem): TransactItem {
  return transactItem(
    VersionEntity.build(PutTransaction)
      .item({
        ...catalogueKeys.version(version.code, version.version),
        ...recordOf(version),
        version: version.version,
        publishedAt: version.publishedAt,
      })
      .options({ ...inTable(database, TABLE), condition: { attr: "pk", exists: false } })
      .params(),
  );
}
