import type { CreditCode } from "../../../field/credit-code.ts";
import type { RefusedRow, Settled as SettledOf, SourceRow } from "../../../field/register-file/row.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { repeated } from "../../../kernel/database/repeated.ts";
import { eachInTurn, eachOf } from "../../../kernel/each-of.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import { type StatementUnfit, statedOf } from "../repository/stated-licence.ts";
import { findTypeNamed } from "../types/find-licence-types.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { type LicenceRow, type RowContext, readRow } from "./licence-file.ts";
import type { ProblemCode, RowProblem } from "./problems.ts";
import { type Imported, writeLicence } from "./write-licence.ts";

/** The fate of rows of a register's file of licences. */
type Settled<R> = SettledOf<R, Imported, ProblemCode>;

export type ImportOptions<R> = {
  readonly mode: Mode;
  /** Readers of the audit trail are told. */
  readonly reason: string;
  /** The one authority whose register it is: it changes no licence of another's. Left out, it states licences of all. */
  readonly authority?: CreditCode;
  /** Once aborted, no more is begun; what is under way is finished and settled. */
  readonly signal: AbortSignal;
  readonly onSettled: (settled: Settled<R>) => Promise<void>;
};

export type ImportPorts = {
  /** Opens the tables anew: a database remembers what it has read, and an import would remember all of it. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly runtime: Pick<Runtime, "now">;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

/** A row after it was read: a licence's, or what is wrong with it. */
type ReadRow<R> =
  | { readonly row: R; readonly read: LicenceRow }
  | { readonly row: R; readonly problems: readonly RowProblem[] };

/** So many rows are settled together at most. */
const WINDOW_ROWS = 200;

/**
 * Takes the rows of a register's file of licences, each in a commit of its own, in the order of the file as far as one licence is
 * concerned. Rows with problems are refused, and those that would touch a licence that a decision here has issued. Every row
 * may be taken again and makes no difference then, so an import that was interrupted goes on behind what was settled last. True if
 * it reached the end; false if the signal ended it. Throws what the database said if repeating did not help.
 */
export async function importLicences<R extends SourceRow>(
  rows: AsyncIterable<R>,
  { signal, onSettled, ...options }: ImportOptions<R>,
  ports: ImportPorts,
): Promise<boolean> {
  const context: RowContext = {
    today: dateAt(ports.runtime.now()),
    citizenOf: (idNumber) => `ctz_${ports.secrets.citizenDigest(idNumber)}`,
  };
  for await (const window of windowsOf(rows, context)) {
    if (signal.aborted) return false;
    const types = await typesOf(window, ports);
    const fates = await eachInTurn(window, (one) => settle(one, types, context, options, ports));
    const last = window.at(-1);
    if (!last) throw new Error("a window holds at least one row");
    const written = { new: 0, version: 0, standing: 0 };
    const refused: RefusedRow<R, ProblemCode>[] = [];
    for (const fate of fates) {
      if (typeof fate === "object") refused.push(fate);
      else if (fate !== "same") written[fate] += 1;
    }
    await onSettled({ last: last.row, rows: window.length, written, refused });
  }
  return true;
}

/**
 * Rows of which no two are of one licence: a window that was cut short is taken again as a whole, and the earlier of two rows
 * would then undo the later one.
 */
async function* windowsOf<R extends SourceRow>(
  rows: AsyncIterable<R>,
  context: RowContext,
): AsyncGenerator<readonly ReadRow<R>[]> {
  let window: ReadRow<R>[] = [];
  const licences = new Set<string>();
  for await (const row of rows) {
    const one = readOne(row, context);
    const number = "read" in one ? one.read.statement.number : undefined;
    if (window.length >= WINDOW_ROWS || (number !== undefined && licences.has(number))) {
      yield window;
      window = [];
      licences.clear();
    }
    if (number !== undefined) licences.add(number);
    window.push(one);
  }
  if (window.length > 0) yield window;
}

function readOne<R extends SourceRow>(row: R, context: RowContext): ReadRow<R> {
  if (row.problem) return { row, problems: [row.problem] };
  const read = readRow(row.fields, context);
  return read.ok ? { row, read: read.value } : { row, problems: read.error };
}

type Types = ReadonlyMap<string, PublishedType | undefined>;

/** The types that a window's rows name, in force at this moment. */
async function typesOf<R>(window: readonly ReadRow<R>[], { open }: ImportPorts): Promise<Types> {
  const names = [...new Set(window.flatMap((one) => ("read" in one ? [one.read.type] : [])))];
  const { database } = open();
  const found = await eachOf(names, (name) => repeated.execute(() => findTypeNamed(name, database)));
  return new Map(names.map((name, i) => [name, found[i]]));
}

type Fate<R> = Imported | "same" | RefusedRow<R, ProblemCode>;

async function settle<R>(
  one: ReadRow<R>,
  types: Types,
  { today }: RowContext,
  options: Pick<ImportOptions<R>, "mode" | "reason" | "authority">,
  { open, runtime, requestId }: ImportPorts,
): Promise<Fate<R>> {
  if ("problems" in one) return one;
  const { row, read } = one;
  const refusedFor = (...problems: readonly RowProblem[]): Fate<R> => ({ row, problems });
  const type = types.get(read.type);
  if (!type) return refusedFor({ code: "TYPE_UNKNOWN", column: "type" });
  const stated = statedOf(read.statement, type, today);
  if (!stated.ok) return refusedFor(...stated.error.map((fault) => inColumn(fault, read)));
  const { value } = stated;
  // Each time it reads anew, so that one whose answer was lost finds its licence there.
  const done = await repeated.execute(() =>
    writeLicence(value, { ...open(), ...options, now: runtime.now(), requestId }),
  );
  return done.ok ? done.value : refusedFor({ code: done.error.code, column: "number" });
}

function inColumn({ field, ...fault }: StatementUnfit, { statement }: LicenceRow): RowProblem {
  switch (field) {
    case "issuer":
      return { ...fault, column: "issuerCreditCode" };
    case "holder":
      return {
        ...fault,
        column: statement.holder.kind === "PERSON" ? "holderIdNumber" : "holderCreditCode",
      };
    default:
      return { ...fault, column: field };
  }
}
