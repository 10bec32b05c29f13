import { INDEX_LAG_MAX_MS } from "../../kernel/database/tables.ts";
import { addMoney, type Fen, fen } from "../../kernel/money.ts";
import { HOUR_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import { FIRST_BOOKING, getBalance } from "../ledger/index.ts";
import { type Contract, owedAccount } from "./contract.ts";
import { drawLines } from "./draw-lines.ts";
import { addLines, NO_SUMS, type SettledReason, type Sums } from "./line.ts";
import {
  type Ahead,
  type Book,
  type Drawing,
  SETTLED_AFTER_MS,
  type Window,
  windowOf,
} from "./settlement.ts";
import type { SettlementStore } from "./store.ts";

export type DrawPorts = SettlementStore & {
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly reasons: readonly SettledReason[];
};

const PAGE_SIZE = 500;
/** So many lines at most are drawn again by a process that takes over. */
const KEPT_EVERY = 20 * PAGE_SIZE;

type Reading = Pick<Drawing, "place"> & { readonly window: Window; readonly sums: Sums };

/** Reads on from a place, page by page, until `until` or so far that the place is worth keeping; without one, to the end. */
async function readOn(
  ports: DrawPorts,
  of: Contract,
  { window, place: from, sums: begun }: Reading,
  until?: Instant,
): Promise<Pick<Reading, "place" | "sums">> {
  let sums = begun;
  for (let place = from; place; ) {
    const { lines, next } = await drawLines(ports, ports.reasons, { of, window, place, limit: PAGE_SIZE });
    sums = addLines(sums, lines);
    place = next;
    const isMuch = sums.lines - begun.lines >= KEPT_EVERY;
    if (until !== undefined && (isMuch || ports.now() >= until)) return { sums, place };
  }
  return { sums, place: undefined };
}

/** A day's lines, as far as they are drawn by `until`. */
export async function drawDay(
  ports: DrawPorts,
  of: Contract,
  { since, drawing }: Pick<Book, "since"> & { readonly drawing: Drawing },
  until: Instant,
): Promise<Drawing> {
  const window = windowOf({ since }, drawing.day);
  const { place, sums } = await readOn(ports, of, { window, place: drawing.place, sums: drawing }, until);
  return { ...drawing, ...sums, place };
}

/** The sum ends so far back at most: all behind it is read with each day that is closed. */
const SUMMED_TO_MS = SETTLED_AFTER_MS + HOUR_MS;

/** The sum of what was booked ahead, as far as it is read by `until`: up to lately, but for a stretch under way. */
export async function sumAhead(ports: DrawPorts, of: Contract, begun: Ahead, until: Instant): Promise<Ahead> {
  let ahead = begun;
  for (;;) {
    const isUpToDate = plusMs(ahead.until, SUMMED_TO_MS) > ports.now();
    if (isUpToDate && !ahead.stretch) return ahead;
    const stretch = ahead.stretch ?? { until: plusMs(ports.now(), -SETTLED_AFTER_MS), place: FIRST_BOOKING };
    const window = { from: ahead.until, until: stretch.until };
    const begunSums = { ...NO_SUMS, gross: ahead.gross };
    const { place, sums } = await readOn(ports, of, { window, place: stretch.place, sums: begunSums }, until);
    if (place) return { ...ahead, gross: sums.gross, stretch: { ...stretch, place } };
    ahead = { gross: sums.gross, until: stretch.until };
  }
}

/**
 * While others book, balance and transfers are read at different moments, and what is booked beside an account shows there a
 * little later: money that is missing is missing alike each time, and for longer than an index lags.
 */
const MISSING = { times: 3, forMs: INDEX_LAG_MAX_MS + 1_000 };
const PAUSES_MS = [0, 200, 400, 800, 1_600, 3_200, 1_600, 1_600];
/** Behind whatever can have been booked. */
const ALWAYS = "9999-01-01T00:00:00.000Z" as Instant;

/** Whether the account holds what was carried forward and booked since, and nothing else. */
export async function fits(
  ports: DrawPorts,
  of: Contract,
  { carried, ahead }: Pick<Book, "carried"> & { readonly ahead: Ahead },
): Promise<boolean> {
  const window = { from: ahead.until, until: ALWAYS };
  const missing = new Map<Fen, { readonly times: number; readonly since: number }>();
  let waited = 0;
  for (const ms of PAUSES_MS) {
    await ports.pause(ms);
    waited += ms;
    ports.database.forget();
    const before = await balanceOf(ports, of);
    const { sums } = await readOn(ports, of, { window, place: FIRST_BOOKING, sums: NO_SUMS });
    const difference = fen(before - addMoney(carried, ahead.gross, sums.gross));
    if (difference === 0n) return true;
    const { times, since } = missing.get(difference) ?? { times: 0, since: waited };
    if (times + 1 >= MISSING.times && waited - since >= MISSING.forMs) return false;
    missing.set(difference, { times: times + 1, since });
  }
  return true;
}

async function balanceOf(ports: DrawPorts, { partner, kind }: Contract): Promise<Fen> {
  return (await getBalance(ports, owedAccount(partner, kind)))?.balance ?? fen(0n);
}
