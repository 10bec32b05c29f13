import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { compareDecimals, type Decimal, scaleOf, subtractDecimals } from "../../../kernel/decimal.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import type { StationCode } from "./network.ts";

export const TRANSIT_MODES = ["METRO", "BUS"] as const;
export type TransitMode = (typeof TRANSIT_MODES)[number];

export const BUS_SERVICES = ["REGULAR", "TOURIST", "TO_ORDER"] as const;
export type BusService = (typeof BUS_SERVICES)[number];

/** Each goes with a card of its kind. */
export const ENTITLEMENT_KINDS = [
  "STUDENT",
  "SENIOR",
  "SOLDIER",
  "DISABLED_SOLDIER",
  "BLIND",
  "DISABLED",
] as const;
export type EntitlementKind = (typeof ENTITLEMENT_KINDS)[number];

export const CARD_KINDS = ["STANDARD", ...ENTITLEMENT_KINDS] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** A price by distance: the bands first, then one step more for each further kilometres begun. */
export type DistanceFare = {
  /** Up to and including `upToKm`, in order; a last one without it holds however far the ride goes. */
  readonly bands: readonly { readonly upToKm?: Decimal | undefined; readonly price: Fen }[];
  readonly step?: { readonly km: Decimal; readonly price: Fen } | undefined;
};

/** From this much paid in the calendar month on, the next ride costs this share of its price. */
export type SpendStep = { readonly from: Fen; readonly percent: bigint };

/** The price for staying inside for more than so many minutes. */
export type Overstay = { readonly minutes: number; readonly extra: Fen };

/** A line with gates and prices of its own, outside every discount. */
export type LineFare = {
  readonly line: string;
  readonly effectiveFrom: CivilDate;
  readonly distance: DistanceFare;
  /** None where the time inside is not limited. */
  readonly overstay?: Overstay | undefined;
  readonly source: string;
};

/** One who enters early on a working day at one of the stations pays a share of the price. */
export type EarlyBird = {
  readonly effectiveFrom: CivilDate;
  readonly stations: readonly string[];
  /** Up to and including this time of the day, "07:00:00", in Beijing. */
  readonly until: string;
  readonly percent: bigint;
  readonly source: string;
};

/** Two stations between which one who leaves and enters again goes on with the same journey. */
export type WalkedTransfer = {
  readonly effectiveFrom: CivilDate;
  readonly stations: readonly [string, string];
  /** From gate to gate, at most. */
  readonly minutes: number;
  readonly source: string;
};

/** A ride goes on with one that has ended so many minutes before, at most. */
export const CHANGE_MINUTES_MAX = 120;

/** The amount that one who changes from another mode within so many minutes pays less. */
export type ModeChange = {
  readonly effectiveFrom: CivilDate;
  readonly from: TransitMode;
  readonly minutes: number;
  readonly off: Fen;
  readonly source: string;
};

/** How one mode of transit is priced in a region from a day on. */
export type FareRule = {
  readonly mode: TransitMode;
  readonly region: RegionCode;
  readonly effectiveFrom: CivilDate;
  readonly distance: DistanceFare;
  /** Percent of the price that a card pays, by its kind; a kind that is not named pays as a standard one. */
  readonly cards: Readonly<{ STANDARD: bigint } & Partial<Record<EntitlementKind, bigint>>>;
  /** The same of a bus outside the city's area; undefined where it is the same or not known. */
  readonly cardsOutside?: FareRule["cards"] | undefined;
  /** In the order of their amounts; only what was actually paid counts. None where spending earns nothing. */
  readonly monthlySpend: readonly SpendStep[];
  /** Outside every discount. */
  readonly overstay?: Overstay | undefined;
  /** The first is meant where a question names none. */
  readonly ownLines: readonly LineFare[];
  /** The last one replaces those before. */
  readonly earlyBird: readonly EarlyBird[];
  readonly walkedTransfers: readonly WalkedTransfer[];
  readonly modeChanges: readonly ModeChange[];
  readonly source: string;
};

/** The percents of a rule by kinds of cards, as a list. */
export const percentsOf = (cards: FareRule["cards"]) =>
  CARD_KINDS.flatMap((kind) => {
    const percent = cards[kind];
    return percent === undefined ? [] : { kind, percent: Number(percent) };
  });

/** The share of a fare that a kind of card pays, in whole percent. */
export type CardPercent = { readonly kind: CardKind; readonly percent: number };

/** The same of a list. */
export const cardsOf = (percents: readonly CardPercent[]): FareRule["cards"] => ({
  STANDARD: 100n,
  ...Object.fromEntries(percents.map(({ kind, percent }) => [kind, BigInt(percent)])),
});

export function priceAlong({ bands, step }: DistanceFare, distanceKm: Decimal): Fen {
  const band = bands.find(({ upToKm }) => !upToKm || compareDecimals(distanceKm, upToKm) <= 0);
  if (band) return band.price;
  const last = bands.at(-1);
  if (!last?.upToKm || !step) throw new Error("a fare has no price for this distance");
  return fen(last.price + step.price * stepsBegun(subtractDecimals(distanceKm, last.upToKm), step.km));
}

function stepsBegun(beyond: Decimal, step: Decimal): bigint {
  const distance = beyond.units * scaleOf(step);
  const length = step.units * scaleOf(beyond);
  return (distance + length - 1n) / length;
}

/** The fares of a line with its own gates; those of the first where none is named. Undefined where it is none of them. */
export const lineFare = ({ ownLines }: FareRule, line: string | undefined): LineFare | undefined =>
  line === undefined ? ownLines[0] : ownLines.find((each) => each.line === line);

/** The walk between two stations that goes on with a journey; nobody walks from a station to itself. */
export const walkBetween = (
  { walkedTransfers }: FareRule,
  [left, entered]: readonly [StationCode, StationCode],
): WalkedTransfer | undefined =>
  left === entered
    ? undefined
    : walkedTransfers.find(({ stations }) => stations.includes(left) && stations.includes(entered));

export type FareQuestion = Pick<FareRule, "mode" | "region"> & { readonly on: CivilDate };

/**
 * The rule in force on a day, with those of its dated parts that hold on it; undefined where none is known. Rules and
 * their parts are in the order of their days.
 */
export function fareRuleOn(
  rules: readonly FareRule[],
  { mode, region, on }: FareQuestion,
): FareRule | undefined {
  const holds = ({ effectiveFrom }: { readonly effectiveFrom: CivilDate }) => effectiveFrom <= on;
  const rule = rules.findLast((each) => each.mode === mode && each.region === region && holds(each));
  return (
    rule && {
      ...rule,
      ownLines: rule.ownLines.filter(holds),
      earlyBird: rule.earlyBird.filter(holds),
      walkedTransfers: rule.walkedTransfers.filter(holds),
      modeChanges: rule.modeChanges.filter(holds),
    }
  );
}
