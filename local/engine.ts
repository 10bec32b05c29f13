import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { damageProblem, SetupProblem } from "./setup-problem.ts";

/** The DynamoDB-compatible engine, running as a child process on loopback. */
export type Engine = {
  readonly endpoint: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Settles when the engine has ended, by `stop` or by itself, with the last it had to say. */
  readonly ended: Promise<string>;
};

type EngineOptions = { readonly dataFile?: string };

/** A busy machine may take its time; an engine that has ended is noticed at once. */
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;
const POLL_MS = 15;
const PORTS_MAX = 3;

/** The shell's exit codes for a program that it cannot run. */
const NOT_RUN: readonly (number | null)[] = [126, 127];

/**
 * An engine must not outlive the process that started it, however that ends, and no handler runs in one that is
 * killed. So a shell waits beside the engine for the end of a pipe that only the starter holds: the pipe closes with
 * the starter, and the engine (it takes over the first shell's id, `$$`) is ended. A line through the pipe is the
 * news that the engine has ended by itself, and its id may be somebody else's by now.
 */
const ON_A_LEASH = '{ read -r _ <&3 || kill -9 $$; } 2>/dev/null & exec "$@" 3<&-';

/** Starts the engine on a free port; without `dataFile` it keeps everything in memory. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(await freePort(), options);
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === PORTS_MAX) throw error;
    }
  }
}

/** Between our finding a port free and the engine's taking it, another process was faster. */
class PortTaken extends SetupProblem {}

async function startOn(port: number, { dataFile }: EngineOptions): Promise<Engine> {
  const command = [enginePath(), "--port", String(port), ...(dataFile ? ["--db-path", dataFile] : [])];
  const child = spawn("/bin/sh", ["-c", ON_A_LEASH, "sh", ...command], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    // Ctrl-C reaches the whole process group; the engine is ended by us, after the requests under way.
    detached: true,
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.once("error", (error) => reject(new SetupProblem(`the engine cannot be run: ${error.message}`)));
    child.once("close", () => resolve(lastWord(complaint)));
  });
  ended.catch(() => undefined);
  letGoOnExit(child);
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  const endpoint = `http://127.0.0.1:${port}`;
  const answered = await Promise.race([awaitAnswer(endpoint, child), ended.then(() => false)]);
  if (!answered) {
    process.off("exit", kill);
    throw problemAtStart(child, await ended, dataFile);
  }
  return {
    endpoint,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      process.off("exit", kill);
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (isRunning(child)) child.kill("SIGKILL");
      await ended;
    },
  };
}

function letGoOnExit(child: ChildProcess): void {
  const leash = child.stdio[3];
  if (!(leash instanceof Writable)) return;
  leash.on("error", () => undefined);
  child.once("exit", () => leash.end("\n"));
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

function enginePath(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`);
  } catch {
    throw new SetupProblem(
      `no embedded engine for ${process.platform}-${process.arch}: run a DynamoDB endpoint of your own and name it in AWS_ENDPOINT_URL_DYNAMODB`,
    );
  }
}

async function awaitAnswer(endpoint: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (isRunning(child)) {
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new SetupProblem(`the engine did not answer within ${START_TIMEOUT_MS / 1_000} seconds`);
    }
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      // Where the engine is not, another who listens there must not be taken for it.
      return isRunning(child);
    } catch {
      await sleep(POLL_MS);
    }
  }
  return false;
}

function problemAtStart(
  { exitCode }: ChildProcess,
  complaint: string,
  dataFile: string | undefined,
): SetupProblem {
  if (NOT_RUN.includes(exitCode)) return new SetupProblem(`the engine cannot be run: ${complaint}`);
  if (/in use/i.test(complaint)) return new PortTaken(`the engine found no free port: ${complaint}`);
  if (dataFile) return damageProblem(`${dataFile} cannot be opened (${complaint})`);
  return new SetupProblem(`the engine stopped at once: ${complaint}`);
}

/** The engine also tells of its good days on its error output. */
const SMALL_TALK = /^(?:$|Dynoxide listening|Shutting down)/;

function lastWord(text: string): string {
  const lines = text.split("\n").filter((line) => !SMALL_TALK.test(line));
  return lines.at(-1)?.replace(/^error: /, "") ?? "";
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}
