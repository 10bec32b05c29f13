import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { LicenceOffer } from "./licence-offer.ts";

/** The offers of one mode, and the nonces that were used. */
export type OfferStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const OfferEntity = new Entity({
  ...ENTITY,
  name: "LicenceOffer",
  schema: item({
    ...{ ...KEY, [TIME_TO_LIVE]: number().hidden() },
    ...{ digest: string(), transactionDigest: string(), type: string(), deviceName: string() },
    ...{ licence: brand<LicenceId>(), offeredBy: brand<CitizenId>(), until: instant },
    ...{ wrongTries: number(), tokenDigest: string().optional(), revision: number() },
    ...{ device: brand<WalletDeviceId>().optional(), endedAt: instant.optional() },
  }),
});
const readOffer = recordReader(OfferEntity);

export async function getOffer(
  { database, mode }: OfferStore,
  digest: string,
): Promise<LicenceOffer | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.licenceOffer(digest));
  if (!found) return undefined;
  const { pk: _, sk: __, ...offer } = readOffer(found);
  return offer;
}

const offerItem = (offer: LicenceOffer) => ({
  ...licenceKeys.licenceOffer(offer.digest),
  // A day later nobody asks for it any more.
  [TIME_TO_LIVE]: forgottenAt(offer.until),
  ...offer,
});

/** New by its own chance. */
export const putOffer = ({ database, mode }: OfferStore, offer: LicenceOffer): TransactItem =>
  transactItem(
    OfferEntity.build(PutTransaction)
      .item(offerItem(offer))
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** Over exactly what was read, or nothing. */
export const changeOffer = (
  { database, mode }: OfferStore,
  offer: LicenceOffer,
  before: LicenceOffer,
): TransactItem =>
  transactItem(
    OfferEntity.build(PutTransaction)
      .item(offerItem(offer))
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "revision", eq: before.revision },
      })
      .params(),
  );

/** Whether a nonce has proved a key before. */
export const isNonceUsed = async ({ database, mode }: OfferStore, nonce: string): Promise<boolean> =>
  (await database.get(recordsTable(mode), licenceKeys.credentialNonce(nonce))) !== undefined;

/** Uses a nonce up: refused as stale where it was used before. */
export const useNonce = ({ database, mode }: OfferStore, nonce: string, until: Instant): TransactItem => ({
  Put: {
    TableName: database.nameOf(recordsTable(mode)),
    Item: { ...licenceKeys.credentialNonce(nonce), [TIME_TO_LIVE]: forgottenAt(until) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

const forgottenAt = (until: Instant): number => timeToLive(plusMs(until, DAY_MS));
