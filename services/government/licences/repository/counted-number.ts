import { checkDigitOf } from "../../../field/check-character.ts";
import { isLicenceSerial } from "../../../field/licence-identifier.ts";
import { type CountedNumbers, evaluateExpression, type RuleInputs } from "../../catalogue/index.ts";

/** So many digits a count has at most. */
export const COUNT_DIGITS_MAX = 12;

const CHECKS = { MOD_11_10: checkDigitOf } as const satisfies Record<
  CountedNumbers["check"],
  (digits: string) => string
>;

/** Whether numbers can be counted up so: there is a series, and a number of its first digit can be a licence's. */
export const isCountable = (counted: CountedNumbers): boolean =>
  counted.series.length > 0 &&
  Number.isInteger(counted.digits) &&
  counted.digits >= 1 &&
  counted.digits <= COUNT_DIGITS_MAX &&
  counted.prefix !== "" &&
  isLicenceSerial(countedNumber(counted, "0", 1));

/** The series that a case's number is of; undefined where a part of it is no digits, or a number would be too long. */
export function seriesBy(counted: CountedNumbers, inputs: RuleInputs): string | undefined {
  const parts = counted.series.map((part) => evaluateExpression(part, inputs));
  const isSeries = parts.every((part) => typeof part === "string" && /^\d+$/.test(part));
  const series = parts.join("");
  return isSeries && isLicenceSerial(countedNumber(counted, series, 1)) ? series : undefined;
}

/** The number that has a count in a series. */
export function countedNumber(
  { prefix, digits, check }: CountedNumbers,
  series: string,
  count: number,
): string {
  const checked = `${series}${String(count).padStart(digits, "0")}`;
  return `${prefix}${checked}${CHECKS[check](checked)}`;
}

/** The last count that a series has. */
export const lastCount = ({ digits }: CountedNumbers): number => 10 ** digits - 1;

/**
 * The first count behind a series' last whose number nobody has; undefined where all have one. A register may have stated many
 * numbers of a series that was not counted here, so that each look goes twice as far as the one before, and then back.
 */
export async function nextCount(
  last: number,
  max: number,
  isFree: (count: number) => Promise<boolean>,
): Promise<number | undefined> {
  let taken = last;
  let free = last + 1;
  for (let step = 1; free <= max && !(await isFree(free)); step *= 2) {
    taken = free;
    free = Math.min(free + step, Math.max(max, free + 1));
  }
  while (free <= max && free - taken > 1) {
    const middle = Math.floor((taken + free) / 2);
    if (await isFree(middle)) free = middle;
    else taken = middle;
  }
  return free <= max ? free : undefined;
}
