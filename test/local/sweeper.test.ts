import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { startSweeper } from "../../local/sweeper.ts";
import { workPorts } from "../../local/work-ports.ts";
import { WORK } from "../../services/app/schedules.ts";
import { startPlatform } from "../support/platform.ts";

/** Only a sweeper that does nothing takes as long. */
const PATIENCE_MS = 60_000;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The sweeps that have failed, each with its schedule and mode, of a platform whose tables cannot be opened. */
async function failingFrom(filled: Promise<void>) {
  const platform = await startPlatform();
  ends.push(platform.stop);
  const failed: string[] = [];
  const ports = {
    ...workPorts(platform.ports, platform.published.put),
    open: () => {
      throw new Error("no tables");
    },
    log: (level: string, message: string, { schedule, mode }: Readonly<Record<string, unknown>> = {}) => {
      if (level === "WARN" && message === "a sweep failed") failed.push(`${schedule} ${mode}`);
    },
  };
  const stop = startSweeper(ports, filled);
  ends.unshift(stop);
  return {
    failed,
    stop,
    has: async (line: string): Promise<void> => {
      const patience = Date.now() + PATIENCE_MS;
      while (!failed.includes(line) && Date.now() < patience) await sleep(10);
      expect(failed).toContain(line);
    },
  };
}

const waiting = WORK.filter(({ schedule }) => schedule.waitsForDemo);

it("a sweep that fails keeps none behind it, and no other mode, from its turn", async () => {
  const { failed, stop, has } = await failingFrom(Promise.resolve());
  await has("run-case-clocks test");
  await stop();
  const clocks = WORK.find(({ schedule }) => schedule.name === "run-case-clocks");
  const of = (mode: string) => failed.filter((line) => line === `run-case-clocks ${mode}`);
  expect(of("live").length).toBeGreaterThanOrEqual(clocks?.sweeps.length ?? 0);
  expect(of("test").length).toBeGreaterThanOrEqual(clocks?.sweeps.length ?? 0);
});

it("schedules that wait for the demo city are done once it is filled, and not before", async () => {
  expect(waiting.map(({ schedule }) => schedule.name)).toEqual(["settle-days", "run-case-clocks"]);
  const filled = Promise.withResolvers<void>();
  const { failed, has } = await failingFrom(filled.promise);
  await has("close-hall-days test");
  await has("end-rides test");
  expect(failed.filter((line) => line.startsWith("run-case-clocks"))).toEqual([]);
  filled.resolve();
  await has("run-case-clocks live");
});
