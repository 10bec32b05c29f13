import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { WalletDeviceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { Wallet } from "./wallet.ts";

/** The wallets of one mode. */
export type WalletStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const WalletEntity = new Entity({
  ...ENTITY,
  name: "LicenceWallet",
  schema: item({
    ...{ ...KEY, citizenId: brand<CitizenId>(), revision: number() },
    devices: list(
      map({
        ...{ id: brand<WalletDeviceId>(), name: string(), boundAt: instant, revokedAt: instant.optional() },
        publicKey: map({
          ...{ kty: string().const("EC"), crv: string().const("P-256"), x: string(), y: string() },
        }),
      }),
    ),
  }),
});
const readWallet = recordReader(WalletEntity);

/** How the trail of a person's phones is called. */
export const walletAggregate = (citizen: CitizenId): string => `wallet:${citizen}`;

export async function getWallet(
  { database, mode }: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  citizen: CitizenId,
): Promise<Wallet | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.wallet(citizen));
  if (!found) return undefined;
  const { pk: _, sk: __, ...wallet } = readWallet(found);
  return wallet;
}

/** Over exactly what was read, or nothing. */
export const putWallet = (
  { database, mode }: WalletStore,
  wallet: Wallet,
  before: Wallet | undefined,
): TransactItem =>
  transactItem(
    WalletEntity.build(PutTransaction)
      .item({ ...licenceKeys.wallet(wallet.citizenId), ...wallet, devices: [...wallet.devices] })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(before?.revision) })
      .params(),
  );

/** Stands in a commit that goes by a phone: refused as stale where it was revoked meanwhile. */
export const checkWallet = (
  { database, mode }: WalletStore,
  { citizenId, revision }: Wallet,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: licenceKeys.wallet(citizenId),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": revision },
  },
});
