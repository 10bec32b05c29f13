import { rmSync } from "node:fs";
import { afterAll } from "vitest";
import type { Stage } from "../../infra/stages.ts";
import { type Synthesised, synthesise, temporaryFolder } from "./synthesise.ts";

/** Synthesises one stage at each call, for tests of stages of their own. The folders go once the tests are over. */
export function stageSynthesiser(): (stage: Stage) => Synthesised {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  return (stage) => {
    const outdir = temporaryFolder();
    folders.push(outdir);
    return synthesise(outdir, [], [stage]);
  };
}
