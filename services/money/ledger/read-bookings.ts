import { INDEX1, ledgerTable } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { AccountId } from "./account.ts";
import type { BookingPlace } from "./booking-place.ts";
import { ledgerKeys } from "./keys.ts";
import { type LedgerStore, readTransfer } from "./store.ts";
import { partitionsOf, type Transfer, timePrefix } from "./transfer.ts";

type Wanted = {
  readonly account: AccountId;
  readonly from: Instant;
  /** Left out itself. */
  readonly until: Instant;
  /** No place behind it: all is read. */
  readonly place: BookingPlace;
  readonly limit: number;
};

/** A transfer, and the place behind it. */
export type Booked = { readonly transfer: Transfer; readonly place: BookingPlace };

export type Bookings = {
  readonly transfers: readonly Booked[];
  /** Undefined where nothing is left. */
  readonly next: BookingPlace | undefined;
};

/**
 * The transfers on an account from an instant up to another, partition by partition: each transfer once, in the same
 * order whenever it is read, at the cost of what is there. The indexed half shows what was booked a little late, so the
 * end has to lie a while back.
 */
export async function readBookings(
  { database, mode }: LedgerStore,
  { account, from, until, place, limit }: Wanted,
): Promise<Bookings> {
  const partitions = partitionsOf(account);
  const edges = [`tfr_${timePrefix(from)}`, `tfr_${timePrefix(until)}`] as const;
  const transfers: Booked[] = [];
  let { step, after } = place;
  while (step < partitions.length * 2) {
    const pk = partitions[Math.floor(step / 2)] ?? account;
    const wanted = { table: ledgerTable(mode), pk, limit: limit - transfers.length };
    const start = after === "" ? edges[0] : `${after}0`;
    const range = [start, edges[1]] as const;
    const sk = (id: string): string => ledgerKeys.transfer(pk, id).sk;
    const page = await database.query(
      step % 2 === 0
        ? { ...wanted, skBetween: [sk(range[0]), sk(range[1])] }
        : { ...wanted, pk: ledgerKeys.beside(pk), skBetween: range, index: INDEX1 },
    );
    const found = page.items.map(readTransfer);
    for (const transfer of found) transfers.push({ transfer, place: { step, after: transfer.id } });
    // A page of the database may be shorter than was asked for, and go on all the same.
    const last = found.at(-1);
    if (page.next && last) after = last.id;
    else [step, after] = [step + 1, ""];
    if (transfers.length >= limit) break;
  }
  return { transfers, next: step < partitions.length * 2 ? { step, after } : undefined };
}
