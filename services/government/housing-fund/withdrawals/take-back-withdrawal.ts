import { dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putTransfer, reversalOf } from "../../../money/ledger/index.ts";
import { getPayout, isUnordered, type Payout, putPayout } from "../../../money/payouts/index.ts";
import type { ApplicationId } from "../../cases/index.ts";
import { getAccount } from "../account-store.ts";
import { drawnOf, takeBack, type Withdrawal } from "../withdrawal.ts";
import { transferFor } from "./pay-withdrawal.ts";
import { putWithdrawals } from "./put-withdrawals.ts";
import { type FundStore, getBook } from "./withdrawal-store.ts";

export type TakeBackPorts = FundStore & { readonly now: Instant };

/** The payouts that one revocation calls off, the latest: a commit holds so many writes. */
const TAKEN_BACK_MAX = 12;

/**
 * All that the revocation of a grant writes, for its commit: while the bank is not told to pay, or has sent it back, the payout is called off, the
 * transfer reversed, and the book no longer counts the withdrawal, so that account and caps are as before. Once it is
 * paid nothing here brings it back: it stays drawn, and the fund centre claims it from whoever has it. A standing order has
 * drawn several times.
 */
export async function takeBackWithdrawal(
  ports: TakeBackPorts,
  { citizenId, application }: { readonly citizenId: CitizenId; readonly application: ApplicationId },
): Promise<readonly TransactItem[]> {
  const book = await getBook(ports, citizenId);
  const drawn = drawnOf(book).filter((one) => one.application === application);
  const read = await Promise.all(
    drawn.slice(0, TAKEN_BACK_MAX).map(async (withdrawal) => {
      const payout = await getPayout(ports, withdrawal.payout);
      if (!payout) throw new Error(`withdrawal ${withdrawal.id} has no payout`);
      return { withdrawal, payout };
    }),
  );
  const owed = read.filter(({ payout }) => isUnordered(payout));
  if (owed.length === 0) return [];
  const account = await getAccount(ports.database, ports.mode, citizenId);
  if (!account) throw new Error(`a withdrawal of ${application} has no account`);
  const kept = drawn.map(({ id }) => id).filter((id) => !owed.some(({ withdrawal }) => withdrawal.id === id));
  return [
    ...putWithdrawals(ports, account, takeBack(book, application, dateAt(ports.now), kept)),
    ...owed.flatMap((one) => callOff(ports, one)),
  ];
}

type Owed = { readonly withdrawal: Withdrawal; readonly payout: Payout };

function callOff(ports: TakeBackPorts, { withdrawal, payout }: Owed): readonly TransactItem[] {
  const reversal = reversalOf(transferFor(payout, withdrawal.region), {
    ...{ at: ports.now, reason: "housing-fund.withdrawal.taken-back", cause: withdrawal.id },
  });
  if (!reversal.ok) throw new Error(`withdrawal ${withdrawal.id} cannot be reversed: ${reversal.error.code}`);
  return [
    putPayout(ports, { ...payout, status: "CANCELLED" }, payout),
    ...putTransfer(ports, reversal.value),
  ];
}
