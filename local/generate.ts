import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { COLUMNS } from "../services/government/housing-fund/fund-file/fund-file.ts";
import { type CivilDate, date, parseDate } from "../services/kernel/civil-date.ts";
import { fail } from "./fail.ts";
import { dayOf } from "./generate/days.ts";
import { type GeneratedRow, rowsOfCitizen } from "./generate/rows.ts";
import { csvCell } from "./import/csv-format.ts";
import { isSystemError, SetupProblem } from "./setup-problem.ts";

const USAGE = `usage: npm run generate -- housing-fund --citizens N --seed S [--until 2026-10-31] [--out file.csv or file.ndjson]
N is 1 to 10000000, S a whole number; the same N, S and day make the same file.`;

/** Not today, because the same command is to make the same file on any day. */
const UNTIL = date("2026-10-31");
/** The published loan rates begin in 2024. */
const UNTIL_MIN = date("2025-01-01");
const CITIZENS_MAX = 10_000_000;
const CHUNK_CHARACTERS = 64 * 1_024;

type Wish = {
  readonly citizens: number;
  readonly seed: string;
  readonly until: CivilDate;
  readonly out: string;
};

/** `npm run generate -- housing-fund`: a fund centre's file about made-up people, in the order of the people. */
async function main(): Promise<void> {
  const wish = wishOf(process.argv.slice(2));
  const counts = { rows: 0 };
  try {
    await pipeline(Readable.from(chunks(linesOf(wish, counts))), createWriteStream(wish.out));
  } catch (error) {
    throw isSystemError(error) ? new SetupProblem(`${wish.out} cannot be written (${error.code})`) : error;
  }
  const { size } = await stat(wish.out);
  console.log(`${wish.out}: ${wish.citizens} people, ${counts.rows} rows, ${size} bytes`);
}

function wishOf(args: readonly string[]): Wish {
  try {
    const text = { type: "string" } as const;
    const options = { citizens: text, seed: text, until: text, out: text };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { citizens: count = "", seed = "", until: day = UNTIL } = values;
    const { out = `housing-fund-${count}-${seed}.csv` } = values;
    const [citizens, until] = [Number(count), parseDate(day)];
    const isCount = /^[1-9]\d*$/.test(count) && citizens <= CITIZENS_MAX;
    const isWish = positionals.join() === "housing-fund" && isCount && /^\d{1,15}$/.test(seed);
    if (isWish && /\.(csv|ndjson)$/.test(out) && until.ok && until.value >= UNTIL_MIN) {
      return { citizens, seed, until: until.value, out };
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

function* linesOf({ citizens, seed, until, out }: Wish, counts: { rows: number }): Generator<string> {
  const isCsv = out.endsWith(".csv");
  if (isCsv) yield `${COLUMNS.join(",")}\n`;
  for (let index = 0; index < citizens; index += 1) {
    for (const row of rowsOfCitizen(index, { citizens, seed, until: dayOf(until) })) {
      counts.rows += 1;
      yield isCsv ? csvLine(row) : `${JSON.stringify(row)}\n`;
    }
  }
}

const csvLine = (row: GeneratedRow): string =>
  `${COLUMNS.map((column) => csvCell(row[column] ?? "")).join(",")}\n`;

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

await main().catch(fail);
