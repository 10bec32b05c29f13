import { err, ok, type Result } from "../../../kernel/result.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { AttendanceId } from "../ids.ts";

/**
 * The people whom a clerk has received lately: the attendance that they have begun last, and when those of the last
 * hour began.
 */
export type Receptions = {
  readonly current?: AttendanceId | undefined;
  /** In order. */
  readonly begun: readonly Instant[];
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

export const NO_RECEPTIONS: Receptions = { begun: [], revision: 0 };

/** So many attendances a clerk begins within an hour. */
export const RECEPTIONS_AN_HOUR_MAX = 30;

/** Nobody serves more people than this so fast: more within the time are a burst, which is marked and told of. */
export const BURST = { withinMs: 120_000, receptionsMax: 5 } as const;

export type TooManyReceptions = {
  readonly code: "TOO_MANY_ATTENDANCES";
  readonly values: { readonly max: string };
  /** When the next can be begun. */
  readonly until: Instant;
};

export type Received = {
  readonly receptions: Receptions;
  /** The one that ends with the new one. */
  readonly ended: AttendanceId | undefined;
  readonly isBurst: boolean;
};

/** One more of a clerk's attendances. Errors: TOO_MANY_ATTENDANCES. */
export function receiveOneMore(
  { current, begun, revision }: Receptions,
  attendance: AttendanceId,
  now: Instant,
): Result<Received, TooManyReceptions> {
  const lately = begun.filter((at) => plusMs(at, HOUR_MS) > now);
  const tooEarly = lately.at(-RECEPTIONS_AN_HOUR_MAX);
  if (tooEarly !== undefined) {
    const values = { max: String(RECEPTIONS_AN_HOUR_MAX) };
    return err({ code: "TOO_MANY_ATTENDANCES", values, until: plusMs(tooEarly, HOUR_MS) });
  }
  const all = [...lately, now].sort();
  const inBurst = all.filter((at) => plusMs(at, BURST.withinMs) > now);
  return ok({
    receptions: { current: attendance, begun: all, revision: revision + 1 },
    ended: current,
    isBurst: inBurst.length > BURST.receptionsMax,
  });
}
