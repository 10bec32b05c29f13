import type { RegionCode } from "../../../field/region.ts";
import { addMoney, type Fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type FareRule, type ModeChange, type TransitMode, walkBetween } from "../network/fare.ts";
import { kmOf, type StationCode, shortestPath } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import type { Fare, JourneySoFar } from "../network/price-ride.ts";
import type { Pass } from "./pass.ts";

/** A journey by metro as far as it has come: its origin, the metres from there, and the prices of its rides. */
type Journey = {
  readonly origin: StationCode;
  readonly left: Pass;
  readonly metres: number;
  /** Without discounts, and without what a stay that was too long has added. */
  readonly paid: Fen;
};

/** All that the next ride of a card looks at of the rides before it. */
export type Before = {
  readonly journey?: Journey | undefined;
  /** The end of the latest ride, whichever way it was. */
  readonly last?: { readonly mode: TransitMode; readonly at: Instant } | undefined;
};

export const NOTHING_BEFORE: Before = {};

/** A whole ride through the network's own gates. */
export type Way = { readonly entry: Pass; readonly exit: Pass; readonly metres: number };

/**
 * The journey that a ride goes on with, where its rider has walked in time from one station to another of the pair: the
 * second exit is charged what the whole journey costs less what it has paid, never below nothing. How far the journey is
 * goes by the shortest way from its origin, or by that over the walk, which has no length. Undefined for a ride of its own.
 */
export function walkedOn(
  rule: FareRule,
  region: RegionCode,
  { journey }: Before,
  { entry, exit, metres }: Way,
): Journey | undefined {
  const walk = journey && walkBetween(rule, [journey.left.station, entry.station]);
  if (!walk || !isWithin(walk.minutes, journey.left.at, entry.at)) return undefined;
  const network = networkIn(region);
  const direct = network && shortestPath(network, "METRO", journey.origin, exit.station)?.metres;
  const walked = journey.metres + metres;
  return { ...journey, left: exit, metres: direct === undefined ? walked : Math.min(direct, walked) };
}

/** The part of a journey that a fare looks at. */
export const soFarOf = ({ metres, paid }: Journey): JourneySoFar => ({ distanceKm: kmOf(metres), paid });

/** The journey after a ride: the one that it went on with, or one that begins with it. */
export function journeyAfter(
  on: Journey | undefined,
  { entry, exit, metres }: Way,
  { full, parts }: Fare,
): Journey {
  const transfer = parts.find(({ kind }) => kind === "WALKED_TRANSFER")?.amount ?? ZERO;
  const begun = on ?? { origin: entry.station, left: exit, metres, paid: ZERO };
  return { ...begun, paid: addMoney(begun.paid, full, transfer) };
}

/** The discount for having changed between bus and metro in time; undefined where the city has none. */
export const changeOf = (rule: FareRule, { last }: Before, at: Instant): ModeChange | undefined =>
  last &&
  rule.modeChanges.findLast(({ from, minutes }) => from === last.mode && isWithin(minutes, last.at, at));

const MINUTE_MS = 60_000;

function isWithin(minutes: number, left: Instant, entered: Instant): boolean {
  const ms = Date.parse(entered) - Date.parse(left);
  return ms >= 0 && ms <= minutes * MINUTE_MS;
}
