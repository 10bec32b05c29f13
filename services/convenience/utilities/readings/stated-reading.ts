import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import type { Household } from "../household.ts";
import type { Days } from "../tariffs/period.ts";
import { HOUSEHOLD_SIZE_MAX, isHouseholdSize } from "../tariffs/period-rating.ts";
import { isInRange } from "../tariffs/rating.ts";
import type { Band, HouseholdClass, TimeOfUse } from "../tariffs/tariff.ts";
import type { MeterReading, ReadingProblem, Used } from "./meter-reading.ts";
import type { StatedRegister } from "./register.ts";

type Optional<T> = T | null | undefined;

/** As a biller states it, before it is known that it says one of the two. */
export type StatedReading = {
  /** The biller's own of the bill that comes of it. */
  readonly number: string;
  readonly period: Days;
  readonly usage?: Optional<Decimal>;
  readonly timeOfUse?: Optional<TimeOfUse>;
  readonly householdClass?: Optional<HouseholdClass>;
  readonly householdSize?: Optional<number>;
  /** The proof of the size, as the biller names it; a size without one is refused. */
  readonly householdProof?: Optional<string>;
  /** The day from which the size holds; by default the period's first. */
  readonly householdFrom?: Optional<CivilDate>;
  readonly registers?: Optional<readonly RegisterRow[]>;
  readonly isEstimated?: Optional<boolean>;
  readonly months?: Optional<number>;
};

/** A register as a biller states it. */
export type RegisterRow = {
  readonly serial: string;
  readonly band?: Optional<Band>;
  readonly start?: Optional<Decimal>;
  readonly end: Decimal;
  readonly isRemoved?: Optional<boolean>;
};

/** The usage of a row, said in one of its three ways. */
function usageOf(stated: StatedReading): Result<Used | Pick<RegisterReading, "registers">, ReadingProblem> {
  const { usage, timeOfUse, registers, isEstimated } = stated;
  const told = [usage, timeOfUse, registers].filter((each) => each !== null && each !== undefined).length;
  const refused = err({ code: "USAGE_OR_TIME_OF_USE", path: ["usage"], values: {} } as const);
  if (told !== 1 || registers?.length === 0 || (registers && isEstimated)) return refused;
  if (registers) return registersOf(registers);
  if (timeOfUse) return ok({ timeOfUse });
  return usage ? ok({ usage }) : refused;
}

type RegisterReading = Extract<MeterReading, { readonly registers: unknown }>;

/** More than any home has. */
const REGISTERS_MAX = 12;
const SERIAL_LENGTH = { min: 1, max: 32 };

function registersOf(
  rows: readonly RegisterRow[],
): Result<Pick<RegisterReading, "registers">, ReadingProblem> {
  const refuse = (serial: string) =>
    err({
      code: "REGISTER_UNCLEAR",
      path: ["registers"],
      values: { serial, max: String(REGISTERS_MAX) },
    } as const);
  if (rows.length > REGISTERS_MAX) return refuse("");
  const registers: StatedRegister[] = [];
  for (const { serial, band, start, end, isRemoved } of rows) {
    const checked = checkText(serial, SERIAL_LENGTH.min, SERIAL_LENGTH.max);
    const counts = [start, end].filter((count) => count !== null && count !== undefined);
    if (!checked.ok || !counts.every(isInRange)) return refuse(serial);
    if (registers.some((each) => each.serial === checked.value)) return refuse(serial);
    registers.push({
      ...{ serial: checked.value, band: band ?? undefined, start: start ?? undefined, end },
      isRemoved: isRemoved ?? false,
    });
  }
  return ok({ registers });
}

export function readingOf(stated: StatedReading): Result<MeterReading, ReadingProblem> {
  const { number, period } = stated;
  const used = usageOf(stated);
  if (!used.ok) return used;
  const household = householdOf(stated);
  if (!household.ok) return household;
  const householdClass = stated.householdClass ?? undefined;
  const isEstimated = stated.isEstimated || undefined;
  const months = stated.months ?? undefined;
  if (months !== undefined && (months < 1 || months > MONTHS_MAX))
    return err({
      code: "READING_MONTHS_OUT_OF_RANGE",
      path: ["months"],
      values: { max: String(MONTHS_MAX) },
    });
  return ok({
    number,
    period,
    householdClass,
    household: household.value,
    isEstimated,
    months,
    ...used.value,
  });
}

/** As long as a period can be. */
const MONTHS_MAX = 36;

/** Wider tiers go to large households on application: the size is proven, and holds from a day. */
function householdOf({
  period,
  householdSize: size,
  householdProof: proof,
  householdFrom: from,
}: StatedReading): Result<Household | undefined, ReadingProblem> {
  if (size === null || size === undefined) return ok(undefined);
  if (!isHouseholdSize(size)) {
    const values = { max: String(HOUSEHOLD_SIZE_MAX) };
    return err({ code: "HOUSEHOLD_SIZE_OUT_OF_RANGE", path: ["householdSize"], values });
  }
  const named = checkText(proof ?? "", PROOF_LENGTH.min, PROOF_LENGTH.max);
  if (!named.ok) return err({ code: "HOUSEHOLD_NOT_PROVEN", path: ["householdProof"], values: {} });
  return ok({ size, proof: named.value, from: from ?? period.from });
}

const PROOF_LENGTH = { min: 2, max: 60 };
