import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import type { DuePage } from "../../kernel/database/due-list.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type PaymentTask, TASK_STATUSES } from "./automatic-payment.ts";
import { placeOf } from "./bill-place.ts";
import type { BillId } from "./ids.ts";
import { AUTOMATIC_PAYMENT_SHARDS, utilityKeys } from "./keys.ts";

/** The utilities of one mode. */
type UtilityStore = { readonly database: Database; readonly mode: Mode };

const TaskEntity = new Entity({
  ...ENTITY,
  name: "PaymentTask",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    bill: brand<BillId>(),
    status: string().enum(...TASK_STATUSES),
    dueAt: brand<Instant>(),
    declined: number(),
    revision: number(),
  }),
});
const readTask = recordReader(TaskEntity);

export async function getTask(
  { database, mode }: UtilityStore,
  bill: BillId,
): Promise<PaymentTask | undefined> {
  const record = await database.get(recordsTable(mode), keyOf(bill));
  if (!record) return undefined;
  const { pk: _, sk: __, ...task } = readTask(record);
  return task;
}

/** Written only over the revision that it was decided on; none for a new one. The index finds those that wait. */
export function putTask(
  { database, mode }: UtilityStore,
  task: PaymentTask,
  expecting?: number,
): TransactItem {
  const { account } = accountOf(task.bill);
  const condition = overRevision(expecting);
  const waiting = {
    [INDEX1.pk]: utilityKeys.automaticPayments(account),
    [INDEX1.sk]: `${task.dueAt}#${task.bill}`,
  };
  return transactItem(
    TaskEntity.build(PutTransaction)
      .item({ ...keyOf(task.bill), ...(task.status === "WAITING" ? waiting : {}), ...task })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

/** A bill whose task waits, and its place in the list. */
type DueTask = { readonly bill: BillId; readonly place: string };

/** Tasks of one shard that are due by an instant, the longest due first, behind a place. */
export async function listDueTasks(
  { database, mode }: UtilityStore,
  shard: number,
  { after, by, limit }: DuePage,
): Promise<readonly DueTask[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk: utilityKeys.automaticPaymentsIn(shard), index: INDEX1, limit },
    skBetween: [`${after} `, `${by}~`],
  });
  return items.map(({ [INDEX1.sk]: sk }) => {
    const place = String(sk);
    return { bill: place.slice(place.indexOf("#") + 1) as BillId, place };
  });
}

export const TASK_SHARDS = Array.from({ length: AUTOMATIC_PAYMENT_SHARDS }, (_, shard) => shard);

function keyOf(bill: BillId): Key {
  const { account, position } = accountOf(bill);
  return utilityKeys.automaticPayment(account, position);
}

function accountOf(bill: BillId) {
  const place = placeOf(bill);
  if (!place) throw new Error("a bill's id is its place");
  return place;
}
