import { isBankAccountNumber } from "../../../field/bank-account.ts";
import type { Read as ReadOf } from "../../../field/register-file/row-values.ts";
import { type Month, parseDate, parseMonth } from "../../../kernel/civil-date.ts";
import { type Decimal, parseDecimal } from "../../../kernel/decimal.ts";
import { type Fen, parseMoney } from "../../../kernel/money.ts";
import { err, ok } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import type { RateRow } from "../rates.ts";
import type { ProblemCode } from "./problems.ts";

type Read<T> = ReadOf<T, ProblemCode>;

const NAME_LENGTH_MAX = 100;
/** A loan of 30 years has one a year at most. */
const RATE_CHANGES_MAX = 40;

/** The fund centre's number of an account or a loan. */
export const readNumber: Read<string> = (text) =>
  /^[A-Za-z0-9-]{6,30}$/.test(text) ? ok(text) : err({ code: "NOT_A_NUMBER_OF_RECORD" });

export const readBankAccount: Read<string> = (text) =>
  isBankAccountNumber(text) ? ok(text) : err({ code: "NOT_A_BANK_ACCOUNT" });

export const readName: Read<string> = (text) => checkText(text, 1, NAME_LENGTH_MAX);

export const readMoney: Read<Fen> = (text) => {
  const amount = parseMoney(text);
  return amount.ok ? amount : err({ code: "NOT_MONEY" });
};

export const readRate: Read<Decimal> = (text) => {
  const rate = parseDecimal(text);
  return rate.ok ? rate : err({ code: "NOT_A_RATE" });
};

export const readMonth: Read<Month> = (text) => {
  const month = parseMonth(text);
  return month.ok ? month : err({ code: "NOT_A_MONTH" });
};

/** Whether so many months are a term is the loan's to judge. */
export const readMonths: Read<number> = (text) =>
  /^(?:0|[1-9]\d{0,3})$/.test(text) ? ok(Number(text)) : err({ code: "NOT_MONTHS" });

/** "2026-01-01=0.026;2027-01-01=0.0255" */
export const readRateChanges: Read<readonly RateRow[]> = (text) => {
  const wrong = err({ code: "NOT_RATE_CHANGES", values: { max: String(RATE_CHANGES_MAX) } } as const);
  const parts = text.split(";");
  if (parts.length > RATE_CHANGES_MAX) return wrong;
  const rows: RateRow[] = [];
  for (const part of parts) {
    const effectiveFrom = parseDate(part.slice(0, 10));
    const rate = parseDecimal(part.slice(11));
    if (part[10] !== "=" || !effectiveFrom.ok || !rate.ok) return wrong;
    rows.push({ effectiveFrom: effectiveFrom.value, rate: rate.value });
  }
  return ok(rows);
};
