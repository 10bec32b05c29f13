import { type Fen, ZERO } from "../../../kernel/money.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Card } from "../card.ts";
import { type Entitlement, entitledDays } from "../entitlements/entitlement.ts";
import type { FareRule } from "../network/fare.ts";
import { networkIn } from "../network/networks.ts";
import type { Operator } from "../operator.ts";
import type { Pass } from "./pass.ts";
import { EMPTY_BOOK, type Ride, tripIdOf } from "./ride.ts";
import { type Passenger, priceRides } from "./trip-fare.ts";

/** A card as its rides are priced. */
export const passengerOf = (
  card: Card,
  entitlement: Entitlement | undefined,
  rules: readonly FareRule[],
): Passenger => ({
  ...{ kind: card.kind, region: card.region, entitled: entitledDays(card, entitlement), rules },
});

const MINUTE_MS = 60_000;

/** The least that a ride from a gate can cost, without what the month has earned. */
function lowestPriceFrom(passenger: Passenger, gate: Pass, now: Instant): Fen {
  const entry: Pass = { ...gate, kind: "ENTRY" };
  const exit: Pass = { ...gate, kind: "EXIT", at: plusMs(gate.at, MINUTE_MS), sameStationMinutes: undefined };
  const id = tripIdOf(gate.operator, gate.tap);
  const ride: Ride = { id, card: "crd_", listedAt: gate.at, entry, exit };
  const [priced] = priceRides(EMPTY_BOOK, [ride], passenger, now).changes;
  return priced?.after.charge?.amount ?? ZERO;
}

/** The least that a ride by the metro of its region costs a card. */
export function lowestPrice(passenger: Passenger, now: Instant): Fen {
  const stations = networkIn(passenger.region)?.stations.values() ?? [];
  const station = [...stations].find(({ lines }) => lines.some(({ isAirportLine }) => !isAirportLine));
  if (!station) return ZERO;
  const anywhere = { kind: "ENTRY", at: now, station: station.code, isAirportLine: false } as const;
  return lowestPriceFrom(passenger, { ...anywhere, operator: "ptn_", tap: "", alone: ZERO }, now);
}

/**
 * The money that a card has to have for a tap to let its passenger in: on a bus the price, at a gate the lowest price of
 * a ride from there, or more where the operator asks for more. Undefined where the tap lets nobody in: an exit, an entry
 * whose exit has come in already, and what comes in of a card that was closed. Beijing's gates ask for a balance that is
 * published nowhere that could be read (searched: 一卡通 余额不足 进站 最低余额), so it is the operator's to state.
 */
export function neededToEnter(
  { status, passenger }: Pick<Card, "status"> & { readonly passenger: Passenger },
  ride: Ride,
  tap: { readonly pass: Pass } | { readonly bus: unknown },
  { operator, now }: { readonly operator: Operator; readonly now: Instant },
): Fen | undefined {
  if (status === "CLOSED") return undefined;
  if (!("pass" in tap)) return ride.charge?.amount ?? ZERO;
  if (tap.pass.kind === "EXIT" || ride.exit) return undefined;
  const lowest = lowestPriceFrom(passenger, tap.pass, now);
  const { minimumBalance = ZERO } = operator;
  return lowest > 0n && minimumBalance > lowest ? minimumBalance : lowest;
}
