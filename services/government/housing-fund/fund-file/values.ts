import { isBankAccountNumber } from "../../../field/bank-account.ts";
import { type CreditCode, isCreditCode } from "../../../field/credit-code.ts";
import { type IdentityNumber, readIdNumber } from "../../../field/identity-document.ts";
import { isRegionCode, type RegionCode } from "../../../field/region.ts";
import { type CivilDate, type Month, parseDate, parseMonth } from "../../../kernel/civil-date.ts";
import { type Decimal, parseDecimal } from "../../../kernel/decimal.ts";
import { type Fen, parseMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import type { RateRow } from "../rates.ts";
import type { RowProblem } from "./problems.ts";

/** The fault of a value, whichever column it stands in. */
export type Wrong = Omit<RowProblem, "column">;

/** Reads the text of one value. */
export type Read<T> = (text: string) => Result<T, Wrong>;

const NAME_LENGTH_MAX = 100;
/** A loan of 30 years has one a year at most. */
const RATE_CHANGES_MAX = 40;

export const oneOf =
  <V extends string>(values: readonly V[]): Read<V> =>
  (text) => {
    const value = values.find((each) => each === text);
    return value === undefined
      ? err({ code: "UNKNOWN_VALUE", values: { allowed: values.join(", ") } })
      : ok(value);
  };

/** Of somebody who is born by `today`. */
export const readHolder =
  (today: CivilDate): Read<IdentityNumber> =>
  (text) => {
    const read = readIdNumber(text, today, []);
    return read.ok
      ? read
      : err({ code: "NOT_AN_ID_NUMBER", values: { problem: read.error.values.problem.en } });
  };

export const readCreditCode: Read<CreditCode> = (text) =>
  isCreditCode(text) ? ok(text) : err({ code: "NOT_A_CREDIT_CODE" });

export const readRegion: Read<RegionCode> = (text) =>
  isRegionCode(text) ? ok(text) : err({ code: "NOT_A_REGION" });

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

export const readDate: Read<CivilDate> = (text) => {
  const day = parseDate(text);
  return day.ok ? day : err({ code: "NOT_A_DATE" });
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
