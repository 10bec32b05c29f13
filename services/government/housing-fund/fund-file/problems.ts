import {
  type RowProblem as ProblemOf,
  ROW_SENTENCES,
  type RowCode,
  rowSentence,
} from "../../../field/register-file/row-problem.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { type AccountProblem, CONTRIBUTION_RATE_MAX } from "../account.ts";
import type { ContributionProblem } from "../contribution.ts";
import type { SettledInterestProblem } from "../interest.ts";
import { type LoanProblem, TERM_MONTHS_MAX } from "../loan.ts";

/** Why a row of a fund centre's file is refused; `ProblemCode` is what scripts may rely on. */
export type RowProblem = ProblemOf<ProblemCode>;

type ReadingCode =
  | RowCode
  | "NUMBER_WITHOUT_QUOTES"
  | "NOT_A_NUMBER_OF_RECORD"
  | "NOT_A_BANK_ACCOUNT"
  | "NOT_MONEY"
  | "NOT_A_RATE"
  | "NOT_RATE_CHANGES"
  | "NOT_A_MONTH"
  | "NOT_MONTHS"
  | "TEXT_LENGTH"
  | "CONTROL_CHARACTERS"
  | "NO_ACCOUNT"
  | "OLDER_THAN_STORED";

type NounCode = (AccountProblem | ContributionProblem | LoanProblem | SettledInterestProblem)["code"];

export type ProblemCode = ReadingCode | NounCode;

/** None of them shows what stands in the row, which may be somebody's identity number. */
const SENTENCES: Readonly<Record<ProblemCode, string>> = {
  ...ROW_SENTENCES,
  NUMBER_WITHOUT_QUOTES: 'is a JSON number, which may lose digits: put it in quotes, as in "123.45"',
  NOT_A_NUMBER_OF_RECORD: "is not 6 to 30 letters, digits or hyphens",
  NOT_A_BANK_ACCOUNT: "is not a bank account of 12 to 19 digits",
  NOT_MONEY: "is not an amount in yuan such as 123.45",
  NOT_A_RATE: "is not a rate such as 0.0285, with at most 8 decimal places",
  NOT_RATE_CHANGES: "is not a list such as 2026-01-01=0.026;2027-01-01=0.0255, with at most {max} entries",
  NOT_A_MONTH: "is not a month such as 2026-06",
  NOT_MONTHS: "is not a whole number of months",
  TEXT_LENGTH: "does not have {min} to {max} characters",
  CONTROL_CHARACTERS: "has control characters or characters that cannot be seen",
  NO_ACCOUNT: "belongs to a person without an account, in the platform and in the rows before it",
  OLDER_THAN_STORED: "is older than the statement that the platform has",
  NEGATIVE_AMOUNT: "is negative",
  CONTRIBUTION_RATE_OUT_OF_RANGE: `is not a share between 0 and ${formatDecimal(CONTRIBUTION_RATE_MAX)}`,
  OPENED_AFTER_BALANCE: "is later than balanceOn",
  CLOSED_WITH_BALANCE: "is not zero although the account is closed",
  NOTHING_PAID: "is zero, and so is employee: nothing was paid",
  NOT_POSITIVE: "is not greater than zero",
  TERM_OUT_OF_RANGE: `is not 1 to ${TERM_MONTHS_MAX}`,
  OUTSTANDING_ABOVE_PRINCIPAL: "is greater than principal",
  STARTED_AFTER_OUTSTANDING: "is later than outstandingOn",
  RATE_OUT_OF_RANGE: "or a rate in rateChanges is not at least 0 and below 1",
  RATE_BELOW_PUBLISHED: "is below the rate published for the day of the loan",
  RATES_OUT_OF_ORDER: "is not in the order of its days, all after startedOn",
};

/** For people: "balanceOn lies in the future", "the row is longer than 65536 bytes". */
export const sentenceOf = (problem: RowProblem): string => rowSentence(SENTENCES, problem);
