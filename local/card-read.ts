import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { isIdentityNumber } from "../services/field/identity-document.ts";
import { dateAt } from "../services/kernel/civil-date.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { readWithDemoReader } from "./demo/card-reader.ts";
import { ALWAYS_OPEN_HALL } from "./demo/halls.ts";
import { fail } from "./fail.ts";
import { SetupProblem } from "./setup-problem.ts";

const USAGE = "usage: npm run card-read -- <identity number> [--hall <code>] [--name <name on the card>]";

/** `npm run card-read -- …`: holds a card to a demo hall's reader; prints the variables of `receiveAtWindow`. */
function main(): string {
  const { idNumber, hall, name } = wishOf(process.argv.slice(2));
  const card = readWithDemoReader({ hall, idNumber, name, readAt: systemRuntime.now() });
  return JSON.stringify({ card, idempotencyKey: randomUUID() }, null, 2);
}

function wishOf(args: readonly string[]) {
  try {
    const options = {
      hall: { type: "string", default: ALWAYS_OPEN_HALL },
      name: { type: "string", default: "王小明" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [idNumber = "", ...more] = positionals;
    if (more.length === 0 && isIdentityNumber(idNumber, dateAt(systemRuntime.now())))
      return { ...values, idNumber };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

try {
  console.log(main());
} catch (error) {
  fail(error);
}
