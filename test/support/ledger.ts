import type { Actor } from "../../services/kernel/actor.ts";
import { type Change, type Commit, commitTo } from "../../services/kernel/commit/commit.ts";
import { decideUntilWritten } from "../../services/kernel/commit/decide-until-written.ts";
import { ledgerTable } from "../../services/kernel/database/tables.ts";
import { type Fen, fen } from "../../services/kernel/money.ts";
import { err, ok, type Result } from "../../services/kernel/result.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import {
  type AccountId,
  type LedgerStore,
  type Transfer,
  transferOf,
  type Verification,
  verifyLedger,
} from "../../services/money/ledger/index.ts";
import { type WhyNotPosted, whyNotPosted } from "../../services/money/ledger/why-not-posted.ts";
import { putTransfer } from "../../services/money/ledger/writes.ts";
import { recordsOf } from "./books.ts";
import { must } from "./must.ts";
import type { TestPlatform } from "./platform.ts";

export const ACTOR: Actor = {
  kind: "OFFICER",
  mode: "live",
  id: "ofc_ledgertest",
  roles: [],
  jurisdiction: { regionPrefix: "", departments: [] },
};

/** A ledger as one request sees it. */
export function ledgerOf(platform: TestPlatform): LedgerStore & { commit: ReturnType<typeof commitTo> } {
  const database = platform.database();
  return { database, mode: "live", commit: commitTo(database) };
}

export const by = (platform: TestPlatform) => ({
  actor: ACTOR,
  at: platform.clock.now(),
  requestId: "test",
});

/** Posts a transfer that no other change goes with. Posting the same one again changes nothing. */
export const postTransfer = (
  { commit, ...store }: LedgerStore & { readonly commit: Commit },
  transfer: Transfer,
  by: Pick<Change, "actor" | "at" | "requestId">,
): Promise<Result<Transfer, WhyNotPosted>> =>
  decideUntilWritten({
    database: store.database,
    about: `the ledger of transfer ${transfer.id}`,
    read: async () => transfer,
    decide: (after) => ok({ before: undefined, after }),
    write: async ({ after }) => {
      const done = await commit({
        ...by,
        action: after.reason,
        aggregate: after.id,
        table: ledgerTable(store.mode),
        writes: putTransfer(store, after),
      });
      if (done.ok) return done;
      const why = await whyNotPosted(store, after);
      if (!why) return done;
      return why.code === "ALREADY_POSTED" ? ok(undefined) : err(why);
    },
  });

/** Moves an amount of fen from one account to the other: debits `debit`, credits `credit`. */
export const transferBetween = (
  amount: bigint,
  { debit, credit }: { debit: AccountId; credit: AccountId },
  { at, cause }: { at: Instant; cause: string },
): Transfer =>
  must(
    transferOf({
      at,
      cause,
      reason: "test.moved",
      legs: [
        { account: debit, amount: fen(amount) },
        { account: credit, amount: fen(-amount) },
      ],
    }),
  );

export const verified = ({ client, ports }: TestPlatform): Promise<Verification> =>
  verifyLedger(recordsOf(client, ports.config.tablePrefix, ledgerTable("live")));

export const SOUND = { differences: [], broken: [], imbalance: fen(0n) as Fen };
