import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import { regionsAround } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { type DuePage, listDue } from "../../kernel/database/due-list.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import type { InspectionPlanId } from "./ids.ts";
import { type Inspection, rectifyBy } from "./inspection.ts";
import { inspectionKeys } from "./keys.ts";
import type { InspectionPlan } from "./plan.ts";

/** The overdue inspections of one mode. */
type RectificationStore = { readonly database: Database; readonly mode: Mode };

const indexed = string().hidden().optional();
const OverdueEntity = new Entity({
  ...ENTITY,
  name: "OverdueRectification",
  schema: item({ ...KEY, index1pk: indexed, index1sk: indexed }),
});

/** Where an inspection stands in the lists of what is overdue; in none once it is overdue no more. */
export function putOverdue(
  { database, mode }: RectificationStore,
  { region, department }: InspectionPlan,
  inspection: Inspection,
): TransactItem[] {
  const { plan, licence, overdueAt } = inspection;
  const place = overdueAt && `${rectifyBy(inspection)}#${plan}#${licence}`;
  return regionsAround(region).map((around) =>
    transactItem(
      OverdueEntity.build(PutTransaction)
        .item({
          ...inspectionKeys.overdue(plan, licence, around),
          ...(place ? { [INDEX1.pk]: inspectionKeys.overdueIn(around, department), [INDEX1.sk]: place } : {}),
        })
        .options(inTable(database, recordsTable(mode)))
        .params(),
    ),
  );
}

/** The next entries of a list, the longest overdue first, each with its place; the index may be old. */
export async function listOverdue(
  { database, mode }: RectificationStore,
  { region, department }: { readonly region: string; readonly department: string },
  { first, after }: { readonly first: number; readonly after?: StoredItem },
) {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: inspectionKeys.overdueIn(region, department), index: INDEX1 },
    ...{ limit: first, ...(after ? { after } : {}) },
  });
  const entries = items.flatMap(({ pk, sk, [INDEX1.pk]: ipk, [INDEX1.sk]: isk }) => {
    const [plan, place] = [String(pk), String(isk)];
    const licence = place.slice(place.indexOf(`#${plan}#`) + plan.length + 2);
    const position = { pk, sk, [INDEX1.pk]: ipk, [INDEX1.sk]: isk };
    return isId("ipl", plan) ? [{ plan, licence, position }] : [];
  });
  return { entries, next };
}

/** An inspection whose time to put right what was found was over. */
export type DueRectification = {
  readonly plan: InspectionPlanId;
  readonly licence: string;
  readonly place: string;
};

/** Those whose time was over by an instant, the longest first, behind a place. */
export async function listDueRectifications(
  store: RectificationStore,
  page: DuePage,
): Promise<readonly DueRectification[]> {
  const due = await listDue(store, inspectionKeys.rectificationClock, (id) => isId("ipl", id), page);
  return due.map(({ id: plan, at, place }) => ({
    plan,
    licence: place.slice(`${at}#${plan}#`.length),
    place,
  }));
}
