import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CardId, TripId } from "../ids.ts";
import { transitKeys } from "../keys.ts";
import type { CodeUse, TakenTap } from "./tap.ts";

/** The taps of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const cardId = brand<CardId>();
const partnerId = brand<PartnerId>();
const tripId = brand<TripId>();

const TapEntity = new Entity({
  ...ENTITY,
  name: "Tap",
  schema: item({
    ...KEY,
    operator: partnerId,
    number: string(),
    fingerprint: string(),
    trip: map({ card: cardId, listedAt: instant, id: tripId }).optional(),
    codeUsedAt: instant.optional(),
    notHoldersFrom: instant.optional(),
  }),
});
const readTap = recordReader(TapEntity);

const CodeUseEntity = new Entity({
  ...ENTITY,
  name: "RideCodeUse",
  schema: item({ ...KEY, operator: partnerId, tap: string(), at: instant }),
});
const readCodeUse = recordReader(CodeUseEntity);

/** Of a tap that was taken before the rides of its card kept its number. */
export async function getTap(
  { database, mode }: TransitStore,
  operator: PartnerId,
  tap: string,
): Promise<TakenTap | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.tap(operator, tap));
  if (!record) return undefined;
  const { pk: _, sk: __, ...taken } = readTap(record);
  return taken;
}

export async function getCodeUse({ database, mode }: TransitStore, id: string): Promise<CodeUse | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.rideCode(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...use } = readCodeUse(record);
  return use;
}

/** Refused where the code was used before. */
export const putCodeUse = (store: TransitStore, id: string, use: CodeUse): TransactItem =>
  transactItem(
    CodeUseEntity.build(PutTransaction)
      .item({ ...transitKeys.rideCode(id), ...use })
      .options({ ...options(store), condition: { attr: "pk" as const, exists: false } })
      .params(),
  );

const options = ({ database, mode }: TransitStore) => inTable(database, recordsTable(mode));
