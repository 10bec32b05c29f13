import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The DynamoDB-compatible engine, running as a child process on loopback. */
export type Engine = { readonly endpoint: string; readonly pid: number; readonly stop: () => Promise<void> };

/** Something that the person at the keyboard can put right; shown as one line, without a stack. */
export class SetupProblem extends Error {}

const START_TIMEOUT_MS = 10_000;
const STOP_TIMEOUT_MS = 5_000;
const POLL_MS = 15;

/** Starts the engine on a free port; without `dataFile` it keeps everything in memory. */
export async function startEngine({ dataFile }: { readonly dataFile?: string } = {}): Promise<Engine> {
  const port = await freePort();
  const child = spawn(enginePath(), ["--port", String(port), ...(dataFile ? ["--db-path", dataFile] : [])], {
    stdio: ["ignore", "ignore", "pipe"],
    // Ctrl-C reaches the whole process group; the engine is ended by us, after the requests under way.
    detached: true,
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // An engine must not outlive the process that started it, however that ends.
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, child, () => complaint);
  return {
    endpoint,
    pid: child.pid ?? 0,
    stop: async () => {
      process.off("exit", kill);
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await ended;
    },
  };
}

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

async function answering(endpoint: string, child: ChildProcess, complaint: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new SetupProblem(`the engine stopped at once: ${lastLine(complaint())}`);
    }
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      await sleep(POLL_MS);
    }
  }
  child.kill("SIGKILL");
  throw new SetupProblem(`the engine did not answer within ${START_TIMEOUT_MS / 1_000} seconds`);
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}
