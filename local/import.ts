import { type FileHandle, open } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Mode } from "../services/kernel/actor.ts";
import { recordsTable } from "../services/kernel/database/tables.ts";
import { fail } from "./fail.ts";
import { csvFormat } from "./import/csv-format.ts";
import { FUND_FILE, type ImportKind, LICENCE_FILE } from "./import/import-kind.ts";
import { ndjsonFormat } from "./import/ndjson-format.ts";
import { type Orders, runImport, type Source } from "./import/run-import.ts";
import { fingerprintOf } from "./import/source-file.ts";
import { isSystemError, SetupProblem } from "./setup-problem.ts";
import { checkTarget, openTarget, type Target } from "./target.ts";

const FORMATS = { csv: csvFormat, ndjson: ndjsonFormat } as const;
const KINDS = { "housing-fund": taking(FUND_FILE), licences: taking(LICENCE_FILE) } as const;
const USAGE = `usage: npm run import -- ${Object.keys(KINDS).join("|")} <file.csv or file.ndjson> [--mode live|test]
docs/housing-fund-files.md and docs/licence-files.md describe the files.`;
const EXIT_REFUSED = 2;
const EXIT_SIGNAL = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

type Wish = {
  readonly kind: keyof typeof KINDS;
  readonly path: string;
  readonly format: keyof typeof FORMATS;
  readonly mode: Mode;
};

const isKind = (name: string): name is Wish["kind"] => Object.hasOwn(KINDS, name);

function taking<C extends string>(kind: ImportKind<C>) {
  return {
    columns: kind.columns,
    run: (source: Source, target: Target, orders: Orders) => runImport(kind, source, target, orders),
  };
}

/** `npm run import -- housing-fund <file>`: a register's file into the platform that runs, or that is named. */
async function main(): Promise<number> {
  const { kind, path, format, mode } = wishOf(process.argv.slice(2));
  const stop = stopOnSignal();
  await using file = await openFile(path);
  const { size } = await file.stat();
  const target = await openTarget(process.env);
  await checkTarget(target, recordsTable(mode));
  const source = {
    path,
    file,
    size,
    format: await FORMATS[format](file, size, KINDS[kind].columns),
    fileId: await fingerprintOf(file, size),
  };
  const orders = { mode, signal: stop.signal, notice: (line: string) => console.error(line) };
  const { ended, counts, report } = await KINDS[kind].run(source, target, orders);
  if (ended) console.log(report);
  else console.error(report);
  if (!ended) return stop.exitCode();
  return counts.refused > 0 ? EXIT_REFUSED : 0;
}

function wishOf(args: readonly string[]): Wish {
  try {
    const options = { mode: { type: "string", default: "live" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [kind, path, ...more] = positionals;
    const { mode } = values;
    // A file of refused rows may be imported once it was corrected.
    const [, extension] = /\.(csv|ndjson)(?:\.rejected)*$/.exec(path ?? "") ?? [];
    const isWish = kind !== undefined && isKind(kind) && path && more.length === 0;
    if (isWish && (mode === "live" || mode === "test") && (extension === "csv" || extension === "ndjson")) {
      return { kind, path, format: extension, mode };
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SetupProblem(USAGE);
}

/** The first Ctrl-C is a wish to stop, and npm hands it on a second time. */
function stopOnSignal(): { readonly signal: AbortSignal; readonly exitCode: () => number } {
  const controller = new AbortController();
  let code: number = EXIT_SIGNAL.SIGINT;
  for (const [name, exit] of Object.entries(EXIT_SIGNAL)) {
    process.on(name, () => {
      if (!controller.signal.aborted) code = exit;
      controller.abort();
    });
  }
  return { signal: controller.signal, exitCode: () => code };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, "r");
    const found = await file.stat();
    if (!found.isFile()) throw new SetupProblem(`${path} is not a file`);
    if (found.size === 0) throw new SetupProblem(`${path} is empty`);
    return file;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new SetupProblem(
      error.code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${error.code})`,
    );
  }
}

/** A fault that the system finds in a file is its owner's to put right. */
const inOneLine = (error: unknown): unknown =>
  isSystemError(error) ? new SetupProblem(error.message) : error;

process.exit(await main().catch((error: unknown) => fail(inOneLine(error))));
