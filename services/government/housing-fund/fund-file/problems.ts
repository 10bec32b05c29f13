import { formatDecimal } from "../../../kernel/decimal.ts";
import { type AccountProblem, CONTRIBUTION_RATE_MAX } from "../account.ts";
import type { ContributionProblem } from "../contribution.ts";
import type { SettledInterestProblem } from "../interest.ts";
import { type LoanProblem, TERM_MONTHS_MAX } from "../loan.ts";

/** Why a row of a fund centre's file is refused; `ProblemCode` is what scripts may rely on. */
export type RowProblem = {
  readonly code: ProblemCode;
  /** Empty where it is the whole row's problem. */
  readonly column: string;
  readonly values?: Readonly<Record<string, string>>;
};

type ReadingCode =
  | "MALFORMED"
  | "NUMBER_OF_COLUMNS"
  | "ROW_TOO_LONG"
  | "NOT_UTF8"
  | "REQUIRED"
  | "OF_ANOTHER_TYPE"
  | "UNKNOWN_COLUMN"
  | "NOT_TEXT"
  | "NUMBER_WITHOUT_QUOTES"
  | "UNKNOWN_VALUE"
  | "NOT_AN_ID_NUMBER"
  | "NOT_A_CREDIT_CODE"
  | "NOT_A_REGION"
  | "NOT_A_NUMBER_OF_RECORD"
  | "NOT_A_BANK_ACCOUNT"
  | "NOT_MONEY"
  | "NOT_A_RATE"
  | "NOT_RATE_CHANGES"
  | "NOT_A_DATE"
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
  MALFORMED:
    "cannot be read: a quote that is not closed or stands in the middle of a value, or no JSON object",
  NUMBER_OF_COLUMNS: "has {found} values where the header has {expected} columns",
  ROW_TOO_LONG: "is longer than {max} bytes",
  NOT_UTF8: "is not UTF-8: convert the file",
  REQUIRED: "is missing",
  OF_ANOTHER_TYPE: "must be empty in a row of this type: the values may have been shifted",
  UNKNOWN_COLUMN: "is no column of this file",
  NOT_TEXT: "is not a text",
  NUMBER_WITHOUT_QUOTES: 'is a JSON number, which may lose digits: put it in quotes, as in "123.45"',
  UNKNOWN_VALUE: "is none of {allowed}",
  NOT_AN_ID_NUMBER: "is not the number of an identity document: {problem}",
  NOT_A_CREDIT_CODE: "is not a unified social credit code (GB 32100)",
  NOT_A_REGION: "is not a region code of GB/T 2260",
  NOT_A_NUMBER_OF_RECORD: "is not 6 to 30 letters, digits or hyphens",
  NOT_A_BANK_ACCOUNT: "is not a bank account of 12 to 19 digits",
  NOT_MONEY: "is not an amount in yuan such as 123.45",
  NOT_A_RATE: "is not a rate such as 0.0285, with at most 8 decimal places",
  NOT_RATE_CHANGES: "is not a list such as 2026-01-01=0.026;2027-01-01=0.0255, with at most {max} entries",
  NOT_A_DATE: "is not a date that exists, such as 2026-06-30",
  NOT_A_MONTH: "is not a month such as 2026-06",
  NOT_MONTHS: "is not a whole number of months",
  TEXT_LENGTH: "does not have {min} to {max} characters",
  CONTROL_CHARACTERS: "has control characters or characters that cannot be seen",
  NO_ACCOUNT: "belongs to a person without an account, in the platform and in the rows before it",
  OLDER_THAN_STORED: "is older than the statement that the platform has",
  NEGATIVE_AMOUNT: "is negative",
  CONTRIBUTION_RATE_OUT_OF_RANGE: `is not a share between 0 and ${formatDecimal(CONTRIBUTION_RATE_MAX)}`,
  OPENED_AFTER_BALANCE: "is later than balanceOn",
  DATE_IN_FUTURE: "lies in the future",
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
export function sentenceOf({ code, column, values = {} }: RowProblem): string {
  const sentence = SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return `${column || "the row"} ${sentence}`;
}
