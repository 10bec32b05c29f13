import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putTransfer, reversalOf } from "../../../money/ledger/index.ts";
import { getPayout, putPayout } from "../../../money/payouts/index.ts";
import type { ApplicationId } from "../../cases/index.ts";
import { getAccount } from "../account-store.ts";
import { drawnOf, takeBack } from "../withdrawal.ts";
import { transferFor } from "./pay-withdrawal.ts";
import { putWithdrawals } from "./put-withdrawals.ts";
import { type FundStore, getBook } from "./withdrawal-store.ts";

export type TakeBackPorts = FundStore & { readonly now: Instant };

/**
 * All that the revocation of a grant writes, for its commit: while the bank has not paid, the payout is called off, the
 * transfer reversed, and the book no longer counts the withdrawal, so that account and caps are as before. Once it is
 * paid nothing here brings it back: it stays drawn, and the fund centre claims it from whoever has it.
 */
export async function takeBackWithdrawal(
  ports: TakeBackPorts,
  { citizenId, application }: { readonly citizenId: CitizenId; readonly application: ApplicationId },
): Promise<readonly TransactItem[]> {
  const book = await getBook(ports, citizenId);
  const withdrawal = drawnOf(book).find((one) => one.application === application);
  if (!withdrawal) return [];
  const [payout, account] = await Promise.all([
    getPayout(ports, withdrawal.payout),
    getAccount(ports.database, ports.mode, citizenId),
  ]);
  if (!payout || !account) throw new Error(`withdrawal ${withdrawal.id} has no payout or no account`);
  if (payout.status !== "OWED") return [];
  const reversal = reversalOf(transferFor(payout, withdrawal.region), {
    ...{ at: ports.now, reason: "housing-fund.withdrawal.taken-back", cause: withdrawal.id },
  });
  if (!reversal.ok) throw new Error(`withdrawal ${withdrawal.id} cannot be reversed: ${reversal.error.code}`);
  return [
    ...putWithdrawals(ports, account, takeBack(book, application, dateAt(ports.now))),
    putPayout(ports, { ...payout, status: "CANCELLED" }, payout),
    ...putTransfer(ports, reversal.value),
  ];
}
