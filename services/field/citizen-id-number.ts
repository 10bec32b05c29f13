import { parseDate } from "../kernel/civil-date.ts";
import { isProvince } from "./region.ts";

/** A citizen identity number (公民身份号码), GB 11643-1999, checked: region, birth date, check character. */
export type CitizenIdNumber = string & { readonly __id: "citizen-id-number" };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** The check character for the first 17 digits, ISO 7064 MOD 11-2. */
export function citizenIdCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS.charAt(sum % 11);
}

/**
 * The region is checked to its province: numbers keep the code of the county at the time of issue, and many
 * of those counties have since been merged or renamed away from GB/T 2260.
 */
export function isCitizenIdNumber(text: string): text is CitizenIdNumber {
  if (!/^\d{17}[\dX]$/.test(text) || !isProvince(text.slice(0, 2))) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return parseDate(born).ok && citizenIdCheck(text) === text[17];
}

/** Region, sequence and check character stay; the birth date does not. */
export function maskIdNumber(idNumber: CitizenIdNumber): string {
  return `${idNumber.slice(0, 6)}********${idNumber.slice(14)}`;
}
