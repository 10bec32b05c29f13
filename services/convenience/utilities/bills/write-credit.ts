import type { TransactItem } from "../../../kernel/database/database.ts";
import { type Fen, fen, least, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { bookedAs, type Leg, putTransfer } from "../../../money/ledger/index.ts";
import { creditOf } from "../carried.ts";
import type { UtilityStore } from "../store.ts";
import { tenancyOf, type UtilityAccount } from "../utility-account.ts";

/** The ledger account of a tenancy's credit. */
export const creditAccountOf = (tenancy: Pick<UtilityAccount, "id" | "tenancy">): Leg["account"] =>
  `credit:${tenancy.id}-${tenancyOf(tenancy)}`;

/** A change of a tenancy's credit, and the bill that is its cause, of which a later correction has another name. */
type CreditChange = {
  readonly before: UtilityAccount;
  readonly after: UtilityAccount;
  readonly cause: string;
  readonly at: Instant;
};

/** The writes by which the ledger follows a tenancy's credit: the biller gives it, and has it back when it is used. */
export function writeCredit(
  store: UtilityStore,
  { before, after, cause, at }: CreditChange,
): readonly TransactItem[] {
  const more = creditOf(after) - creditOf(before);
  if (more === 0n) return [];
  const account = creditAccountOf(after);
  const reason = more > 0n ? "utilities.credit.given" : "utilities.credit.used";
  const legs = [
    { account: `biller:${after.biller}`, amount: fen(more) },
    { account, amount: fen(-more) },
  ] as const;
  return putTransfer(
    store,
    bookedAs({ at, legs, reason, cause }),
    before.hasCredit ? {} : { opens: account },
  );
}

/** The credit that a tenancy has, as a refund of one of its bills can take it. */
export const spendable = (tenancy: UtilityAccount | undefined, amount: Fen): Fen =>
  least(tenancy ? creditOf(tenancy) : ZERO, amount);
