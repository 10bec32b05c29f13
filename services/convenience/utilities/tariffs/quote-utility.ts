import { addDays, type CivilDate, LAST_DAY } from "../../../kernel/civil-date.ts";
import type { Decimal } from "../../../kernel/decimal.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { type PeriodRating, type RatingProblem, ratePeriod } from "./period-rating.ts";
import type { TariffQuestion, TimeOfUse } from "./tariff.ts";
import { TARIFFS } from "./tariffs.ts";

type Optional<T> = T | null | undefined;

/** Either `usage` or `timeOfUse`. */
export type QuoteWish = TariffQuestion & {
  readonly usage?: Optional<Decimal>;
  readonly timeOfUse?: Optional<TimeOfUse>;
  /** Used in the calendar year before; a tariff by the month does not look at it. */
  readonly yearToDate: Decimal;
  readonly householdSize?: Optional<number>;
  /** First day of the period, whose last is `on`; without it the period is that day. */
  readonly from?: Optional<CivilDate>;
};

export type Quote = PeriodRating;

export type QuoteProblem =
  | RatingProblem
  | { readonly code: "USAGE_OR_TIME_OF_USE"; readonly values: Readonly<Record<string, string>> };

/** The bill of a household; nothing is kept of the question. */
export function quoteUtility(wish: QuoteWish): Result<Quote, QuoteProblem> {
  const { kind, region, householdClass, usage, timeOfUse, on } = wish;
  const used = timeOfUse ? { timeOfUse } : usage && { usage };
  if (!used || (usage && timeOfUse)) return err({ code: "USAGE_OR_TIME_OF_USE", values: {} });
  // A period ends before the day after its last; the last of all days has none, and is rated as the one before it.
  const last = on === LAST_DAY ? addDays(on, -1) : on;
  const from = wish.from ?? on;
  return ratePeriod(TARIFFS, {
    kind,
    region,
    householdClass,
    from: on === LAST_DAY && from === on ? last : from,
    to: addDays(last, 1),
    usedBefore: wish.yearToDate,
    householdSize: wish.householdSize ?? undefined,
    ...used,
  });
}
