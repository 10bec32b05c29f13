import { region } from "../../../field/region.ts";
import { date } from "../../../kernel/civil-date.ts";
import { decimal } from "../../../kernel/decimal.ts";
import { fen } from "../../../kernel/money.ts";
import type { DistanceFare, FareRule } from "./fare.ts";

/** Fares that the platform ships. */
export const FARE_RULES: readonly FareRule[] = [
  {
    mode: "METRO",
    region: region("110000"),
    effectiveFrom: date("2014-12-28"),
    distance: byDistance(
      [
        ["6", 3_00n],
        ["12", 4_00n],
        ["22", 5_00n],
        ["32", 6_00n],
      ],
      "20",
      1_00n,
    ),
    cards: { STANDARD: 100n, STUDENT: 100n, SENIOR: 100n },
    monthlySpend: [
      { from: fen(100_00n), percent: 80n },
      { from: fen(150_00n), percent: 50n },
      { from: fen(400_00n), percent: 100n },
    ],
    airportLine: fen(25_00n),
    overstay: { minutes: 240, extra: fen(3_00n) },
    source: "北京市发展和改革委员会：2014年12月28日起城市公共交通票价",
  },
  {
    mode: "BUS",
    region: region("110000"),
    effectiveFrom: date("2014-12-28"),
    distance: byDistance([["10", 2_00n]], "5", 1_00n),
    cards: { STANDARD: 50n, STUDENT: 25n, SENIOR: 50n },
    monthlySpend: [],
    source: "北京市发展和改革委员会：2014年12月28日起城市公共交通票价",
  },
];

/** Where a card can be had and a ride be charged. */
export const TRANSIT_REGIONS = [...new Set(FARE_RULES.map((rule) => rule.region))];

function byDistance(
  bands: readonly (readonly [string, bigint])[],
  stepKm: string,
  stepPrice: bigint,
): DistanceFare {
  return {
    bands: bands.map(([upToKm, price]) => ({ upToKm: decimal(upToKm), price: fen(price) })),
    stepKm: decimal(stepKm),
    stepPrice: fen(stepPrice),
  };
}
