import { type CivilDate, date, parseDate } from "../kernel/civil-date.ts";
import type { Message } from "../kernel/message.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { IDENTITY_PROBLEMS, type IdentityProblem } from "./identity-problems.ts";
import { isProvince } from "./region.ts";

/**
 * The documents by whose number a person is known.
 * - CITIZEN_ID: 公民身份号码 (GB 11643-1999; 居民身份证法, art. 3): region, birth date, sequence (odd for men), check character.
 * - HK_MACAO_TAIWAN_RESIDENCE_PERMIT: 港澳台居民居住证 (国办发〔2018〕81号, art. 3): 810000 Hong Kong, 820000 Macao, 830000 Taiwan,
 *   then as a citizen's.
 * - FOREIGNER_PERMANENT_RESIDENCE: 外国人永久居留身份证. Since 2023-12-01 it has 18 characters, the first a 9, the last the
 *   check character of a citizen's number. A card of before holds until its end: three letters and twelve digits. The
 *   meaning of the places between is not read from a primary source, so nothing is read from them: neither is a number
 *   refused for them, nor a birth date taken.
 */
export const IDENTITY_DOCUMENT_KINDS = [
  "CITIZEN_ID",
  "HK_MACAO_TAIWAN_RESIDENCE_PERMIT",
  "FOREIGNER_PERMANENT_RESIDENCE",
] as const;
export type IdentityDocumentKind = (typeof IDENTITY_DOCUMENT_KINDS)[number];

/** The number of an identity document, checked as its kind is. */
export type IdentityNumber = string & { readonly __id: "identity-number" };

/** A document as its number tells it; birth and sex are undefined where only the card or a register tells them. */
export type IdentityDocument = {
  readonly kind: IdentityDocumentKind;
  readonly born: CivilDate | undefined;
  readonly sex: "MALE" | "FEMALE" | undefined;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
const LENGTH = 18;

/** The check character for the first 17 digits, ISO 7064 MOD 11-2. */
export function identityCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS.charAt(sum % 11);
}

/** 810000 Hong Kong, 820000 Macao, 830000 Taiwan. */
const PERMIT_REGION = /^8[123]/;
const PERMIT_REGIONS: readonly string[] = ["810000", "820000", "830000"];
const OLD_CARD_BEGINS = /^[A-Za-z]{3}/;
const OLD_CARD = /^[A-Z]{3}\d{12}$/;
const NUMBER = /^\d{17}[\dX]$/;
const OLD_CARD_LENGTH = 15;

const isOldCard = (text: string): boolean => text.length === OLD_CARD_LENGTH && OLD_CARD_BEGINS.test(text);

const isForeigners = (number: string): boolean => number.startsWith("9") || OLD_CARD_BEGINS.test(number);

/** The birth date as the number writes it, if there is such a day. */
const birthIn = (number: string) =>
  parseDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);

/** The first thing that is wrong with a number on a day; undefined where it is the number of a document. */
export function problemOf(text: string, today: CivilDate): IdentityProblem | undefined {
  if (isOldCard(text)) return OLD_CARD.test(text) ? undefined : "CHARACTERS";
  if (text.length !== LENGTH) return "LENGTH";
  if (!NUMBER.test(text)) return "CHARACTERS";
  return placeProblem(text, today) ?? (identityCheck(text) === text[17] ? undefined : "CHECK");
}

/**
 * The region is checked to its province: numbers keep the code of the county at the time of issue, and many of those
 * counties have since been merged or renamed away from GB/T 2260.
 */
function placeProblem(text: string, today: CivilDate): IdentityProblem | undefined {
  if (isForeigners(text)) return undefined;
  const isOfPlace = PERMIT_REGION.test(text)
    ? PERMIT_REGIONS.includes(text.slice(0, 6))
    : isProvince(text.slice(0, 2));
  if (!isOfPlace) return "REGION";
  const born = birthIn(text);
  if (!born.ok) return "DATE";
  return born.value > today ? "BORN_LATER" : undefined;
}

/** Whether a text is the number of an identity document on a day: nobody is born after it. */
export const isIdentityNumber = (text: string, today: CivilDate): text is IdentityNumber =>
  problemOf(text, today) === undefined;

/** A number that stands in the source code, or that was checked when it was kept; throws where it is none. */
export function identityNumber(text: string, today: CivilDate): IdentityNumber {
  if (!isIdentityNumber(text, today)) throw new Error("this is no identity number");
  return text;
}

/** The refusal of a number, by the words of what is wrong with it. */
export type NumberRefused = {
  readonly code: "ID_NUMBER_INVALID";
  readonly values: { readonly problem: Message };
  readonly path: readonly string[];
};

/** The number that a caller gives at a place of their input, on the day of their request. */
export function readIdNumber(
  text: string,
  today: CivilDate,
  path: readonly string[],
): Result<IdentityNumber, NumberRefused> {
  if (isIdentityNumber(text, today)) return ok(text);
  const problem = IDENTITY_PROBLEMS[problemOf(text, today) ?? "CHARACTERS"];
  return err({ code: "ID_NUMBER_INVALID", values: { problem }, path });
}

/** The document that a number names. */
export function documentOf(number: IdentityNumber): IdentityDocument {
  if (isForeigners(number)) {
    return { kind: "FOREIGNER_PERMANENT_RESIDENCE", born: undefined, sex: undefined };
  }
  const born = date(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  const kind = PERMIT_REGION.test(number) ? "HK_MACAO_TAIWAN_RESIDENCE_PERMIT" : "CITIZEN_ID";
  return { kind, born, sex: Number(number[16]) % 2 === 1 ? "MALE" : "FEMALE" };
}

/** Region, sequence and check character stay, or the country and the end of an old card; the birth date does not. */
export const maskIdNumber = (number: IdentityNumber): string =>
  isOldCard(number)
    ? `${number.slice(0, 3)}**********${number.slice(13)}`
    : `${number.slice(0, 6)}********${number.slice(14)}`;
