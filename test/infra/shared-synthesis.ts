import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { STAGES } from "../../infra/stages.ts";
import { type Synthesised, synthesise, synthesisedIn } from "./synthesise.ts";

/** The stack whose functions are bundled, too: the first stage's only, because it takes time. */
export const BUNDLED_STACK = `civigraph-${STAGES[0].name}-service`;

const POLL_MS = 50;

/** All stacks, synthesised by whichever file of a run comes first; the others wait and read what it made. */
export async function sharedSynthesis(): Promise<Synthesised> {
  const folder = join(inject("sharedFolder"), "synthesised");
  const [outdir, ended] = [join(folder, "cdk.out"), join(folder, "ended")];
  // The first one is told what it made, all others nothing.
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    try {
      return synthesise(outdir, [BUNDLED_STACK]);
    } finally {
      writeFileSync(ended, "");
    }
  }
  while (!existsSync(ended)) await sleep(POLL_MS);
  return synthesisedIn(outdir);
}
