import type { RegionCode } from "../../field/region.ts";
import { type CivilDate, type Month, monthOf } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import type { PayoutId } from "../../money/payouts/index.ts";
import type { ApplicationId } from "../cases/index.ts";
import type { Account } from "./account.ts";
import type { WithdrawalId } from "./ids.ts";

export const WITHDRAWAL_REASONS = ["RENT", "RETIREMENT", "LOAN_REPAYMENT"] as const;
/** Reasons of the Regulations on the Management of Housing Provident Funds, Art. 24, that are decided here. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Months, from the first to the last, which may be one. */
export type Period = { readonly from: Month; readonly to: Month };

/** A withdrawal from an account by an application that was granted. */
export type Withdrawal = {
  readonly id: WithdrawalId;
  /** The account's when it was granted, whose fund centre owes it, whatever a later statement says. */
  readonly region: RegionCode;
  readonly reason: WithdrawalReason;
  /** Out of the balance. */
  readonly amount: Fen;
  /** Settled because the account was closed, and paid out with the balance. */
  readonly interest: Fen;
  readonly on: CivilDate;
  readonly application: ApplicationId;
  readonly payout: PayoutId;
  /** A citizen who retires closes the account (Regulations, Art. 24 (2)). */
  readonly closes: boolean;
  /** The months that a standing order drew for; absent of a single withdrawal, which draws for the month of its day. */
  readonly ordered?: Period | undefined;
  /** The grant was revoked before the bank had paid it: it counts for nothing any more. */
  readonly takenBackOn?: CivilDate | undefined;
};

/** The facts of a withdrawal that a balance needs. */
export type Drawn = Pick<Withdrawal, "on" | "amount" | "closes">;

/** All that a person has drawn by this platform, the latest first; its revision guards each decision. */
export type WithdrawalBook = {
  readonly citizenId: CitizenId;
  readonly withdrawals: readonly Withdrawal[];
  /** The citizen who has last drawn for a household with this person as the spouse. */
  readonly namedBy?: { readonly citizenId: CitizenId; readonly on: CivilDate } | undefined;
  readonly revision: number;
};

/** The withdrawals that have not been taken back. */
export const drawnOf = ({ withdrawals }: WithdrawalBook): readonly Withdrawal[] =>
  withdrawals.filter(({ takenBackOn }) => takenBackOn === undefined);

/** The book after the grant of an application was taken back, but for those withdrawals that are paid. */
export const takeBack = (
  book: WithdrawalBook,
  application: ApplicationId,
  on: CivilDate,
  paid: readonly WithdrawalId[] = [],
): WithdrawalBook => ({
  ...book,
  withdrawals: book.withdrawals.map((one) =>
    one.application === application && !paid.includes(one.id) ? { ...one, takenBackOn: on } : one,
  ),
  revision: book.revision + 1,
});

/**
 * Withdrawals that the fund centre's statement of a balance does not count yet: those of its day and later. One of its
 * very day may be in it already; then the account shows too little until the next statement, and never too much.
 */
const sinceStatement = <D extends Drawn>({ balanceOn }: Account, drawn: readonly D[]): readonly D[] =>
  drawn.filter(({ on }) => on >= balanceOn);

/** The part of the book that the account's record keeps. */
export const unstatedOf = (account: Account, book: WithdrawalBook): readonly Drawn[] =>
  sinceStatement(account, drawnOf(book)).map(({ on, amount, closes }) => ({ on, amount, closes }));

/** The account as it stands: what the fund centre has stated, less what was drawn since. */
export function standingOf(account: Account, withdrawals: readonly Drawn[]): Account {
  const since = sinceStatement(account, withdrawals);
  const drawn = addMoney(...since.map(({ amount }) => amount));
  const balance = drawn < account.balance ? fen(account.balance - drawn) : ZERO;
  const isClosed = since.some(({ closes }) => closes);
  return { ...account, balance, status: isClosed ? "CLOSED" : account.status };
}

/** The months that a withdrawal counts for. */
const periodOf = ({ on, ordered }: Withdrawal): Period => ordered ?? { from: monthOf(on), to: monthOf(on) };

/** The sum that was drawn for a reason and for any of these months: what an order drew for a quarter counts for each of it. */
export const drawnFor = (book: WithdrawalBook, reason: WithdrawalReason, { from, to }: Period): Fen =>
  addMoney(
    ...drawnOf(book)
      .filter((one) => one.reason === reason && periodOf(one).from <= to && from <= periodOf(one).to)
      .map(({ amount }) => amount),
  );

/** The last withdrawal for a reason that nobody has ordered ahead. */
export const latestSingle = (book: WithdrawalBook, reason: WithdrawalReason): Withdrawal | undefined =>
  drawnOf(book).find((one) => one.reason === reason && one.ordered === undefined);

export const latestFor = (book: WithdrawalBook, reason: WithdrawalReason): Withdrawal | undefined =>
  drawnOf(book).find((one) => one.reason === reason);
