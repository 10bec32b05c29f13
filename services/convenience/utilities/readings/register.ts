import type { CivilDate } from "../../../kernel/civil-date.ts";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  subtractDecimals,
} from "../../../kernel/decimal.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Band, TimeOfUse } from "../tariffs/tariff.ts";
import type { Register } from "../utility-account.ts";

/** The statement of a reading about one register. */
export type StatedRegister = {
  readonly serial: string;
  /** The part of the day that it counts, where a meter has one for each. */
  readonly band?: Band | undefined;
  /** Its count at the beginning; of one that is known already, only where a tenancy begins or a gap is filled. */
  readonly start?: Decimal | undefined;
  readonly end: Decimal;
  /** Taken away with this reading, for example because another one was put in its place. */
  readonly isRemoved: boolean;
};

/** A register as a reading has counted it. */
export type CountedRegister = StatedRegister & { readonly start: Decimal; readonly isNew: boolean };

export type RegisterProblem = {
  readonly code:
    | "REGISTER_START_UNKNOWN"
    | "REGISTER_START_DIFFERS"
    | "REGISTER_COUNTS_BACK"
    | "REGISTER_MISSING"
    | "REGISTER_BANDS_MIXED"
    | "READING_GAP";
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

/** An account's registers, and where a reading stands among its others. */
export type Metered = {
  readonly registers: readonly Register[];
  /** The day of the counts that are known. */
  readonly countedTo?: CivilDate | undefined;
  readonly from: CivilDate;
  /** A holder's first reading states how the registers stood when they came. */
  readonly isOpening: boolean;
  /** Before readings that were taken already: it states both counts, and the registers stay as they stand. */
  readonly isLate: boolean;
};

export type Counted = {
  readonly used: { readonly usage: Decimal } | { readonly timeOfUse: TimeOfUse };
  readonly counted: readonly CountedRegister[];
  /** The registers from then on. */
  readonly registers: readonly Register[];
};

/**
 * The usage by the counts of all registers: of a replaced one up to its end, of the new one from its start. Every
 * register that is known has to be read, and its counts go on from where they stood.
 */
export function countRegisters(
  metered: Metered,
  stated: readonly StatedRegister[],
): Result<Counted, RegisterProblem> {
  const { registers, isLate } = metered;
  const counted: CountedRegister[] = [];
  for (const each of stated) {
    const one = countOne(metered, each);
    if (!one.ok) return one;
    counted.push(one.value);
  }
  const missing = registers.find(({ serial }) => !stated.some((each) => each.serial === serial));
  if (missing && !isLate) return refuse("REGISTER_MISSING", { serial: missing.serial });
  const banded = counted.filter(({ band }) => band).length;
  if (banded !== 0 && banded !== counted.length) return refuse("REGISTER_BANDS_MIXED", {});
  const after = counted
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ serial, band, end }) => ({ serial, band, count: end }));
  return ok({ used: usedBy(counted), counted, registers: isLate ? registers : after });
}

function countOne(
  { registers, countedTo, from, isOpening, isLate }: Metered,
  stated: StatedRegister,
): Result<CountedRegister, RegisterProblem> {
  const { serial, end } = stated;
  const known = isLate ? undefined : registers.find((each) => each.serial === serial);
  const start = stated.start ?? known?.count;
  if (!start) return refuse("REGISTER_START_UNKNOWN", { serial });
  const isBehind = known && compareDecimals(start, known.count) < 0;
  const differs = known && compareDecimals(start, known.count) !== 0;
  if (known && (isBehind || (differs && !isOpening))) {
    return refuse("REGISTER_START_DIFFERS", { serial, count: formatDecimal(known.count) });
  }
  if (known && !isOpening && countedTo !== undefined && from !== countedTo)
    return refuse("READING_GAP", { countedTo });
  if (compareDecimals(end, start) < 0)
    return refuse("REGISTER_COUNTS_BACK", { serial, count: formatDecimal(start) });
  return ok({ ...stated, start, isNew: !known });
}

const refuse = (
  code: RegisterProblem["code"],
  values: RegisterProblem["values"],
): Result<never, RegisterProblem> => err({ code, path: ["registers"], values });

function usedBy(counted: readonly CountedRegister[]): Counted["used"] {
  const sumOf = (band: Band | undefined): Decimal =>
    counted
      .filter((each) => each.band === band)
      .reduce((sum, { start, end }) => addDecimals(sum, subtractDecimals(end, start)), NOTHING);
  if (counted.every(({ band }) => band === undefined)) return { usage: sumOf(undefined) };
  return { timeOfUse: { peak: sumOf("PEAK"), flat: sumOf("FLAT"), valley: sumOf("VALLEY") } };
}

const NOTHING: Decimal = { units: 0n, places: 0 };

/** The registers as they stood before a reading that is withdrawn. */
export const uncount = (counted: readonly CountedRegister[]): readonly Register[] =>
  counted.filter(({ isNew }) => !isNew).map(({ serial, band, start }) => ({ serial, band, count: start }));

/** A reading's counts put right to another usage; undefined where its registers do not tell which of them was wrong. */
export function recount(
  counted: readonly CountedRegister[],
  used: Counted["used"],
): readonly CountedRegister[] | undefined {
  const bands = counted.map(({ band }) => band);
  if (new Set(bands).size < bands.length || counted.some(({ isRemoved }) => isRemoved)) return undefined;
  if ("usage" in used !== bands.includes(undefined)) return undefined;
  return counted.map((each) => ({ ...each, end: addDecimals(each.start, usageOf(each.band, used)) }));
}

function usageOf(band: Band | undefined, used: Counted["used"]): Decimal {
  if ("usage" in used) return used.usage;
  const { peak, flat, valley } = used.timeOfUse;
  return band === "PEAK" ? peak : band === "FLAT" ? flat : valley;
}
