import { type StdioOptions, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { quickFiles } from "./quick-files.ts";

/**
 * Everything that has to pass; with `--fast`, of the tests those that start nothing. The checks of the code
 * alone are made beside the tests, each check with what it says once it has ended. Ends with one line,
 * `N passed, N failed`, and with the exit code 1 if anything failed.
 */
type Check = { readonly name: string; readonly command: readonly string[] };
type Count = { readonly passed: number; readonly failed: number };

const node = process.execPath;
const report = join(tmpdir(), `civigraph-tests-${process.pid}.json`);

/** All others stand on it. */
const GENERATED: Check = { name: "generated code", command: [node, "local/codegen.ts"] };

const CHECKS: readonly Check[] = [
  { name: "types", command: ["node_modules/.bin/tsc", "-p", "."] },
  ...["web", "web/desk", "web/console", "web/worker"].map((folder) => ({
    name: `types of ${folder}`,
    command: ["node_modules/.bin/tsc", "-p", folder],
  })),
  { name: "types of their tests", command: ["node_modules/.bin/tsc", "-p", "test/web"] },
  { name: "format and lint", command: ["node_modules/.bin/biome", "ci", "--error-on-warnings", "."] },
  { name: "dead code", command: [node, "node_modules/knip/bin/knip.js", "--treat-config-hints-as-errors"] },
];

type Ended = { readonly succeeded: boolean; readonly output: string };

function run([command = "", ...args]: readonly string[], stdio: StdioOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject).once("close", (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** Runs checks one after the other. */
async function runChecks(checks: readonly Check[]): Promise<Count> {
  let passed = 0;
  for (const { name, command } of checks) {
    const { succeeded, output } = await run(command, ["ignore", "pipe", "pipe"]);
    console.log(`${output}${succeeded ? "passed" : "FAILED"}: ${name}`);
    if (succeeded) passed += 1;
  }
  return { passed, failed: checks.length - passed };
}

type Report = { readonly numPassedTests: number; readonly numFailedTests: number; readonly success: boolean };

/** Runs vitest; a run that breaks down without a failed test counts as one failure. */
async function runTests(files: readonly string[]): Promise<Count> {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];
  const { succeeded } = await run([node, ...vitest, `--outputFile.json=${report}`, ...files], "inherit");
  const { numPassedTests, numFailedTests }: Report = JSON.parse(await readFile(report, "utf8"));
  await rm(report);
  return { passed: numPassedTests, failed: succeeded ? numFailedTests : Math.max(1, numFailedTests) };
}

const files = process.argv.includes("--fast") ? quickFiles() : [];
const counts: Count[] = [await runChecks([GENERATED])];
const parts = [() => runChecks(CHECKS), () => runTests(files)];
if (availableParallelism() > 1) counts.push(...(await Promise.all(parts.map((part) => part()))));
else for (const part of parts) counts.push(await part());

const total = (of: keyof Count): number => counts.reduce((sum, count) => sum + count[of], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") > 0 ? 1 : 0;
