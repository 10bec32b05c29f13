import { Entity } from "dynamodb-toolbox/entity";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import { $set } from "dynamodb-toolbox/entity/actions/update/symbols";
import { boolean, item, list, map, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  transactItem,
} from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { ACCOUNT_STATUSES, type Account } from "./account.ts";
import { housingFundKeys } from "./keys.ts";
import type { Drawn } from "./withdrawal.ts";

const civilDate = brand<CivilDate>();

const AccountEntity = new Entity({
  ...ENTITY,
  name: "HousingFundAccount",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    accountNumber: string(),
    employer: map({ name: string(), creditCode: string() }),
    region: brand<RegionCode>(),
    contributionBase: money(),
    employerRate: exactDecimal(),
    employeeRate: exactDecimal(),
    status: string().enum(...ACCOUNT_STATUSES),
    openedOn: civilDate,
    balance: money(),
    balanceOn: civilDate,
    /** Stands here as well as in the book of withdrawals, so that a balance is one read; see `putUnstated`. */
    unstated: list(map({ on: civilDate, amount: money(), closes: boolean() })).optional(),
  }),
});
const readAccount = recordReader(AccountEntity);

export async function getAccount(
  database: Pick<Database, "get">,
  mode: Mode,
  citizen: CitizenId,
): Promise<(Account & { readonly unstated: readonly Drawn[] }) | undefined> {
  const record = await database.get(recordsTable(mode), housingFundKeys.account(citizen));
  if (!record) return undefined;
  const { pk: _, sk: __, unstated = [], ...account } = readAccount(record);
  return { ...account, unstated };
}

/** Written only over a statement of the same day or an earlier one; what was drawn since stays beside it. */
export function putAccount(database: Database, mode: Mode, account: Account): TransactItem {
  return transactItem(
    AccountEntity.build(UpdateTransaction)
      .item({
        ...housingFundKeys.account(account.citizenId),
        ...account,
        employer: $set(account.employer),
      })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: {
          or: [
            { attr: "pk", exists: false },
            { attr: "balanceOn", lte: account.balanceOn },
          ],
        },
      })
      .params(),
  );
}

/**
 * Keeps beside the fund centre's statement what was drawn since, and stands only while the centre has stated nothing
 * new. Any commit that writes the book of withdrawals writes this with it.
 */
export function putUnstated(
  database: Database,
  mode: Mode,
  { citizenId, balance, balanceOn, status }: Account,
  unstated: readonly Drawn[],
): TransactItem {
  return transactItem(
    AccountEntity.build(UpdateTransaction)
      .item({ ...housingFundKeys.account(citizenId), unstated: $set([...unstated]) })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: {
          and: [
            { attr: "balance", eq: balance },
            { attr: "balanceOn", eq: balanceOn },
            { attr: "status", eq: status },
          ],
        },
      })
      .params(),
  );
}
