import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { AUTOMATIC_CHANNELS, type PaymentId } from "../../money/payments/index.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";
import { utilityKeys } from "./keys.ts";
import { BANDS, HOUSEHOLD_CLASSES } from "./tariffs/tariff.ts";
import { isSameTenancy, type OfTenancy, tenancyOf, type UtilityAccount } from "./utility-account.ts";

/** The utilities of one mode. */
type UtilityStore = { readonly database: Database; readonly mode: Mode };

/** More holders than a home has. */
const FORMER_MAX = 100;

const civilDate = brand<CivilDate>();
const citizenId = brand<CitizenId>();

const SAYING = { from: civilDate, by: string(), on: civilDate };
const SAID = {
  ...{ ...SAYING, to: civilDate.optional() },
  ...{ isWithdrawn: boolean().optional(), also: list(map(SAYING)).optional() },
};
const AccountEntity = new Entity({
  ...ENTITY,
  name: "UtilityAccount",
  schema: item({
    ...KEY,
    ...{
      id: brand<UtilityAccountId>(),
      biller: brand<PartnerId>(),
      number: string(),
      tenancy: number().optional(),
    },
    ...{ since: civilDate.optional(), until: civilDate.optional(), holder: string(), holderProof: string() },
    boundBy: list(citizenId),
    householdClass: string().enum(...HOUSEHOLD_CLASSES),
    classes: list(map({ ...SAID, householdClass: string().enum(...HOUSEHOLD_CLASSES) })).optional(),
    households: list(map({ ...SAID, size: number(), proof: string() })).optional(),
    /** Of before statements had days: the one that held. */
    household: map({ size: number(), proof: string(), from: civilDate }).optional(),
    ...{ readTo: civilDate.optional(), trueTo: civilDate.optional() },
    registers: list(
      map({
        serial: string(),
        band: string()
          .enum(...BANDS)
          .optional(),
        count: exactDecimal(),
      }),
    ).optional(),
    ...{ waiting: money().optional(), hasCredit: boolean().optional() },
    returning: map({
      ...{ number: number(), bill: brand<BillId>(), payment: brand<PaymentId>(), amount: money() },
    }).optional(),
    notReturnable: list(string()).optional(),
    automatic: map({
      by: citizenId,
      ceiling: money(),
      channel: string().enum(...AUTOMATIC_CHANNELS),
      setAt: brand<Instant>(),
    }).optional(),
    reversed: string().enum("TAKEN_BACK", "STANDS_AGAIN").optional(),
    revision: number(),
  }),
});
const readAccount = recordReader(AccountEntity);

export async function getUtilityAccount(
  { database, mode }: UtilityStore,
  id: UtilityAccountId,
): Promise<UtilityAccount | undefined> {
  const record = await database.get(recordsTable(mode), utilityKeys.account(id));
  return record && accountOf(record);
}

/** The former tenancies of an account, the newest first; also those that were taken back. */
export async function listFormerTenancies(
  { database, mode }: UtilityStore,
  account: UtilityAccountId,
): Promise<readonly UtilityAccount[]> {
  const page = { table: recordsTable(mode), pk: account, ...utilityKeys.formerTenancies };
  const { items } = await database.query({ ...page, limit: FORMER_MAX, newestFirst: true });
  return items.map(accountOf).filter(({ reversed }) => reversed !== "STANDS_AGAIN");
}

/** The record of a former time of the tenancy that stands, where it was restored; `ended` is written over it. */
export async function getFormerTime(
  { database, mode }: UtilityStore,
  { id, ...account }: Pick<UtilityAccount, "id" | "tenancy">,
): Promise<UtilityAccount | undefined> {
  const record = await database.get(recordsTable(mode), utilityKeys.formerTenancy(id, tenancyOf(account)));
  return record && accountOf(record);
}

/** The record of the tenancy that something belongs to, whether it stands or has ended. */
export async function getTenancy(
  store: UtilityStore,
  id: UtilityAccountId,
  whose: OfTenancy,
): Promise<UtilityAccount | undefined> {
  const account = await getUtilityAccount(store, id);
  if (!account || isSameTenancy(account, whose)) return account;
  return getFormerTime(store, { id, tenancy: tenancyOf(whose) });
}

/** Written only over the revision that it was decided on; none for a new account. */
export function putUtilityAccount(
  store: UtilityStore,
  account: UtilityAccount,
  expecting?: number,
): TransactItem {
  const condition = overRevision(expecting);
  return transactItem(
    AccountEntity.build(PutTransaction)
      .item({
        ...keyOf(account),
        ...account,
        boundBy: account.boundBy.slice(),
        registers: account.registers?.slice(),
        notReturnable: account.notReturnable?.slice(),
        classes: account.classes?.map((said) => ({ ...said, also: said.also?.slice() })),
        households: account.households?.map((said) => ({ ...said, also: said.also?.slice() })),
      })
      .options({ ...inTable(store.database, recordsTable(store.mode)), condition })
      .params(),
  );
}

/** The commit stands only while an account, or a former tenancy of it, is as it was read. */
export const checkUtilityAccount = (
  { database, mode }: UtilityStore,
  account: UtilityAccount,
): TransactItem => ({
  ConditionCheck: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: keyOf(account),
    ConditionExpression: "revision = :revision",
    ExpressionAttributeValues: { ":revision": account.revision },
  },
});

const keyOf = ({ id, until, ...account }: UtilityAccount) =>
  until === undefined ? utilityKeys.account(id) : utilityKeys.formerTenancy(id, tenancyOf(account));

function accountOf(record: StoredItem): UtilityAccount {
  const { pk: _, sk: __, household, ...account } = readAccount(record);
  if (!household || account.households) return account;
  return { ...account, households: [{ ...household, by: "", on: household.from }] };
}
