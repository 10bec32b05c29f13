import { err, ok, type Result } from "./result.ts";

/** An amount of money in whole fen (1/100 yuan). */
export type Fen = bigint & { readonly __unit: "fen" };

/** The only currency; a second one would need a ledger of its own, for no transfer may mix them. */
export const CURRENCY = "CNY";

export const fen = (amount: bigint): Fen => amount as Fen;
export const ZERO = fen(0n);

/** Largest amount that one value may hold: a trillion yuan. Also keeps every amount an exact DynamoDB number. */
export const AMOUNT_MAX = fen(100_000_000_000_000n);

const PATTERN = /^(-?)(0|[1-9]\d{0,12})(?:\.(\d{1,2}))?$/;

/** Reads "123.45", "123.4" or "123" as fen. Fractions of a fen, exponents, signs such as "+" are refused. */
export function parseMoney(text: string): Result<Fen, "NOT_MONEY"> {
  const match = PATTERN.exec(text);
  if (!match) return err("NOT_MONEY");
  const [, sign = "", yuan = "", fraction = ""] = match;
  const amount = BigInt(yuan) * 100n + BigInt(fraction.padEnd(2, "0"));
  if (amount > AMOUNT_MAX) return err("NOT_MONEY");
  return ok(fen(sign === "-" ? -amount : amount));
}

/** Writes fen as a decimal string with two places, for example "123.45". */
export function formatMoney(amount: Fen): string {
  const absolute = amount < 0n ? -amount : amount;
  const digits = absolute.toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const addMoney = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, a) => sum + a, 0n));

/** The least of some amounts. */
export const least = (first: Fen, ...others: readonly Fen[]): Fen =>
  others.reduce((a, b) => (b < a ? b : a), first);

/** The rest of an amount, and never less than nothing. */
export const remainderOf = (most: Fen, taken: Fen): Fen => (taken < most ? fen(most - taken) : ZERO);

/** `numerator / denominator`, rounded half away from zero to a whole number. The denominator is positive. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("denominator must be positive");
  const half = numerator < 0n ? -denominator : denominator;
  return (numerator * 2n + half) / (denominator * 2n);
}
