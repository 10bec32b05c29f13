import { createHash } from "node:crypto";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { base32, fromBase32, type PartnerId } from "../../kernel/ids.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";

/** The number that billers print on their bills. */
export const isBillersNumber = (text: string): boolean => /^[A-Za-z0-9-]{1,32}$/.test(text);

const ACCOUNT_BYTES = 10;
const NUMBER_BYTES = 10;
const DAY_BYTES = 5;
const DAY_MS = 86_400_000;
/** 1900-01-01 is day nothing, so that the days of all bills are positive. */
const FIRST_DAY_MS = Date.UTC(1900, 0, 1);

/** A biller's account of that number; the same number is another account at another biller. */
export const accountIdOf = (biller: PartnerId, number: string): UtilityAccountId =>
  `uac_${base32(digest([biller, number]).subarray(0, ACCOUNT_BYTES))}`;

/** Where a bill stands: under its account, by the end of its period and its number. */
export type BillPlace = { readonly account: UtilityAccountId; readonly position: string };

/** A bill's id is its place, so that it is read by its id alone and no index has to be written with it. */
export function billIdOf(
  biller: PartnerId,
  account: UtilityAccountId,
  number: string,
  to: CivilDate,
): BillId {
  const day = Buffer.alloc(DAY_BYTES);
  day.writeUIntBE((Date.parse(to) - FIRST_DAY_MS) / DAY_MS, 0, DAY_BYTES);
  const position = `${base32(day)}${base32(digest([biller, number]).subarray(0, NUMBER_BYTES))}`;
  return `bill_${account.slice("uac_".length)}${position}`;
}

const ACCOUNT_LENGTH = 16;
const POSITION_LENGTH = 24;

export function placeOf(id: string): BillPlace | undefined {
  const text = id.startsWith("bill_") ? id.slice("bill_".length) : "";
  if (text.length !== ACCOUNT_LENGTH + POSITION_LENGTH || !fromBase32(text)) return undefined;
  return { account: `uac_${text.slice(0, ACCOUNT_LENGTH)}`, position: text.slice(ACCOUNT_LENGTH) };
}

const digest = (value: readonly string[]): Buffer =>
  createHash("sha256").update(JSON.stringify(value)).digest();
