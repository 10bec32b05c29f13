import type { CivilDate, Month } from "../platform/civil-date.ts";
import type { CitizenId } from "../platform/ids.ts";
import { addMoney, type Fen } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";

/** What employer and employee paid in for one month (汇缴, or 补缴 where it was paid late). */
export type Contribution = {
  readonly citizenId: CitizenId;
  readonly month: Month;
  /** The day that it was credited; it earns interest from this day on. */
  readonly paidOn: CivilDate;
  readonly employer: Fen;
  readonly employee: Fen;
};

export const totalOf = ({ employer, employee }: Contribution): Fen => addMoney(employer, employee);

export type ContributionProblem = {
  readonly code: "NEGATIVE_AMOUNT" | "NOTHING_PAID" | "DATE_IN_FUTURE";
  readonly field: keyof Contribution;
};

export function checkContribution(
  contribution: Contribution,
  today: CivilDate,
): Result<Contribution, ContributionProblem> {
  if (contribution.employer < 0n) return err({ code: "NEGATIVE_AMOUNT", field: "employer" });
  if (contribution.employee < 0n) return err({ code: "NEGATIVE_AMOUNT", field: "employee" });
  if (totalOf(contribution) === 0n) return err({ code: "NOTHING_PAID", field: "employer" });
  if (contribution.paidOn > today) return err({ code: "DATE_IN_FUTURE", field: "paidOn" });
  return ok(contribution);
}
