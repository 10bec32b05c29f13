import { dateAt } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getAccount } from "./account-store.ts";
import { type Projection, projectInterest, type SettledInterest } from "./interest.ts";
import type { DayBasis } from "./interest-periods.ts";
import { allContributions, listSettledInterest } from "./store.ts";
import { drawnOf, standingOf } from "./withdrawal.ts";
import { type FundStore, getBook } from "./withdrawals/withdrawal-store.ts";

/** The interest that the fund centre has credited to a person, the newest first. */
export const findSettledInterest = (
  { database, mode }: FundStore,
  citizen: CitizenId,
): Promise<readonly SettledInterest[]> => listSettledInterest(database, mode, citizen);

/**
 * The interest that the next settlement credits to a person if nothing more is paid in or out; nothing to an account
 * that is closed, by the fund centre or by a withdrawal since.
 */
export async function findProjection(
  { dayBasis, now, ...store }: FundStore & { readonly dayBasis: DayBasis; readonly now: Instant },
  citizen: CitizenId,
): Promise<Projection | undefined> {
  const { database, mode } = store;
  const [account, contributions, settled, book] = await Promise.all([
    getAccount(database, mode, citizen),
    allContributions(database, mode, citizen),
    findSettledInterest(store, citizen),
    getBook(store, citizen),
  ]);
  if (!account || standingOf(account, account.unstated).status === "CLOSED") return undefined;
  return projectInterest(account, contributions, settled, dayBasis, dateAt(now), drawnOf(book));
}
