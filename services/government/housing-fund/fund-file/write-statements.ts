import type { Mode, Officer } from "../../../kernel/actor.ts";
import { type Commit, WRITES_MAX } from "../../../kernel/commit/commit.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { repeated } from "../../../kernel/database/repeated.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import { numberAccount, putStated } from "../../../money/payout-accounts/index.ts";
import { putAccount } from "../account-store.ts";
import { putContribution, putLoan, putSettledInterest } from "../store.ts";
import type { FundRecord } from "./fund-file.ts";
import type { Statement } from "./window.ts";

export type WritePorts = {
  /** Opens the tables anew: a database remembers what it has read, and an import would remember all of it. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly runtime: Pick<Runtime, "now">;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "seal" | "sign">;
};

export type WriteOptions = {
  readonly mode: Mode;
  /** Tells the file by its content; the audit trail is kept under it. */
  readonly fileId: string;
  /** Readers of the audit trail are told. */
  readonly reason: string;
};

/** An operator who runs an import has the tables' credentials and needs no other right. */
const IMPORTER: Officer = {
  kind: "OFFICER",
  mode: "live",
  id: "ofc_fundimport",
  roles: [],
  jurisdiction: { regionPrefix: "", departments: [] },
};

/** Commits in flight; each lane has an audit trail of its own, because two commits to one trail collide. */
const LANES = 4;

/**
 * Commits all, several batches at a time; the answer is those that are older than what is stored. A record is in them
 * once only. Throws what the database said, once nothing is under way any more.
 */
export async function writeStatements<R>(
  statements: readonly Statement<R>[],
  options: WriteOptions,
  ports: WritePorts,
): Promise<readonly Statement<R>[]> {
  const stale: Statement<R>[] = [];
  let next = 0;
  const run = async (lane: number): Promise<void> => {
    // Goes through the statements, a batch at a time.
    while (next < statements.length) {
      const batch = statements.slice(next, next + WRITES_MAX);
      next += WRITES_MAX;
      stale.push(...(await writeBatch(batch, lane, options, ports)));
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, (_, lane) => run(lane)));
  for (const lane of lanes) if (lane.status === "rejected") throw lane.reason;
  return stale;
}

/** One commit, and where some are stale another one for the rest. */
async function writeBatch<R>(
  batch: readonly Statement<R>[],
  lane: number,
  { mode, fileId, reason }: WriteOptions,
  { open, runtime, requestId, secrets }: WritePorts,
): Promise<readonly Statement<R>[]> {
  const stale: Statement<R>[] = [];
  let left = batch;
  // Nothing is decided anew: each turn writes fewer rows, for those that the database holds newer ones of are left out.
  while (left.length > 0) {
    const { database, commit } = open();
    const at = runtime.now();
    const writes = left.map(({ record }) => putOf(record, { database, mode, secrets, now: at }));
    const committed = await repeated.execute(() =>
      commit({
        actor: IMPORTER,
        action: "housing-fund.file.imported",
        reason,
        aggregate: `housing-fund-import#${fileId}#${lane}`,
        table: recordsTable(mode),
        at,
        requestId,
        writes,
      }),
    );
    if (committed.ok) break;
    const older = new Set(committed.error.writes);
    stale.push(...left.filter((_, i) => older.has(i)));
    left = left.filter((_, i) => !older.has(i));
  }
  return stale;
}

type Put = { readonly database: Database; readonly mode: Mode; readonly now: Instant } & Pick<
  WritePorts,
  "secrets"
>;

function putOf({ type, record }: FundRecord, { database, mode, secrets, now }: Put): TransactItem {
  switch (type) {
    case "account":
      return putAccount(database, mode, record);
    case "contribution":
      return putContribution(database, mode, record);
    case "loan":
      return putLoan(database, mode, record);
    case "interest":
      return putSettledInterest(database, mode, record);
    case "bank": {
      const { citizenId, accountNumber, bank } = record;
      const account = numberAccount({ secrets, mode }, citizenId, accountNumber);
      if (!account.ok) throw new Error("a row with another number than a bank account's was taken");
      return putStated({ database, mode }, { ...account.value, bank }, now);
    }
  }
}
