import type { Mode } from "../../kernel/actor.ts";
import { dateAt, daysBetween } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import { LIST_END, type Swept, sweepLists } from "../../kernel/database/due-list.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getBook, listBooks } from "./book-store.ts";
import type { BookId } from "./ids.ts";
import type { SettledReason } from "./line.ts";
import { settleDay } from "./settle-day.ts";
import { dueAt } from "./settlement.ts";

export type DuePorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly reasons: readonly SettledReason[];
};

export type Settled = Swept & {
  /** Days that were closed. */
  readonly closed: number;
  /** Partners whose account does not hold what its transfers say. */
  readonly differing: number;
  /** How long the day that has waited longest could have been settled. */
  readonly oldestDueSeconds: number;
  /** How many days the partner that has owed longest has been below nothing. */
  readonly negativeDays: number;
};

const NAME = "settle-days";

/**
 * Settles every day that is over, of every partner with a contract, each in a commit of its own; ends after `until` with
 * what was begun, and the next sweep goes on. Of those that are not due it only looks at how they stand.
 */
export async function settleDueDays(ports: DuePorts, mode: Mode, until: Instant): Promise<Settled> {
  const total = { closed: 0, differing: 0, oldestDueSeconds: 0, negativeDays: 0 };
  let isStopped = false;
  const swept = await sweepLists(["books"], {
    ...{ now: ports.now, until },
    read: (_, page) => listBooks({ database: ports.open().database, mode }, { ...page, by: LIST_END }),
    one: async ({ id }) => {
      const settled = await settleBook(ports, mode, id, until);
      total.closed += settled.closed;
      total.differing += settled.isDiffering ? 1 : 0;
      isStopped ||= settled.isStopped;
      const stand = await standOf(ports, mode, id);
      total.oldestDueSeconds = Math.max(total.oldestDueSeconds, stand.dueSeconds);
      total.negativeDays = Math.max(total.negativeDays, stand.negativeDays);
    },
  });
  return { ...total, ...swept, finished: swept.finished && !isStopped };
}

/** All days of a partner that are over, one after the other. */
async function settleBook({ open, ...ports }: DuePorts, mode: Mode, id: BookId, until: Instant) {
  const actor = { kind: "SYSTEM", mode, name: NAME } as const;
  let closed = 0;
  // One day after the other: each time round another one is closed, or there is none.
  for (;;) {
    const requestId = `${NAME} ${ports.now()}`;
    const outcome = await settleDay({ ...ports, ...open(), mode, actor, requestId }, id, until);
    if (outcome === "CLOSED") closed += 1;
    const isOver = ports.now() >= until;
    const isDone = outcome === "NOTHING_DUE" || outcome === "DIFFERS";
    if (isDone || isOver) return { closed, isDiffering: outcome === "DIFFERS", isStopped: !isDone && isOver };
  }
}

async function standOf({ open, now }: DuePorts, mode: Mode, id: BookId) {
  const book = await getBook({ database: open().database, mode }, id);
  const at = now();
  if (!book) return { dueSeconds: 0, negativeDays: 0 };
  const late = Math.round((Date.parse(at) - Date.parse(dueAt(book))) / 1_000);
  return {
    dueSeconds: Math.max(0, late),
    negativeDays: book.negativeSince ? daysBetween(book.negativeSince, dateAt(at)) : 0,
  };
}
