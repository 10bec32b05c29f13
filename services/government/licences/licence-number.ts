import { checkDigitOf } from "../../field/check-character.ts";

/** "JY11105050876919": a food-business licence's number (食品经营许可证编号), checked. */
export type LicenceNumber = string & { readonly __id: "licence-number" };

/** The main trade of a business (主体业态), by its digit. */
export const BUSINESS_FORMS = { SALES: "1", CATERING: "2", CANTEEN: "3" } as const;
export type BusinessForm = keyof typeof BUSINESS_FORMS;

const SHAPE = /^JY[1-3]\d{13}$/;
const SEQUENCE_DIGITS = 6;
/** So many licences of a form a region can give numbers to. */
export const SEQUENCE_MAX = 10 ** SEQUENCE_DIGITS - 1;

/**
 * The number of the `sequence`-th licence in its series: JY, the form of business, province, prefecture and county (two
 * digits each), six digits in order, and a check digit (食品经营许可和备案管理办法; check by ISO/IEC 7064, MOD 11,10).
 */
export function licenceNumber(series: string, sequence: number): LicenceNumber {
  const digits = `${series}${String(sequence).padStart(SEQUENCE_DIGITS, "0")}`;
  const number = `JY${digits}${checkDigitOf(digits)}`;
  if (!isLicenceNumber(number)) throw new Error(`there is no ${sequence}-th number in the series ${series}`);
  return number;
}

/** Numbers count up within a form of business and a county. */
export const seriesOf = (form: BusinessForm, region: string): string => `${BUSINESS_FORMS[form]}${region}`;

/** Whether a number is one at all. Its region is not looked up: offices number regions of their own, too. */
export const isLicenceNumber = (text: string): text is LicenceNumber =>
  SHAPE.test(text) && checkDigitOf(text.slice(2, -1)) === text.slice(-1);
