import type { CivilDate } from "../../../kernel/civil-date.ts";
import { ZERO } from "../../../kernel/money.ts";
import { drawnOf, standingOf, type WithdrawalReason } from "../withdrawal.ts";
import type { FundForm, FundRecords } from "./fund-records.ts";
import type { Ordered } from "./repayment.ts";
import { isPaidFrom } from "./terms.ts";
import { drawable, repaymentOf } from "./withdrawal-facts.ts";

/** Nothing can be drawn: no account, one that its status keeps closed to it, or nothing that caps and balance have left. */
export const NOTHING_DRAWABLE = { code: "NOTHING_DRAWABLE", path: ["id"] } as const;

/** The ground on which nothing can be paid, as the officer who would grant it reads it. */
export type NotDrawable = {
  readonly code:
    | "NOTHING_DRAWABLE"
    | "FUND_RENT_CAP_UNKNOWN"
    | "FUND_SETTLEMENT_NOT_STATED"
    | "FUND_REPAYMENT_UNKNOWN";
  readonly path: readonly string[];
};

/** The gap in the records, by the reason of the withdrawal. */
const UNTOLD = {
  RENT: "FUND_RENT_CAP_UNKNOWN",
  RETIREMENT: "FUND_SETTLEMENT_NOT_STATED",
  LOAN_REPAYMENT: "FUND_REPAYMENT_UNKNOWN",
} as const satisfies Readonly<Record<WithdrawalReason, NotDrawable["code"]>>;

type Wish = {
  readonly reason: WithdrawalReason;
  readonly form: FundForm;
  readonly ordered?: Ordered | undefined;
};

/** The ground for nothing: the records have nothing left, or do not tell how much there is. */
export function notDrawable(
  { reason, form, ordered }: Wish,
  records: FundRecords,
  today: CivilDate,
): NotDrawable {
  const standing = standingOf(records.account, drawnOf(records.book));
  if (!isPaidFrom(reason, standing, today) || standing.balance === ZERO) return NOTHING_DRAWABLE;
  const isTold =
    reason === "LOAN_REPAYMENT"
      ? repaymentOf(records, form, today, ordered).isOnRecord
      : drawable(reason, records, form, today, ordered) !== undefined;
  return isTold ? NOTHING_DRAWABLE : { code: UNTOLD[reason], path: ["id"] };
}
