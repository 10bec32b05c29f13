import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, money, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { AccountId } from "../ledger/index.ts";
import type { PayoutAccountId } from "../payout-accounts/index.ts";
import type { PayoutId } from "./ids.ts";
import { payoutKeys } from "./keys.ts";
import { isUnpaid, PAYOUT_STATUSES, type Payout, type PayoutCause } from "./payout.ts";

/** The payouts of one mode. */
export type PayoutStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const PayoutEntity = new Entity({
  ...ENTITY,
  name: "Payout",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    id: brand<PayoutId>(),
    payee: brand<CitizenId | PartnerId>(),
    cause: brand<PayoutCause>(),
    amount: money(),
    setOff: money().optional(),
    account: brand<PayoutAccountId>(),
    bankAccount: string(),
    maskedBankAccount: string(),
    status: string().enum(...PAYOUT_STATUSES),
    createdAt: instant,
    dueOn: brand<CivilDate>().optional(),
    returnsTo: brand<AccountId>().optional(),
    orderedAt: instant.optional(),
    orderedBy: brand<OfficerId>().optional(),
    paidAt: instant.optional(),
    paidBy: brand<OfficerId>().optional(),
    bankReference: string().optional(),
    refusal: map({ at: instant, by: brand<OfficerId>(), reason: string() }).optional(),
    returns: list(
      map({ at: instant, by: brand<OfficerId>(), reason: string(), bankReference: string() }),
    ).optional(),
  }),
});
const readPayout = recordReader(PayoutEntity);

export async function getPayout({ database, mode }: PayoutStore, id: PayoutId): Promise<Payout | undefined> {
  const record = await database.get(recordsTable(mode), payoutKeys.payout(id));
  return record && payoutOf(record);
}

/** The next of the payouts still to be made, the longest owed first; the index may be old, so each is read as it is now. */
export async function listOwed(
  { database, mode }: PayoutStore,
  { first, after }: { readonly first: number; readonly after?: StoredItem },
) {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: payoutKeys.owed, index: INDEX1, limit: first },
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(
    items.map(async ({ pk, sk, index1pk, index1sk }) => {
      const record = await database.get(recordsTable(mode), { pk: String(pk), sk: String(sk) });
      const node = record && payoutOf(record);
      return node && isUnpaid(node) ? [{ node, position: { pk, sk, index1pk, index1sk } }] : [];
    }),
  );
  return { entries: found.flat(), next };
}

/**
 * Over the state, the amount and the account that it was decided on; `expecting` nothing for a new one. The index finds those that are
 * still to be paid.
 */
export function putPayout(
  { database, mode }: PayoutStore,
  payout: Payout,
  expecting?: Pick<Payout, "status" | "amount" | "account">,
): TransactItem {
  const condition = expecting
    ? {
        and: [
          { attr: "status" as const, eq: expecting.status },
          { attr: "amount" as const, eq: expecting.amount },
          { attr: "account" as const, eq: expecting.account },
        ],
      }
    : { attr: "pk" as const, exists: false };
  const owed = { [INDEX1.pk]: payoutKeys.owed, [INDEX1.sk]: `${payout.createdAt}#${payout.id}` };
  return transactItem(
    PayoutEntity.build(PutTransaction)
      .item({
        ...{ ...payoutKeys.payout(payout.id), ...(isUnpaid(payout) ? owed : {}), ...payout },
        returns: payout.returns?.map((each) => ({ ...each })),
      })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}

function payoutOf(record: StoredItem): Payout {
  const { pk: _, sk: __, ...payout } = readPayout(record);
  return payout;
}
