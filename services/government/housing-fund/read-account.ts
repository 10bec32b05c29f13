import type { CitizenId } from "../../kernel/ids.ts";
import { getPayout, type PayoutView } from "../../money/payouts/index.ts";
import type { Account } from "./account.ts";
import { getAccount } from "./account-store.ts";
import type { Contribution } from "./contribution.ts";
import type { Loan } from "./loan.ts";
import { getLoan, listContributions, listLoans } from "./store.ts";
import { standingOf, type Withdrawal } from "./withdrawal.ts";
import { type FundStore, getBook } from "./withdrawals/withdrawal-store.ts";

/** A person's account as it stands: stated by the fund centre, less what was drawn since. */
export async function findAccount(
  { database, mode }: FundStore,
  citizen: CitizenId,
): Promise<Account | undefined> {
  const account = await getAccount(database, mode, citizen);
  return account && standingOf(account, account.unstated);
}

/** A page of what was paid in, the newest month first, each with its place. */
export const findContributions = (
  { database, mode }: FundStore,
  citizen: CitizenId,
  page: { readonly first: number; readonly after?: string },
): Promise<{
  readonly entries: readonly { readonly node: Contribution; readonly position: string }[];
  readonly more: boolean;
}> => listContributions(database, mode, citizen, page);

/** All that was drawn, also what was taken back, the latest first. */
export const findWithdrawals = async (store: FundStore, citizen: CitizenId): Promise<readonly Withdrawal[]> =>
  (await getBook(store, citizen)).withdrawals;

/** The payout of a withdrawal. Throws where it is gone: it was written with the withdrawal. */
export async function readPayout(store: FundStore, { payout }: Withdrawal): Promise<PayoutView> {
  const found = await getPayout(store, payout);
  if (!found) throw new Error(`payout ${payout} is gone`);
  return { ...found, mode: store.mode };
}

/** A person's loans, in the order of their numbers. */
export const findLoans = ({ database, mode }: FundStore, citizen: CitizenId): Promise<readonly Loan[]> =>
  listLoans(database, mode, citizen);

/** The loan of a person with a number; undefined also where the number is another person's. */
export const findLoan = (
  { database, mode }: FundStore,
  citizen: CitizenId,
  loanNumber: string,
): Promise<Loan | undefined> => getLoan(database, mode, citizen, loanNumber);
