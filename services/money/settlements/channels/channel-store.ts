import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, money, transactItem } from "../../../kernel/database/entity.ts";
import { recordOf } from "../../../kernel/database/record-of.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../../kernel/database/tables.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ChannelSettlementId } from "../ids.ts";
import { settlementKeys } from "../keys.ts";
import { type ChannelSettlement, SETTLING_CHANNELS, type SettlingChannel } from "./channel-settlement.ts";

/** The settlements of channels in one mode. */
export type ChannelStore = { readonly database: Database; readonly mode: Mode };

const date = brand<CivilDate>();

const ChannelSettlementEntity = new Entity({
  ...ENTITY,
  name: "ChannelSettlement",
  schema: item({
    ...KEY,
    id: brand<ChannelSettlementId>(),
    channel: string().enum(...SETTLING_CHANNELS),
    from: date,
    through: date,
    gross: money(),
    fee: money(),
    amount: money(),
    bankReference: string(),
    booked: money().optional(),
    recordedAt: brand<Instant>(),
    recordedBy: brand<OfficerId>(),
    fingerprint: string(),
  }),
});
const readChannelSettlement = recordReader(ChannelSettlementEntity);

/** Keeps a channel's day from being settled twice. */
const ChannelDayEntity = new Entity({
  ...ENTITY,
  name: "ChannelDay",
  schema: item({ ...KEY, settlement: brand<ChannelSettlementId>() }),
});
const readChannelDay = recordReader(ChannelDayEntity);

export const channelSettlementKey = ({ channel, through, id }: ChannelSettlement): Key =>
  settlementKeys.channelSettlement(channel, through, id);

export async function getChannelSettlement(
  store: ChannelStore,
  id: ChannelSettlementId,
): Promise<ChannelSettlement | undefined> {
  const record = await recordOf(store, id);
  if (!record) return undefined;
  const { pk: _, sk: __, ...settlement } = readChannelSettlement(record);
  return settlement;
}

/** The settlement that has a channel's day. */
export async function getChannelDay(
  { database, mode }: ChannelStore,
  channel: SettlingChannel,
  day: CivilDate,
): Promise<ChannelSettlementId | undefined> {
  const record = await database.get(recordsTable(mode), settlementKeys.channelDay(channel, day));
  return record && readChannelDay(record).settlement;
}

const onlyNew = ({ database, mode }: ChannelStore) => ({
  ...inTable(database, recordsTable(mode)),
  condition: { attr: "pk" as const, exists: false },
});

export const putChannelSettlement = (store: ChannelStore, settlement: ChannelSettlement): TransactItem =>
  transactItem(
    ChannelSettlementEntity.build(PutTransaction)
      .item({ ...channelSettlementKey(settlement), ...settlement })
      .options(onlyNew(store))
      .params(),
  );

export const putChannelDay = (
  store: ChannelStore,
  { channel, id }: ChannelSettlement,
  day: CivilDate,
): TransactItem =>
  transactItem(
    ChannelDayEntity.build(PutTransaction)
      .item({ ...settlementKeys.channelDay(channel, day), settlement: id })
      .options(onlyNew(store))
      .params(),
  );

/** A channel's settlements, the latest days first. */
export async function listChannelSettlements(
  { database, mode }: ChannelStore,
  channel: SettlingChannel,
  { first, after }: { readonly first: number; readonly after?: string },
) {
  const pk = settlementKeys.channelSettlements(channel);
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk, limit: first, newestFirst: true },
    ...(after ? { after: { pk, sk: after } } : {}),
  });
  const entries = items.map((record) => {
    const { pk: _, sk: position, ...node } = readChannelSettlement(record);
    return { node, position: String(position) };
  });
  return { entries, more: next !== undefined };
}
