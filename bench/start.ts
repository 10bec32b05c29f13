import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { withOwnStart } from "../test/local/own-start.ts";
import { type Figure, median } from "./measure.ts";

const RUNS = 3;
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
  const began = performance.now();
  // As `npm start` does.
  spawnSync(process.execPath, [CODEGEN], { stdio: "inherit" });
  return withOwnStart(async ({ wait }) => {
    const endpoint = await wait((output) => /^GraphQL +(\S+)$/m.exec(output)?.[1]);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: ASKED,
    });
    const { data } = (await response.json()) as Answered;
    if (!data?.serviceItems?.edges.length) throw new Error("the API has no answer");
    const answer = performance.now() - began;
    await wait((output) => output.includes("pages are ready") || undefined);
    return { answer, pages: performance.now() - began };
  });
}
