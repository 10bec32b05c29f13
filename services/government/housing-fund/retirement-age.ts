import { documentOf, type IdentityNumber } from "../../field/identity-document.ts";
import { addMonths, type CivilDate, monthOf } from "../../kernel/civil-date.ts";

/** Ages in months; each row says from which month of birth on, and how fast, the age rises, and where it ends. */
type AgeRow = {
  readonly base: number;
  readonly bornFrom: string;
  /** One month more for each so many months of birth. */
  readonly monthsPerMonth: number;
  readonly delayMax: number;
};

/**
 * The statutory retirement age rises gradually from 2025-01-01 (Decision of the Standing Committee of the National
 * People's Congress of 2024-09-13): men from 60 to 63, women from 55 to 58 or, of those whose age was 50, to 55.
 */
const MEN: AgeRow = { base: 60 * 12, bornFrom: "1965-01", monthsPerMonth: 4, delayMax: 36 };
const WOMEN_AT_55: AgeRow = { base: 55 * 12, bornFrom: "1970-01", monthsPerMonth: 4, delayMax: 36 };
const WOMEN_AT_50: AgeRow = { base: 50 * 12, bornFrom: "1975-01", monthsPerMonth: 2, delayMax: 60 };

const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

function ageBy({ base, bornFrom, monthsPerMonth, delayMax }: AgeRow, born: CivilDate): CivilDate {
  const since = monthsOf(monthOf(born)) - monthsOf(bornFrom);
  const delay = since < 0 ? 0 : Math.min(Math.floor(since / monthsPerMonth) + 1, delayMax);
  return addMonths(born, base + delay);
}

/**
 * When somebody reaches the age; of a woman the earliest and the latest day, for records do not say which row is hers.
 * Undefined where the number tells neither birth nor sex.
 */
export function retirementDays(
  idNumber: IdentityNumber,
): { readonly earliest: CivilDate; readonly latest: CivilDate } | undefined {
  const { born, sex } = documentOf(idNumber);
  if (born === undefined || sex === undefined) return undefined;
  if (sex === "MALE") return { earliest: ageBy(MEN, born), latest: ageBy(MEN, born) };
  return { earliest: ageBy(WOMEN_AT_50, born), latest: ageBy(WOMEN_AT_55, born) };
}

/** Whether the age is reached; undefined where only a person can tell. */
export function hasReachedAge(idNumber: IdentityNumber, today: CivilDate): boolean | undefined {
  const days = retirementDays(idNumber);
  if (!days) return undefined;
  if (today >= days.latest) return true;
  return today < days.earliest ? false : undefined;
}
