import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";
import { type Mutant, mutantsOf } from "./mutants-of.ts";

/**
 * Judges tests by mutants: each small change of a file is switched on in turn, and should make a test fail. The file on
 * the disk stays as it is. Stryker's instrumenter makes the mutants; its own runner does not work with vitest 5.
 */
const USAGE = "npm run mutate -- services/<file>.ts [test/<file or folder> …] [--lines 10-20] [--kind NAME]";

type Found = { readonly mutant: Mutant; readonly outcome: "killed" | "survived" | "not covered" };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: "string" }, kind: { type: "string" } },
});
const [file, ...given] = positionals;
if (!file) throw new Error(USAGE);
const path = resolve(file);
const { code, mutants: all } = await mutantsOf(path);
const [from = 0, to = Number.POSITIVE_INFINITY] = (values.lines ?? "").split("-").filter(Boolean).map(Number);
const mutants = all.filter(({ line, kind }) => line >= from && line <= to && (values.kind ?? kind) === kind);

/** The tests beside which the file stands, in the mirror of `services/`, or of the nearest folder that has one. */
async function testsBeside(folder: string): Promise<string> {
  const mirrored = folder.replace(/^services/, "test");
  const isThere = await stat(mirrored).then(
    () => true,
    () => false,
  );
  return isThere ? mirrored : testsBeside(dirname(folder));
}

async function openVitest(): Promise<Vitest> {
  return createVitest(
    {
      ...{ watch: false, bail: 1, reporters: [{}], passWithNoTests: true, fsModuleCache: false },
      // A module keeps the switch that it found when it was loaded: each file needs its own.
      isolate: true,
      setupFiles: [join(import.meta.dirname, "switch-mutant.ts")],
    },
    {
      plugins: [
        {
          name: "mutants",
          enforce: "pre",
          load: (id) => (id === path ? { code, map: null } : null),
        },
      ],
    },
  );
}

/** A run that the end of another has cut short is made again. */
const RUNS_MAX = 3;

/** Runs the tests with one mutant switched on, or with none, and says whether all passed. */
async function pass(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  mutant: { readonly id: string; readonly notes: string },
): Promise<boolean> {
  const wanted = new Set(specifications.map(({ moduleId }) => moduleId));
  for (let run = 0; run < RUNS_MAX; run += 1) {
    vitest.provide("mutant", mutant);
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...specifications]);
    // The other modules are as a run before has left them.
    const states = testModules.filter(({ moduleId }) => wanted.has(moduleId)).map((module) => module.state());
    // A module that was not run to its end counts as sound in `ok()`, and is no evidence of anything.
    if (unhandledErrors.length > 0 || states.includes("failed")) return false;
    if (states.length === wanted.size && states.every((state) => state === "passed")) return true;
  }
  throw new Error(`mutant ${mutant.id}: the tests neither passed nor failed`);
}

/** For each mutant the test files that come by it. */
async function coverageOf(notes: string): Promise<(id: string) => ReadonlySet<string>> {
  const lines = (await readFile(notes, "utf8")).split("\n").filter(Boolean);
  const noted = lines.map((line): { file: string; mutants: string[] } => JSON.parse(line));
  return (id) => new Set(noted.flatMap((one) => (one.mutants.includes(id) ? [one.file] : [])));
}

const tests = given.length > 0 ? given : [await testsBeside(dirname(file))];
const folder = await mkdtemp(join(tmpdir(), "civigraph-mutants-"));
const notes = join(folder, "coverage");
const vitest = await openVitest();
const found: Found[] = [];
try {
  const specifications = await vitest.globTestSpecifications(tests.map((test) => resolve(test)));
  if (!(await pass(vitest, specifications, { id: "", notes })))
    throw new Error("the tests fail without a mutant");
  const covering = await coverageOf(notes);
  for (const mutant of mutants) {
    const files = covering(mutant.id);
    const wanted = specifications.filter(({ moduleId }) => files.has(moduleId));
    const survives = wanted.length > 0 && (await pass(vitest, wanted, { id: mutant.id, notes: "" }));
    const outcome = wanted.length === 0 ? "not covered" : survives ? "survived" : "killed";
    found.push({ mutant, outcome });
    const { line, kind, before, after } = mutant;
    if (outcome !== "killed") console.log(`${outcome}: ${file}:${line} ${kind}: ${before} → ${after}`);
  }
} finally {
  await vitest.close();
  await rm(folder, { recursive: true });
}
const killed = found.filter(({ outcome }) => outcome === "killed").length;
console.log(`${killed} of ${found.length} mutants of ${relative(".", path)} killed by ${tests.join(" ")}`);
