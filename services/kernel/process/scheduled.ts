import type { Context } from "aws-lambda";
import type { Mode } from "../actor.ts";
import { readAwsEnvironment } from "../aws/environment.ts";
import { type Commit, commitTo } from "../commit/commit.ts";
import { type Database, openDatabase } from "../database/database.ts";
import { lineFrom, openWire } from "../database/wire.ts";
import { eachDespite, sayFaults } from "../each-of.ts";
import { describeFault, nameFault } from "../fault.ts";
import { type Instant, plusMs, systemRuntime } from "../runtime.ts";
import { readTablePrefix } from "./config.ts";
import { jsonLog } from "./log.ts";

/** The tables of this process, as its environment names them; each view of them remembers only what it has read. */
export function openTables(): () => { readonly database: Database; readonly commit: Commit } {
  const prefix = readTablePrefix(process.env);
  const aws = readAwsEnvironment(process.env);
  const call = openWire(() => lineFrom(aws));
  return () => {
    const database = openDatabase(call, prefix);
    return { database, commit: commitTo(database) };
  };
}

type Scheduled = {
  /** The message of the lines that it logs, one for each mode; alarms are made of them. */
  readonly logs: string;
  /** For what is under way when the time is over. */
  readonly reserveMs?: number;
  /** Each does what is due, and begins nothing after `until`; what they answer is logged, what fails is thrown at the end. */
  readonly runs: readonly Run[];
};

type Run = (mode: Mode, until: Instant) => Promise<Readonly<Record<string, unknown>>>;

type Handler = (_: unknown, context: Pick<Context, "getRemainingTimeInMillis">) => Promise<void>;

const RESERVE_MS = 10_000;

/**
 * A call that fails says so in the log by lines of ours. Lambda logs by itself whatever is thrown out of a handler, with
 * the message of the database's client and all, so what leaves here has only the fault's name.
 */
export async function failReadably(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    jsonLog("ERROR", "fault", { cause: describeFault(error) });
    throw new Error(error instanceof AggregateError ? error.message : nameFault(error));
  }
}

/** The handler of a function that is called now and again: it works in both modes, as long as its time allows. */
export const scheduled =
  ({ logs, reserveMs = RESERVE_MS, runs }: Scheduled): Handler =>
  (_, context) =>
    failReadably(async () => {
      const { now } = systemRuntime;
      const started = now();
      const until = plusMs(started, context.getRemainingTimeInMillis() - reserveMs);
      const faults: unknown[] = [];
      for (const mode of ["live", "test"] as const) {
        const outcome: Record<string, unknown> = {};
        for (const run of runs) {
          await eachDespite([run], async () => void Object.assign(outcome, await run(mode, until)), faults);
        }
        jsonLog("INFO", logs, { mode, ...outcome, durationMs: Date.parse(now()) - Date.parse(started) });
      }
      sayFaults(faults);
    });
