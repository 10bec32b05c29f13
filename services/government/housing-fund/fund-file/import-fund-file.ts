import type { IdentityNumber } from "../../../field/identity-document.ts";
import type { Settled as SettledOf, SourceRow } from "../../../field/register-file/row.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { repeated } from "../../../kernel/database/repeated.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { housingFundKeys } from "../keys.ts";
import { type RowContext, type RowType, readRow } from "./fund-file.ts";
import type { ProblemCode } from "./problems.ts";
import { type CheckedRow, nextWindow, type RefusedRow, type Statement, staleProblem } from "./window.ts";
import { type WritePorts, writeStatements } from "./write-statements.ts";

/** The fate of rows of a fund centre's file. */
export type Settled<R> = SettledOf<R, RowType, ProblemCode>;

export type ImportOptions<R> = {
  readonly mode: Mode;
  /** Tells the file by its content; the import's audit trail is kept under it. */
  readonly fileId: string;
  /** Readers of the audit trail are told. */
  readonly reason: string;
  /** Once aborted, no more is begun; what is under way is finished and settled. */
  readonly signal: AbortSignal;
  readonly onSettled: (settled: Settled<R>) => Promise<void>;
};

export type ImportPorts = WritePorts & { readonly secrets: Pick<Secrets, "citizenDigest" | "seal" | "sign"> };

/** Rows whose ends lie in the same stretch of this many bytes are settled together, wherever an import began. */
const WINDOW_BYTES = 128 * 1_024;
const LOOKUPS_MAX = 400;
const KNOWN_CITIZENS_MAX = 50_000;

/**
 * Writes the rows of a fund centre's file, in the order of the file as far as one person is concerned. Rows with
 * problems, without an account (NO_ACCOUNT) and statements older than the stored ones (OLDER_THAN_STORED) are
 * refused. Every write may be repeated, so an import that was interrupted goes on behind what was settled last.
 * True if it reached the end; false if the signal ended it. Throws what the database said if repeating did not help.
 */
export async function importFundFile<R extends SourceRow>(
  rows: AsyncIterable<R>,
  options: ImportOptions<R>,
  ports: ImportPorts,
): Promise<boolean> {
  const { mode, signal, onSettled } = options;
  const known = new Set<CitizenId>();
  const context = { today: dateAt(ports.runtime.now()), citizenOf: citizenReader(ports.secrets) };
  for await (const stretch of readAhead(stretchesOf(rows, context))) {
    await findAccounts(stretch, known, mode, ports);
    let left = stretch;
    // Goes through the file, a window at a time: each turn takes other rows.
    while (left.length > 0) {
      if (signal.aborted) return false;
      const window = nextWindow(left, (citizen) => known.has(citizen));
      const stale = new Set(await writeStatements(window.statements, options, ports));
      const { written, refused } = outcomeOf(window.statements, stale, known);
      const last = left[window.rows - 1];
      if (!last) throw new Error("a window holds at least one row");
      const inOrder = [...window.refused, ...refused].sort((a, b) => a.row.end - b.row.end);
      await onSettled({ last: last.row, rows: window.rows, written, refused: inOrder });
      left = left.slice(window.rows);
    }
    forgetOldest(known);
  }
  return true;
}

/** Most rows are of the same person as the row before. */
function citizenReader(secrets: Pick<Secrets, "citizenDigest">): RowContext["citizenOf"] {
  let last: { readonly idNumber: IdentityNumber; readonly id: CitizenId } | undefined;
  return (idNumber) => {
    if (last?.idNumber !== idNumber) last = { idNumber, id: `ctz_${secrets.citizenDigest(idNumber)}` };
    return last.id;
  };
}

async function* stretchesOf<R extends SourceRow>(
  rows: AsyncIterable<R>,
  context: RowContext,
): AsyncGenerator<readonly CheckedRow<R>[]> {
  let stretch: CheckedRow<R>[] = [];
  let at = 0;
  for await (const row of rows) {
    const position = Math.floor(row.end / WINDOW_BYTES);
    if (position !== at && stretch.length > 0) {
      yield stretch;
      stretch = [];
    }
    at = position;
    stretch.push(checkRow(row, context));
  }
  if (stretch.length > 0) yield stretch;
}

function checkRow<R extends SourceRow>(row: R, context: RowContext): CheckedRow<R> {
  if (row.problem) return { row, problems: [row.problem] };
  const read = readRow(row.fields, context);
  return read.ok ? { row, record: read.value } : { row, problems: read.error };
}

/** Reads the next while one is being worked on, and no further. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (let read = await next; !read.done; read = await next) {
      next = source.next();
      // It is met when its turn comes.
      next.catch(() => undefined);
      yield read.value;
    }
  } finally {
    await source.return(undefined);
  }
}

/** Adds to `known` whose account is stored, of those who have other rows before one of an account. */
async function findAccounts<R>(
  stretch: readonly CheckedRow<R>[],
  known: Set<CitizenId>,
  mode: Mode,
  { open }: ImportPorts,
): Promise<void> {
  const founded = new Set<CitizenId>();
  const wanted = new Set<CitizenId>();
  for (const each of stretch) {
    if ("problems" in each) continue;
    const { citizenId } = each.record.record;
    if (each.record.type === "account") founded.add(citizenId);
    else if (!founded.has(citizenId) && !known.has(citizenId)) wanted.add(citizenId);
  }
  const citizens = [...wanted];
  for (let i = 0; i < citizens.length; i += LOOKUPS_MAX) {
    const some = citizens.slice(i, i + LOOKUPS_MAX);
    const found = await repeated.execute(() => {
      const { database } = open();
      return Promise.all(some.map((each) => database.get(recordsTable(mode), housingFundKeys.account(each))));
    });
    for (const [j, account] of found.entries()) {
      const citizen = some[j];
      if (account && citizen) known.add(citizen);
    }
  }
}

/** A stale statement tells of an account all the same. */
function outcomeOf<R>(
  statements: readonly Statement<R>[],
  stale: ReadonlySet<Statement<R>>,
  known: Set<CitizenId>,
): Pick<Settled<R>, "written" | "refused"> {
  const written = { account: 0, contribution: 0, loan: 0, interest: 0, bank: 0 };
  const refused: RefusedRow<R>[] = [];
  for (const statement of statements) {
    const { record, rows } = statement;
    if (record.type === "account") known.add(record.record.citizenId);
    if (!stale.has(statement)) written[record.type] += rows.length;
    else refused.push(...rows.map((row) => ({ row, problems: [staleProblem(record)] })));
  }
  return { written, refused };
}

function forgetOldest(known: Set<CitizenId>): void {
  for (const citizen of known) {
    if (known.size <= KNOWN_CITIZENS_MAX) return;
    known.delete(citizen);
  }
}
