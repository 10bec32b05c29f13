import { isBankAccountNumber } from "../../../field/bank-account.ts";
import { isCreditCode } from "../../../field/credit-code.ts";
import { isIdentityNumber } from "../../../field/identity-document.ts";
import { isMobileNumber } from "../../../field/mobile-number.ts";
import { isRegionCode } from "../../../field/region.ts";
import { type CivilDate, parseDate } from "../../../kernel/civil-date.ts";
import { isId } from "../../../kernel/ids.ts";
import { parseMoney } from "../../../kernel/money.ts";

type Format = (text: string, today: CivilDate) => boolean;

/** RFC 3339's full-time, without leap seconds. */
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
/** HTML's valid e-mail address, and RFC 5321, 4.5.3.1: a path holds 256 octets with its brackets. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const EMAIL_LENGTH_MAX = 254;
const URI_LENGTH_MAX = 2_000;

/** The formats that a form may ask for, checked as the whole platform checks such things. */
const FORMATS = {
  /** The number of an identity document of any kind: a citizen's, a residence permit's, a foreigner's card's. */
  "citizen-id": isIdentityNumber,
  /** 统一社会信用代码, GB 32100, with its check character. */
  "credit-code": isCreditCode,
  /** 行政区划代码, GB/T 2260, one that exists. */
  region: isRegionCode,
  "mobile-cn": isMobileNumber,
  "bank-account": isBankAccountNumber,
  /** The id of a payout account of the subject: whose it is, and whether it is proven, is told when it is paid. */
  "payout-account": (text) => isId("pac", text),
  /** Yuan with at most two decimals, without a sign: "4500.00". */
  money: (text) => parseMoney(text).ok && !text.startsWith("-"),
  /** A day that exists, from 1900 to 9999. */
  date: (text) => parseDate(text).ok,
  time: (text) => TIME.test(text),
  "date-time": (text) => parseDate(text.slice(0, 10)).ok && text[10] === "T" && TIME.test(text.slice(11)),
  email: (text) => text.length <= EMAIL_LENGTH_MAX && EMAIL.test(text),
  /** An absolute one, RFC 3986. */
  uri: (text) => text.length <= URI_LENGTH_MAX && URL.canParse(text),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** Finds the check of a format; undefined for a format that there is not. */
export const findFormat = (name: string): Format | undefined =>
  isFormatName(name) ? FORMATS[name] : undefined;
