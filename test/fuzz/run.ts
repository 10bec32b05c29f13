import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import type { FuzzOperation } from "./operation.ts";
import type { Failure } from "./round.ts";
import { fuzz, ROUND, replay, tellFailure } from "./rounds.ts";

/**
 * `npm run fuzz -- --operations N --seed S`: random operations against the platform on a seeded world. `--offset` goes on
 * where a run was stopped (Ctrl-C tells how), `--replay` sends an operation alone as a failure has printed it. The exit
 * code is 1 if a promise was not kept.
 */
const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "3000" },
    seed: { type: "string", default: String(randomInt(1_000_000)) },
    offset: { type: "string", default: "0" },
    replay: { type: "string" },
  },
});
const { seed } = values;
const PROGRESS = 250;

function numberOf(option: "operations" | "offset"): number {
  const number = Number(values[option]);
  if (Number.isInteger(number) && number >= 0) return number;
  console.error(`--${option} is a whole number`);
  process.exit(2);
}

/** One of a kind is printed in full: the promise, the fields, and where the fault arose. */
const kindOf = ({ operation, findings }: Failure): string =>
  findings
    .map(({ promise, what }) =>
      promise === "no operation is a fault" ? what : `${promise} ${Object.values(operation.roots).join()}`,
    )
    .join();

async function runAll(): Promise<number> {
  const [operations, offset] = [numberOf("operations"), numberOf("offset")];
  const [started, kinds] = [performance.now(), new Set<string>()];
  let stopped: number | undefined;
  let isStopping = false;
  process.on("SIGINT", () => {
    isStopping = true;
  });
  console.log(`seed ${seed}, operations ${offset} to ${offset + operations - 1}`);
  const failures = await fuzz({
    ...{ seed, offset, operations },
    onDone: (index, failure) => {
      if (failure && !kinds.has(kindOf(failure))) console.log(`\n${tellFailure(failure)}\n`);
      if (failure) kinds.add(kindOf(failure));
      const done = index - offset + 1;
      const perSecond = Math.round((1_000 * done) / (performance.now() - started));
      if (done % PROGRESS === 0 || done === operations)
        console.log(`${done} of ${operations} operations, ${perSecond}/s, ${kinds.size} kinds of failure`);
      if (isStopping) stopped = index + 1;
      return !isStopping;
    },
  });
  if (stopped !== undefined) {
    const begin = Math.floor(stopped / ROUND) * ROUND;
    const left = offset + operations - begin;
    console.log(`stopped; goes on by: npm run fuzz -- --seed ${seed} --offset ${begin} --operations ${left}`);
  }
  return failures.length;
}

async function replayOne(text: string): Promise<number> {
  const operation: FuzzOperation = JSON.parse(text);
  const failure = await replay(seed, operation);
  console.log(failure ? tellFailure(failure) : "it keeps every promise");
  return failure ? 1 : 0;
}

const failed = await (values.replay === undefined ? runAll() : replayOne(values.replay));
process.exitCode = failed > 0 ? 1 : 0;
