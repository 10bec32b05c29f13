import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
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
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { AUTOMATIC_CHANNELS } from "../../money/payments/index.ts";
import type { CardId, WithholdingId } from "./ids.ts";
import { transitKeys } from "./keys.ts";
import { CARD_KINDS } from "./network/fare.ts";
import type { Rider, RiderCard } from "./rider.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const RiderEntity = new Entity({
  ...ENTITY,
  name: "TransitRider",
  schema: item({
    ...KEY,
    cards: list(
      map({
        id: brand<CardId>(),
        kind: string().enum(...CARD_KINDS),
        region: brand<RegionCode>(),
        withholding: map({
          id: brand<WithholdingId>(),
          channel: string().enum(...AUTOMATIC_CHANNELS),
          signedAt: brand<Instant>(),
          refusedAt: brand<Instant>().optional(),
          ...{ uncollectedMax: money(), dayMax: money(), monthMax: money() },
        }).optional(),
      }),
    ),
    revision: number(),
  }),
});
const readRider = recordReader(RiderEntity);

export async function getRider(
  { database, mode }: TransitStore,
  holder: CitizenId,
): Promise<Rider | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.rider(holder));
  if (!record) return undefined;
  const { pk: _, sk: __, ...rider } = readRider(record);
  return rider;
}

/** Written only over the revision that it was decided on. */
export const putRider = (
  { database, mode }: TransitStore,
  holder: CitizenId,
  { cards, ...rider }: Rider,
  expecting: number,
): TransactItem =>
  transactItem(
    RiderEntity.build(PutTransaction)
      .item({ ...transitKeys.rider(holder), ...rider, cards: cards.map(recorded) })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(expecting) })
      .params(),
  );

const recorded = ({ id, kind, region, withholding }: RiderCard) => ({
  ...{ id, kind, region, withholding: withholding && { ...withholding } },
});

/** The commit stands only while the person's cards are as they were read. */
export const checkRider = (
  { database, mode }: TransitStore,
  holder: CitizenId,
  { revision }: Rider,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: transitKeys.rider(holder),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": revision },
  },
});
