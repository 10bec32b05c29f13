import { type CivilDate, parseDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type CreditCode, isCreditCode } from "../credit-code.ts";
import { type IdentityNumber, readIdNumber } from "../identity-document.ts";
import { isRegionCode, type RegionCode } from "../region.ts";
import type { RowCode, RowProblem } from "./row-problem.ts";

/** The fault of a value, whichever column it stands in. */
export type Wrong<C extends string = RowCode> = Omit<RowProblem<C>, "column">;

/** Reads the text of one value. */
export type Read<T, C extends string = RowCode> = (text: string) => Result<T, Wrong<C>>;

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

export const readDate: Read<CivilDate> = (text) => {
  const day = parseDate(text);
  return day.ok ? day : err({ code: "NOT_A_DATE" });
};
