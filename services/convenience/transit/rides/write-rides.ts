import type { Author } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putTransfer, type Transfer, transferOf, whyNotPosted } from "../../../money/ledger/index.ts";
import { ARREARS_MAX, type Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
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

export type RideWrite = {
  readonly card: Card;
  /** As it was read. */
  readonly book: RideBook;
  /** As they are now, by their ends; what they cost is decided here. */
  readonly rides: readonly Ride[];
  readonly action: string;
  readonly reason?: string;
  /** What goes with it. */
  readonly others?: readonly TransactItem[];
  /** Why an operator has put in an end of this ride. */
  readonly correction?: { readonly ride: Ride["id"]; readonly reason: string };
};

export type ArrearsLimit = {
  readonly code: "CARD_ARREARS_LIMIT";
  readonly values: { readonly max: string };
};

/**
 * Writes what a tap, a correction or time has made of a card's rides: the book, each changed trip, and the money that
 * this moves, in one commit. Undefined where something has changed meanwhile, and it has to be decided again.
 */
export async function writeRides(
  ports: RidePorts,
  { card, book, rides, action, reason, others, correction }: RideWrite,
): Promise<Result<readonly Trip[], ArrearsLimit> | undefined> {
  const { actor, now: at, requestId, mode } = ports;
  const next = priceRides(book, rides, card, at);
  const trips = next.changes.map(({ after, fare }): Trip => {
    const isCorrected = correction?.ride === after.id;
    return { ...after, fare, ...(isCorrected ? { correction: correction.reason } : {}) };
  });
  const transfer = chargeOf(card, next.changes, { at, revision: next.book.revision });
  const done = await ports.commit({
    ...{ actor, at, requestId, action, aggregate: card.id, table: recordsTable(mode) },
    ...(reason ? { reason } : {}),
    writes: [
      putRideBook(ports, card.id, pruneBook(next.book, at), book.revision),
      ...trips.map((trip) => putTrip(ports, trip)),
      ...(transfer ? putTransfer(ports, transfer) : []),
      ...(others ?? []),
    ],
    ...noticeOf(ports, card, next.changes),
  });
  if (done.ok) return ok(trips);
  ports.database.forget();
  const why = transfer && (await whyNotPosted(ports, transfer));
  if (why?.code !== "INSUFFICIENT_FUNDS") return undefined;
  return err({ code: "CARD_ARREARS_LIMIT", values: { max: formatMoney(ARREARS_MAX) } });
}

/** What the changes take from the card and give to operators, or the other way round; undefined where nothing. */
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
