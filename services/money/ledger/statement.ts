import { addMonths, firstOf, type Month, midnight } from "../../kernel/civil-date.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type AccountId, onNormalSide } from "./account.ts";
import type { TransferId } from "./ids.ts";
import { type LedgerStore, listTransfers } from "./store.ts";
import { type Leg, type Transfer, timePrefix } from "./transfer.ts";

/** One transfer as one of its accounts sees it. */
export type StatementLine = {
  readonly transfer: Transfer;
  /** On the account's normal side: what it grew by. */
  readonly amount: Fen;
  readonly others: readonly Leg[];
};

export type StatementPage = { readonly lines: readonly StatementLine[]; readonly more: boolean };

type Wanted = {
  readonly account: AccountId;
  readonly month: Month;
  readonly first: number;
  readonly after?: TransferId;
};

/** The bookings on an account in a calendar month of Asia/Shanghai, oldest first. */
export async function readStatement(store: LedgerStore, wanted: Wanted): Promise<StatementPage> {
  const { account, month, first, after } = wanted;
  const firstDay = firstOf(month);
  const from = `tfr_${timePrefix(midnight(firstDay))}`;
  const to = `tfr_${timePrefix(midnight(addMonths(firstDay, 1)))}`;
  // Ids are of one length: the shortest text behind `after` comes before every other id behind it.
  const start = after && after > from ? `${after}0` : from;
  if (start >= to) return { lines: [], more: false };
  const transfers = await listTransfers(store, account, { from: start, to, limit: first + 1 });
  return {
    lines: transfers.slice(0, first).map((transfer) => lineOf(account, transfer)),
    more: transfers.length > first,
  };
}

const PAGE = 100;

/** All that was booked on an account from an instant up to another, oldest first. */
export async function* transfersBetween(
  store: LedgerStore,
  account: AccountId,
  from: Instant,
  to: Instant,
): AsyncGenerator<Transfer> {
  const end = `tfr_${timePrefix(to)}`;
  for (let start = `tfr_${timePrefix(from)}`; start < end; ) {
    const page = await listTransfers(store, account, { from: start, to: end, limit: PAGE });
    yield* page;
    const last = page.length < PAGE ? undefined : page.at(-1);
    start = last ? `${last.id}0` : end;
  }
}

function lineOf(account: AccountId, transfer: Transfer): StatementLine {
  const own = transfer.legs.find((leg) => leg.account === account);
  if (!own) throw new Error(`transfer ${transfer.id} stands under an account that it has no leg of`);
  return {
    transfer,
    amount: onNormalSide(account, own.amount),
    others: transfer.legs.filter((leg) => leg !== own),
  };
}
