import type { RegionCode } from "../../../field/region.ts";
import { addDays, addMonths, type CivilDate, earlier, firstOf, monthOf } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Message } from "../../../kernel/message.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { Period, WithdrawalReason } from "../withdrawal.ts";
import type { OrderTerms } from "../withdrawals/terms.ts";

/** The reasons for which the fund draws by standing order; the others come once. */
export const ORDER_REASONS = ["RENT", "LOAN_REPAYMENT"] as const satisfies readonly WithdrawalReason[];
export type OrderReason = (typeof ORDER_REASONS)[number];

export const NOT_DRAWN = ["RULE", "PAYOUT_ACCOUNT", "NOTHING_LEFT", "NOTHING_DUE"] as const;
/** Why nothing was drawn this time. */
export type NotDrawn = (typeof NOT_DRAWN)[number];

export const ORDER_ENDS = [
  "BY_PERSON",
  "LEASE_ENDED",
  "LOAN_ENDED",
  "LOAN_REPAID",
  "ACCOUNT_SEALED",
  "ACCOUNT_CLOSED",
  "NO_ACCOUNT",
  "NOT_OFFERED",
  "REVOKED",
] as const;
/** The end that an order has come to. */
export type OrderEnd = (typeof ORDER_ENDS)[number];

type UnmetCheck = {
  readonly item: string;
  /** The item's version whose rule was asked. */
  readonly version: number;
  readonly code: string;
  readonly finding: Message;
};

/** The outcome of a draw: an amount, or the reason why there was none. */
export type Draw = { readonly on: CivilDate; readonly period: Period } & (
  | { readonly amount: Fen; readonly because?: undefined }
  | {
      readonly amount?: undefined;
      readonly because: NotDrawn;
      /** The check of the rule that was not met, and what it found, as its holder reads it. */
      readonly check?: UnmetCheck | undefined;
    }
);

/** An agreement to draw for a reason again and again (约定提取), by an application that was granted. */
export type StandingOrder = {
  readonly reason: OrderReason;
  readonly application: ApplicationId;
  /** The account's when it was agreed. */
  readonly region: RegionCode;
  readonly agreedOn: CivilDate;
  /** The first day of the lease, where it lies later. */
  readonly beginsOn: CivilDate;
  /** The last day of the lease or of a bank's loan, as stated. */
  readonly endsOn?: CivilDate | undefined;
  /** A loan of the fund's, whose end the fund's records tell. */
  readonly isFundLoan: boolean;
  /** The spouse whom the application names; null for one who is named by no number. */
  readonly spouse: CitizenId | null | undefined;
  /** The identity number of the application is the holder's. */
  readonly isOwnNumber: boolean;
  /** Checks that left the agreement to a person, who has granted it: they are not asked again. */
  readonly passedOver: readonly string[];
  /** The day of the next draw, or the day after the order's last. */
  readonly nextOn: CivilDate;
  readonly last?: Draw | undefined;
  readonly ended?: { readonly on: CivilDate; readonly because: OrderEnd } | undefined;
};

/** The orders of a person, the latest first; the revision guards each change of them. */
export type OrderBook = {
  readonly citizenId: CitizenId;
  readonly orders: readonly StandingOrder[];
  readonly revision: number;
};

/** Ended ones are kept to be shown, so many in all. */
const ORDERS_MAX = 20;

const isInForce = ({ ended }: StandingOrder): boolean => ended === undefined;

export const inForce = ({ orders }: OrderBook, reason: OrderReason): StandingOrder | undefined =>
  orders.find((order) => order.reason === reason && isInForce(order));

/** The day on which something is to be done for one of the orders; undefined where all have ended. */
export const nextDayOf = ({ orders }: OrderBook): CivilDate | undefined =>
  orders
    .filter(isInForce)
    .map(({ nextOn }) => nextOn)
    .toSorted()[0];

export const dueOn = ({ orders }: OrderBook, today: CivilDate): StandingOrder | undefined =>
  orders.find((order) => isInForce(order) && order.nextOn <= today);

/** A person has one order for a reason. */
export function agree(
  book: OrderBook,
  order: StandingOrder,
): Result<OrderBook, { readonly code: "FUND_ORDER_IN_FORCE" }> {
  if (inForce(book, order.reason)) return err({ code: "FUND_ORDER_IN_FORCE" });
  const orders = [order, ...book.orders].slice(0, ORDERS_MAX);
  return ok({ ...book, orders, revision: book.revision + 1 });
}

/** The book with one order changed. */
export const withOrder = (book: OrderBook, before: StandingOrder, after: StandingOrder): OrderBook => ({
  ...book,
  orders: book.orders.map((one) => (one === before ? after : one)),
  revision: book.revision + 1,
});

export const end = (order: StandingOrder, because: OrderEnd, on: CivilDate): StandingOrder => ({
  ...order,
  ended: { on, because },
});

/** The order after a draw, or after a month in which nothing was drawn: it goes on with the next. */
export const afterDraw = (order: StandingOrder, draw: Draw, terms: OrderTerms): StandingOrder => ({
  ...order,
  last: draw,
  nextOn: nextDayFor(order, terms, order.nextOn),
});

/** The first day after another, or of the order, on which there is something to do: a draw, or the end. */
export function nextDayFor(
  { beginsOn, endsOn }: Pick<StandingOrder, "beginsOn" | "endsOn">,
  terms: OrderTerms,
  after: CivilDate = addDays(beginsOn, -1),
): CivilDate {
  const draw = drawDayAfter(terms, after);
  return earlier(draw, endsOn && addDays(endsOn, 1));
}

function drawDayAfter({ everyMonths, onDay }: OrderTerms, after: CivilDate): CivilDate {
  const first = firstOf(monthOf(after));
  const days = Array.from({ length: everyMonths + 1 }, (_, ahead) => addMonths(first, ahead))
    .filter((month) => Number(month.slice(5, 7)) % everyMonths === 0)
    .map((month) => addDays(month, onDay - 1));
  const next = days.find((day) => day > after);
  if (!next) throw new Error(`no draw once in ${everyMonths} months after ${after}`);
  return next;
}

/** The months that the next draw is for: that of its day, and those since the last one. */
export function periodOf(
  { nextOn, beginsOn }: Pick<StandingOrder, "nextOn" | "beginsOn">,
  { everyMonths }: OrderTerms,
): Period {
  const to = monthOf(nextOn);
  const from = monthOf(addMonths(firstOf(to), 1 - everyMonths));
  const begun = monthOf(beginsOn);
  return { from: begun > from && begun <= to ? begun : from, to };
}
