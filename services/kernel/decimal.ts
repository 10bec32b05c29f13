import { err, ok, type Result } from "./result.ts";

/** An exact decimal: `units / 10^places`. Rates and shares; never a float. */
export type Decimal = { readonly units: bigint; readonly places: number };

const PATTERN = /^(-?)(0|[1-9]\d{0,11})(?:\.(\d{1,8}))?$/;

/** Reads "0.015" and the like, at most 8 places. */
export function parseDecimal(text: string): Result<Decimal, "NOT_DECIMAL"> {
  const match = PATTERN.exec(text);
  if (!match) return err("NOT_DECIMAL");
  const [, sign = "", whole = "", fraction = ""] = match;
  return ok({ units: BigInt(`${sign}${whole}${fraction}`), places: fraction.length });
}

/** A decimal that stands in the source code; throws where it is none. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`${text} is no decimal`);
  return parsed.value;
}

export function formatDecimal({ units, places }: Decimal): string {
  const absolute = units < 0n ? -units : units;
  const digits = absolute.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${units < 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

export const scaleOf = ({ places }: Decimal): bigint => powerOfTen(places);

/** Looked up where it is small: exponentiation was two fifths of the time of a rating. */
export const powerOfTen = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

const POWERS: readonly bigint[] = Array.from({ length: 33 }, (_, i) => 10n ** BigInt(i));

/** Negative where `a` is the smaller, zero where both are equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const [left, right] = [unitsAt(a, places), unitsAt(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const addDecimals = (a: Decimal, b: Decimal): Decimal => {
  const places = Math.max(a.places, b.places);
  return { units: unitsAt(a, places) + unitsAt(b, places), places };
};

export const subtractDecimals = (a: Decimal, b: Decimal): Decimal =>
  addDecimals(a, { units: -b.units, places: b.places });

/** At `wanted` places, which are no fewer than its own. */
const unitsAt = ({ units, places }: Decimal, wanted: number): bigint =>
  wanted === places ? units : units * powerOfTen(wanted - places);
