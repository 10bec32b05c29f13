import type { SourceRow } from "../../../field/register-file/row.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { CallFailure } from "../../../kernel/signed-calls/failures.ts";
import { importLicences } from "../import/import-licences.ts";
import { findTypeNamed } from "../types/find-licence-types.ts";
import type { LicenceRegister } from "./licence-register.ts";
import {
  type ChangeProblem,
  type ChangesPage,
  type LicenceChange,
  type RefusedChange,
  refusedAs,
} from "./register-change.ts";
import { isAsBefore, placeBehind, TRIES_MAX, triedAgain } from "./register-place.ts";
import { getPlace, putPlace, registerAggregate } from "./register-store.ts";

export type ChangesPorts = {
  /** Opens the tables anew: a database remembers what it has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly runtime: Pick<Runtime, "now">;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "citizenDigest">;
  readonly mode: Mode;
};

/** The outcome of one question. */
export type Taken = {
  /** MORE: the register has further changes. */
  readonly how: "MORE" | "DONE" | CallFailure;
  readonly changes: number;
  /** Those that made a licence, a version or a standing. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
  readonly faults: readonly unknown[];
};

const NOTHING = { changes: 0, written: 0, refused: [], faults: [] } as const;
/** A page of so many is taken within seconds, and is an answer of bounded length. */
export const PAGE_CHANGES = 50;

/**
 * Asks a register for its next changes, tells it which of the last ones were refused, and takes them as rows of its file: in their
 * order as far as one licence is concerned, each in a commit of its own; taken again they make no difference. The place moves on by
 * a commit behind them. A row that fails keeps no other from its turn: it is tried with the next runs, and then refused.
 */
export async function takeChanges(register: LicenceRegister, ports: ChangesPorts): Promise<Taken> {
  const { mode, runtime, requestId } = ports;
  const { database, commit } = ports.open();
  const before = await getPlace({ database, mode }, register.name);
  const answer = await register.ask({
    ...{ after: before.after, limit: PAGE_CHANGES, refused: before.refused },
  });
  if (!answer.ok) return { ...NOTHING, how: answer.error };
  const page = answer.value;
  const how = page.more ? "MORE" : "DONE";
  if (isAsBefore(before, page)) return { ...NOTHING, how };
  const { faults, failed, ...rows } = await takeRows(page, register, ports);
  const isTriedAgain = failed.length > 0 && before.tries + 1 < TRIES_MAX;
  const refused = [
    ...rows.refused,
    ...failed.map((change) => refusedAs(change, [{ code: "NOT_TAKEN", column: "" }])),
  ];
  const place = isTriedAgain ? triedAgain(before) : placeBehind(before, page, refused);
  const moved = await commit({
    ...{ actor: { kind: "SYSTEM", mode, name: "take-licence-changes" }, requestId, at: runtime.now() },
    ...{ action: "licences.register.asked", aggregate: registerAggregate(register.name) },
    reason: `${page.changes.length} changes, ${rows.refused.length} refused, ${failed.length} failed`,
    ...{ table: recordsTable(mode), revision: place.revision, writes: [putPlace({ database, mode }, place)] },
  });
  const counts = { changes: page.changes.length, written: rows.written, faults };
  // Another run was there first, and takes what is behind it.
  if (!moved.ok || isTriedAgain) return { ...counts, how: "DONE", refused: [] };
  return { ...counts, how, refused };
}

type Rows = {
  readonly written: number;
  readonly refused: readonly RefusedChange[];
  /** The changes that a fault kept from being taken, and those of the same licence behind them. */
  readonly failed: readonly string[];
  readonly faults: readonly unknown[];
};

type ChangeRow = SourceRow & { readonly change: string };

const ROW_BYTES_MAX = 65_536;

async function takeRows(page: ChangesPage, register: LicenceRegister, ports: ChangesPorts): Promise<Rows> {
  const strange: RefusedChange[] = [];
  const rows: ChangeRow[] = [];
  for (const [i, change] of page.changes.entries()) {
    const problems = await problemsOf(change, register, ports);
    if (problems.length > 0) strange.push(refusedAs(change.id, problems));
    else rows.push({ line: i + 1, end: i + 1, fields: change.row, change: change.id });
  }
  const taken = await importRows(rows, register, ports).catch(() => undefined);
  const { written, refused, ...rest } = taken ?? (await importOneByOne(rows, register, ports));
  return { ...rest, written, refused: [...strange, ...refused] };
}

/** The things that this register may not state, whatever else its row says. */
async function problemsOf(
  { row }: LicenceChange,
  { authority, types }: LicenceRegister,
  { open }: ChangesPorts,
): Promise<readonly ChangeProblem[]> {
  if (Buffer.byteLength(JSON.stringify(row)) > ROW_BYTES_MAX)
    return [{ code: "ROW_TOO_LONG", column: "", values: { max: String(ROW_BYTES_MAX) } }];
  const { type, issuerCreditCode } = row;
  const isOther = issuerCreditCode !== undefined && issuerCreditCode !== authority;
  const isNamed = typeof type !== "string" || types.includes(type);
  const found = isNamed ? undefined : await findTypeNamed(type, open().database);
  return [
    ...(found && !types.includes(found.code)
      ? [{ code: "TYPE_NOT_OF_REGISTER", column: "type" } as const]
      : []),
    ...(isOther ? [{ code: "ISSUER_NOT_OF_REGISTER", column: "issuerCreditCode" } as const] : []),
  ];
}

async function importRows(
  rows: readonly ChangeRow[],
  { name, authority }: LicenceRegister,
  { mode, ...ports }: ChangesPorts,
): Promise<Rows> {
  let written = 0;
  const refused: RefusedChange[] = [];
  await importLicences(
    each(rows),
    {
      ...{ mode, reason: name, authority, signal: new AbortController().signal },
      onSettled: async (settled) => {
        written += Object.values(settled.written).reduce((sum, count) => sum + count, 0);
        refused.push(...settled.refused.map(({ row, problems }) => refusedAs(row.change, problems)));
      },
    },
    ports,
  );
  return { written, refused, failed: [], faults: [] };
}

/** After a fault. Of one licence the order is kept: behind a change that has failed all others of it fail as well. */
async function importOneByOne(
  rows: readonly ChangeRow[],
  register: LicenceRegister,
  ports: ChangesPorts,
): Promise<Rows> {
  const failed: ChangeRow[] = [];
  const faults: unknown[] = [];
  const refused: RefusedChange[] = [];
  let written = 0;
  for (const row of rows) {
    if (failed.some((one) => one.fields["number"] === row.fields["number"])) {
      failed.push(row);
      continue;
    }
    try {
      const taken = await importRows([row], register, ports);
      written += taken.written;
      refused.push(...taken.refused);
    } catch (fault) {
      failed.push(row);
      faults.push(fault);
    }
  }
  return { written, refused, failed: failed.map(({ change }) => change), faults };
}

async function* each<R>(rows: readonly R[]): AsyncGenerator<R> {
  yield* rows;
}
