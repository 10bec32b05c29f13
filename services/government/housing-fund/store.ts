import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate, Month } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
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
import type { Contribution } from "./contribution.ts";
import type { SettledInterest } from "./interest.ts";
import { housingFundKeys } from "./keys.ts";
import { HOME_RANKS, type Loan, REPAYMENT_METHODS } from "./loan.ts";

const citizenId = brand<CitizenId>();
const civilDate = brand<CivilDate>();

const ContributionEntity = new Entity({
  ...ENTITY,
  name: "HousingFundContribution",
  schema: item({
    ...KEY,
    citizenId,
    month: brand<Month>(),
    paidOn: civilDate,
    employer: money(),
    employee: money(),
  }),
});
const readContribution = recordReader(ContributionEntity);

const LoanEntity = new Entity({
  ...ENTITY,
  name: "HousingFundLoan",
  schema: item({
    ...KEY,
    citizenId,
    loanNumber: string(),
    principal: money(),
    rates: list(map({ effectiveFrom: civilDate, rate: exactDecimal() })),
    termMonths: number(),
    home: string().enum(...HOME_RANKS),
    method: string().enum(...REPAYMENT_METHODS),
    startedOn: civilDate,
    outstanding: money(),
    outstandingOn: civilDate,
  }),
});
const readLoan = recordReader(LoanEntity);

const SettledInterestEntity = new Entity({
  ...ENTITY,
  name: "HousingFundInterest",
  schema: item({ ...KEY, citizenId, on: civilDate, amount: money() }),
});
const readSettledInterest = recordReader(SettledInterestEntity);

type Entry<T> = { readonly node: T; readonly position: string };

/** Newest month first. */
export async function listContributions(
  database: Database,
  mode: Mode,
  citizen: CitizenId,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<{ readonly entries: readonly Entry<Contribution>[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: citizen,
    ...housingFundKeys.contributions,
    limit: first,
    newestFirst: true,
    ...(after ? { after: { pk: citizen, sk: after } } : {}),
  });
  return { entries: items.map((record) => contributionOf(record)), more: next !== undefined };
}

function contributionOf(record: StoredItem): Entry<Contribution> {
  const { pk: _, sk: position, ...node } = readContribution(record);
  return { node, position };
}

export function putContribution(database: Database, mode: Mode, contribution: Contribution): TransactItem {
  return transactItem(
    ContributionEntity.build(PutTransaction)
      .item({
        ...housingFundKeys.contribution(contribution.citizenId, contribution.month),
        ...contribution,
      })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );
}

/** More than anybody has; an employment of 80 years has 960 months. */
const RECORDS_OF_A_KIND_MAX = 1_000;

/** All of a person's contributions, in the order of their months. */
export async function allContributions(
  database: Database,
  mode: Mode,
  citizen: CitizenId,
): Promise<readonly Contribution[]> {
  const items = await allOf(database, mode, citizen, housingFundKeys.contributions);
  return items.map((record) => contributionOf(record).node);
}

async function allOf(
  database: Database,
  mode: Mode,
  citizen: CitizenId,
  kind: { readonly skPrefix: string },
  newestFirst = false,
): Promise<readonly StoredItem[]> {
  const wanted = {
    table: recordsTable(mode),
    pk: citizen,
    ...kind,
    limit: RECORDS_OF_A_KIND_MAX,
    newestFirst,
  };
  return (await database.query(wanted)).items;
}

export async function getLoan(
  database: Pick<Database, "get">,
  mode: Mode,
  citizen: CitizenId,
  loanNumber: string,
): Promise<Loan | undefined> {
  const record = await database.get(recordsTable(mode), housingFundKeys.loan(citizen, loanNumber));
  return record && loanOf(record);
}

/** In the order of their numbers. */
export async function listLoans(database: Database, mode: Mode, citizen: CitizenId): Promise<Loan[]> {
  return (await allOf(database, mode, citizen, housingFundKeys.loans)).map(loanOf);
}

function loanOf(record: StoredItem): Loan {
  const { pk: _, sk: __, ...loan } = readLoan(record);
  return loan;
}

/** Written only over a statement of the same day or an earlier one. */
export function putLoan(database: Database, mode: Mode, loan: Loan): TransactItem {
  return transactItem(
    LoanEntity.build(PutTransaction)
      .item({
        ...housingFundKeys.loan(loan.citizenId, loan.loanNumber),
        ...loan,
        rates: [...loan.rates],
      })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: {
          or: [
            { attr: "pk", exists: false },
            { attr: "outstandingOn", lte: loan.outstandingOn },
          ],
        },
      })
      .params(),
  );
}

/** Newest first. */
export async function listSettledInterest(
  database: Database,
  mode: Mode,
  citizen: CitizenId,
): Promise<SettledInterest[]> {
  const items = await allOf(database, mode, citizen, housingFundKeys.interests, true);
  return items.map((record) => {
    const { pk: _, sk: __, ...interest } = readSettledInterest(record);
    return interest;
  });
}

export function putSettledInterest(database: Database, mode: Mode, interest: SettledInterest): TransactItem {
  return transactItem(
    SettledInterestEntity.build(PutTransaction)
      .item({ ...housingFundKeys.interest(interest.citizenId, interest.on), ...interest })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );
}
