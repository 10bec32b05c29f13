import type { Context } from "aws-lambda";
import type { Mode } from "../actor.ts";
import { eachDespite, sayFaults } from "../each-of.ts";
import { describeFault, nameFault } from "../fault.ts";
import { type Instant, plusMs, systemRuntime } from "../runtime.ts";
import { jsonLog } from "./log.ts";

type Outcome = Readonly<Record<string, unknown>>;

type Called = {
  /** The message of the lines that it logs; alarms are made of them. */
  readonly logs: string;
  /** Kept for work that is under way when the time is over. */
  readonly reserveSeconds?: number | undefined;
};

type Scheduled = Called & {
  /** Each does what is due, and begins nothing after `until`; what they answer is logged, what fails is thrown at the end. */
  readonly runs: readonly ((mode: Mode, until: Instant) => Promise<Outcome>)[];
};

type ScheduledAtOnce = Called & { readonly run: (until: Instant) => Promise<Outcome> };

export type Handler = (_: unknown, context: Pick<Context, "getRemainingTimeInMillis">) => Promise<void>;

const { now } = systemRuntime;

/** Longer than all attempts of one call to the database. */
const RESERVE_SECONDS = 10;

/**
 * A call that fails says so in the log by lines of ours. Lambda logs by itself whatever is thrown out of a handler, with
 * the message of the database's client and all, so what leaves here has only the fault's name.
 */
async function failReadably(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    jsonLog("ERROR", "fault", { cause: describeFault(error) });
    throw new Error(error instanceof AggregateError ? error.message : nameFault(error));
  }
}

/** The handler of a function that is called now and again: it works in both modes, as long as its time allows. */
export const scheduled =
  ({ logs, reserveSeconds, runs }: Scheduled): Handler =>
  (_, context) =>
    failReadably(async () => {
      const started = now();
      const until = endOf(context, reserveSeconds);
      const faults: unknown[] = [];
      for (const mode of ["live", "test"] as const) {
        const outcome: Record<string, unknown> = {};
        for (const run of runs) {
          await eachDespite([run], async () => void Object.assign(outcome, await run(mode, until)), faults);
        }
        jsonLog("INFO", logs, { mode, ...outcome, durationMs: msSince(started) });
      }
      sayFaults(faults);
    });

/** The same, where one run is of both modes: it logs a line once it has ended, and none where it fails. */
export const scheduledAtOnce =
  ({ logs, reserveSeconds, run }: ScheduledAtOnce): Handler =>
  (_, context) =>
    failReadably(async () => {
      const started = now();
      const outcome = await run(endOf(context, reserveSeconds));
      jsonLog("INFO", logs, { ...outcome, durationMs: msSince(started) });
    });

const endOf = (context: Parameters<Handler>[1], reserveSeconds = RESERVE_SECONDS): Instant =>
  plusMs(now(), context.getRemainingTimeInMillis() - reserveSeconds * 1_000);

const msSince = (then: Instant): number => Date.parse(now()) - Date.parse(then);
