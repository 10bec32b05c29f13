import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { HeldRecord } from "../catalogue/held-record.ts";
import { getAccount } from "./account-store.ts";
import { listContributions, listLoans } from "./store.ts";

/** What the fund centre has stated, by its own number, and as of which day. */
export type FundRecord = { readonly reference: string; readonly statedOn: CivilDate };

/** The record of a kind that the fund centre has stated of somebody; undefined where it has stated none. */
export async function fundRecord(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  citizen: CitizenId,
  kind: HeldRecord,
): Promise<FundRecord | undefined> {
  if (kind === "HOUSING_FUND_LOANS") {
    const loans = await listLoans(database, mode, citizen);
    const newest = loans.toSorted((a, b) => (a.outstandingOn < b.outstandingOn ? 1 : -1))[0];
    return newest && { reference: newest.loanNumber, statedOn: newest.outstandingOn };
  }
  const [account, contributions] = await Promise.all([
    getAccount(database, mode, citizen),
    kind === "HOUSING_FUND_CONTRIBUTIONS"
      ? listContributions(database, mode, citizen, { first: 1 })
      : undefined,
  ]);
  if (!account) return undefined;
  if (!contributions) return { reference: account.accountNumber, statedOn: account.balanceOn };
  const [latest] = contributions.entries;
  return latest && { reference: account.accountNumber, statedOn: latest.node.paidOn };
}
