import type { Author } from "../../../kernel/actor.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkAccount, type Leg, putTransfer, transferOf } from "../../../money/ledger/index.ts";
import { OWED_TO_HOLDERS, putPayout } from "../../../money/payouts/index.ts";
import type { Card } from "../card.ts";
import { checkCard, type TransitStore } from "../card-store.ts";
import { type Clearing, clear } from "../clearing/clearing-rule.ts";
import type { Entitlement } from "../entitlements/entitlement.ts";
import { checkEntitlement } from "../entitlements/entitlement-store.ts";
import { networkIn } from "../network/networks.ts";
import { checkRider } from "../rider-store.ts";
import { type ArrearsLimit, type Bearing, bear, type Standing } from "./credit.ts";
import { passengerOf } from "./entry.ts";
import { pruneBook, type Ride, type RideBook } from "./ride.ts";
import { putRideBook, putTrip } from "./ride-store.ts";
import type { Trip } from "./trip.ts";
import { owedChanges, type Priced, priceRides, type RideChange, withChanges, withLoss } from "./trip-fare.ts";

export type RidePorts = TransitStore & {
  readonly commit: Commit;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
};

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
  /** How the operators of one ride share it. */
  readonly clearing: Clearing;
  /** Why an operator has put in an end of this ride. */
  readonly correction?: { readonly ride: Ride["id"]; readonly reason: string };
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
  { card, entitlement, clearing, book, rides, standing, correction }: RideFinding,
  now: Instant,
): Result<RideDecision, ArrearsLimit> {
  const next = priceRides(book, rides, passengerOf(card, entitlement), now);
  const borne = bear(card, standing, totalOf(next.changes));
  if (!borne.ok) return borne;
  const { changes, book: priced } = clearRides(withLoss(next, borne.value.loss), clearing);
  const trips = changes.map(({ after, fare }): Trip => {
    const isCorrected = correction?.ride === after.id;
    return { ...after, fare, ...(isCorrected ? { correction: correction.reason } : {}) };
  });
  const after = pruneBook(priced, now);
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

export type RideWrite = {
  readonly action: string;
  readonly reason?: string;
  /** The writes that go with it. */
  readonly others?: readonly TransactItem[];
};

/** Writes the book, each changed trip, and the money that this moves, in one commit. */
export function writeRides(
  ports: RidePorts,
  { before, after, card, entitlement, standing, changes, trips, bearing }: RideDecision,
  { action, reason, others }: RideWrite,
): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  return ports.commit({
    ...{ actor, at, requestId, action, aggregate: card.id, table: recordsTable(mode) },
    ...(reason ? { reason } : {}),
    writes: [
      putRideBook(ports, card.id, after, before.revision),
      ...trips.map((trip) => putTrip(ports, trip)),
      ...(entitlement ? [checkEntitlement(ports, entitlement)] : []),
      ...putMoney(ports, { card, standing, changes, bearing }, { at, revision: after.revision }),
      ...(others ?? []),
    ],
    ...noticeOf(ports, card, changes),
  });
}

type MovedMoney = Pick<RideDecision, "card" | "standing" | "changes" | "bearing">;
type Booked = { readonly at: Instant; readonly revision: number };

/** The transfer, and the conditions on all that it was decided on. */
function putMoney(ports: RidePorts, moved: MovedMoney, booked: Booked): readonly TransactItem[] {
  const { card, standing, bearing } = moved;
  const transfer = chargeOf(moved, booked);
  if (!transfer) return [];
  const { account, rider, others } = standing;
  const { credit, payouts } = bearing;
  const isTaken = bearing.card > 0n;
  return [
    ...putTransfer(ports, transfer, isTaken ? { lends: { account, credit } } : {}),
    ...payouts.map(({ before, after }) => putPayout(ports, after, before)),
    // On credit a person's other cards count, too, and that there are no more of them.
    ...(credit > 0n
      ? [
          checkCard(ports, card),
          ...others.map((other) => checkAccount(ports, other)),
          ...(card.holder && rider && rider.revision > 0 ? [checkRider(ports, card.holder, rider)] : []),
        ]
      : []),
  ];
}

/** The sums that the changes take from card and payouts and give to operators, or the other way round. */
function chargeOf({ card: { id }, changes, bearing }: MovedMoney, { at, revision }: Booked) {
  const setOff = addMoney(...bearing.payouts.map(({ amount }) => amount));
  const toOperators = [...owedChanges(changes)].map(
    ([operator, amount]): Leg => ({ account: `operator:${operator}`, amount: fen(-amount) }),
  );
  const all: readonly Leg[] = [
    { account: `card:${id}`, amount: bearing.card },
    { account: OWED_TO_HOLDERS, amount: setOff },
    ...toOperators,
  ];
  const legs = all.filter(({ amount }) => amount !== 0n);
  if (legs.length === 0) return undefined;
  const cause = changes[0]?.after.id ?? id;
  const transfer = transferOf({ at, legs, reason: `transit.rides.${revision}`, cause });
  if (!transfer.ok) throw new Error(`the rides of ${id} move no whole amount: ${transfer.error.code}`);
  return transfer.value;
}

const totalOf = (changes: readonly RideChange[]): Fen => addMoney(...owedChanges(changes).values());

/** The holder is told of what was charged, or has gone back. */
function noticeOf(
  { mode }: TransitStore,
  { holder }: Card,
  changes: readonly RideChange[],
): { readonly event?: Event } {
  const total = totalOf(changes);
  const about = changes[0]?.after.id;
  if (!holder || total === 0n || !about) return {};
  const payload = { about, amount: formatMoney(total < 0n ? fen(-total) : total) };
  return { event: { type: total > 0n ? "card.charged" : "card.credited", mode, to: [holder], payload } };
}
