import type { Instant } from "../runtime.ts";

export type Sweep = {
  readonly delivered: number;
  readonly failed: number;
  /** When the oldest event that still waits was committed, those postponed left out; undefined where none does. */
  readonly oldestAt: Instant | undefined;
  /** Events about what has not ended, such as open payments, and when the oldest of them was committed. */
  readonly postponed: number;
  readonly oldestPostponedAt: Instant | undefined;
  /** Dead letters; `DEAD_MAX` stands for so many or more. */
  readonly dead: number;
  /** False where the time was over before all was looked at. */
  readonly finished: boolean;
};

/** Why an event is still there after it was looked at. */
export type Waits = "WAITING" | "POSTPONED";

export type Progress = {
  delivered: number;
  failed: number;
  oldestAt: Instant | undefined;
  postponed: number;
  oldestPostponedAt: Instant | undefined;
  finished: boolean;
  /** Aggregates that wait in this sweep for an earlier event of theirs, and how that stands. */
  readonly stuck: Map<string, Waits>;
};

export const newProgress = (): Progress => ({
  delivered: 0,
  failed: 0,
  oldestAt: undefined,
  postponed: 0,
  oldestPostponedAt: undefined,
  finished: true,
  stuck: new Map(),
});

export function note(progress: Progress, waits: Waits, events: readonly { readonly at: Instant }[]): void {
  const oldest = waits === "POSTPONED" ? "oldestPostponedAt" : "oldestAt";
  if (waits === "POSTPONED") progress.postponed += events.length;
  for (const { at } of events) if (!progress[oldest] || at < progress[oldest]) progress[oldest] = at;
}

export function sweepOf({ stuck: _, ...progress }: Progress, dead: number): Sweep {
  return { ...progress, dead };
}
