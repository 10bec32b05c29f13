/** Why a row of a register's file is refused; `code` is what scripts may rely on. */
export type RowProblem<C extends string> = {
  readonly code: C;
  /** Empty where it is the whole row's problem. */
  readonly column: string;
  readonly values?: Readonly<Record<string, string>>;
};

/** The problems that the rows of every register's file may have. */
export type RowCode =
  | "MALFORMED"
  | "NUMBER_OF_COLUMNS"
  | "ROW_TOO_LONG"
  | "NOT_UTF8"
  | "REQUIRED"
  | "OF_ANOTHER_TYPE"
  | "UNKNOWN_COLUMN"
  | "NOT_TEXT"
  | "UNKNOWN_VALUE"
  | "NOT_AN_ID_NUMBER"
  | "NOT_A_CREDIT_CODE"
  | "NOT_A_REGION"
  | "NOT_A_DATE"
  | "DATE_IN_FUTURE";

/** None of them shows what stands in the row, which may be somebody's identity number. */
export const ROW_SENTENCES: Readonly<Record<RowCode, string>> = {
  MALFORMED:
    "cannot be read: a quote that is not closed or stands in the middle of a value, or no JSON object",
  NUMBER_OF_COLUMNS: "has {found} values where the header has {expected} columns",
  ROW_TOO_LONG: "is longer than {max} bytes",
  NOT_UTF8: "is not UTF-8: convert the file",
  REQUIRED: "is missing",
  OF_ANOTHER_TYPE: "must be empty in a row of this type: the values may have been shifted",
  UNKNOWN_COLUMN: "is no column of this file",
  NOT_TEXT: "is not a text",
  UNKNOWN_VALUE: "is none of {allowed}",
  NOT_AN_ID_NUMBER: "is not the number of an identity document: {problem}",
  NOT_A_CREDIT_CODE: "is not a unified social credit code (GB 32100)",
  NOT_A_REGION: "is not a region code of GB/T 2260",
  NOT_A_DATE: "is not a date that exists, such as 2026-06-30",
  DATE_IN_FUTURE: "lies in the future",
};

/** For people: "balanceOn lies in the future", "the row is longer than 65536 bytes". */
export function rowSentence<C extends string>(
  sentences: Readonly<Record<C, string>>,
  { code, column, values = {} }: RowProblem<C>,
): string {
  const sentence = sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return `${column || "the row"} ${sentence}`;
}
