import { checkDigitOf } from "../../field/check-character.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/**
 * A case's number (办件编号) as people tell it: the day on which it was received, seven digits that are drawn, and a check
 * digit. No single wrong digit goes unnoticed. "26030247110325".
 */
export type CaseNumber = string & { readonly __id: "case-number" };

/** The drawn part is one of so many: a city receives some hundred thousand cases a day. */
export const DRAWN_MAX = 10_000_000;
const DRAWN_DIGITS = 7;

const NUMBER = /^\d{14}$/;

export function caseNumber(receivedOn: CivilDate, drawn: number): CaseNumber {
  const digits = `${receivedOn.slice(2).replaceAll("-", "")}${String(drawn).padStart(DRAWN_DIGITS, "0")}`;
  return `${digits}${checkDigitOf(digits)}` as CaseNumber;
}

export type CaseNumberWrong = { readonly code: "CASE_NUMBER_WRONG" };

/** Reads a number as somebody types it, in groups or in wide digits. */
export function parseCaseNumber(text: string): Result<CaseNumber, CaseNumberWrong> {
  const digits = text.normalize("NFKC").replaceAll(/[\s-]/g, "");
  const isRight = NUMBER.test(digits) && checkDigitOf(digits.slice(0, -1)) === digits.at(-1);
  return isRight ? ok(digits as CaseNumber) : err({ code: "CASE_NUMBER_WRONG" });
}
