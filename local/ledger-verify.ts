import { parseArgs } from "node:util";
import type { Mode } from "../services/kernel/actor.ts";
import type { StoredItem } from "../services/kernel/database/database.ts";
import { ledgerTable } from "../services/kernel/database/tables.ts";
import { type Fen, fen, formatMoney } from "../services/kernel/money.ts";
import { type Verification, verifyLedger } from "../services/money/ledger/index.ts";
import { fail } from "./fail.ts";
import { SetupProblem } from "./setup-problem.ts";
import { checkTarget, openTables } from "./target.ts";

const USAGE = "usage: npm run ledger:verify [-- --mode live|test]";
const EXIT_DIFFERENT = 1;
/** While others post, a transfer can be read on one side only; the next pass no longer finds that. */
const PASSES_MAX = 3;
const PROGRESS_RECORDS = 50_000;

/** `npm run ledger:verify`: recomputes every balance of the ledger from its transfers. */
async function main(): Promise<number> {
  const mode = modeWanted(process.argv.slice(2));
  const target = await openTables(process.env);
  const table = ledgerTable(mode);
  await checkTarget(target, table);
  let found = await verifyLedger(tellProgress(target.scan(table)));
  for (let pass = 2; pass <= PASSES_MAX && faultsIn(found).length > 0; pass += 1) {
    const again = await verifyLedger(tellProgress(target.scan(table)));
    found = { ...again, ...inBoth(found, again) };
  }
  const faults = faultsIn(found);
  for (const line of reportOf(found)) console.log(line);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? EXIT_DIFFERENT : 0;
}

function modeWanted(args: readonly string[]): Mode {
  try {
    const { mode } = parseArgs({ args: [...args], options: { mode: { type: "string" } } }).values;
    if (mode === undefined || mode === "live" || mode === "test") return mode ?? "live";
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

async function* tellProgress(records: AsyncIterable<StoredItem>): AsyncIterable<StoredItem> {
  let count = 0;
  for await (const record of records) {
    yield record;
    count += 1;
    if (count % PROGRESS_RECORDS === 0) console.error(`${count.toLocaleString("en")} records read`);
  }
}

/** The findings that two passes share. */
function inBoth(first: Verification, second: Verification): Pick<Verification, "differences" | "broken"> {
  const known = new Set(first.differences.map(signOf));
  const brokenBefore = new Set(first.broken.map(({ id, what }) => `${id} ${what}`));
  return {
    differences: second.differences.filter((difference) => known.has(signOf(difference))),
    broken: second.broken.filter(({ id, what }) => brokenBefore.has(`${id} ${what}`)),
  };
}

const signOf = ({ partition, what, recorded, recomputed }: Verification["differences"][number]): string =>
  `${partition} ${what} ${recorded - recomputed}`;

function faultsIn({ differences, broken }: Verification): readonly string[] {
  return [
    ...differences.map(
      ({ partition, what, recorded, recomputed }) =>
        `DIFFERENT: ${partition} ${what}: recorded ${formatMoney(recorded)}, recomputed ${formatMoney(recomputed)}, ${formatMoney(fen(recorded - recomputed))} too much`,
    ),
    ...broken.map(({ id, what }) => `BROKEN: ${id} ${what}`),
  ];
}

function reportOf({ transfers, trialBalance, imbalance }: Verification): readonly string[] {
  const rows: readonly (readonly [string, string, string])[] = [
    ["account", "count", "balance"],
    ...trialBalance.map(
      ({ kind, accounts, balance }) => [kind, accounts.toLocaleString("en"), yuan(balance)] as const,
    ),
    ["imbalance", "", yuan(imbalance)],
  ];
  return [
    `${transfers.toLocaleString("en")} transfers`,
    ...rows.map(([kind, count, balance]) => `${kind.padEnd(12)}${count.padStart(9)}${balance.padStart(22)}`),
  ];
}

const yuan = (amount: Fen): string => formatMoney(amount);

process.exit(await main().catch(fail));
