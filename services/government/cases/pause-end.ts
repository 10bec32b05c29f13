import { addDays, type CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** An end that lies before a pause, or so far away that it must be a mistake. */
export type PauseEndOutOfRange = {
  readonly code: "PAUSE_END_OUT_OF_RANGE";
  readonly values: { readonly from: CivilDate; readonly to: CivilDate };
  readonly path: readonly string[];
};

/** Longer than anything of the list takes; the law has no number. */
const PAUSE_DAYS_MAX = 365;

/** Whether a pause that begins today can be expected to end on a day. Errors: PAUSE_END_OUT_OF_RANGE. */
export function checkPauseEnd(until: CivilDate, today: CivilDate): Result<CivilDate, PauseEndOutOfRange> {
  const to = addDays(today, PAUSE_DAYS_MAX);
  return until < today || until > to
    ? err({ code: "PAUSE_END_OUT_OF_RANGE", values: { from: today, to }, path: ["until"] })
    : ok(until);
}
