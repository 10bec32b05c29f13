import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate, Month } from "../../../kernel/civil-date.ts";
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
import type { CitizenId } from "../../../kernel/ids.ts";
import type { PayoutId } from "../../../money/payouts/index.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { WithdrawalId } from "../ids.ts";
import { housingFundKeys } from "../keys.ts";
import { WITHDRAWAL_REASONS, type WithdrawalBook } from "../withdrawal.ts";

export type FundStore = { readonly database: Database; readonly mode: Mode };

const BookEntity = new Entity({
  ...ENTITY,
  name: "HousingFundWithdrawals",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    withdrawals: list(
      map({
        id: brand<WithdrawalId>(),
        region: brand<RegionCode>(),
        reason: string().enum(...WITHDRAWAL_REASONS),
        amount: money(),
        interest: money(),
        on: brand<CivilDate>(),
        application: brand<ApplicationId>(),
        payout: brand<PayoutId>(),
        closes: boolean(),
        ordered: map({ from: brand<Month>(), to: brand<Month>() }).optional(),
        takenBackOn: brand<CivilDate>().optional(),
      }),
    ),
    namedBy: map({ citizenId: brand<CitizenId>(), on: brand<CivilDate>() }).optional(),
    revision: number(),
  }),
});
const readBook = recordReader(BookEntity);

const options = ({ database, mode }: FundStore) => inTable(database, recordsTable(mode));

/** The withdrawals of a person; none for one who has none. */
export async function getBook({ database, mode }: FundStore, citizenId: CitizenId): Promise<WithdrawalBook> {
  const record = await database.get(recordsTable(mode), housingFundKeys.withdrawals(citizenId));
  return record ? readBook(record) : { citizenId, withdrawals: [], revision: 0 };
}

/** Written only over the revision that it was decided on. */
export function putBook(store: FundStore, book: WithdrawalBook): TransactItem {
  const condition = overRevision(book.revision - 1);
  const { citizenId, withdrawals, namedBy, revision } = book;
  return transactItem(
    BookEntity.build(PutTransaction)
      .item({
        ...housingFundKeys.withdrawals(citizenId),
        ...{ citizenId, withdrawals: [...withdrawals], revision },
        ...(namedBy ? { namedBy } : {}),
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/**
 * Notes in a spouse's book who has drawn for the household, over the revision that was read: so two of a couple who draw
 * at once meet in it. The spouse's withdrawals are not touched.
 */
export const putNaming = (
  { database, mode }: FundStore,
  { citizenId, revision }: WithdrawalBook,
  { citizenId: by, on }: NonNullable<WithdrawalBook["namedBy"]>,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: housingFundKeys.withdrawals(citizenId),
    UpdateExpression:
      "SET citizenId = :citizen, namedBy = :by, revision = :next, withdrawals = if_not_exists(withdrawals, :none)",
    ConditionExpression: revision === 0 ? "attribute_not_exists(pk)" : "revision = :before",
    ExpressionAttributeValues: {
      ...{ ":citizen": citizenId, ":by": { citizenId: by, on }, ":next": revision + 1, ":none": [] },
      ...(revision === 0 ? {} : { ":before": revision }),
    },
  },
});
