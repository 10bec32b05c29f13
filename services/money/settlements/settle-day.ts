import type { System } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { addMoney, fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { bookedAs, FIRST_BOOKING, putTransfer } from "../ledger/index.ts";
import { payTo, putPayout } from "../payouts/index.ts";
import { getBook, putBook } from "./book-store.ts";
import { type Contract, contractOn, owedAccount, settledAccount } from "./contract.ts";
import { type DrawPorts, drawDay, fits, sumAhead } from "./draw-day.ts";
import { type BookId, bookIdOf } from "./ids.ts";
import { CLOSED, NO_SUMS } from "./line.ts";
import { aheadOf, type Book, closeDay, type Drawing, dayOf, dueAt, type Settlement } from "./settlement.ts";
import { listContracts, putSettlement, settlementKey } from "./store.ts";

export type SettlePorts = DrawPorts & {
  readonly commit: Commit;
  readonly actor: System;
  readonly requestId: string;
};

/**
 * Nothing was to do; a day was closed; the time was over in the middle of one, which the next call goes on with; another
 * process was faster; or the account does not hold what its transfers say, and nothing is paid before somebody has looked.
 */
export type DayOutcome = "NOTHING_DUE" | "CLOSED" | "STOPPED" | "OVERTAKEN" | "DIFFERS";

/**
 * Settles a partner's next day, if it is over: draws what was booked, page by page, sees that the account holds that and
 * what was booked since, and closes the day in one commit with the transfer and the one payout. Ends after `until` with the
 * page that was begun. All is written over the book as it was read, so that of two processes one closes a day, and one that
 * dies has done nothing, or all.
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
  const drawing = await drawDay(ports, contract, { ...book, drawing: begun }, until);
  if (drawing.place) return keep(ports, book, { ...book, drawing }, "STOPPED");
  const ahead = await sumAhead(ports, contract, aheadOf(book, drawing), until);
  const drawn = { ...book, drawing, ahead };
  if (ahead.stretch) return keep(ports, book, drawn, "STOPPED");
  if (await fits(ports, contract, drawn)) return close(ports, drawn, drawing, contract);
  if ((await getBook(ports, id))?.revision !== book.revision) return "OVERTAKEN";
  // The fault may be in what was kept: another call reads all anew.
  const isKept = book.drawing !== undefined || book.ahead !== undefined;
  return isKept ? keep(ports, book, { ...book, drawing: undefined, ahead: undefined }, "DIFFERS") : "DIFFERS";
}

function beginDrawing(book: Book, contracts: readonly Contract[]): Drawing {
  const day = dayOf(book);
  const contract = contractOn(contracts, day);
  if (!contract) throw new Error(`${book.partner} has no contract for ${day}`);
  return { day, contract: contract.id, place: FIRST_BOOKING, ...NO_SUMS };
}

async function keep(ports: SettlePorts, read: Book, book: Book, outcome: DayOutcome): Promise<DayOutcome> {
  const done = await ports.commit({
    ...commitOf(ports, read),
    action: "settlements.day.drawn",
    writes: [putBook(ports, { ...book, revision: read.revision + 1 }, read.revision)],
  });
  return done.ok ? outcome : "OVERTAKEN";
}

const commitOf = ({ actor, now, requestId, mode }: SettlePorts, { partner, kind }: Book) => ({
  ...{ actor, at: now(), requestId, table: recordsTable(mode), aggregate: bookIdOf(partner, kind) },
});

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
