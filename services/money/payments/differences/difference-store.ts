import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { DifferenceId, PaymentId, RefundId } from "../ids.ts";
import { paymentKeys } from "../keys.ts";
import { type ChannelName, PAYMENT_CHANNELS } from "../payment.ts";
import type { Difference } from "./difference.ts";
import {
  DIFFERENCE_KINDS,
  DIFFERENCE_STATUSES,
  KNOWN_STATES,
  LINE_TYPES,
  OUTCOMES,
} from "./difference-kinds.ts";

/** The differences of one mode. */
export type DifferenceStore = { readonly database: Database; readonly mode: Mode };

const CHANNELS: readonly ChannelName[] = PAYMENT_CHANNELS.filter((channel) => channel !== "prefund");

const DifferenceEntity = new Entity({
  ...ENTITY,
  name: "Difference",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    id: brand<DifferenceId>(),
    channel: string().enum(...CHANNELS),
    kind: string().enum(...DIFFERENCE_KINDS),
    type: string().enum(...LINE_TYPES),
    paymentId: string(),
    refundId: string().optional(),
    channelNumber: string().optional(),
    amount: money(),
    foreign: map({ amount: money(), currency: string() }).optional(),
    movedAt: brand<Instant>(),
    known: string()
      .enum(...KNOWN_STATES)
      .optional(),
    knownAmount: money().optional(),
    source: string().enum("GATEWAY", "DAY_FILE"),
    foundAt: brand<Instant>(),
    status: string().enum(...DIFFERENCE_STATUSES),
    proposal: map({
      outcome: string().enum(...OUTCOMES),
      reason: string(),
      to: string().optional(),
      by: brand<OfficerId>(),
      person: brand<CitizenId>(),
      at: brand<Instant>(),
    }).optional(),
    resolution: map({
      at: brand<Instant>(),
      by: brand<OfficerId>().optional(),
      payment: brand<PaymentId>().optional(),
    }).optional(),
    refund: brand<RefundId>().optional(),
    declined: string().optional(),
    revision: number(),
  }),
});
const readDifference = recordReader(DifferenceEntity);

export async function getDifference(
  { database, mode }: DifferenceStore,
  id: DifferenceId,
): Promise<Difference | undefined> {
  const record = await database.get(recordsTable(mode), paymentKeys.difference(id));
  return record && differenceOf(record);
}

/** Those that are not resolved, the longest known first. */
export async function listUnresolved(
  { database, mode }: DifferenceStore,
  { first, after }: { readonly first: number; readonly after?: StoredItem },
) {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: paymentKeys.unresolved, index: INDEX1, limit: first },
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(
    items.map(async ({ pk, sk, index1pk, index1sk }) => {
      const record = await database.get(recordsTable(mode), { pk: String(pk), sk: String(sk) });
      const position = { pk, sk, index1pk, index1sk };
      return record ? { node: differenceOf(record), position } : undefined;
    }),
  );
  return { entries: found.flatMap((entry) => entry ?? []), more: next !== undefined };
}

/** Written only over the revision that it was decided on; `before` nothing for a new one. */
export function putDifference(
  { database, mode }: DifferenceStore,
  { proposal, resolution, foreign, ...difference }: Difference,
  before?: Pick<Difference, "revision">,
): TransactItem {
  const { id, foundAt, status } = difference;
  const place = { [INDEX1.pk]: paymentKeys.unresolved, [INDEX1.sk]: `${foundAt}#${id}` };
  return transactItem(
    DifferenceEntity.build(PutTransaction)
      .item({
        ...paymentKeys.difference(id),
        ...(status === "RESOLVED" ? {} : place),
        ...difference,
        ...(foreign ? { foreign: { ...foreign } } : {}),
        ...(proposal ? { proposal: { ...proposal } } : {}),
        ...(resolution ? { resolution: { ...resolution } } : {}),
      })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(before?.revision) })
      .params(),
  );
}

function differenceOf(record: StoredItem): Difference {
  const { pk: _, sk: __, ...difference } = readDifference(record);
  return difference;
}
