import type { Change, Commit } from "../../kernel/commit/commit.ts";
import { ledgerTable } from "../../kernel/database/tables.ts";
import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type AccountId, isShared, onNormalSide } from "./account.ts";
import { getAccount, getReversal, getTransfer, type LedgerStore } from "./store.ts";
import { isSame, type Transfer, type TransferId } from "./transfer.ts";
import { putTransfer } from "./writes.ts";

export type PostingProblem =
  /** The same id stands in the ledger with other legs. */
  | { readonly code: "TRANSFER_MISMATCH" }
  | { readonly code: "ALREADY_REVERSED"; readonly by: TransferId }
  | { readonly code: "ACCOUNT_UNKNOWN"; readonly account: AccountId }
  | {
      readonly code: "INSUFFICIENT_FUNDS";
      readonly account: AccountId;
      readonly spendable: Fen;
      readonly needed: Fen;
    };

/** Already posted is as good as posted. */
export type WhyNotPosted = PostingProblem | { readonly code: "ALREADY_POSTED" };

const ATTEMPTS_MAX = 5;

type Ports = LedgerStore & { readonly commit: Commit };

/** Posts a transfer that no other change goes with. Posting the same one again changes nothing. */
export async function postTransfer(
  { commit, ...store }: Ports,
  transfer: Transfer,
  by: Pick<Change, "actor" | "at" | "requestId">,
): Promise<Result<Transfer, PostingProblem>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const done = await commit({
      ...by,
      action: transfer.reason,
      aggregate: transfer.id,
      table: ledgerTable(store.mode),
      writes: putTransfer(store, transfer),
    });
    if (done.ok) return ok(transfer);
    const why = await whyNotPosted(store, transfer);
    if (why?.code === "ALREADY_POSTED") return ok(transfer);
    if (why) return err(why);
  }
  throw new Error(`transfer ${transfer.id} found the ledger changing ${ATTEMPTS_MAX} times`);
}

/** Why a commit with this transfer's writes was refused; undefined where nothing speaks against another try. */
export async function whyNotPosted(
  store: LedgerStore,
  transfer: Transfer,
): Promise<WhyNotPosted | undefined> {
  const [home] = transfer.legs;
  if (!home) throw new Error("a transfer has legs");
  const stands = await getTransfer(store, home.account, transfer.id);
  if (stands) return { code: isSame(stands, transfer) ? "ALREADY_POSTED" : "TRANSFER_MISMATCH" };
  if (transfer.reverses) {
    const by = await getReversal(store, home.account, transfer.reverses);
    if (by) return { code: "ALREADY_REVERSED", by };
  }
  for (const { account, amount } of transfer.legs.filter(({ account }) => !isShared(account))) {
    const found = await getAccount(store, account);
    if (!found) return { code: "ACCOUNT_UNKNOWN", account };
    const needed = -onNormalSide(account, amount) as Fen;
    if (found.spendable < needed) {
      return { code: "INSUFFICIENT_FUNDS", account, spendable: found.spendable, needed };
    }
  }
  return undefined;
}
