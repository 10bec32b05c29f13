import { regionText } from "../../../field/named-region.ts";
import { compareDecimals, decimal, formatDecimal } from "../../../kernel/decimal.ts";
import type { Values } from "../../../kernel/message.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { TRANSIT_WORDS } from "../enum-words.ts";
import { type FareQuestion, type FareRule, fareRuleOn, lineFare } from "./fare.ts";
import { type Fare, fareOf, type Ride } from "./price-ride.ts";
import { rightOn } from "./riding-right.ts";

/** Further than any line of a city goes. */
export const DISTANCE_MAX_KM = decimal("1000");

export type QuotedFare = Fare & {
  /** Of the rule, or of the line's own fares. */
  readonly rule: Pick<FareRule, "effectiveFrom" | "source">;
};

/** `values` fill the gaps of the message. */
export type FareProblem = {
  readonly code: "NO_FARE" | "NO_LINE_FARE" | "DISTANCE_OUT_OF_RANGE" | "SPEND_NEGATIVE";
  readonly values: Values;
};

/** The price of a ride by the rules of its region, in the order of their days; nothing is kept of the question. */
export function quoteFare(
  rules: readonly FareRule[],
  question: FareQuestion,
  ride: Ride,
): Result<QuotedFare, FareProblem> {
  const { mode, region, on } = question;
  const rule = fareRuleOn(rules, question);
  if (!rule)
    return err({
      code: "NO_FARE",
      values: { mode: TRANSIT_WORDS.TransitMode[mode], region: regionText(region), on },
    });
  const { distanceKm, monthSpend, isAirportLine, line } = ride;
  if (distanceKm.units < 0n || compareDecimals(distanceKm, DISTANCE_MAX_KM) > 0) {
    return err({ code: "DISTANCE_OUT_OF_RANGE", values: { max: formatDecimal(DISTANCE_MAX_KM) } });
  }
  if (monthSpend < 0n) return err({ code: "SPEND_NEGATIVE", values: {} });
  const own = isAirportLine ? lineFare(rule, line) : undefined;
  if (isAirportLine && line !== undefined && !own) {
    return err({ code: "NO_LINE_FARE", values: { line, region: regionText(region), on } });
  }
  // A quote is for one who holds what the kind of card stands for.
  const right = rightOn({ kind: ride.card, region, entitled: [{ from: on, until: on }] }, mode, on, ride);
  return ok({ ...fareOf(rule, { ...ride, ...right }), rule: own ?? rule });
}
