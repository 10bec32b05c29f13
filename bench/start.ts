import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Figure, median } from "./measure.ts";

const START = join(import.meta.dirname, "../local/start.ts");
const RUNS = 3;
const STEP_MS = 10;
const CODEGEN = join(import.meta.dirname, "../local/codegen.ts");
const ASKED = JSON.stringify({
  query: '{ serviceItems(region: "110105", first: 1) { edges { node { id } } } }',
});

type Answered = { readonly data?: { readonly serviceItems?: { readonly edges: readonly unknown[] } } };

/** In milliseconds, from the command. */
type Came = { readonly answer: number; readonly pages: number };

/** How long somebody waits who starts the platform for the first time: for an answer of the API, and for the pages. */
export async function firstStart(): Promise<readonly Figure[]> {
  const runs: Came[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await startAnew());
  const seconds = (of: keyof Came): string => `${(median(runs.map((run) => run[of])) / 1_000).toFixed(2)} s`;
  return [
    {
      what: "the first `npm start`: until the API's first answer",
      measured: seconds("answer"),
      bound: "≤ 5 s",
    },
    { what: "the same: until the pages are built beside it", measured: seconds("pages"), bound: "" },
  ];
}

async function startAnew(): Promise<Came> {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-start-"));
  const began = performance.now();
  // As `npm start` does.
  spawnSync(process.execPath, [CODEGEN], { stdio: "inherit" });
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
    const endpoint = await until(() => /^GraphQL +(\S+)$/m.exec(output)?.[1], child);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: ASKED,
    });
    const { data } = (await response.json()) as Answered;
    if (!data?.serviceItems?.edges.length) throw new Error("the API has no answer");
    const answer = performance.now() - began;
    await until(() => output.includes("pages are ready") || undefined, child);
    return { answer, pages: performance.now() - began };
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until<T>(look: () => T | undefined, child: ChildProcess): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error("the platform did not start");
    await sleep(STEP_MS);
  }
}
