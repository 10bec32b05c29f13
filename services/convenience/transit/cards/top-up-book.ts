import { addMoney, type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { PaymentId } from "../../../money/payments/index.ts";
import { type Card, isInUse } from "../card.ts";

/** The money that is on its way to a card: payments that have begun and not ended. */
export type TopUpBook = {
  readonly pending: readonly PendingTopUp[];
  /** Counts what has come, too, so that nobody decides on a balance of before. 0 before the first top-up. */
  readonly revision: number;
};

export type PendingTopUp = { readonly payment: PaymentId; readonly amount: Fen };

export const EMPTY_TOP_UPS: TopUpBook = { pending: [], revision: 0 };

/** At once, in fen. */
const TOP_UP = { min: fen(1_00n), max: fen(1_000_00n) };

/**
 * The most that a prepaid card may hold, in fen: 5,000.00 where the holder is known, 1,000.00 where not. 单用途商业预付卡
 * 管理办法 (MOFCOM Order 9/2012, am. 2016), art. 18; 支付机构预付卡业务管理办法 (PBC Announcement 2012 No. 12) has the same. It
 * bounds what is paid in, and is looked at by nothing else: a fare that comes to less later goes back to its card, also
 * above it, and nothing is paid in until there is room again.
 */
const BALANCE_MAX = { bound: fen(5_000_00n), unbound: fen(1_000_00n) };

/** So many payments to one card may be under way: more than a family begins, and few enough for one record. */
const PENDING_MAX = 40;

export type TopUpProblem =
  | { readonly code: "CARD_NOT_FOUND" }
  | { readonly code: "TOP_UPS_UNDER_WAY" }
  | {
      readonly code: "TOP_UP_OUT_OF_RANGE" | "CARD_BALANCE_LIMIT";
      readonly values: Readonly<Record<string, string>>;
    };

export const pendingOf = ({ pending }: TopUpBook): Fen => addMoney(...pending.map(({ amount }) => amount));

/**
 * Whether so much can be put on a card with this balance, of which a part may be kept for a refund: it may come back.
 * Payments under way count as if they had come, so that the cap holds however many payments settle, and in any order. Of a
 * card that is no longer in use nobody is told.
 */
export function checkTopUp(
  card: Card,
  { balance, topUps }: { readonly balance: Fen; readonly topUps: TopUpBook },
  amount: Fen,
): Result<Card, TopUpProblem> {
  if (isInUse(card) && (amount < TOP_UP.min || amount > TOP_UP.max)) {
    const values = { min: formatMoney(TOP_UP.min), max: formatMoney(TOP_UP.max) };
    return err({ code: "TOP_UP_OUT_OF_RANGE", values });
  }
  return checkRoom(card, { balance, topUps }, amount);
}

/** Whether there is room on a card for so much, however it comes. */
export function checkRoom(
  card: Card,
  { balance, topUps }: { readonly balance: Fen; readonly topUps: TopUpBook },
  amount: Fen,
): Result<Card, TopUpProblem> {
  if (!isInUse(card)) return err({ code: "CARD_NOT_FOUND" });
  const max = card.holder ? BALANCE_MAX.bound : BALANCE_MAX.unbound;
  if (addMoney(balance, pendingOf(topUps), amount) > max) {
    return err({ code: "CARD_BALANCE_LIMIT", values: { max: formatMoney(max) } });
  }
  return topUps.pending.length < PENDING_MAX ? ok(card) : err({ code: "TOP_UPS_UNDER_WAY" });
}

/** With a payment that has begun. */
export const withPending = ({ pending, revision }: TopUpBook, topUp: PendingTopUp): TopUpBook => ({
  pending: [...pending, topUp],
  revision: revision + 1,
});

/** Without a payment that has ended, by which the balance has changed or has not. */
export const withoutPending = ({ pending, revision }: TopUpBook, payment: PaymentId): TopUpBook => ({
  pending: pending.filter((each) => each.payment !== payment),
  revision: revision + 1,
});
