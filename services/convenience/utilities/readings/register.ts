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
    | "REGISTER_START_NEEDED"
    | "REGISTER_START_DIFFERS"
    | "REGISTER_END_DIFFERS"
    | "REGISTERS_NEEDED"
    | "REGISTER_COUNTS_BACK"
    | "REGISTER_MISSING"
    | "REGISTER_BANDS_MIXED"
    | "READING_GAP";
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, string>>;
};

/** The counts of an account's registers on a day on which they were read. */
export type Counts = { readonly on: CivilDate; readonly registers: readonly Register[] };

/** The meter's truth around a reading, whoever held the account: it counts on, and never back. */
export type Metered = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** By the last reading before it. */
  readonly before?: Counts | undefined;
  /** By the first reading after it, and which of them that one has begun with. */
  readonly after?: (Counts & { readonly added: readonly string[] }) | undefined;
  /** Whether it goes on from the tenancy's last; else it states how the registers stood when it began. */
  readonly isNext: boolean;
};

export type Counted = {
  readonly used: { readonly usage: Decimal } | { readonly timeOfUse: TimeOfUse };
  readonly counted: readonly CountedRegister[];
  /** The registers from then on. */
  readonly registers: readonly Register[];
};

/**
 * The usage by the counts of all registers: of a replaced one up to its end, of the new one from its start. Every
 * register that is known has to be read. Its counts go on from where they stood, and where a later reading was taken
 * already, up to where that began.
 */
export function countRegisters(
  metered: Metered,
  stated: readonly StatedRegister[],
): Result<Counted, RegisterProblem> {
  const { before, from, isNext } = metered;
  const counted: CountedRegister[] = [];
  for (const each of stated) {
    const one = countOne(metered, each);
    if (!one.ok) return one;
    counted.push(one.value);
  }
  const known = before && (isNext || before.on === from) ? before.registers : [];
  const missing = known.find(({ serial }) => !stated.some((each) => each.serial === serial));
  if (missing) return refuse("REGISTER_MISSING", { serial: missing.serial });
  const banded = counted.filter(({ band }) => band).length;
  if (banded !== 0 && banded !== counted.length) return refuse("REGISTER_BANDS_MIXED", {});
  const registers = countsAtEnd(counted);
  const end = checkEnd(metered, registers);
  return end.ok ? ok({ used: usedBy(counted), counted, registers }) : end;
}

function countOne(
  { before, from, isNext }: Metered,
  stated: StatedRegister,
): Result<CountedRegister, RegisterProblem> {
  const { serial, end } = stated;
  const known = before?.registers.find((each) => each.serial === serial);
  const isAdjacent = before?.on === from;
  if (known && before && !isAdjacent && isNext) return refuse("READING_GAP", { countedTo: before.on });
  if (known && before && !isAdjacent && !stated.start) {
    return refuse("REGISTER_START_NEEDED", {
      ...{ serial, from, countedTo: before.on, count: formatDecimal(known.count) },
    });
  }
  const start = stated.start ?? known?.count;
  if (!start) return refuse("REGISTER_START_UNKNOWN", { serial });
  const order = known ? compareDecimals(start, known.count) : 0;
  if (known && (order < 0 || (isAdjacent && order !== 0)))
    return refuse("REGISTER_START_DIFFERS", { serial, count: formatDecimal(known.count) });
  if (compareDecimals(end, start) < 0)
    return refuse("REGISTER_COUNTS_BACK", { serial, count: formatDecimal(start) });
  return ok({ ...stated, start, isNew: !known });
}

/** Where a later reading begins, the registers have to stand as it found them. */
function checkEnd({ after, to }: Metered, registers: readonly Register[]): Result<void, RegisterProblem> {
  if (!after) return ok(undefined);
  for (const { serial, count } of after.registers) {
    const own = registers.find((each) => each.serial === serial);
    if (!own && (after.on !== to || after.added.includes(serial))) continue;
    const order = own ? compareDecimals(own.count, count) : 1;
    if (order > 0 || (order < 0 && after.on === to))
      return refuse("REGISTER_END_DIFFERS", { serial, on: after.on, count: formatDecimal(count) });
  }
  return ok(undefined);
}

/**
 * A usage that is stated by itself moves the registers that are known: what they count next does not count it again.
 * Refused where it does not tell which of them has counted what.
 */
export function registersMoved(
  { before, from, isNext }: Metered,
  used: Counted["used"],
): Result<readonly StatedRegister[] | undefined, RegisterProblem> {
  if (!before || before.registers.length === 0) return ok(undefined);
  if (before.on !== from && isNext) return refuse("READING_GAP", { countedTo: before.on });
  const known = before.registers.map((each) => ({
    ...each,
    start: each.count,
    end: each.count,
    isRemoved: false,
  }));
  const moved = before.on === from ? recount(known, used) : undefined;
  return moved ? ok(moved) : refuse("REGISTERS_NEEDED", {});
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

/** The registers as a reading has left them; those that were taken away are gone. */
export const countsAtEnd = (counted: readonly CountedRegister[]): readonly Register[] =>
  counted
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ serial, band, end }) => ({ serial, band, count: end }));

/** The registers as a reading has found them, those included with which it began. */
export const countsAtStart = (counted: readonly CountedRegister[]): readonly Register[] =>
  counted.map(({ serial, band, start }) => ({ serial, band, count: start }));

/** The registers as they stood before a reading that is withdrawn. */
export const uncount = (counted: readonly CountedRegister[]): readonly Register[] =>
  countsAtStart(counted.filter(({ isNew }) => !isNew));

/** Registers' counts put right to another usage; undefined where they do not tell which of them has counted what. */
export function recount<
  R extends { readonly band?: Band | undefined } & Pick<CountedRegister, "start" | "end" | "isRemoved">,
>(counted: readonly R[], used: Counted["used"]): readonly R[] | undefined {
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
