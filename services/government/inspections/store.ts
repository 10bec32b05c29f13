import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import { type RegionCode, regionsAround } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { RemedyNotice } from "../../people/remedies/index.ts";
import type { InspectionPlanId } from "./ids.ts";
import { type Inspection, OUTCOMES, overdueFrom, type PublishedResult, type Report } from "./inspection.ts";
import { inspectionKeys } from "./keys.ts";
import type { Drawn, Frame, InspectionPlan } from "./plan.ts";

/** The plans and results of one mode. */
export type InspectionStore = { readonly database: Database; readonly mode: Mode };

const planId = brand<InspectionPlanId>();
const region = brand<RegionCode>();
const instant = brand<Instant>();
const civilDate = brand<CivilDate>();
const officer = brand<OfficerId>();
const indexed = string().hidden().optional();

const PlanEntity = new Entity({
  ...ENTITY,
  name: "InspectionPlan",
  schema: item({
    ...KEY,
    id: planId,
    title: string(),
    department: string(),
    region,
    from: civilDate,
    until: civilDate,
    seed: string(),
    frameSize: number(),
    frameDigest: string(),
    drawn: any().castAs<readonly Drawn[]>(),
    drawnAt: instant,
    drawnBy: officer,
    creation: string(),
  }),
});
const readPlan = recordReader(PlanEntity);

const FrameEntity = new Entity({
  ...ENTITY,
  name: "InspectionFrame",
  schema: item({ ...KEY, licences: list(string()), inspectors: list(officer) }),
});
const readFrame = recordReader(FrameEntity);

const PointerEntity = new Entity({
  ...ENTITY,
  name: "InspectionPlanPlace",
  schema: item({ ...KEY, plan: planId }),
});
const readPointer = recordReader(PointerEntity);

const InspectionEntity = new Entity({
  ...ENTITY,
  name: "Inspection",
  schema: item({
    ...{ ...KEY, index1pk: indexed, index1sk: indexed },
    plan: planId,
    licence: string(),
    redraws: list(
      map({
        ...{ replaced: officer, inspector: officer, by: officer, at: instant, reason: string() },
        ...{ pool: list(officer), passedOver: list(officer) },
      }),
    ).optional(),
    reports: any().castAs<readonly Report[]>(),
    overdueAt: instant.optional(),
    revision: number(),
  }),
});
const readInspection = recordReader(InspectionEntity);

const ResultEntity = new Entity({
  ...ENTITY,
  name: "InspectionResult",
  schema: item({
    ...KEY,
    plan: planId,
    planTitle: string(),
    licence: string(),
    holderName: string(),
    region,
    outcome: string().enum(...OUTCOMES),
    note: string(),
    rectifyBy: civilDate.optional(),
    inspectedAt: instant,
    publishedAt: instant,
    remedies: any().castAs<RemedyNotice>().optional(),
  }),
});
const readResult = recordReader(ResultEntity);

const options = ({ database, mode }: InspectionStore) => inTable(database, recordsTable(mode));

export async function getPlan(
  { database, mode }: InspectionStore,
  id: InspectionPlanId,
): Promise<InspectionPlan | undefined> {
  const record = await database.get(recordsTable(mode), inspectionKeys.plan(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...plan } = readPlan(record);
  return plan;
}

export async function getFrame(
  { database, mode }: InspectionStore,
  id: InspectionPlanId,
): Promise<Frame | undefined> {
  const record = await database.get(recordsTable(mode), inspectionKeys.frame(id));
  return record && readFrame(record);
}

/** A plan is written once, with all that could have been drawn, and its place in each region that it lies in. */
export function putPlan(store: InspectionStore, plan: InspectionPlan, frame: Frame): TransactItem[] {
  const record = PlanEntity.build(PutTransaction)
    .item({ ...inspectionKeys.plan(plan.id), ...plan })
    .options({ ...options(store), condition: { attr: "pk", exists: false } });
  const all = FrameEntity.build(PutTransaction)
    .item({
      ...inspectionKeys.frame(plan.id),
      ...{ licences: [...frame.licences], inspectors: [...frame.inspectors] },
    })
    .options(options(store));
  const places = regionsAround(plan.region).map((around) =>
    PointerEntity.build(PutTransaction)
      .item({ ...inspectionKeys.planIn(around, `${plan.drawnAt}#${plan.id}`), plan: plan.id })
      .options(options(store)),
  );
  return [record, all, ...places].map((put) => transactItem(put.params()));
}

type Page = { readonly first: number; readonly after?: Key };

/** A page of the plans of a region and those in it, newest first; each with its place. */
export async function listPlans(store: InspectionStore, inRegion: string, { first, after }: Page) {
  const { items, next } = await store.database.query({
    ...{ table: recordsTable(store.mode), pk: inspectionKeys.planIn(inRegion, "").pk },
    ...{ limit: first, newestFirst: true },
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(
    items.map(async (record) => {
      const { pk, sk, plan } = readPointer(record);
      return { position: { pk, sk }, node: await getPlan(store, plan) };
    }),
  );
  const entries = found.flatMap(({ node, position }) => (node ? [{ node, position }] : []));
  return { entries, more: next !== undefined };
}

/** An inspection of a plan; nobody has reported on it or been redrawn for it yet where there is no record. */
export async function getInspection(
  { database, mode }: InspectionStore,
  plan: InspectionPlanId,
  licence: string,
): Promise<Inspection> {
  const record = await database.get(recordsTable(mode), inspectionKeys.inspection(plan, licence));
  if (!record) return { plan, licence, reports: [], revision: 0 };
  const { pk: _, sk: __, ...inspection } = readInspection(record);
  return inspection;
}

/** Written over the revision that it was decided on, with its place by the time at which it comes to be overdue. */
export function putInspection(store: InspectionStore, inspection: Inspection): TransactItem {
  const { plan, licence, redraws, revision } = inspection;
  const from = overdueFrom(inspection);
  const clock = from && {
    [INDEX1.pk]: inspectionKeys.rectificationClock,
    [INDEX1.sk]: `${from}#${plan}#${licence}`,
  };
  const condition = overRevision(revision - 1);
  return transactItem(
    InspectionEntity.build(PutTransaction)
      .item({
        ...{ ...inspectionKeys.inspection(plan, licence), ...clock, ...inspection },
        redraws: redraws?.map((one) => ({ ...one, pool: [...one.pool], passedOver: [...one.passedOver] })),
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** Publishes what was found, in its region and those around it. */
export const putResult = (store: InspectionStore, result: PublishedResult): TransactItem[] =>
  regionsAround(result.region).map((around) =>
    transactItem(
      ResultEntity.build(PutTransaction)
        .item({
          ...inspectionKeys.resultIn(around, `${result.publishedAt}#${result.plan}#${result.licence}`),
          ...result,
        })
        .options(options(store))
        .params(),
    ),
  );

/** A page of what was published in a region, newest first; each with its place. */
export async function listResults(store: InspectionStore, inRegion: string, { first, after }: Page) {
  const { items, next } = await store.database.query({
    ...{ table: recordsTable(store.mode), pk: inspectionKeys.resultIn(inRegion, "").pk },
    ...{ limit: first, newestFirst: true },
    ...(after ? { after } : {}),
  });
  const entries = items.map((record) => {
    const { pk, sk, ...node } = readResult(record);
    return { node, position: { pk, sk } };
  });
  return { entries, more: next !== undefined };
}
