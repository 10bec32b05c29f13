import { addMoney, type Fen } from "../../../kernel/money.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Card } from "../card.ts";
import { type Clearing, clear } from "../clearing/clearing-rule.ts";
import type { Entitlement } from "../entitlements/entitlement.ts";
import type { FareRule } from "../network/fare.ts";
import { networkIn } from "../network/networks.ts";
import { type ArrearsLimit, type Bearing, bear, type Standing } from "./credit.ts";
import { passengerOf } from "./entry.ts";
import { pruneBook, type Ride, type RideBook } from "./ride.ts";
import type { Trip } from "./trip.ts";
import { owedChanges, type Priced, priceRides, type RideChange, withChanges, withLoss } from "./trip-fare.ts";

export type RideFinding = {
  readonly card: Card;
  /** By which its rides are priced, where it is of such a kind. */
  readonly entitlement: Entitlement | undefined;
  /** As it was read. */
  readonly book: RideBook;
  /** As they are now, by their ends; what they cost is decided here. */
  readonly rides: readonly Ride[];
  /** The money by which they are judged. */
  readonly standing: Standing;
  /** The fares of its region. */
  readonly rules: readonly FareRule[];
  /** How the operators of one ride share it. */
  readonly clearing: Clearing;
  /** The taps that were refused, where they are others than before. */
  readonly refused?: RideBook["refused"];
};

/** The rides that are to stand in a card's book of rides, and the changes and the money that go with them. */
export type RideDecision = {
  readonly before: RideBook;
  readonly after: RideBook;
  readonly card: Card;
  readonly entitlement: Entitlement | undefined;
  readonly standing: Standing;
  readonly changes: readonly RideChange[];
  readonly trips: readonly Trip[];
  readonly bearing: Bearing;
};

/** The rides of a card after a tap, a correction or time. Errors: CARD_ARREARS_LIMIT. */
export function decideRides(
  { card, entitlement, rules, clearing, book, rides, standing, refused = book.refused }: RideFinding,
  now: Instant,
): Result<RideDecision, ArrearsLimit> {
  const next = priceRides(book, rides, passengerOf(card, entitlement, rules), now);
  const borne = bear(card, standing, totalOf(next.changes));
  if (!borne.ok) return borne;
  const { changes, book: priced } = clearRides(withLoss(next, borne.value.loss), clearing);
  const trips = changes.map(({ after, fare }): Trip => ({ ...after, fare }));
  const after = pruneBook({ ...priced, refused }, now);
  return ok({ before: book, after, card, entitlement, standing, changes, trips, bearing: borne.value });
}

/** Each charge that has changed, with the shares of its operators. */
function clearRides({ book, changes }: Priced, clearing: Clearing): Priced {
  const network = networkIn(clearing.region);
  const cleared = changes.map((change) => {
    const { charge } = change.after;
    if (!charge) return change;
    return { ...change, after: { ...change.after, charge: clear(charge, change.after, clearing, network) } };
  });
  return withChanges(book, cleared);
}

/** The sum that changes of rides take from their card; negative where it gets something back. */
export const totalOf = (changes: readonly RideChange[]): Fen => addMoney(...owedChanges(changes).values());
