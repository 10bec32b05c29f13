import type { Database } from "../../../services/kernel/database/database.ts";
import type { TestPlatform } from "../../support/platform.ts";

class Killed extends Error {}

type Death = {
  /** The call of the database that it dies at; never where there is none. */
  readonly killedAt?: number | undefined;
  /** The database has done what it was asked then. */
  readonly isAfter?: boolean;
};

const PAGE_SIZE = 3;
const PAGE_MS = 1_000;

/**
 * A process whose pages have three records and take a second each, so that its time is over inside partitions. Where it is
 * killed, it calls nothing any more.
 */
export function frailProcess(
  { database, clock }: Pick<TestPlatform, "database" | "clock">,
  { killedAt = Number.POSITIVE_INFINITY, isAfter = false }: Death = {},
) {
  let [calls, records] = [0, 0];
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > killedAt || (calls === killedAt && !isAfter)) throw new Killed();
    const answer = await call();
    if (calls >= killedAt) throw new Killed();
    return answer;
  };
  const open = (): Database => {
    const opened = database();
    return {
      ...opened,
      get: (...of) => through(() => opened.get(...of)),
      observe: (observation) => through(() => opened.observe(observation)),
      query: (query) =>
        through(async () => {
          const isOfLedger = query.table === "ledger-live" && query.index?.name !== "index2";
          const page = await opened.query(isOfLedger ? { ...query, limit: PAGE_SIZE } : query);
          if (!isOfLedger) return page;
          clock.advance(PAGE_MS);
          records += page.items.length;
          return page;
        }),
    };
  };
  return { open, calls: () => calls, records: () => records };
}

/** Undefined where the process was killed. */
export const untilKilled = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (error instanceof Killed) return undefined;
    throw error;
  });
