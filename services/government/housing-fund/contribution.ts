import type { CivilDate, Month } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { addMoney, type Fen, ZERO } from "../../kernel/money.ts";
import { isBelow, type Stated } from "../../kernel/stated.ts";

/** The contributions of employer and employee for one month (汇缴, or 补缴 where it was paid late). */
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

/** All that speaks against a contribution; what is not stated is not judged. */
export function checkContribution(
  { employer, employee, paidOn }: Stated<Contribution>,
  today: CivilDate,
): readonly ContributionProblem[] {
  const problems: ContributionProblem[] = [];
  if (isBelow(employer, ZERO)) problems.push({ code: "NEGATIVE_AMOUNT", field: "employer" });
  if (isBelow(employee, ZERO)) problems.push({ code: "NEGATIVE_AMOUNT", field: "employee" });
  if (employer === ZERO && employee === ZERO) problems.push({ code: "NOTHING_PAID", field: "employer" });
  if (isBelow(today, paidOn)) problems.push({ code: "DATE_IN_FUTURE", field: "paidOn" });
  return problems;
}
