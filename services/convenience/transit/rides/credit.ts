import { addMoney, type Fen, fen, formatMoney, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Account } from "../../../money/ledger/index.ts";
import { type Payout, setOff } from "../../../money/payouts/index.ts";
import { ARREARS_MAX, type Card } from "../card.ts";
import type { Rider } from "../rider.ts";
import type { Withholding } from "../withholding.ts";

/** The money by which a card's rides are judged. */
export type Standing = {
  /** The card's own. */
  readonly account: Account;
  /** Its holder; none for a card that nobody has bound, or that is no longer in use. */
  readonly rider?: Rider | undefined;
  /** Those of the holder's other cards in use. */
  readonly others: readonly Account[];
  /** The payouts of a card that was closed. */
  readonly payouts: readonly Payout[];
};

/** The money on a card that rides can be paid from; less than nothing in arrears. */
const ownOf = ({ spendable, allowance }: Account): Fen => fen(spendable - allowance);

export const owedOn = (account: Account): Fen => {
  const own = ownOf(account);
  return own < 0n ? fen(-own) : ZERO;
};

/** The arrears of a person: over all of their cards. */
export const arrearsOf = (accounts: readonly Account[]): Fen => addMoney(...accounts.map(owedOn));

export type EntryRefusal =
  | {
      readonly code: "CARD_BELOW_MINIMUM" | "FARES_UNCOLLECTED";
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly code: "CARD_IN_ARREARS" | "HOLDER_IN_ARREARS" };

/** An entry that may be. */
export type Admission = {
  /** The contract of the card, where it has one: the entry stands only while that does. */
  readonly withholding?: Withholding | undefined;
};

/**
 * Whether somebody may begin a ride: the card has to have what is asked for at least, or its holder a contract by which
 * fares are collected afterwards; and the holder may owe nothing that could not be collected, on any card. A ride that
 * costs nothing needs nothing. PBC Announcement 2012 No. 12, art. 10: a prepaid card allows no overdraft; what a ride costs
 * above the minimum is the credit that a gate cannot refuse, because it charges at the end.
 */
export function mayEnter(standing: Standing, needs: Fen): Result<Admission, EntryRefusal> {
  if (needs === 0n) return ok({});
  const { account, others } = standing;
  const withholding = contractFor(standing, account);
  const isPaid = (each: Account): boolean => owedOn(each) === 0n || isCollected(contractFor(standing, each));
  if (!isPaid(account)) return err({ code: "CARD_IN_ARREARS" });
  if (ownOf(account) < needs) {
    if (!withholding) return err({ code: "CARD_BELOW_MINIMUM", values: { min: formatMoney(needs) } });
    const { uncollectedMax: max } = withholding;
    if (arrearsOf([account, ...others]) >= max)
      return err({ code: "FARES_UNCOLLECTED", values: { max: formatMoney(max) } });
  }
  return others.every(isPaid) ? ok({ withholding }) : err({ code: "HOLDER_IN_ARREARS" });
}

const isCollected = (withholding: Withholding | undefined): boolean =>
  withholding !== undefined && withholding.refusedAt === undefined;

const contractFor = ({ rider }: Standing, { id }: Account): Withholding | undefined =>
  rider?.cards.find((card) => id === `card:${card.id}`)?.withholding;

export type ArrearsLimit = {
  readonly code: "CARD_ARREARS_LIMIT";
  readonly values: { readonly max: string };
};

/** How a sum for rides is borne. */
export type Bearing = {
  /** By the card; negative where it gets something back. */
  readonly card: Fen;
  /** How far below nothing the card may go by it. Above nothing the other cards were decided on as well. */
  readonly credit: Fen;
  /** By payouts that are still owed from closing the card. */
  readonly payouts: readonly { readonly before: Payout; readonly after: Payout; readonly amount: Fen }[];
  /** By the operators, because nobody is left to pay it. */
  readonly loss: Fen;
};

/**
 * A card in use bears what its rides cost, and may owe it: as much as a person may owe over all cards, so that many cards
 * have no more credit than one. A closed card owes nothing any more: it pays from what is on it and from the payout that
 * is still owed, and the rest is the operator's loss. Errors: CARD_ARREARS_LIMIT.
 */
export function bear(
  { status }: Pick<Card, "status">,
  { account, others, payouts }: Standing,
  total: Fen,
): Result<Bearing, ArrearsLimit> {
  const own = ownOf(account);
  const byCard: Bearing = { card: total, credit: ZERO, payouts: [], loss: ZERO };
  if (total <= 0n || own >= total) return ok(byCard);
  if (status === "CLOSED") return ok(bearAfterClosing(own < 0n ? ZERO : own, payouts, total));
  const credit = fen(ARREARS_MAX - arrearsOf(others));
  if (total - own > credit)
    return err({ code: "CARD_ARREARS_LIMIT", values: { max: formatMoney(ARREARS_MAX) } });
  return ok({ ...byCard, credit });
}

function bearAfterClosing(card: Fen, payouts: readonly Payout[], total: Fen): Bearing {
  let loss = fen(total - card);
  const reduced = payouts.flatMap((before) => {
    const after = setOff(before, loss);
    const amount = fen(before.amount - after.amount);
    if (amount === 0n) return [];
    loss = fen(loss - amount);
    return { before, after, amount };
  });
  return { card, credit: ZERO, payouts: reduced, loss };
}
