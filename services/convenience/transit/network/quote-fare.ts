import { compareDecimals, decimal } from "../../../kernel/decimal.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Fare, type FareQuestion, type FareRule, fareOf, fareRuleOn, type Ride } from "./fare.ts";
import { FARE_RULES } from "./fare-rules.ts";

/** Further than any line of a city goes. */
export const DISTANCE_MAX_KM = decimal("1000");

export type QuotedFare = Fare & { readonly rule: FareRule };

export type FareProblem = { readonly code: "NO_FARE" | "DISTANCE_OUT_OF_RANGE" | "SPEND_NEGATIVE" };

/** What a ride would cost; nothing is kept of the question. */
export function quoteFare(question: FareQuestion, ride: Ride): Result<QuotedFare, FareProblem> {
  const rule = fareRuleOn(FARE_RULES, question);
  if (!rule) return err({ code: "NO_FARE" });
  const { distanceKm, monthSpend } = ride;
  if (distanceKm.units < 0n || compareDecimals(distanceKm, DISTANCE_MAX_KM) > 0) {
    return err({ code: "DISTANCE_OUT_OF_RANGE" });
  }
  if (monthSpend < 0n) return err({ code: "SPEND_NEGATIVE" });
  return ok({ ...fareOf(rule, ride), rule });
}
