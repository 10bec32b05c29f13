import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { type AccountId, onNormalSide } from "../account.ts";
import type { Transfer } from "../transfer.ts";

/** The bookings on a partition within a range of transfers. */
export type Sums = {
  readonly debits: Fen;
  readonly credits: Fen;
  /** Those that are at home here, so that each is counted once in the books. */
  readonly transfers: number;
  /** The greatest of their ids; empty where there are none. */
  readonly lastId: string;
};

export const NO_SUMS: Sums = { debits: ZERO, credits: ZERO, transfers: 0, lastId: "" };

export const addSums = (...all: readonly Sums[]): Sums => ({
  debits: addMoney(...all.map(({ debits }) => debits)),
  credits: addMoney(...all.map(({ credits }) => credits)),
  transfers: all.reduce((sum, { transfers }) => sum + transfers, 0),
  lastId: all.reduce((last, { lastId }) => (lastId > last ? lastId : last), ""),
});

/** With one more transfer, as the account books it. */
export function addTransfer(
  { debits, credits, transfers, lastId }: Sums,
  account: AccountId,
  { id, legs }: Transfer,
): Sums {
  const amount = legs.find((leg) => leg.account === account)?.amount ?? ZERO;
  return {
    debits: amount > 0n ? addMoney(debits, amount) : debits,
    credits: amount > 0n ? credits : addMoney(credits, fen(-amount)),
    transfers,
    lastId: id > lastId ? id : lastId,
  };
}

export const isSameSum = (a: Sums, b: Sums): boolean =>
  a.debits === b.debits && a.credits === b.credits && a.transfers === b.transfers && a.lastId === b.lastId;

/** On the account's own side. */
export const movementOf = (account: AccountId, { debits, credits }: Sums): Fen =>
  onNormalSide(account, addMoney(debits, fen(-credits)));
