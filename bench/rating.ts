import { type PeriodReading, ratePeriod } from "../services/convenience/utilities/tariffs/period-rating.ts";
import type { Tariff } from "../services/convenience/utilities/tariffs/tariff.ts";
import { TARIFFS } from "../services/convenience/utilities/tariffs/tariffs.ts";
import { type CivilDate, date } from "../services/kernel/civil-date.ts";
import { type Decimal, decimal } from "../services/kernel/decimal.ts";
import { fen } from "../services/kernel/money.ts";
import { type Figure, median } from "./measure.ts";

const READINGS = 4_096;
const ROUNDS = 11;
const WARM_ROUNDS = 2;
const ROUND_SECONDS = 0.3;

/** Readings rated one after the other on one core, each with its trace. */
export async function measureRating(): Promise<readonly Figure[]> {
  return [
    {
      what: "readings of water, electricity and gas rated in a second of one core",
      measured: perSecond(TARIFFS, readings(monthOf)),
      bound: "≥ 100,000",
    },
    {
      what: "the same with a change of price and of year inside the period, time of use, surcharges and a minimum",
      measured: perSecond(
        EVERYTHING,
        readings(() => ({ from: date("2025-12-10"), to: date("2026-01-20") }), true),
      ),
      bound: "",
    },
  ];
}

/** The shipped rows with all that a row can say, and a second one of each that takes their place on 10 January. */
const EVERYTHING: readonly Tariff[] = TARIFFS.flatMap((row) => {
  const full: Tariff = {
    ...row,
    effectiveFrom: date("2012-07-01"),
    timeOfUse: { peak: decimal("0.05"), flat: decimal("0"), valley: decimal("-0.2") },
    surcharges: [
      { name: "by the unit", basis: "PER_UNIT", price: decimal("0.019") },
      { name: "by share", basis: "PERCENT", percent: decimal("1.5") },
      { name: "once", basis: "FIXED", amount: fen(200n) },
    ],
    minimum: fen(500n),
  };
  return [full, { ...full, effectiveFrom: date("2026-01-10") }];
});

type Period = { readonly from: CivilDate; readonly to: CivilDate };

const monthOf = (i: number): Period => {
  const month = (number: number): string => String(number).padStart(2, "0");
  const first = (i % 11) + 1;
  return { from: date(`2026-${month(first)}-01`), to: date(`2026-${month(first + 1)}-01`) };
};

/** Of every kind and size in turn; a ninth from households of six. */
function readings(periodOf: (i: number) => Period, byTimeOfUse = false): readonly PeriodReading[] {
  return Array.from({ length: READINGS }, (_, i) => {
    const { kind, region, householdClass } = TARIFFS[i % TARIFFS.length] ?? raise();
    const usage = hundredths(i * 7_919);
    return {
      ...{ kind, region, householdClass, ...periodOf(i) },
      usedBefore: hundredths(i * 104_729),
      ...(i % 9 === 0 ? { householdSize: 6 } : {}),
      ...(byTimeOfUse ? { timeOfUse: { peak: usage, flat: usage, valley: usage } } : { usage }),
    };
  });
}

const hundredths = (i: number): Decimal => ({ units: BigInt(i % 50_000), places: 2 });

/** Of the processor, collection of garbage included, so that another's work on the machine does not count. */
function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

function raise(): never {
  throw new Error("there are no tariffs");
}

function perSecond(rows: readonly Tariff[], of: readonly PeriodReading[]): string {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage();
    let done = 0;
    while (secondsSince(started) < ROUND_SECONDS) {
      for (const reading of of) if (!ratePeriod(rows, reading).ok) throw new Error("a reading was refused");
      done += of.length;
    }
    if (round >= WARM_ROUNDS) rates.push(done / secondsSince(started));
  }
  return Math.round(median(rates)).toLocaleString("en");
}
