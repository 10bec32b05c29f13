import type { RefusedRow as RefusedOf } from "../../../field/register-file/row.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { housingFundKeys } from "../keys.ts";
import type { FundRecord } from "./fund-file.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";

/** A row after it was checked: a record, or what is wrong with it. */
export type CheckedRow<R> =
  | { readonly row: R; readonly record: FundRecord }
  | { readonly row: R; readonly problems: readonly RowProblem[] };

/** One record to be written, and the rows that it stands for: of several statements the last one is written. */
export type Statement<R> = { readonly record: FundRecord; readonly rows: readonly R[] };

export type RefusedRow<R> = RefusedOf<R, ProblemCode>;

/** Rows that are written and put on record together. */
export type Window<R> = {
  readonly statements: readonly Statement<R>[];
  readonly refused: readonly RefusedRow<R>[];
  /** How many rows these are, from the first on. */
  readonly rows: number;
};

/**
 * The next window out of checked rows: what is to be written of them, each record once, and what is refused because
 * of the rows before it. It ends before an account row whose person has had rows refused in it for want of one:
 * were that account written along with them, an import that is killed and begun anew would find it and take them.
 */
export function nextWindow<R>(
  checked: readonly CheckedRow<R>[],
  hasAccount: (citizen: CitizenId) => boolean,
): Window<R> {
  const statements = new Map<string, Statement<R>>();
  const refused: RefusedRow<R>[] = [];
  const founded = new Set<CitizenId>();
  const strangers = new Set<CitizenId>();
  const end = (rows: number): Window<R> => ({ statements: [...statements.values()], refused, rows });

  for (const [i, each] of checked.entries()) {
    if ("problems" in each) {
      refused.push(each);
      continue;
    }
    const { row, record } = each;
    const { citizenId } = record.record;
    if (record.type === "account") {
      if (strangers.has(citizenId)) return end(i);
      founded.add(citizenId);
    } else if (!founded.has(citizenId) && !hasAccount(citizenId)) {
      strangers.add(citizenId);
      refused.push({ row, problems: [{ code: "NO_ACCOUNT", column: "" }] });
      continue;
    }
    const key = keyOf(record);
    const before = statements.get(key);
    if (before && statedOn(record) < statedOn(before.record)) {
      refused.push({ row, problems: [staleProblem(record)] });
    } else {
      statements.set(key, { record, rows: before ? [...before.rows, row] : [row] });
    }
  }
  return end(checked.length);
}

/** The fault of a row whose statement has been made anew since. */
export const staleProblem = ({ type }: FundRecord): RowProblem => ({
  code: "OLDER_THAN_STORED",
  column: type === "loan" ? "outstandingOn" : "balanceOn",
});

function keyOf(stated: FundRecord): string {
  const { pk, sk } = keyOfRecord(stated);
  return `${pk}\n${sk}`;
}

function keyOfRecord({ type, record }: FundRecord) {
  const { citizenId } = record;
  switch (type) {
    case "account":
      return housingFundKeys.account(citizenId);
    case "contribution":
      return housingFundKeys.contribution(citizenId, record.month);
    case "loan":
      return housingFundKeys.loan(citizenId, record.loanNumber);
    case "interest":
      return housingFundKeys.interest(citizenId, record.on);
    // Its record's own key follows from the number by a secret; here it only has to tell it from others.
    case "bank":
      return { pk: citizenId, sk: `bank#${record.accountNumber}` };
  }
}

/** The day of a statement that a later one replaces; contributions and interest are replaced whenever. */
function statedOn({ type, record }: FundRecord): string {
  switch (type) {
    case "account":
      return record.balanceOn;
    case "loan":
      return record.outstandingOn;
    case "contribution":
    case "interest":
    case "bank":
      return "";
  }
}
