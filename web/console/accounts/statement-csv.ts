import type { StatementLine } from "./statement.ts";

const HEAD = ["id", "bookedAt", "amount", "reason", "cause", "reverses"] as const;
/** By it a spreadsheet knows the letters for what they are. */
const BYTE_ORDER_MARK = "\uFEFF";

/** RFC 4180; the first line names the columns as the schema does. */
export const csvOf = (lines: readonly StatementLine[]): string =>
  `${BYTE_ORDER_MARK}${[HEAD, ...lines.map((line) => HEAD.map((name) => cellOf(line[name] ?? "")))]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("")}`;

const AMOUNT = /^-?\d+(\.\d+)?$/;
/** A spreadsheet takes a cell that begins so for a formula, whoever has written it. */
const FORMULA = /^[=+\-@\t\r]/;

/** An apostrophe makes a spreadsheet read the rest as text; an amount that is taken away stays a number. */
const cellOf = (text: string): string => (FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
