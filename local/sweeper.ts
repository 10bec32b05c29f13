import { setTimeout as sleep } from "node:timers/promises";
import type { Ports } from "../services/app/compose.ts";
import { openReceiver } from "../services/app/receiver.ts";
import { endDueRides } from "../services/convenience/transit/index.ts";
import { payAutomatically } from "../services/convenience/utilities/index.ts";
import { runCaseClocks } from "../services/government/cases/index.ts";
import { closeHallDays } from "../services/government/halls/index.ts";
import { runRectificationClocks } from "../services/government/inspections/index.ts";
import { runEvaluationClocks } from "../services/government/supervision/index.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { deliverEvents } from "../services/kernel/outbox/index.ts";
import { plusMs } from "../services/kernel/runtime.ts";
import { openPartitions, verifyBooks } from "../services/money/ledger/index.ts";
import { endAuthorities } from "../services/people/enterprises/index.ts";

const EVERY_MS = 1_000;
/** Between two of them events are delivered, however much there is to be verified. */
const VERIFY_MS_MAX = 1_000;
const VERIFY_EVERY_MS = 300_000;
const DUE_EVERY_MS = 10_000;
const SWEEP_MS_MAX = 2_000;

type SweeperPorts = Pick<Ports, "client" | "config" | "parts" | "runtime" | "log">;

/**
 * Does what scheduled functions do: about every second it delivers events, every ten ends rides of which an end is missing,
 * pays bills that are to be paid by themselves, runs the clocks of cases and closes the days of halls, every five minutes
 * verifies the ledgers. The clocks wait until the demo city is `filled`: they would end, by today's date, cases that are
 * being filed with the dates of months ago. The answer ends all of it.
 */
export function startSweeper(ports: SweeperPorts, filled: Promise<void>): () => Promise<void> {
  const ending = new AbortController();
  const ended = sweepUntil(ending.signal, ports, filled);
  return () => {
    ending.abort();
    return ended;
  };
}

async function sweepUntil(
  signal: AbortSignal,
  { client, config, parts, runtime, log }: SweeperPorts,
  filled: Promise<void>,
): Promise<void> {
  let isFilled = false;
  filled.then(() => {
    isFilled = true;
  });
  const { now } = runtime;
  const open = () => openDatabase(client, config.tablePrefix);
  const ports = { open, now, receive: openReceiver({ open, config, parts, runtime, log }), log };
  const partitions = openPartitions(client, config.tablePrefix);
  // One process and an engine whose index is never late: what is booked shows at once.
  const pace = { everyMs: VERIFY_EVERY_MS, settledMs: 0 };
  const verify = async (): Promise<boolean> => {
    const until = plusMs(now(), VERIFY_MS_MAX);
    const [live, test] = await Promise.all(
      (["live", "test"] as const).map((mode) =>
        verifyBooks({ open, partitions, now, pause: sleep, pace }, mode, until),
      ),
    );
    return live?.finished === true && test?.finished === true;
  };
  const withCommit = () => {
    const database = open();
    return { database, commit: commitTo(database) };
  };
  const doWhatIsDue = async (): Promise<void> => {
    const due = { open: withCommit, now, config, parts, runtime, log };
    for (const mode of ["live", "test"] as const) {
      await endDueRides(due, mode, plusMs(now(), SWEEP_MS_MAX));
      if (isFilled) {
        await runCaseClocks(due, mode, plusMs(now(), SWEEP_MS_MAX));
        await runEvaluationClocks(due, mode);
        await runRectificationClocks(due, mode);
        await endAuthorities(due, mode, plusMs(now(), SWEEP_MS_MAX));
      }
      await closeHallDays(due, mode, plusMs(now(), SWEEP_MS_MAX));
      await payAutomatically(due, mode, plusMs(now(), SWEEP_MS_MAX));
    }
  };
  let [dueAt, verifyAt] = [now(), now()];
  while (!signal.aborted) {
    try {
      await deliverEvents(ports, plusMs(now(), SWEEP_MS_MAX));
      if (now() >= dueAt) {
        await doWhatIsDue();
        dueAt = plusMs(now(), DUE_EVERY_MS);
      }
      if (now() >= verifyAt) verifyAt = plusMs(now(), (await verify()) ? VERIFY_EVERY_MS : 0);
    } catch (error) {
      log("WARN", "a sweep failed", { cause: String(error) });
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
