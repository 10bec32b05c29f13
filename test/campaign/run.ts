import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type CampaignFigures, FIGURES_FILE } from "../support/campaign-figures.ts";
import { campaignFiles, SEED } from "./campaigns.ts";
import { summaryOf, sumOf } from "./summary.ts";
import { tellViolation, type Violation, violationsIn } from "./violations.ts";

/**
 * `npm run campaign -- --minutes N`: the tests under faults, again and again with fresh seeds, until the time is over; those
 * under way then come to their end. Ctrl-C ends it at once, with the same summary. The exit code is 1 if a promise was not
 * kept.
 */
const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error("--minutes is a number above 0");
  process.exit(2);
}

const PROGRESS_MS = 10_000;
const LAST_WORDS_LENGTH = 2_000;

const folder = mkdtempSync(join(tmpdir(), "civigraph-campaign-"));
const figuresFile = join(folder, "figures");
const files = campaignFiles();
const children = new Set<ChildProcess>();
const violations: Violation[] = [];
const began = performance.now();
let [runs, isOver] = [0, false];

const minutesGone = (): number => (performance.now() - began) / 60_000;

function figures(): readonly CampaignFigures[] {
  if (!existsSync(figuresFile)) return [];
  const lines = readFileSync(figuresFile, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** Runs one file with a seed of its own, and keeps what it finds broken. */
async function run(file: string): Promise<void> {
  const seed = randomBytes(4).toString("hex");
  const report = join(folder, `${seed}.json`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", file, "--reporter=json", `--outputFile=${report}`];
  const child = spawn(process.execPath, vitest, {
    env: { ...process.env, [SEED]: seed, [FIGURES_FILE]: figuresFile },
    stdio: ["ignore", "ignore", "pipe"],
    // Ctrl-C reaches the whole process group; it is for us to end these, and not for them to fail by it.
    detached: true,
  });
  children.add(child);
  let lastWords = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_LENGTH);
  });
  await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  children.delete(child);
  if (isOver) return;
  runs += 1;
  const found = violationsIn(
    { file, seed },
    existsSync(report) ? readFileSync(report, "utf8") : undefined,
    lastWords,
  );
  violations.push(...found);
  for (const one of found) console.log(tellViolation(one));
}

/** One file after the other, and from the beginning again, while there is time. */
async function work(turns: Generator<string>): Promise<void> {
  while (!isOver && minutesGone() < minutes) await run(turns.next().value);
}

/** All files in turn; from any of them on, so that short campaigns do not run the same ones each time. */
function* inTurn(): Generator<string, never> {
  const first = randomInt(files.length);
  for (;;) yield* [...files.slice(first), ...files.slice(0, first)];
}

function progress(): void {
  const { operations, unknown } = sumOf(figures());
  const time = `${minutesGone().toFixed(1)} of ${minutes} minutes`;
  const rest = minutesGone() < minutes ? "" : `; ${children.size} runs come to their end`;
  console.log(
    `${time}: ${runs} runs, ${operations} operations, ${unknown} unknown, ${violations.length} violations${rest}`,
  );
}

function end(): void {
  isOver = true;
  for (const { pid } of children) if (pid !== undefined) process.kill(-pid, "SIGTERM");
}

process.once("SIGINT", end).once("SIGTERM", end);
console.log(`${files.length} files, for ${minutes} minutes; Ctrl-C ends it`);
const ticking = setInterval(progress, PROGRESS_MS);
const turns = inTurn();
await Promise.all(Array.from({ length: availableParallelism() }, () => work(turns)));
clearInterval(ticking);
console.log(summaryOf({ runs, minutes: minutesGone(), figures: figures(), violations }));
rmSync(folder, { recursive: true, force: true });
process.exitCode = violations.length > 0 ? 1 : 0;
