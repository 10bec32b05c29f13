import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, startEngine } from "../../local/engine.ts";
import type { Random } from "../../local/generate/random.ts";
import { bundled } from "../local/bundled-start.ts";
import { compileCache } from "../local/local-platform.ts";
import type { FaultProxy } from "../support/fault-proxy.ts";
import type { Json } from "../support/platform.ts";
import type { Task, Told, Wave } from "./killed-tasks.ts";

/** Behind the first that is killed. */
const KILLED_OF_100 = 30;
const ENGINE_TOO_OF_100 = 40;
/** About as many as a task has. */
const WRITES_A_TASK = 2;

export type Crew = Awaited<ReturnType<typeof startCrew>>;

/**
 * Processes that do what is asked, one after the other, over an engine that keeps all in a file: the next takes over where
 * one was killed, and sometimes the engine is killed with it.
 */
export async function startCrew(faults: FaultProxy, random: Random, now: () => number) {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-killed-"));
  const script = await bundled("test/money/killed-process.ts");
  let engine: Engine = await startEngine({ dataFile: join(folder, "data") });
  let kills = 0;
  faults.forwardTo(engine.endpoint, now);
  const hire = (): ChildProcess =>
    fork(script, {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache(), ENGINE: faults.endpoint },
    });
  // The one that is next gets ready while another works.
  let [working, next] = [hire(), hire()];
  const isReady = new Map([working, next].map((process) => [process, once(process, "message")]));

  const takeOver = async (): Promise<void> => {
    kills += 1;
    if (random.chance(ENGINE_TOO_OF_100)) {
      process.kill(engine.pid, "SIGKILL");
      await engine.ended;
      engine = await startEngine({ dataFile: join(folder, "data") });
      faults.forwardTo(engine.endpoint, now);
    }
    [working, next] = [next, hire()];
    isReady.set(next, once(next, "message"));
  };

  /**
   * The answers of all tasks, by their ids. Each is done again where nobody knows whether it was done; before that, `look`
   * sees how the books were left.
   */
  const work = async (
    at: string,
    tasks: readonly Task[],
    look: () => Promise<unknown>,
  ): Promise<ReadonlyMap<string, Json>> => {
    const answers = new Map<string, Json>();
    while (answers.size < tasks.length) {
      const left = tasks.filter(({ id }) => !answers.has(id));
      const dies = random.chance(kills === 0 ? 100 : KILLED_OF_100)
        ? { atWrite: random.int(1, WRITES_A_TASK * left.length), isBefore: random.chance(50) }
        : undefined;
      await isReady.get(working);
      if (await isKilled(working, { at, tasks: left, dies }, answers)) {
        await takeOver();
        await look();
      }
      for (const { id } of left) faults.noteOperation({ isUnknown: !answers.has(id) });
    }
    return answers;
  };

  return {
    work,
    kills: () => kills,
    engine: () => engine,
    stop: async (): Promise<void> => {
      for (const process of [working, next]) process.kill("SIGKILL");
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether the process was killed before it had done all. Throws where it failed. */
function isKilled(worker: ChildProcess, wave: Wave, answers: Map<string, Json>): Promise<boolean> {
  let left = wave.tasks.length;
  return new Promise<boolean>((resolve, reject) => {
    const ended = (_: number | null, signal: string | null): void =>
      signal === "SIGKILL" ? resolve(true) : reject(new Error("the process ended by itself"));
    const take = (told: Told): void => {
      if (told === "READY") return;
      if ("fault" in told) reject(new Error(`${told.task}: ${told.fault}`));
      else answers.set(told.task, told.answer);
      left -= 1;
      if (left === 0) resolve(false);
    };
    worker.once("close", ended).on("message", take);
    worker.send(wave);
  }).finally(() => worker.removeAllListeners("message").removeAllListeners("close"));
}
