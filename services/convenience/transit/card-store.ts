import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { everyRecord } from "../../kernel/database/every-record.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PayoutId } from "../../money/payouts/index.ts";
import { CARD_STATUSES, type Card, type CardNumber } from "./card.ts";
import type { CardId } from "./ids.ts";
import { transitKeys } from "./keys.ts";
import { CARD_KINDS } from "./network/fare.ts";

/** The transit cards and rides of one mode. */
export type TransitStore = { readonly database: Database; readonly mode: Mode };

/** More cards than anybody has had. */
const CARDS_MAX = 50;

const cardId = brand<CardId>();
const CardEntity = new Entity({
  ...ENTITY,
  name: "TransitCard",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    id: cardId,
    number: brand<CardNumber>(),
    kind: string().enum(...CARD_KINDS),
    region: brand<RegionCode>(),
    status: string().enum(...CARD_STATUSES),
    issuedAt: brand<Instant>(),
    proven: map({ from: brand<CivilDate>(), until: brand<CivilDate>() }).optional(),
    issuer: brand<PartnerId>().optional(),
    holder: brand<CitizenId>().optional(),
    replacedBy: cardId.optional(),
    payouts: list(brand<PayoutId>()).optional(),
    blocks: list(map({ from: brand<Instant>(), until: brand<Instant>().optional() })).optional(),
    revision: number(),
    issue: string(),
  }),
});
const readCard = recordReader(CardEntity);

const HoldingEntity = new Entity({
  ...ENTITY,
  name: "TransitCardHolding",
  schema: item({ ...KEY, card: cardId }),
});
const readHolding = recordReader(HoldingEntity);

export async function getCard({ database, mode }: TransitStore, id: CardId): Promise<Card | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.card(id));
  return record && cardOf(record);
}

/** The card that now has a card's value: itself, or the last of those that took over from it. */
export async function getCurrentCard(store: TransitStore, id: CardId): Promise<Card | undefined> {
  let card = await getCard(store, id);
  while (card?.replacedBy) card = await getCard(store, card.replacedBy);
  return card;
}

/** Written only over the revision that it was decided on; none for a new card. */
export function putCard(store: TransitStore, card: Card, expecting?: number): TransactItem {
  const condition = overRevision(expecting);
  // Gates are told of the cards that they have to refuse.
  const refused =
    card.status === "ACTIVE"
      ? {}
      : { [INDEX1.pk]: transitKeys.refusedCards(card.region), [INDEX1.sk]: card.number };
  return transactItem(
    CardEntity.build(PutTransaction)
      .item({
        ...{ ...transitKeys.card(card.id), ...refused, ...card },
        payouts: card.payouts && [...card.payouts],
        blocks: card.blocks?.map((each) => ({ ...each })),
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** The commit stands only while the card is as it was read. */
export const checkCard = ({ database, mode }: TransitStore, { id, revision }: Card): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: transitKeys.card(id),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": revision },
  },
});

/** The numbers of the cards of a region that gates refuse, in their order. */
export async function listRefused(
  { database, mode }: TransitStore,
  region: string,
): Promise<readonly string[]> {
  const wanted = { table: recordsTable(mode), pk: transitKeys.refusedCards(region), index: INDEX1 };
  return (await everyRecord(database, wanted)).map((card) => String(card[INDEX1.sk]));
}

/** All cards that a person has ever held. */
export async function listHeld(
  { database, mode }: TransitStore,
  holder: CitizenId,
): Promise<readonly CardId[]> {
  const page = { table: recordsTable(mode), pk: holder, ...transitKeys.heldCards, limit: CARDS_MAX };
  return (await database.query(page)).items.map((record) => readHolding(record).card);
}

export const putHolding = (store: TransitStore, holder: CitizenId, card: CardId): TransactItem =>
  transactItem(
    HoldingEntity.build(PutTransaction)
      .item({ ...transitKeys.heldCard(holder, card), card })
      .options(options(store))
      .params(),
  );

const options = ({ database, mode }: TransitStore) => inTable(database, recordsTable(mode));

function cardOf(record: StoredItem): Card {
  const { pk: _, sk: __, ...card } = readCard(record);
  return card;
}
