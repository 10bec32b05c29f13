import { appendFileSync } from "node:fs";
import { afterAll, expect, inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The mutant that is switched on in a test's process, and where is noted which mutants its file comes by. */
    readonly mutant: { readonly id: string; readonly notes: string };
  }
}

/** As the instrumenter's header reads and writes it. */
type Stryker = {
  readonly activeMutant: string;
  readonly hitCount: number;
  readonly hitLimit: number;
  readonly mutantCoverage?: { readonly static: Readonly<Record<string, number>> };
};

/** A mutant that is asked for so often has made a loop that does not end; it throws then. */
const HITS_MAX = 1_000_000;

const { id, notes } = inject("mutant");
const stryker: Stryker = { activeMutant: id, hitCount: 0, hitLimit: HITS_MAX };
Object.assign(globalThis, { __stryker__: stryker });

afterAll(() => {
  if (notes === "") return;
  const line = {
    file: expect.getState().testPath,
    mutants: Object.keys(stryker.mutantCoverage?.static ?? {}),
  };
  appendFileSync(notes, `${JSON.stringify(line)}\n`);
});
