import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Everything that has to pass, one check after another, each shown as it runs. Ends with one line,
 * `N passed, N failed`, and with the exit code 1 if anything failed.
 */
type Check = { readonly name: string; readonly command: readonly string[] };

const node = process.execPath;
const report = join(tmpdir(), `civigraph-tests-${process.pid}.json`);

const CHECKS: readonly Check[] = [
  { name: "generated code", command: [node, "local/codegen.ts"] },
  { name: "types", command: ["node_modules/.bin/tsc", "-p", "."] },
  { name: "format and lint", command: ["node_modules/.bin/biome", "ci", "--error-on-warnings", "."] },
  { name: "dead code", command: [node, "node_modules/knip/bin/knip.js", "--treat-config-hints-as-errors"] },
];

function run([command = "", ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit" });
    child.once("error", reject).once("exit", (code) => resolve(code === 0));
  });
}

type Report = { readonly numPassedTests: number; readonly numFailedTests: number; readonly success: boolean };

/** Runs vitest; a run that breaks down without a failed test counts as one failure. */
async function runTests(): Promise<{ passed: number; failed: number }> {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];
  const succeeded = await run([node, ...vitest, `--outputFile.json=${report}`]);
  const { numPassedTests, numFailedTests }: Report = JSON.parse(await readFile(report, "utf8"));
  await rm(report);
  return { passed: numPassedTests, failed: succeeded ? numFailedTests : Math.max(1, numFailedTests) };
}

let passed = 0;
let failed = 0;
for (const { name, command } of CHECKS) {
  const succeeded = await run(command);
  console.log(`${succeeded ? "passed" : "FAILED"}: ${name}`);
  if (succeeded) passed += 1;
  else failed += 1;
}
const tests = await runTests();
console.log(`${passed + tests.passed} passed, ${failed + tests.failed} failed`);
process.exitCode = failed + tests.failed > 0 ? 1 : 0;
