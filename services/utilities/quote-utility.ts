import type { Decimal } from "../platform/decimal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { type Rating, rate, type UsageProblem } from "./rating.ts";
import { type Tariff, type TariffQuestion, tariffOn } from "./tariff.ts";
import { TARIFFS } from "./tariffs.ts";

export type QuoteWish = TariffQuestion & {
  readonly usage: Decimal;
  /** Used in the tariff's cycle before; for a monthly tariff the year's usage does not count. */
  readonly yearToDate: Decimal;
};

export type Quote = Rating & { readonly tariff: Tariff };

/** What a household would pay; nothing is kept of the question. */
export function quoteUtility(wish: QuoteWish): Result<Quote, UsageProblem | { readonly code: "NO_TARIFF" }> {
  const tariff = tariffOn(TARIFFS, wish);
  if (!tariff) return err({ code: "NO_TARIFF" });
  const { usage, yearToDate } = wish;
  const usedBefore = tariff.cycle === "CALENDAR_YEAR" ? yearToDate : { units: 0n, places: 0 };
  const rating = rate(tariff, usage, usedBefore);
  return rating.ok ? ok({ ...rating.value, tariff }) : rating;
}
