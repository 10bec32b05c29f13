import { addMonths, type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { type Fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Account } from "../account.ts";
import { getAccount } from "../account-store.ts";
import type { Household } from "../household/spouse.ts";
import { listLoans, listSettledInterest } from "../store.ts";
import {
  drawnOf,
  latestSingle,
  standingOf,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from "../withdrawal.ts";
import type { FundRecords } from "./fund-records.ts";
import { leftForRent } from "./rent.ts";
import { MONTHS_BETWEEN_SINGLES, openLoans } from "./repayment.ts";
import { PAID_FROM } from "./terms.ts";
import { drawable, repaymentOf } from "./withdrawal-facts.ts";
import { type FundStore, getBook } from "./withdrawal-store.ts";

/** The ground for so much, or so little. */
type Because =
  | { readonly code: "DRAWN_AGAIN_FROM"; readonly values: { readonly on: CivilDate } }
  | {
      readonly code:
        | "DRAWN_FROM_NO_ACTIVE_ACCOUNT"
        | "DRAWN_FROM_CLOSED_ACCOUNT"
        | "DRAWN_NOTHING_LEFT"
        | "DRAWN_FOR_RENT"
        | "DRAWN_FOR_RENT_ALREADY"
        | "DRAWN_FOR_RENT_UNCAPPED"
        | "DRAWN_FOR_LOAN"
        | "DRAWN_FOR_BANK_LOAN"
        | "DRAWN_FOR_LOAN_BY_PERSON"
        | "DRAWN_ON_RETIREMENT"
        | "DRAWN_AFTER_STATEMENT";
      readonly values?: undefined;
    };

/** The amount for a reason by the fund's records alone, today: an application's own word can make it less. */
export type Prospect = {
  readonly reason: WithdrawalReason;
  /** Undefined where the records cannot tell. */
  readonly atMost: Fen | undefined;
  readonly because: Because;
};

type Records = Pick<FundRecords, "account" | "loans" | "settled" | "book">;

/** The prospects for each reason, of an account as the fund centre has stated it. */
export function prospectsOf(records: Records, today: CivilDate): readonly Prospect[] {
  const standing = standingOf(records.account, drawnOf(records.book));
  return WITHDRAWAL_REASONS.map((reason) => {
    // That the employer has sealed it on retirement is said with the amount, as the age is: neither has come for most.
    if (!PAID_FROM[reason].some((status) => status === standing.status))
      return { reason, atMost: ZERO, because: { code: notFrom(standing) } };
    if (standing.balance === ZERO) return { reason, atMost: ZERO, because: { code: "DRAWN_NOTHING_LEFT" } };
    return { reason, ...PROSPECTS[reason](records, today) };
  });
}

const notFrom = ({ status }: Account): "DRAWN_FROM_CLOSED_ACCOUNT" | "DRAWN_FROM_NO_ACTIVE_ACCOUNT" =>
  status === "CLOSED" ? "DRAWN_FROM_CLOSED_ACCOUNT" : "DRAWN_FROM_NO_ACTIVE_ACCOUNT";

const PROSPECTS: Readonly<
  Record<WithdrawalReason, (records: Records, today: CivilDate) => Omit<Prospect, "reason">>
> = {
  RENT: (records, today) => {
    const atMost = leftForRent({ ...records, contributions: [] }, "UNREGISTERED", today);
    if (atMost === undefined) return { atMost, because: { code: "DRAWN_FOR_RENT_UNCAPPED" } };
    return { atMost, because: { code: atMost > ZERO ? "DRAWN_FOR_RENT" : "DRAWN_FOR_RENT_ALREADY" } };
  },
  LOAN_REPAYMENT: (records, today) => {
    const last = latestSingle(records.book, "LOAN_REPAYMENT");
    const again = last && addMonths(last.on, MONTHS_BETWEEN_SINGLES);
    if (again && today < again)
      return { atMost: ZERO, because: { code: "DRAWN_AGAIN_FROM", values: { on: again } } };
    if (openLoans(records.loans).length === 0)
      return { atMost: undefined, because: { code: "DRAWN_FOR_BANK_LOAN" } };
    const { most, isOnRecord } = repaymentOf(records, {}, today);
    return isOnRecord
      ? { atMost: most, because: { code: "DRAWN_FOR_LOAN" } }
      : { atMost: undefined, because: { code: "DRAWN_FOR_LOAN_BY_PERSON" } };
  },
  RETIREMENT: (records, today) => {
    const alone = { ...records, contributions: [], household: ALONE, spouseBook: undefined };
    const atMost = drawable("RETIREMENT", alone, {}, today);
    const code = atMost === undefined ? "DRAWN_AFTER_STATEMENT" : "DRAWN_ON_RETIREMENT";
    return { atMost, because: { code } };
  },
};

/** A prospect is told by the person's own records. */
const ALONE: Household = { stated: undefined, own: undefined, isConfirmed: false };

/** A person's prospects today; undefined where they have no account. */
export async function findProspects(
  { now, ...store }: FundStore & { readonly now: Instant },
  citizen: CitizenId,
): Promise<readonly Prospect[] | undefined> {
  const [account, loans, settled, book] = await Promise.all([
    getAccount(store.database, store.mode, citizen),
    listLoans(store.database, store.mode, citizen),
    listSettledInterest(store.database, store.mode, citizen),
    getBook(store, citizen),
  ]);
  return account && prospectsOf({ account, loans, settled, book }, dateAt(now));
}
