import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
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
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { PaymentId } from "../../../money/payments/index.ts";
import type { CardId } from "../ids.ts";
import { transitKeys } from "../keys.ts";
import { EMPTY_TOP_UPS, type TopUpBook } from "./top-up-book.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const TopUpsEntity = new Entity({
  ...ENTITY,
  name: "CardTopUps",
  schema: item({
    ...KEY,
    pending: list(map({ payment: brand<PaymentId>(), amount: money() })),
    revision: number(),
  }),
});
const readTopUps = recordReader(TopUpsEntity);

export async function getTopUps({ database, mode }: TransitStore, card: CardId): Promise<TopUpBook> {
  const record = await database.get(recordsTable(mode), transitKeys.topUps(card));
  if (!record) return EMPTY_TOP_UPS;
  const { pending, revision } = readTopUps(record);
  return { pending, revision };
}

/** Written only over the revision that it was decided on. */
export const putTopUps = (
  { database, mode }: TransitStore,
  card: CardId,
  { pending, revision }: TopUpBook,
  expecting: number,
): TransactItem =>
  transactItem(
    TopUpsEntity.build(PutTransaction)
      .item({ ...transitKeys.topUps(card), pending: pending.map((each) => ({ ...each })), revision })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(expecting) })
      .params(),
  );
