import { addDays } from "../../shared/format/dates.ts";

/** With the day on which it is shared, as the API bounds it (schema/licence-copies.graphql). */
const DAYS_MAX = 90;
/** Unless its holder chooses another day. */
const DAYS_USUAL = 30;

/** The days on which a copy that is shared today can end, and the usual one among them. */
export type ShareDays = { readonly first: string; readonly last: string; readonly usual: string };

/** @param validUntil The licence's own last day; null for one without an end. */
export function shareDays(today: string, validUntil: string | null): ShareDays {
  const dayOf = (days: number): string => {
    const day = addDays(today, days - 1);
    return validUntil !== null && validUntil < day ? validUntil : day;
  };
  return { first: today, last: dayOf(DAYS_MAX), usual: dayOf(DAYS_USUAL) };
}
