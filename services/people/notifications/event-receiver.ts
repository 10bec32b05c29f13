import type { RecordedEvent } from "../../kernel/commit/event.ts";

/**
 * Hears of an event before anything is kept of it, and says of which event citizens are told: of this one, or of another
 * that it has turned into. Nothing where nobody is told of it. LATER where what the event is about has not ended: it
 * comes again, and that is no failure. An event that does not concern it, it hands on.
 */
export type EventReceiver = (event: RecordedEvent) => Promise<RecordedEvent | undefined | "LATER">;
