import { setTimeout as sleep } from "node:timers/promises";
import type { Ports } from "../services/app/compose.ts";
import { openReceiver } from "../services/app/receiver.ts";
import { RUNTIMES } from "../services/app/registry.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { deliverEvents } from "../services/kernel/outbox/index.ts";
import { plusMs } from "../services/kernel/runtime.ts";
import type { ServiceRuntime } from "../services/kernel/service-runtime.ts";
import { openPartitions, verifyBooks } from "../services/money/ledger/index.ts";

const EVERY_MS = 1_000;
/** Between two of them events are delivered, however much there is to be verified. */
const VERIFY_MS_MAX = 1_000;
const VERIFY_EVERY_MS = 300_000;
const DUE_EVERY_MS = 10_000;
const SWEEP_MS_MAX = 2_000;

/** Those of all services, each with the name of its schedule; events and ledgers have paces of their own. */
const SWEEPS = RUNTIMES.flatMap((one: ServiceRuntime) => Object.entries(one.sweeps ?? {}));

/** They would end, by today's date, cases that are being filed with the dates of months ago. */
const FOR_A_FILLED_CITY: readonly string[] = ["run-case-clocks"];

type SweeperPorts = Pick<Ports, "client" | "config" | "parts" | "runtime" | "log">;

/**
 * Does what scheduled functions do: about every second it delivers events, every ten it does the sweeps of all services, every
 * five minutes it verifies the ledgers. The clocks of cases wait until the demo city is `filled`. The answer ends all of it.
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
      for (const [schedule, sweep] of SWEEPS) {
        if (isFilled || !FOR_A_FILLED_CITY.includes(schedule)) {
          await sweep(due, mode, plusMs(now(), SWEEP_MS_MAX));
        }
      }
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
