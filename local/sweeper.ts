import { setTimeout as sleep } from "node:timers/promises";
import type { Ports } from "../services/graphql/compose.ts";
import { openReceiver } from "../services/notifications/index.ts";
import { deliverEvents } from "../services/outbox/index.ts";
import { openDatabase } from "../services/platform/database.ts";
import { plusMs } from "../services/platform/runtime.ts";

const EVERY_MS = 1_000;
const SWEEP_MS_MAX = 2_000;

type SweeperPorts = Pick<Ports, "client" | "config" | "gateways" | "runtime" | "log">;

/** Delivers events about once a second, as the scheduled function does every minute; the answer ends that. */
export function startSweeper(ports: SweeperPorts): () => Promise<void> {
  const ending = new AbortController();
  const ended = sweepUntil(ending.signal, ports);
  return () => {
    ending.abort();
    return ended;
  };
}

async function sweepUntil(
  signal: AbortSignal,
  { client, config, gateways, runtime, log }: SweeperPorts,
): Promise<void> {
  const { now } = runtime;
  const open = () => openDatabase(client, config.tablePrefix);
  const ports = { open, now, receive: openReceiver({ open, config, gateways, runtime, log }), log };
  while (!signal.aborted) {
    try {
      await deliverEvents(ports, plusMs(now(), SWEEP_MS_MAX));
    } catch (error) {
      log("WARN", "a sweep of the outbox failed", { cause: error instanceof Error ? error.name : "unknown" });
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
