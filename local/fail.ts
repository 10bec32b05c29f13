import { resolve, sep } from "node:path";
import { FOLDER } from "./settings.ts";
import { damageProblem, isSystemError, SetupProblem } from "./setup-problem.ts";

/** Ends a command that cannot go on: with one line for a person's problem, with everything for a fault of ours. */
export function fail(error: unknown): never {
  const problem = fileProblem(error) ?? error;
  console.error(problem instanceof SetupProblem ? problem.message : problem);
  process.exit(1);
}

/** A file of the data folder that cannot be read or written is its owner's to put right. */
function fileProblem(error: unknown): SetupProblem | undefined {
  if (!isSystemError(error) || error.path === undefined) return undefined;
  const file = resolve(error.path);
  return `${file}${sep}`.startsWith(`${resolve(FOLDER)}${sep}`)
    ? damageProblem(`${file} cannot be used (${error.message.split(",", 1)})`)
    : undefined;
}
