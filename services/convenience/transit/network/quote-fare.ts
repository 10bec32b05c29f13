import { compareDecimals, decimal, formatDecimal } from "../../../kernel/decimal.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Fare, type FareQuestion, type FareRule, fareOf, fareRuleOn, type Ride } from "./fare.ts";
import { FARE_RULES } from "./fare-rules.ts";

/** Further than any line of a city goes. */
export const DISTANCE_MAX_KM = decimal("1000");

export type QuotedFare = Fare & { readonly rule: FareRule };

/** `values` fill the gaps of the message. */
export type FareProblem = {
  readonly code: "NO_FARE" | "DISTANCE_OUT_OF_RANGE" | "SPEND_NEGATIVE";
  readonly values: Readonly<Record<string, string>>;
};

/** The price of a ride; nothing is kept of the question. */
export function quoteFare(question: FareQuestion, ride: Ride): Result<QuotedFare, FareProblem> {
  const { mode, region, on } = question;
  const rule = fareRuleOn(FARE_RULES, question);
  if (!rule) return err({ code: "NO_FARE", values: { mode, region, on } });
  const { distanceKm, monthSpend } = ride;
  if (distanceKm.units < 0n || compareDecimals(distanceKm, DISTANCE_MAX_KM) > 0) {
    return err({ code: "DISTANCE_OUT_OF_RANGE", values: { max: formatDecimal(DISTANCE_MAX_KM) } });
  }
  if (monthSpend < 0n) return err({ code: "SPEND_NEGATIVE", values: {} });
  return ok({ ...fareOf(rule, ride), rule });
}
