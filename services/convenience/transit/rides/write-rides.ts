import type { Author } from "../../../kernel/actor.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putTransfer, type Transfer, transferOf, whyNotPosted } from "../../../money/ledger/index.ts";
import { ARREARS_MAX, type Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { type Entitlement, entitledDays } from "../entitlements/entitlement.ts";
import { checkEntitlement } from "../entitlements/entitlement-store.ts";
import { pruneBook, type Ride, type RideBook } from "./ride.ts";
import { putRideBook, putTrip } from "./ride-store.ts";
import type { Trip } from "./trip.ts";
import { owedChanges, priceRides, type RideChange } from "./trip-fare.ts";

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
  /** Why an operator has put in an end of this ride. */
  readonly correction?: { readonly ride: Ride["id"]; readonly reason: string };
};

/** The rides that are to stand in a card's book of rides, and the changes that go with them. */
export type RideDecision = {
  readonly before: RideBook;
  readonly after: RideBook;
  readonly card: Card;
  readonly entitlement: Entitlement | undefined;
  readonly changes: readonly RideChange[];
  readonly trips: readonly Trip[];
};

/** The rides of a card after a tap, a correction or time. */
export function decideRides(
  { card, entitlement, book, rides, correction }: RideFinding,
  now: Instant,
): RideDecision {
  const { kind, region } = card;
  const next = priceRides(book, rides, { kind, region, entitled: entitledDays(card, entitlement) }, now);
  const trips = next.changes.map(({ after, fare }): Trip => {
    const isCorrected = correction?.ride === after.id;
    return { ...after, fare, ...(isCorrected ? { correction: correction.reason } : {}) };
  });
  const { changes } = next;
  return { before: book, after: pruneBook(next.book, now), card, entitlement, changes, trips };
}

export type RideWrite = {
  readonly action: string;
  readonly reason?: string;
  /** The writes that go with it. */
  readonly others?: readonly TransactItem[];
};

export type ArrearsLimit = {
  readonly code: "CARD_ARREARS_LIMIT";
  readonly values: { readonly max: string };
};

/** Writes the book, each changed trip, and the money that this moves, in one commit. */
export async function writeRides(
  ports: RidePorts,
  { before, after, card, entitlement, changes, trips }: RideDecision,
  { action, reason, others }: RideWrite,
): Promise<Result<void, Stale | ArrearsLimit>> {
  const { actor, now: at, requestId, mode } = ports;
  const transfer = chargeOf(card, changes, { at, revision: after.revision });
  const done = await ports.commit({
    ...{ actor, at, requestId, action, aggregate: card.id, table: recordsTable(mode) },
    ...(reason ? { reason } : {}),
    writes: [
      putRideBook(ports, card.id, after, before.revision),
      ...trips.map((trip) => putTrip(ports, trip)),
      ...(entitlement ? [checkEntitlement(ports, entitlement)] : []),
      ...(transfer ? putTransfer(ports, transfer) : []),
      ...(others ?? []),
    ],
    ...noticeOf(ports, card, changes),
  });
  if (done.ok || !transfer) return done;
  ports.database.forget();
  const why = await whyNotPosted(ports, transfer);
  if (why?.code !== "INSUFFICIENT_FUNDS") return done;
  return err({ code: "CARD_ARREARS_LIMIT", values: { max: formatMoney(ARREARS_MAX) } });
}

/** The sums that the changes take from the card and give to operators, or the other way round; undefined where none. */
function chargeOf(
  { id }: Card,
  changes: readonly RideChange[],
  { at, revision }: { readonly at: Instant; readonly revision: number },
): Transfer | undefined {
  const owed = [...owedChanges(changes)];
  const total = addMoney(...owed.map(([, amount]) => amount));
  const legs = [
    { account: `card:${id}` as const, amount: total },
    ...owed.map(([operator, amount]) => ({
      account: `operator:${operator}` as const,
      amount: fen(-amount),
    })),
  ].filter(({ amount }) => amount !== 0n);
  if (legs.length === 0) return undefined;
  const cause = changes[0]?.after.id ?? id;
  const transfer = transferOf({ at, legs, reason: `transit.rides.${revision}`, cause });
  if (!transfer.ok) throw new Error(`the rides of ${id} move no whole amount: ${transfer.error.code}`);
  return transfer.value;
}

/** The holder is told of what was charged, or has gone back. */
function noticeOf(
  { mode }: TransitStore,
  { holder }: Card,
  changes: readonly RideChange[],
): { readonly event?: Event } {
  const total: Fen = addMoney(...[...owedChanges(changes).values()]);
  const about = changes[0]?.after.id;
  if (!holder || total === 0n || !about) return {};
  const payload = { about, amount: formatMoney(total < 0n ? fen(-total) : total) };
  return { event: { type: total > 0n ? "card.charged" : "card.credited", mode, to: [holder], payload } };
}
