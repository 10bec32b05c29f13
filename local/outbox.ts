import { parseArgs } from "node:util";
import { type DeadLetter, listDeadLetters, retryDeadLetters } from "../services/kernel/outbox/index.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { fail } from "./fail.ts";
import { SetupProblem } from "./setup-problem.ts";
import { checkTarget, isFailure, openTables, reasonOf } from "./target.ts";

const USAGE = `usage: npm run outbox -- list
       npm run outbox -- retry <id …> | --all
docs/operators.md tells what to do about events that could not be delivered.`;

type Wish =
  | { readonly command: "list" }
  | { readonly command: "retry"; readonly ids: readonly string[] | "all" };

/** `npm run outbox`: the events that could not be delivered, here or where the environment names. */
async function main(): Promise<void> {
  const wish = wishOf(process.argv.slice(2));
  const target = await openTables(process.env);
  await checkTarget(target, "registry");
  const open = () => target.open().database;
  const letters = await listDeadLetters(open);
  if (wish.command === "list") return console.log(letters.map(lineOf).join("\n") || "no dead letters");
  const chosen = choose(letters, wish.ids);
  await retryDeadLetters(chosen, systemRuntime.now(), open);
  console.log(`${chosen.length} put back; the next sweep delivers them`);
}

function wishOf(args: readonly string[]): Wish {
  try {
    const options = { all: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...ids] = positionals;
    if (command === "list" && ids.length === 0 && !values.all) return { command };
    if (command === "retry" && ids.length > 0 !== values.all)
      return { command, ids: values.all ? "all" : ids };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

function lineOf({ id, delivery }: DeadLetter): string {
  const { table, aggregate, sequence, at, event, attempts, failure } = delivery;
  const { type } = JSON.parse(event);
  const place = `entry ${sequence} of ${aggregate} in ${table}`;
  return `${id}  ${at}  ${type}  ${place}, ${attempts} attempts, the last: ${failure}`;
}

function choose(letters: readonly DeadLetter[], ids: readonly string[] | "all"): readonly DeadLetter[] {
  if (ids === "all") return letters;
  return [...new Set(ids)].map((id) => {
    const found = letters.find((letter) => letter.id === id);
    if (!found) throw new SetupProblem(`there is no dead letter ${id}`);
    return found;
  });
}

/** An error of the database, or of the way to it, is no fault of ours. */
const inOneLine = (error: unknown): unknown =>
  isFailure(error) ? new SetupProblem(`the outbox could not be read or written (${reasonOf(error)})`) : error;

await main().catch((error: unknown) => fail(inOneLine(error)));
