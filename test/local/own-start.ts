import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const START = join(import.meta.dirname, "../../local/start.ts");
const PATIENCE_MS = 300_000;
const STEP_MS = 10;

/** A platform that a script has started, which is no test. */
export type OwnStart = {
  readonly folder: string;
  /** The value that `look` finds at last in all that the platform has printed by then. Throws where it has ended. */
  readonly wait: <T>(look: (output: string) => T | undefined) => Promise<T>;
};

/**
 * Starts the platform as it stands in a folder of its own, lets `use` do its work, and leaves nothing behind.
 * @param prepare Puts something into the folder before that.
 */
export async function withOwnStart<T>(
  use: (start: OwnStart) => Promise<T>,
  prepare: (folder: string) => void = () => undefined,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-start-"));
  mkdirSync(join(folder, ".local"), { mode: 0o700 });
  prepare(folder);
  const child = spawn(process.execPath, [START], {
    cwd: folder,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  try {
    return await use({ folder, wait: (look) => until(() => look(output), child) });
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until<T>(look: () => T | undefined, child: ChildProcess): Promise<T> {
  for (let waited = 0; ; waited += STEP_MS) {
    const found = look();
    if (found !== undefined) return found;
    if (child.exitCode !== null || waited > PATIENCE_MS) throw new Error("the platform did not start");
    await sleep(STEP_MS);
  }
}
