import type { Instant } from "../runtime.ts";

/** How a run of deliveries ended, and how it left the outbox. */
export type DeliveryRun = {
  readonly delivered: number;
  readonly failed: number;
  /** When the oldest event that still waits was committed, those postponed left out; undefined where none does. */
  readonly oldestAt: Instant | undefined;
  /** Events about what has not ended, such as open payments, and when the oldest of them was committed. */
  readonly postponed: number;
  readonly oldestPostponedAt: Instant | undefined;
  /** Dead letters; `DEAD_MAX` stands for so many or more. Undefined where they could not be counted. */
  readonly dead: number | undefined;
  /** False where the time was over before all was looked at. */
  readonly finished: boolean;
  /** Of events whose failure could not even be put on record, and of queues that could not be read. */
  readonly faults: readonly unknown[];
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
  readonly faults: unknown[];
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
  faults: [],
  stuck: new Map(),
});

export function note(progress: Progress, waits: Waits, events: readonly { readonly at: Instant }[]): void {
  const oldest = waits === "POSTPONED" ? "oldestPostponedAt" : "oldestAt";
  if (waits === "POSTPONED") progress.postponed += events.length;
  for (const { at } of events) if (!progress[oldest] || at < progress[oldest]) progress[oldest] = at;
}

export function runOf({ stuck: _, ...progress }: Progress, dead: number | undefined): DeliveryRun {
  return { ...progress, dead };
}
