import { addMonths, type CivilDate } from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { type Instalment, instalmentPlan } from "../instalment-plan.ts";
import type { Loan } from "../loan.ts";

/** Days of instalments: after the one, up to the other. */
type Window = { readonly after: CivilDate; readonly to: CivilDate };

/**
 * A loan that stands so many instalments before its plan was paid ahead; further before, it was repaid early in part, and its
 * instalments have changed on a day that no file tells. The platform's own measure, as the next.
 */
const AHEAD_MAX = 3;
/** A statement that is older, and lacks an instalment, says too little of what was repaid. */
const STATEMENT_MONTHS_MAX = 2;

/**
 * The sum that was repaid of a fund's loan in a window by the fund's own record: never more than what the stated rest of the
 * principal proves. Instalments that the statement came before are not in it. Of a loan that is repaid only those count that
 * its plan had to its end; when it was repaid early no file tells. Undefined where the record cannot tell, as of a loan whose
 * principal is whole: interest may have been paid.
 */
export function repaidByRecord(loan: Loan, { after, to }: Window): Fen | undefined {
  const { outstanding, outstandingOn: asOf } = loan;
  const plan = instalmentPlan(loan);
  const due = plan.filter(({ dueOn }) => dueOn > after && dueOn <= to);
  if (due.length === 0) return ZERO;
  const dueBy = plan.filter(({ dueOn }) => dueOn <= asOf).length;
  if (outstanding === ZERO && dueBy < plan.length) return ZERO;
  const [first] = plan;
  if (first && first.dueOn <= asOf && outstanding > first.outstandingAfter + roundingOf(first))
    return undefined;
  const ahead = plan[Math.min(dueBy + AHEAD_MAX, plan.length) - 1];
  if (ahead && outstanding < ahead.outstandingAfter - roundingOf(ahead)) return undefined;
  const isBehind = due.some(({ dueOn }) => dueOn > asOf);
  if (isBehind && addMonths(asOf, STATEMENT_MONTHS_MAX) < to) return undefined;
  const repaid = due.filter(
    (one) => one.dueOn <= asOf && outstanding <= one.outstandingAfter + roundingOf(one),
  );
  return addMoney(...repaid.map(({ amount }) => amount));
}

/** The fund centre rounds each month, as the plan does, and not always to the same fen. */
const roundingOf = ({ number }: Instalment): Fen => fen(BigInt(number));
