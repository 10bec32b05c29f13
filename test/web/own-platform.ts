import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { FILLED_NOTE } from "../../local/demo/fill-city.ts";
import type { DemoCredentials } from "../../local/graphiql/serve.ts";
import { launchBrowser } from "./chromium.ts";

const START = join(import.meta.dirname, "../../local/start.ts");
const PATIENCE_MS = 300_000;
const STEP_MS = 100;

/** The platform with its pages, and a browser, for scripts that are no tests. */
export type OwnPlatform = {
  readonly origin: string;
  readonly demo: DemoCredentials;
  readonly browser: Browser;
};

/**
 * Starts the platform in a folder of its own, lets `use` do its work once the pages are built, and leaves nothing behind.
 * @param isFilled Whether the demo city has its cases; else nothing goes on beside.
 */
export async function withOwnPlatform<T>(
  isFilled: boolean,
  use: (platform: OwnPlatform) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-pages-"));
  mkdirSync(join(folder, ".local"), { mode: 0o700 });
  const note = join(folder, FILLED_NOTE);
  if (!isFilled) writeFileSync(note, "");
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
    await until(() => output.includes("pages are ready"), child);
    if (isFilled) await until(() => existsSync(note), child);
    const [, origin = ""] = /^Portal +(\S+)\/$/m.exec(output) ?? [];
    const demo = JSON.parse(readFileSync(join(folder, ".local/demo.json"), "utf8")) as DemoCredentials;
    const browser = await launchBrowser();
    try {
      return await use({ origin, demo, browser });
    } finally {
      await browser.close();
    }
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  for (let waited = 0; !condition(); waited += STEP_MS) {
    if (child.exitCode !== null || waited > PATIENCE_MS) throw new Error("the platform did not start");
    await sleep(STEP_MS);
  }
}
