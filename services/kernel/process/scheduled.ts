import type { Context } from "aws-lambda";
import { nameFaults } from "../each-of.ts";
import { describeFault } from "../fault.ts";
import { type Instant, plusMs, systemRuntime } from "../runtime.ts";
import { runInTurn, type Told, type Turn } from "./in-turn.ts";
import { jsonLog } from "./log.ts";

type Scheduled = {
  /** The message of the lines that it logs; alarms are made of them. */
  readonly logs: string;
  /** Kept for work that is under way when the time is over. */
  readonly reserveSeconds?: number | undefined;
  readonly turns: readonly Turn[];
};

export type Handler = (_: unknown, context: Pick<Context, "getRemainingTimeInMillis">) => Promise<void>;

const { now } = systemRuntime;

/** Longer than all attempts of one call to the database. */
const RESERVE_SECONDS = 10;
/** Of one run. A thing that fails a thousand times says no more than one that fails ten times. */
const FAULT_LINES_MAX = 10;

/**
 * The handler of a function that is called now and again: it works as long as its time allows. Each turn logs its line,
 * failed or not, and behind it one for each fault. A call in which something failed fails at its end, so that it counts
 * as missed. Lambda logs by itself whatever is thrown out of a handler, with the message of the database's client and
 * all, so what leaves here has only the fault's name.
 */
export const scheduled =
  ({ logs, reserveSeconds, turns }: Scheduled): Handler =>
  async (_, context) => {
    const started = now();
    let faults: readonly unknown[] = [];
    const tell = ({ of, counts, failed }: Told): void => {
      jsonLog("INFO", logs, { ...of, ...counts, durationMs: msSince(started) });
      for (const each of failed) tellFaults(of, each);
      faults = [...faults, ...failed.flat()];
    };
    await runInTurn(turns, { now, until: endOf(context, reserveSeconds), tell });
    if (faults.length > 0) throw new Error(nameFaults(faults));
  };

function tellFaults(of: Turn["of"], faults: readonly unknown[]): void {
  for (const fault of faults.slice(0, FAULT_LINES_MAX)) {
    jsonLog("ERROR", "fault", { ...of, cause: describeFault(fault) });
  }
  const more = faults.length - FAULT_LINES_MAX;
  if (more > 0) jsonLog("ERROR", "more faults of the same run", { ...of, more });
}

const endOf = (context: Parameters<Handler>[1], reserveSeconds = RESERVE_SECONDS): Instant =>
  plusMs(now(), context.getRemainingTimeInMillis() - reserveSeconds * 1_000);

const msSince = (then: Instant): number => Date.parse(now()) - Date.parse(then);
