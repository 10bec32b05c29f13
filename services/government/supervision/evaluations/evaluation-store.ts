import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { type Due, type DuePage, listDue } from "../../../kernel/database/due-list.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId, type OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { EvaluationId } from "../ids.ts";
import { EVALUATION_CLOCK_SHARDS, supervisionKeys } from "../keys.ts";
import {
  EVALUATION_STATUSES,
  type Evaluation,
  type EvaluationList,
  isBad,
  LEVELS,
  overdueFrom,
  TAGS,
} from "./evaluation.ts";

export type EvaluationStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const indexed = string().hidden().optional();
const EvaluationEntity = new Entity({
  ...ENTITY,
  name: "Evaluation",
  schema: item({
    ...{ ...KEY, index1pk: indexed, index1sk: indexed },
    id: brand<EvaluationId>(),
    application: brand<ApplicationId>(),
    citizenId: brand<CitizenId>(),
    region: brand<RegionCode>(),
    department: string(),
    stage: string().enum("PILOT", "GENERAL"),
    item: string(),
    decidedAt: instant,
    decidedBy: brand<OfficerId>().optional(),
    deciderPerson: brand<CitizenId>().optional(),
    level: string().enum(...LEVELS),
    tags: list(string().enum(...TAGS)),
    comment: string().optional(),
    at: instant,
    submission: string(),
    input: string(),
    status: string().enum(...EVALUATION_STATUSES),
    dueOn: brand<CivilDate>().optional(),
    overdueAt: instant.optional(),
    assignee: brand<OfficerId>().optional(),
    assigneePerson: brand<CitizenId>().optional(),
    measures: any().castAs<NonNullable<Evaluation["measures"]>>().optional(),
    callBack: any().castAs<NonNullable<Evaluation["callBack"]>>().optional(),
    appeal: any().castAs<NonNullable<Evaluation["appeal"]>>().optional(),
    revision: number(),
  }),
});
const readEvaluation = recordReader(EvaluationEntity);

const DeskEntity = new Entity({
  ...ENTITY,
  name: "EvaluationDesk",
  schema: item({
    ...{ ...KEY, index1pk: indexed, index1sk: indexed, index2pk: indexed, index2sk: indexed },
  }),
});

export const findEvaluation = async (
  { database, mode }: EvaluationStore,
  id: string,
): Promise<Evaluation | undefined> => {
  if (!isId("evl", id)) return undefined;
  const record = await database.get(recordsTable(mode), supervisionKeys.evaluation(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...found } = readEvaluation(record);
  return found;
};

/** Its record over the one that was decided on, and in the same commit its place in each list. */
export function putEvaluation(
  { database, mode }: EvaluationStore,
  next: Evaluation,
  before: Evaluation | undefined,
): TransactItem[] {
  const options = inTable(database, recordsTable(mode));
  const from = overdueFrom(next);
  const clock = from && {
    [INDEX1.pk]: supervisionKeys.evaluationClock(next.id),
    [INDEX1.sk]: `${from}#${next.id}`,
  };
  const condition = overRevision(before?.revision);
  const record = EvaluationEntity.build(PutTransaction)
    .item({ ...supervisionKeys.evaluation(next.id), ...clock, ...next, tags: [...next.tags] })
    .options({ ...options, condition })
    .params();
  if (!isBad(next.level)) return [transactItem(record)];
  const desk = DeskEntity.build(PutTransaction)
    .item({ ...supervisionKeys.evaluationDesk(next.id), ...placesOf(next) })
    .options(options)
    .params();
  return [transactItem(record), transactItem(desk)];
}

/** In the list of its department while somebody has to do something about it; in an officer's to put it right. */
function placesOf({ id, status, region, department, dueOn, assignee }: Evaluation) {
  const isAwaited = status !== "CALLED_BACK" && status !== "CLOSED";
  const place = `${dueOn}#${id}`;
  return {
    ...(isAwaited ? { index1pk: supervisionKeys.evaluations(region, department), index1sk: place } : {}),
    ...(status === "ASSIGNED" && assignee
      ? { index2pk: supervisionKeys.evaluationsOf(assignee), index2sk: place }
      : {}),
  };
}

/**
 * The next entries of a list, in the order of their due days; the index may lag behind, so each is read as it is now.
 */
export async function listEvaluations(
  store: EvaluationStore,
  of: EvaluationList,
  { first, after }: { readonly first: number; readonly after?: StoredItem },
) {
  const [index, pk] =
    "assignee" in of
      ? ([INDEX2, supervisionKeys.evaluationsOf(of.assignee)] as const)
      : ([INDEX1, supervisionKeys.evaluations(of.region, of.department)] as const);
  const { items, next } = await store.database.query({
    ...{ table: recordsTable(store.mode), pk, index, limit: first },
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(
    items.map(async ({ pk: id, sk, [index.pk]: ipk, [index.sk]: isk }) => {
      const node = await findEvaluation(store, String(id));
      const isThere = node && placesOf(node)[index.pk] === pk;
      return isThere ? [{ node, position: { pk: id, sk, [index.pk]: ipk, [index.sk]: isk } }] : [];
    }),
  );
  return { entries: found.flat(), next };
}

export const CLOCK_SHARDS: readonly number[] = Array.from({ length: EVALUATION_CLOCK_SHARDS }, (_, i) => i);

/** Evaluations of one shard whose time was over by an instant, the longest first, behind a place. */
export const listDueEvaluations = (
  store: EvaluationStore,
  shard: number,
  page: DuePage,
): Promise<readonly Due<EvaluationId>[]> =>
  listDue(store, supervisionKeys.evaluationClockIn(shard), (id) => isId("evl", id), page);
