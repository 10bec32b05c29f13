import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { CsvError, parse } from "csv-parse";
import { offered } from "../services/app/registry.ts";
import type { Mode } from "../services/kernel/actor.ts";
import { type CivilDate, dateAt, parseDate } from "../services/kernel/civil-date.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { ledgerTable } from "../services/kernel/database/tables.ts";
import { formatMoney } from "../services/kernel/money.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import type { PaymentChannel } from "../services/money/payments/payment.ts";
import { purposesOf } from "../services/money/payments/purpose.ts";
import { bookFile } from "../services/money/payments/reconciliation/book-file.ts";
import { reconcileDay } from "../services/money/payments/reconciliation/reconcile-day.ts";
import {
  DAY_FILE_COLUMNS,
  type DayFileProblem,
  type Difference,
  type Movement,
  readDayFileRow,
} from "../services/money/payments/reconciliation/reconcile-file.ts";
import type { PaymentStore } from "../services/money/payments/store.ts";
import { fail } from "./fail.ts";
import { isSystemError, SetupProblem } from "./setup-problem.ts";
import { checkTarget, openTables } from "./target.ts";

const USAGE = `usage: npm run reconcile -- <channel-file.csv> [--channel hosted|sandbox] [--mode live|test] [--day 2026-11-23] [--book]
With --book what differs is booked on suspense, for two treasurers to resolve. docs/payment-gateway.md describes the file; the day is that of its first row if it is not named.`;
const EXIT_DIFFERENT = 1;
const EXIT_REFUSED = 2;

type Wish = {
  readonly path: string;
  readonly channel: Exclude<PaymentChannel, "prefund">;
  readonly mode: Mode;
  readonly day: CivilDate | undefined;
  readonly isBooked: boolean;
};

/** `npm run reconcile -- <file>`: a channel's day against the ledger. */
async function main(): Promise<number> {
  const { path, channel, mode, day: named, isBooked } = wishOf(process.argv.slice(2));
  const { movements, refused } = await readDayFile(path);
  for (const line of refused) console.error(line);
  if (refused.length > 0) return EXIT_REFUSED;
  const [first] = movements;
  const day = named ?? (first && dateAt(first.at));
  if (!day) throw new SetupProblem(`${path} has no rows: name its day with --day`);
  const tables = await openTables(process.env);
  await checkTarget(tables, ledgerTable(mode));
  const { database } = tables.open();
  const store = { database, mode };
  const found = await reconcileDay(store, channel, day, movements);
  for (const difference of found.differences) console.log(lineOf(difference));
  console.error(
    `${channel}, ${day}: ${found.theirs} rows there, ${found.ours} here, ${found.differences.length} differences`,
  );
  if (isBooked) await book(store, channel, day, movements);
  return found.differences.length > 0 ? EXIT_DIFFERENT : 0;
}

/** Once, however often the file is read: what is booked already is not booked again. */
async function book(
  store: PaymentStore,
  channel: Wish["channel"],
  day: CivilDate,
  movements: readonly Movement[],
): Promise<void> {
  const by = { kind: "SYSTEM", mode: store.mode, name: "reconciliation" } as const;
  const purposes = purposesOf(offered("purposes"));
  const ports = { ...store, purposes, commit: commitTo(store.database), actor: by, now: systemRuntime.now };
  const { booked, left } = await bookFile(
    { ...ports, requestId: `reconcile ${channel} ${day}` },
    channel,
    day,
    movements,
  );
  for (const { id, kind, amount, status } of booked)
    console.log(["booked", id, kind, formatMoney(amount), status].join(" "));
  console.error(`${booked.length} booked, ${left.length} left: they have not ended on both sides`);
}

function wishOf(args: readonly string[]): Wish {
  try {
    const options = {
      channel: { type: "string", default: "hosted" },
      mode: { type: "string", default: "live" },
      day: { type: "string" },
      book: { type: "boolean", default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    const { channel, mode } = values;
    const day = values.day === undefined ? undefined : parseDate(values.day);
    const isChannel = channel === "hosted" || channel === "sandbox";
    const isMode = mode === "live" || mode === "test";
    if (path && more.length === 0 && isChannel && isMode && day?.ok !== false) {
      return { path, channel, mode, day: day?.value, isBooked: values.book };
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

type Row = { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } };

/** All rows, or what is wrong with those that cannot be read: with one left out a difference would be made up. */
async function readDayFile(path: string) {
  const movements: Movement[] = [];
  const refused: string[] = [];
  const take = async (rows: AsyncIterable<Row>): Promise<void> => {
    for await (const { record, info } of rows) {
      const read = readDayFileRow(record);
      if (read.ok) movements.push(read.value);
      else refused.push(`line ${info.lines}: ${read.error.map(problemText).join(", ")}`);
    }
  };
  try {
    await pipeline(createReadStream(path), parse({ columns: true, bom: true, info: true }), take);
  } catch (error) {
    if (error instanceof CsvError) {
      const columns = DAY_FILE_COLUMNS.join(", ");
      throw new SetupProblem(`${path} is no CSV with the columns ${columns}: ${error.message}`);
    }
    throw isSystemError(error) ? new SetupProblem(`${path} cannot be read (${error.code})`) : error;
  }
  return { movements, refused };
}

const problemText = ({ column, code }: DayFileProblem): string => `${column} ${code}`;

function lineOf(difference: Difference): string {
  const shown = "theirs" in difference ? difference.theirs : difference.ours;
  const { type, paymentId, refundId, channelNumber = "" } = shown;
  const sides = [
    ...("theirs" in difference ? [`there ${stateOf(difference.theirs)}`] : []),
    ...("ours" in difference ? [`here ${stateOf(difference.ours)}`] : []),
  ];
  return [difference.kind, type, refundId ?? paymentId, channelNumber, ...sides].filter(Boolean).join(" ");
}

const stateOf = ({ state, amount, currency }: Movement): string =>
  `${state} ${formatMoney(amount)} ${currency}`;

process.exit(await main().catch(fail));
