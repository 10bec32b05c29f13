import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { FILLED_NOTE } from "../../local/demo/fill-city.ts";
import type { DemoCredentials } from "../../local/graphiql/demo-credentials.ts";
import { graphiqlPage } from "../../local/graphiql/serve.ts";
import { signInPlacesAt } from "../../local/sign-in/clients.ts";
import { type WebPages, webPages } from "../../local/web/serve.ts";
import type { FaultProxy } from "../support/fault-proxy.ts";
import { madeOnce } from "../support/made-once.ts";
import type { Json } from "../support/platform.ts";
import { bundledStart } from "./bundled-start.ts";

const LOCAL = fileURLToPath(new URL("../../local/", import.meta.url));
/** Only an end that never comes takes as long: a busy machine may take its time. */
const PATIENCE_MS = 300_000;
const STEP_MS = 10;

const folders: string[] = [];
const children = new Set<ChildProcess>();

/** The dearest part of a start, made once for all: the loading of its modules, and the page. */
export const compileCache = (): string => join(inject("sharedFolder"), "compiled");
const bundles = (): string => join(inject("sharedFolder"), "graphiql");
const builtPages = (): string => join(inject("sharedFolder"), "web");

/** A folder to start in, with nothing in it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-local-"));
  folders.push(folder);
  return folder;
}

/** The portal's pages, as a start builds them into a folder. */
export const portalPages = (folder: string): WebPages =>
  webPages({ signIn: signInPlacesAt("http://localhost:4000"), region: "110105" }, folder);

/** A folder whose first start finds the pages made, and has yet to found the demo city and to fill it. */
export async function folderWithPages(): Promise<string> {
  await Promise.all([graphiqlPage(undefined, bundles()).prepare(), portalPages(builtPages()).prepare()]);
  const folder = newFolder();
  mkdirSync(join(folder, ".local"), { mode: 0o700 });
  symlinkSync(bundles(), join(folder, ".local/graphiql"));
  symlinkSync(builtPages(), join(folder, ".local/web"));
  return folder;
}

/** A folder whose first start finds the pages made, and founds the demo city without cases, so that nothing goes on beside it. */
export async function preparedFolder(): Promise<string> {
  const folder = await folderWithPages();
  writeFileSync(join(folder, FILLED_NOTE), "");
  return folder;
}

/** As one of `preparedFolder` after its first start. The city in it is made once in a run. */
export async function foundedFolder(): Promise<string> {
  const founded = await madeOnce("founded", async (draft) => {
    const folder = await preparedFolder();
    await whileRunning(folder, async () => undefined);
    copyData(folder, draft);
  });
  return copyOf(founded);
}

/** A folder with the same data as another, in which nothing runs. */
export function copyOf(other: string): string {
  const folder = newFolder();
  copyData(other, folder);
  return folder;
}

const copyData = (from: string, to: string): void =>
  cpSync(join(from, ".local"), join(to, ".local"), { recursive: true });

export async function removeFolders(): Promise<void> {
  for (const child of children) child.kill("SIGKILL");
  await until(() => folders.every((folder) => processesIn(folder).length === 0));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Run = {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly output: () => string;
  readonly ended: Promise<Ended>;
};

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself, before the script. */
  readonly node?: readonly string[];
  readonly args?: readonly string[];
  /** Runs as this user, who must be somebody for whom the folder's permissions count. */
  readonly uid?: number;
};

/** Runs a command of `local/`, or another script, as its own process, in `folder`. */
export function run(
  script: string,
  folder: string,
  { env = {}, node = [], args = [], uid }: RunOptions = {},
): Run {
  const { AWS_ENDPOINT_URL_DYNAMODB: _, npm_lifecycle_event: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [...node, resolve(LOCAL, script), ...args], {
    cwd: folder,
    env: { ...inherited, NODE_COMPILE_CACHE: compileCache(), PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.add(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      children.delete(child);
      resolve({ code, stdout, stderr });
    });
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    output: () => stdout,
    ended,
  };
}

/** The environment in which Node, whatever it runs, lives at another time: from `at` on time goes on. */
export const livingFrom = (at: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${new URL("shifted-clock.ts", import.meta.url).href}`,
  CLOCK_SHIFT_MS: String(at - Date.now()),
});

/** The environment in which Node, whatever it runs, reaches its database by way of this proxy. */
export const reachedBy = ({ endpoint }: Pick<FaultProxy, "endpoint">): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${new URL("short-database.ts", import.meta.url).href}`,
  FAULT_PROXY_PORT: new URL(endpoint).port,
});

export type Started = Run & { readonly endpoint: string; readonly demo: DemoCredentials };

/** Starts the platform, from a bundle of its sources, and waits until it says where it is. */
export async function start(folder: string, options?: RunOptions): Promise<Started> {
  return standing(run(await bundledStart(), folder, options), folder);
}

/** A platform that is being started, once it says where it is. */
export async function standing(running: Run, folder: string): Promise<Started> {
  const failed = running.ended.then(({ code, stderr }) => {
    throw new Error(`the platform ended with ${code}: ${stderr}`);
  });
  await Promise.race([failed, until(() => running.output().includes("Ctrl-C"))]);
  failed.catch(() => undefined);
  const [, endpoint = ""] = /^GraphQL +(\S+)$/m.exec(running.output()) ?? [];
  return { ...running, endpoint, demo: demoOf(folder) };
}

/** Starts, lets `use` do its work, and stops cleanly. */
export async function whileRunning<T>(folder: string, use: (platform: Started) => Promise<T>): Promise<T> {
  const platform = await start(folder);
  try {
    return await use(platform);
  } finally {
    platform.kill("SIGTERM");
    await platform.ended;
  }
}

export const demoOf = (folder: string): DemoCredentials =>
  JSON.parse(readFileSync(join(folder, ".local/demo.json"), "utf8"));

export type Reply = { readonly data: Json; readonly errors?: readonly { readonly message: string }[] };

export async function ask(
  endpoint: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
}

export const signedIn = ({ token }: { readonly token: string }) => ({ authorization: `Bearer ${token}` });

/** The processes that work in a folder, by their ids; it is how children that lost their parent are found. */
export function processesIn(folder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && folderOf(name) === folder)
    .map(Number);
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It has ended, or is none of ours.
    return undefined;
  }
}

export const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, "utf8");

export const holds = (folder: string, file: string): boolean => existsSync(join(folder, ".local", file));

/** Until the demo city has its people and their cases; the platform answers meanwhile. */
export const untilFilled = (folder: string): Promise<void> =>
  until(() => existsSync(join(folder, FILLED_NOTE)));

export async function until(condition: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("what was waited for has not come about");
    await sleep(STEP_MS);
  }
}
