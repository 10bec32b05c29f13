import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Application } from "../application.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import { LIST_OF, REVIEW_STATUSES, type ReviewList, type SampleReview } from "./sample-review.ts";

export type ReviewStore = { readonly database: Database; readonly mode: Mode };

const ReviewEntity = new Entity({
  ...ENTITY,
  name: "SampleReview",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    application: brand<ApplicationId>(),
    citizenId: brand<CitizenId>(),
    region: brand<RegionCode>(),
    department: string(),
    day: brand<CivilDate>(),
    status: string().enum(...REVIEW_STATUSES),
    finding: any().castAs<NonNullable<SampleReview["finding"]>>().optional(),
    answer: any().castAs<NonNullable<SampleReview["answer"]>>().optional(),
    revision: number(),
  }),
});
const readReview = recordReader(ReviewEntity);

const DrawEntity = new Entity({ ...ENTITY, name: "DailyDraw", schema: item({ ...KEY }) });

export async function findReview(
  { database, mode }: ReviewStore,
  id: string,
): Promise<SampleReview | undefined> {
  if (!isId("app", id)) return undefined;
  const record = await database.get(recordsTable(mode), applicationKeys.caseReview(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...review } = readReview(record);
  return review;
}

/** Over the review that was decided on; in the reviewers' list or the supervisor's while it waits for them. */
export function putReview(
  { database, mode }: ReviewStore,
  next: SampleReview,
  before: SampleReview | undefined,
): TransactItem {
  const { application, region, department, day, status } = next;
  const list = LIST_OF[status];
  const place = list
    ? { [INDEX1.pk]: applicationKeys.reviews(list, region, department), [INDEX1.sk]: `${day}#${application}` }
    : {};
  const condition = overRevision(before?.revision);
  return transactItem(
    ReviewEntity.build(PutTransaction)
      .item({ ...applicationKeys.caseReview(application), ...place, ...next })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

const drawKey = ({ region, department, item: { code } }: Application, day: CivilDate) =>
  applicationKeys.dailyDraw(region, department, code, day);

/** Whether the item's decisions of a day in this region have one that is drawn already. */
export const hasDrawOf = async (
  { database, mode }: ReviewStore,
  application: Application,
  day: CivilDate,
): Promise<boolean> => (await database.get(recordsTable(mode), drawKey(application, day))) !== undefined;

/** Of two that are the first of a day at once, one is. */
export const putDraw = (
  { database, mode }: ReviewStore,
  application: Application,
  day: CivilDate,
): TransactItem =>
  transactItem(
    DrawEntity.build(PutTransaction)
      .item(drawKey(application, day))
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "pk", exists: false },
      })
      .params(),
  );

export type ReviewPage = {
  readonly first: number;
  readonly after?: StoredItem;
  /** Of this day's sample only. */
  readonly day?: CivilDate;
};

/**
 * The next entries of a department's list, the oldest day first; the index may lag behind, so each is read as it is
 * now.
 */
export async function listReviews(
  store: ReviewStore,
  of: { readonly list: ReviewList; readonly region: string; readonly department: string },
  { first, after, day }: ReviewPage,
) {
  const pk = applicationKeys.reviews(of.list, of.region, of.department);
  const { items, next } = await store.database.query({
    ...{ table: recordsTable(store.mode), pk, index: INDEX1, limit: first },
    // Entries of a day begin with it and "#", which is less than "$".
    ...(day ? { skBetween: [`${day}#`, `${day}$`] as const } : {}),
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(
    items.map(async ({ pk: id, sk, index1pk, index1sk }) => {
      const node = await findReview(store, String(id));
      const isThere = node && LIST_OF[node.status] === of.list;
      return isThere ? [{ node, position: { pk: id, sk, index1pk, index1sk } }] : [];
    }),
  );
  return { entries: found.flat(), next };
}
