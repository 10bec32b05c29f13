import { addDays, type CivilDate, midnight } from "../../kernel/civil-date.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { HOUR_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import type { BookingPlace } from "../ledger/index.ts";
import { type PayoutId, payoutIdOf } from "../payouts/index.ts";
import { type Contract, payDayOf, type Terms } from "./contract.ts";
import { type ContractId, type SettledKind, type SettlementId, settlementIdOf } from "./ids.ts";
import type { Sums } from "./line.ts";

/** Before a day is settled: by then all that was booked on it shows, for no function that books lives for so long. */
export const SETTLED_AFTER_MS = HOUR_MS;

/** The first day of all: what was owed before a partner's first contract is settled with that contract's first day. */
const BEGINNING = "1970-01-01T00:00:00.000Z" as Instant;

/** How far a partner is settled with. One record, over which each settlement and each contract is written. */
export type Book = {
  readonly partner: PartnerId;
  readonly kind: SettledKind;
  /** Its first contract's first day. */
  readonly since: CivilDate;
  /** The last day that is settled; undefined before the first. */
  readonly through?: CivilDate | undefined;
  /** Left on the partner's account by the settlements so far: below nothing, or below its minimum. */
  readonly carried: Fen;
  /** Since when it has been below nothing without a break. */
  readonly negativeSince?: CivilDate | undefined;
  /** The day that is being settled, and how far: a process that is stopped leaves it to the next. */
  readonly drawing?: Drawing | undefined;
  /** Undefined where nothing is summed behind the last day that is settled. */
  readonly ahead?: Ahead | undefined;
  readonly revision: number;
};

export type Drawing = Sums & {
  readonly day: CivilDate;
  readonly contract: ContractId;
  /** Undefined where all of the day is drawn. */
  readonly place?: BookingPlace | undefined;
};

/** The sum of all that was booked since the last day that is settled, read once for all the days that it lies on. */
export type Ahead = {
  readonly gross: Fen;
  /** All before this is in the sum. */
  readonly until: Instant;
  /** A stretch behind it that is being read: what was read of it is in the sum, too. */
  readonly stretch?: { readonly until: Instant; readonly place: BookingPlace } | undefined;
};

/** From and including, up to and excluding. */
export type Window = { readonly from: Instant; readonly until: Instant };

/** A day's settlement with a partner, as it was closed. */
export type Settlement = Sums & {
  readonly id: SettlementId;
  readonly partner: PartnerId;
  readonly kind: SettledKind;
  readonly day: CivilDate;
  readonly from: Instant;
  readonly until: Instant;
  readonly contract: ContractId;
  readonly terms: Terms;
  readonly carriedIn: Fen;
  /** Moved to what is to be paid; nothing where it is carried forward. */
  readonly paid: Fen;
  readonly carriedOut: Fen;
  readonly payout?: PayoutId | undefined;
  /** The day on which the bank is to pay. */
  readonly payOn?: CivilDate | undefined;
  readonly closedAt: Instant;
};

/** The next day to be settled. */
export const dayOf = ({ since, through }: Book): CivilDate =>
  through === undefined ? since : addDays(through, 1);

/** Since when the next day can be settled. */
export const dueAt = (book: Book): Instant => plusMs(midnight(addDays(dayOf(book), 1)), SETTLED_AFTER_MS);

export const windowOf = ({ since }: Pick<Book, "since">, day: CivilDate): Window => ({
  from: day === since ? BEGINNING : midnight(day),
  until: midnight(addDays(day, 1)),
});

/** The sum by the time a day is drawn: of that day at least. */
export const aheadOf = ({ since, ahead }: Book, { day, gross }: Drawing): Ahead => {
  const { until } = windowOf({ since }, day);
  return ahead && ahead.until >= until ? ahead : { gross, until };
};

/** The book after a day, and the settlement where there is something to tell of. */
export type Closed = { readonly book: Book; readonly settlement: Settlement | undefined };

/** All of a day is drawn: what is paid, and what is carried forward. Throws OutOfCalendar. */
export function closeDay(book: Book, drawn: Drawing, contract: Contract, now: Instant): Closed {
  const { partner, kind, carried, negativeSince } = book;
  const { day, lines, gross, fee } = drawn;
  const owed = addMoney(carried, gross, fen(-fee));
  const isPaid = owed > 0n && owed >= contract.minimum;
  const carriedOut = isPaid ? ZERO : owed;
  const ahead = aheadOf(book, drawn);
  const next: Book = {
    ...{ ...book, drawing: undefined, through: day, carried: carriedOut, revision: book.revision + 1 },
    ahead: { ...ahead, gross: addMoney(ahead.gross, fen(-gross)) },
    negativeSince: carriedOut < 0n ? (negativeSince ?? day) : undefined,
  };
  if (lines === 0 && !isPaid) return { book: next, settlement: undefined };
  const id = settlementIdOf(partner, kind, day);
  const { fee: rule, minimum, payDay, account } = contract;
  const settlement: Settlement = {
    ...{ id, partner, kind, day, ...windowOf(book, day), contract: contract.id },
    ...{ terms: { fee: rule, minimum, payDay, account }, lines, gross, fee, carriedIn: carried },
    ...{ paid: isPaid ? owed : ZERO, carriedOut, closedAt: now },
    ...(isPaid ? { payout: payoutIdOf(id.slice("stl_".length)), payOn: payDayOf(payDay, day) } : {}),
  };
  return { book: next, settlement };
}
