import type { Author } from "../../../kernel/actor.ts";
import type { Commit, LastEntry, Stale } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { addMoney, fen, formatMoney } from "../../../kernel/money.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { bookedAs, checkAccount, type Leg, putTransfer } from "../../../money/ledger/index.ts";
import { OWED_TO_HOLDERS, putPayout } from "../../../money/payouts/index.ts";
import type { Card } from "../card.ts";
import { checkCard, type TransitStore } from "../card-store.ts";
import { putDue } from "../collection-store.ts";
import { checkEntitlement } from "../entitlements/entitlement-store.ts";
import { withholdingOf, withRefusedAt } from "../rider.ts";
import { checkRider, putRider } from "../rider-store.ts";
import type { Admission } from "./credit.ts";
import { type RideDecision, totalOf } from "./decide-rides.ts";
import type { RideBook } from "./ride.ts";
import { putRideBook, putTrip } from "./ride-store.ts";
import { owedChanges, type RideChange } from "./trip-fare.ts";

export type RidePorts = TransitStore & {
  readonly commit: Commit;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
};

export type RideWrite = {
  readonly action: string;
  readonly reason?: string;
  /** The writes that go with it. */
  readonly others?: readonly TransactItem[];
  /** The entry that it lets in. */
  readonly admission?: Admission | undefined;
};

/** Writes the book, each changed trip, and the money that this moves, in one commit. */
export function writeRides(
  ports: RidePorts,
  { before, after, card, entitlement, standing, changes, trips, bearing }: RideDecision,
  { action, reason, others, admission }: RideWrite,
): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  const keepsHead = putRideBook(ports, card.id, after, before.revision);
  return ports.commit({
    ...{ actor, at, requestId, action, aggregate: card.id, table: recordsTable(mode) },
    ...(reason ? { reason } : {}),
    ...{ ...lastOf(before), keepsHead },
    writes: [
      keepsHead,
      ...trips.map((trip) => putTrip(ports, trip)),
      ...(entitlement ? [checkEntitlement(ports, entitlement)] : []),
      ...putMoney(ports, { card, standing, changes, bearing }, { at, revision: after.revision }),
      ...putRiderOf(ports, { card, standing, bearing }, admission),
      ...(others ?? []),
    ],
    ...noticeOf(ports, card, changes),
  });
}

/** The last entry of a card's trail, as its book of rides has it: another change of the card may have come since. */
export const lastOf = ({ trail }: RideBook): { readonly last?: LastEntry } =>
  trail ? { last: { entry: trail } } : {};

type MovedMoney = Pick<RideDecision, "card" | "standing" | "changes" | "bearing">;
type Booked = { readonly at: Instant; readonly revision: number };

/** The transfer, and the conditions on all that it was decided on. */
function putMoney(ports: RidePorts, moved: MovedMoney, booked: Booked): readonly TransactItem[] {
  const { card, standing, bearing } = moved;
  const transfer = chargeOf(moved, booked);
  if (!transfer) return [];
  const { account, rider, others } = standing;
  const { credit, payouts } = bearing;
  const withholding = withholdingOf(rider, card.id);
  const isTaken = bearing.card > 0n;
  return [
    ...putTransfer(ports, transfer, isTaken ? { lends: { account, credit } } : {}),
    ...payouts.map(({ before, after }) => putPayout(ports, after, before)),
    // On credit a person's other cards count, too; what a contract lets collect is due from now on.
    ...(credit > 0n
      ? [
          checkCard(ports, card),
          ...others.map((other) => checkAccount(ports, other)),
          ...(withholding ? [putDue(ports, withholding.id, booked.at)] : []),
        ]
      : []),
  ];
}

/**
 * The person as they were read: on credit there are no more cards, and an entry stands only while its contract does. One
 * whose arrears were paid rides by their contract again.
 */
function putRiderOf(
  ports: RidePorts,
  { card, standing, bearing }: Omit<MovedMoney, "changes">,
  { withholding }: Admission = {},
): readonly TransactItem[] {
  const { holder, id } = card;
  const { rider } = standing;
  if (!holder || !rider || rider.revision === 0) return [];
  if (withholding?.refusedAt) {
    return [putRider(ports, holder, withRefusedAt(rider, id, undefined), rider.revision)];
  }
  return bearing.credit > 0n || withholding ? [checkRider(ports, holder, rider)] : [];
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
  return bookedAs({ at, legs, reason: `transit.rides.${revision}`, cause });
}

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
