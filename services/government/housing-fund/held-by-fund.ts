import type { Subject } from "../../field/subject.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { HeldProvider, HeldStatement } from "../cases/index.ts";
import type { HeldRecord } from "../catalogue/index.ts";
import { getAccount } from "./account-store.ts";
import { listContributions, listLoans } from "./store.ts";

declare module "../catalogue/held-record.ts" {
  interface HeldRecords {
    HOUSING_FUND_ACCOUNT: true;
    HOUSING_FUND_CONTRIBUTIONS: true;
    HOUSING_FUND_LOANS: true;
  }
}

declare module "../cases/materials/material.ts" {
  interface HeldSources {
    HOUSING_FUND: true;
  }
}

/** The fund centre's statement about a person, by its own number, and as of which day. */
export const heldByFund: HeldProvider = {
  source: "HOUSING_FUND",
  find: (ports, { filledBy }, holder) => findStatement(ports, filledBy, holder),
};

async function findStatement(
  { database, mode }: Parameters<HeldProvider["find"]>[0],
  filledBy: HeldRecord | undefined,
  holder: Subject,
): Promise<HeldStatement | undefined> {
  if (holder.kind !== "PERSON") return undefined;
  const { citizenId } = holder;
  switch (filledBy) {
    case "HOUSING_FUND_ACCOUNT": {
      const account = await getAccount(database, mode, citizenId);
      return account && statementOf(account.accountNumber, account.balanceOn);
    }
    case "HOUSING_FUND_CONTRIBUTIONS": {
      const [account, contributions] = await Promise.all([
        getAccount(database, mode, citizenId),
        listContributions(database, mode, citizenId, { first: 1 }),
      ]);
      const [latest] = contributions.entries;
      return account && latest && statementOf(account.accountNumber, latest.node.paidOn);
    }
    case "HOUSING_FUND_LOANS": {
      const loans = await listLoans(database, mode, citizenId);
      const newest = loans.toSorted((a, b) => (a.outstandingOn < b.outstandingOn ? 1 : -1))[0];
      return newest && statementOf(newest.loanNumber, newest.outstandingOn);
    }
    default:
      return undefined;
  }
}

const statementOf = (reference: string, statedOn: CivilDate): HeldStatement => ({ reference, statedOn });
