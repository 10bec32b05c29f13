import type { System } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { addMoney, type Fen, fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { bookedAs, FIRST_BOOKING, getBalance, putTransfer } from "../ledger/index.ts";
import { payTo, putPayout } from "../payouts/index.ts";
import { getBook, putBook } from "./book-store.ts";
import { type Contract, contractOn, owedAccount, settledAccount } from "./contract.ts";
import { drawLines } from "./draw-lines.ts";
import { type BookId, bookIdOf } from "./ids.ts";
import { addLines, CLOSED, NO_SUMS, type SettledReason } from "./line.ts";
import { type Book, closeDay, type Drawing, dayOf, dueAt, type Settlement, windowOf } from "./settlement.ts";
import { listContracts, putSettlement, type SettlementStore, settlementKey } from "./store.ts";

export type SettlePorts = SettlementStore & {
  readonly commit: Commit;
  readonly actor: System;
  readonly requestId: string;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly reasons: readonly SettledReason[];
};

/**
 * Nothing was to do; a day was closed; the time was over in the middle of one, which the next call goes on with; another
 * process was faster; or the account does not hold what its transfers say, and nothing is paid before somebody has looked.
 */
export type DayOutcome = "NOTHING_DUE" | "CLOSED" | "STOPPED" | "OVERTAKEN" | "DIFFERS";

const PAGE_SIZE = 500;
/** So many lines at most are drawn again by a process that takes over. */
const KEPT_EVERY = 20 * PAGE_SIZE;

/**
 * Settles a partner's next day, if it is over: draws what was booked, page by page, and closes it in one commit with the
 * transfer and the one payout. Ends after `until` with the page that was begun. All is written over the book as it was
 * read, so that of two processes one closes a day, and one that dies has done nothing, or all.
 */
export async function settleDay(ports: SettlePorts, id: BookId, until: Instant): Promise<DayOutcome> {
  ports.database.forget();
  const book = await getBook(ports, id);
  if (!book) throw new Error(`the settlement book ${id} is gone`);
  if (ports.now() < dueAt(book)) return "NOTHING_DUE";
  const contracts = await listContracts(ports, book.partner, book.kind);
  const begun = book.drawing ?? beginDrawing(book, contracts);
  const contract = contracts.find(({ id: one }) => one === begun.contract);
  if (!contract) throw new Error(`the contract ${begun.contract} is gone`);
  const { drawing, isWhole } = await draw(ports, { book, contract, begun, until });
  if (!isWhole) return keepDrawing(ports, book, drawing);
  if (!(await fits(ports, book, drawing, contract))) return "DIFFERS";
  return close(ports, book, drawing, contract);
}

function beginDrawing(book: Book, contracts: readonly Contract[]): Drawing {
  const day = dayOf(book);
  const contract = contractOn(contracts, day);
  if (!contract) throw new Error(`${book.partner} has no contract for ${day}`);
  return { day, contract: contract.id, place: FIRST_BOOKING, ...NO_SUMS };
}

type Drawn = { readonly drawing: Drawing; readonly isWhole: boolean };
type Draw = {
  readonly book: Book;
  readonly contract: Contract;
  readonly begun: Drawing;
  readonly until: Instant;
};

async function draw(ports: SettlePorts, { book, contract, begun, until }: Draw): Promise<Drawn> {
  const window = windowOf(book, begun.day);
  let drawing = begun;
  for (;;) {
    const wanted = { of: contract, window, place: drawing.place, limit: PAGE_SIZE };
    const { lines, next } = await drawLines(ports, ports.reasons, wanted);
    drawing = { ...drawing, ...addLines(drawing, lines), ...(next ? { place: next } : {}) };
    if (!next) return { drawing, isWhole: true };
    const isMuch = drawing.lines - begun.lines >= KEPT_EVERY;
    if (isMuch || ports.now() >= until) return { drawing, isWhole: false };
  }
}

async function keepDrawing(ports: SettlePorts, book: Book, drawing: Drawing): Promise<DayOutcome> {
  const after = { ...book, drawing, revision: book.revision + 1 };
  const done = await ports.commit({
    ...commitOf(ports, book),
    action: "settlements.day.drawn",
    writes: [putBook(ports, after, book.revision)],
  });
  return done.ok ? "STOPPED" : "OVERTAKEN";
}

const commitOf = ({ actor, now, requestId, mode }: SettlePorts, { partner, kind }: Book) => ({
  ...{ actor, at: now(), requestId, table: recordsTable(mode), aggregate: bookIdOf(partner, kind) },
});

/** While others book, balance and transfers are read at different moments: what is missing is missing each time alike. */
const MISSING_ALIKE = 3;
const PAUSES_MS = [0, 200, 400, 800, 1_600, 1_600, 1_600, 1_600];
/** Behind whatever can have been booked. */
const ALWAYS = "9999-01-01T00:00:00.000Z" as Instant;

/** Whether the account holds what was carried forward and drawn, and nothing else, but for what was booked since. */
async function fits(ports: SettlePorts, book: Book, { day, gross }: Drawing, of: Contract): Promise<boolean> {
  const expected = addMoney(book.carried, gross);
  const window = { from: windowOf(book, day).until, until: ALWAYS };
  const missing = new Map<Fen, number>();
  for (const ms of PAUSES_MS) {
    await ports.pause(ms);
    ports.database.forget();
    const before = await balanceOf(ports, of);
    let since = fen(0n);
    for (let place: typeof FIRST_BOOKING | undefined = FIRST_BOOKING; place; ) {
      const page = await drawLines(ports, ports.reasons, { of, window, place, limit: PAGE_SIZE });
      since = addMoney(since, ...page.lines.map((line) => line.gross));
      place = page.next;
    }
    const difference = fen(before - since - expected);
    const times = (missing.get(difference) ?? 0) + 1;
    if (difference === 0n) return true;
    if (times >= MISSING_ALIKE) return false;
    missing.set(difference, times);
  }
  return true;
}

async function balanceOf(ports: SettlePorts, { partner, kind }: Contract): Promise<Fen> {
  return (await getBalance(ports, owedAccount(partner, kind)))?.balance ?? fen(0n);
}

async function close(
  ports: SettlePorts,
  book: Book,
  drawing: Drawing,
  contract: Contract,
): Promise<DayOutcome> {
  const { book: after, settlement } = closeDay(book, drawing, contract, ports.now());
  const change = commitOf(ports, book);
  const writes = [putBook(ports, after, book.revision)];
  const done = settlement
    ? await ports.commit({
        ...{ ...change, action: "settlements.settlement.closed", aggregate: settlement.id },
        creates: settlementKey(settlement),
        writes: [...writes, putSettlement(ports, settlement), ...moneyOf(ports, settlement, change.at)],
      })
    : await ports.commit({ ...change, action: "settlements.day.empty", writes });
  return done.ok ? "CLOSED" : "OVERTAKEN";
}

/** The fee to the platform, and the rest to what the bank is to pay; none where nothing moves. */
function moneyOf(ports: SettlePorts, settlement: Settlement, at: Instant): readonly TransactItem[] {
  const { id: cause, partner, kind, fee, paid, terms, payout: id, payOn } = settlement;
  if (fee === 0n && paid === 0n) return [];
  const legs = [
    { account: owedAccount(partner, kind), amount: addMoney(fee, paid) },
    { account: settledAccount(partner), amount: fen(-paid) },
    { account: `fee:${terms.fee.account}` as const, amount: fen(-fee) },
  ].filter(({ amount }) => amount !== 0n);
  const moved = putTransfer(ports, bookedAs({ at, legs, reason: CLOSED, cause }));
  if (!id) return moved;
  const payout = putPayout(ports, {
    ...{ id, payee: partner, cause, amount: paid, ...payTo(terms.account), status: "OWED", createdAt: at },
    ...{ dueOn: payOn, returnsTo: owedAccount(partner, kind) },
  });
  return [...moved, payout];
}
