import { checkDigitOf } from "../../field/check-character.ts";

const SHAPE = /^JY[1-3]\d{13}$/;

/**
 * Whether a text is a food-business licence's number (食品经营许可证编号), "JY11105050876919": JY, the form of business, province,
 * prefecture and county (two digits each), six digits in order, and a check digit (食品经营许可和备案管理办法; check by ISO/IEC 7064,
 * MOD 11,10). Its region is not looked up: offices number regions of their own, too.
 */
export const isLicenceNumber = (text: string): boolean =>
  SHAPE.test(text) && checkDigitOf(text.slice(2, -1)) === text.slice(-1);
