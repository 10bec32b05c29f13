import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, money, transactItem } from "../../../kernel/database/entity.ts";
import { recordOf } from "../../../kernel/database/record-of.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../../kernel/database/tables.ts";
import type { OfficerId, PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { DepositId } from "../ids.ts";
import { paymentKeys } from "../keys.ts";
import type { Deposit } from "./deposit.ts";

const DepositEntity = new Entity({
  ...ENTITY,
  name: "Deposit",
  schema: item({
    ...KEY,
    id: brand<DepositId>(),
    partner: brand<PartnerId>(),
    amount: money(),
    bankReference: string(),
    recordedAt: brand<Instant>(),
    recordedBy: brand<OfficerId>(),
    fingerprint: string(),
  }),
});
const readDeposit = recordReader(DepositEntity);

/** The record that a line of the bank's statement is booked as. */
export type BookedId = DepositId | `chs_${string}` | `pyo_${string}`;

/** Keeps a bank's number from being booked twice. */
const ReferenceEntity = new Entity({
  ...ENTITY,
  name: "BankReference",
  schema: item({ ...KEY, deposit: brand<BookedId>() }),
});
const readReference = recordReader(ReferenceEntity);

export const depositKey = ({ partner, recordedAt, id }: Deposit): Key =>
  paymentKeys.deposit(partner, recordedAt, id);

export async function getDeposit(
  database: Database,
  mode: Mode,
  id: DepositId,
): Promise<Deposit | undefined> {
  const record = await recordOf({ database, mode }, id);
  if (!record) return undefined;
  const { pk: _, sk: __, ...deposit } = readDeposit(record);
  return deposit;
}

export async function getDepositByReference(
  database: Database,
  mode: Mode,
  reference: string,
): Promise<BookedId | undefined> {
  const record = await database.get(recordsTable(mode), paymentKeys.bankReference(reference));
  return record && readReference(record).deposit;
}

/** A new deposit, and its bank's number. */
export function putDeposit(database: Database, mode: Mode, deposit: Deposit): readonly TransactItem[] {
  const options = {
    ...inTable(database, recordsTable(mode)),
    condition: { attr: "pk" as const, exists: false },
  };
  return [
    transactItem(
      DepositEntity.build(PutTransaction)
        .item({ ...depositKey(deposit), ...deposit })
        .options(options)
        .params(),
    ),
    putBankReference(database, mode, deposit.bankReference, deposit.id),
  ];
}

/** Refused where the bank's number is booked already. */
export const putBankReference = (
  database: Database,
  mode: Mode,
  reference: string,
  bookedAs: BookedId,
): TransactItem =>
  transactItem(
    ReferenceEntity.build(PutTransaction)
      .item({ ...paymentKeys.bankReference(reference), deposit: bookedAs })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "pk" as const, exists: false },
      })
      .params(),
  );
