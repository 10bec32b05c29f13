import { region } from "../../../field/region.ts";
import { date } from "../../../kernel/civil-date.ts";
import { decimal } from "../../../kernel/decimal.ts";
import { fen } from "../../../kernel/money.ts";
import { BEIJING_EARLY_BIRD, BEIJING_OWN_LINES, BEIJING_WALKED_TRANSFERS } from "./beijing-fares.ts";
import type { FareRule } from "./fare.ts";

const SOURCE = "北京市发展和改革委员会：2014年12月28日起城市公共交通票价";

/**
 * Fares that the platform ships. The notice of Beijing's fares gives a standard card 50 percent and a student's 25 on bus
 * sections within the city's area (市域内路段), and leaves those outside as they were (市域外路段维持现行折扣优惠不变): 80 percent, as
 * pages on the card's fares have it (市域外8折优惠). Unknown: another share for students there, who pay as a standard card; how
 * the price of a ride over the city's limit is parted; the districts' own fares of suburban buses, which the notice leaves
 * to them (searched: 北京公交 市域外 8折 学生卡 跨省). A discount for one who changes between bus and metro is known of none of their
 * cities: none was found for Beijing.
 */
export const FARE_RULES: readonly FareRule[] = [
  {
    mode: "METRO",
    region: region("110000"),
    effectiveFrom: date("2014-12-28"),
    distance: {
      bands: [
        { upToKm: decimal("6"), price: fen(3_00n) },
        { upToKm: decimal("12"), price: fen(4_00n) },
        { upToKm: decimal("22"), price: fen(5_00n) },
        { upToKm: decimal("32"), price: fen(6_00n) },
      ],
      step: { km: decimal("20"), price: fen(1_00n) },
    },
    cards: { STANDARD: 100n },
    monthlySpend: [
      { from: fen(100_00n), percent: 80n },
      { from: fen(150_00n), percent: 50n },
      { from: fen(400_00n), percent: 100n },
    ],
    // 北京市城市轨道交通车票使用规则 (2014): four hours from gate to gate, then the lowest fare beside the ride's own.
    overstay: { minutes: 240, extra: fen(3_00n) },
    ownLines: BEIJING_OWN_LINES,
    earlyBird: BEIJING_EARLY_BIRD,
    walkedTransfers: BEIJING_WALKED_TRANSFERS,
    modeChanges: [],
    source: SOURCE,
  },
  {
    mode: "BUS",
    region: region("110000"),
    effectiveFrom: date("2014-12-28"),
    distance: {
      bands: [{ upToKm: decimal("10"), price: fen(2_00n) }],
      step: { km: decimal("5"), price: fen(1_00n) },
    },
    cards: { STANDARD: 50n, STUDENT: 25n },
    cardsOutside: { STANDARD: 80n },
    monthlySpend: [],
    ownLines: [],
    earlyBird: [],
    walkedTransfers: [],
    modeChanges: [],
    source: SOURCE,
  },
];

/** Where a card can be had and a ride be charged. */
export const TRANSIT_REGIONS = [...new Set(FARE_RULES.map((rule) => rule.region))];
