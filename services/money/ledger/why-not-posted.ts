import type { Fen } from "../../kernel/money.ts";
import { type AccountId, isShared, onNormalSide } from "./account.ts";
import type { TransferId } from "./ids.ts";
import { getAccount, getReversal, getTransfer, type LedgerStore } from "./store.ts";
import { isSame, type Transfer } from "./transfer.ts";

/** Why the writes of a transfer were refused; already posted is as good as posted. */
export type WhyNotPosted =
  | { readonly code: "ALREADY_POSTED" }
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
