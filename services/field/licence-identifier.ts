import { checkCharacterOf } from "./check-character.ts";
import { type CreditCode, isCreditCode } from "./credit-code.ts";

/**
 * "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F": a version of an electronic licence (电子证照标识,
 * GB/T 36904-2018), checked.
 */
export type LicenceIdentifier = string & { readonly __id: "licence-identifier" };

/** The parts of an identifier. */
export type IdentifiedLicence = {
  /** 证照类型代码: the credit code of the authority that defines the type, and three digits. */
  readonly typeCode: string;
  /** 证照颁发机构代码. */
  readonly issuer: CreditCode;
  /** 流水号: digits and capital letters. */
  readonly serial: string;
  /** 版本号, 1 to 999. */
  readonly version: number;
};

/** The object identifier of electronic licences (电子证照根代码). */
const ROOT = "1.2.156.3005.2";
const TYPE_CODE = /^([0-9A-Z]{18})(\d{3})$/;
const SERIAL = /^[0-9A-Z]{1,40}$/;
const VERSION_DIGITS = 3;
/** So many versions of a licence an identifier can tell apart. */
export const LICENCE_VERSION_MAX = 10 ** VERSION_DIGITS - 1;

/** Whether a text is the code of a licence type (证照类型代码). */
export const isTypeCode = (text: string): boolean => {
  const [, authority] = TYPE_CODE.exec(text) ?? [];
  return authority !== undefined && isCreditCode(authority);
};

/** Whether a text can be a licence's number in its identifier. */
export const isLicenceSerial = (text: string): boolean => SERIAL.test(text);

/** Writes an identifier. Throws where a part is none. */
export function licenceIdentifier({
  typeCode,
  issuer,
  serial,
  version,
}: IdentifiedLicence): LicenceIdentifier {
  const parts = [typeCode, issuer, serial, String(version).padStart(VERSION_DIGITS, "0")];
  const identifier = [ROOT, ...parts, checkCharacterOf(parts.join(""))].join(".");
  if (!readLicenceIdentifier(identifier)) throw new Error(`${identifier} identifies no licence`);
  return identifier as LicenceIdentifier;
}

/** Reads an identifier; undefined for any other text, one with a wrong check character included. */
export function readLicenceIdentifier(text: string): IdentifiedLicence | undefined {
  if (!text.startsWith(`${ROOT}.`)) return undefined;
  const parts = text.slice(ROOT.length + 1).split(".");
  const [typeCode = "", issuer = "", serial = "", digits = "", check = ""] = parts;
  const isWhole =
    parts.length === 5 && isTypeCode(typeCode) && isCreditCode(issuer) && isLicenceSerial(serial);
  const version = new RegExp(`^\\d{${VERSION_DIGITS}}$`).test(digits) ? Number(digits) : 0;
  if (!isWhole || !isCreditCode(issuer) || version === 0) return undefined;
  const isRight = check === checkCharacterOf([typeCode, issuer, serial, digits].join(""));
  return isRight ? { typeCode, issuer, serial, version } : undefined;
}
