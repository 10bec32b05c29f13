import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Outside } from "../../kernel/service-runtime.ts";

/**
 * Hears of an event before anything is kept of it, and says of which event citizens are told: of this one, or of another
 * that it has turned into. Nothing where nobody is told of it. LATER where what the event is about has not ended: it
 * comes again, and that is no failure. An event that does not concern it, it hands on.
 */
export type EventReceiver = (event: RecordedEvent) => Promise<RecordedEvent | undefined | "LATER">;

/** The writes by which an event adds to counters: they stand with its delivery, and so once. None where it counts nothing. */
export type Counter = (event: RecordedEvent, database: Pick<Database, "nameOf">) => readonly TransactItem[];

/** The ports of receivers; each event has a view of the database of its own. */
export type ReceiverPorts = Outside & { readonly open: () => Database; readonly parts: Parts };

type OpenReceiver = (ports: ReceiverPorts) => EventReceiver;

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    /** In the order of the registry, each hears what the one before has made of an event. */
    readonly receivers: OpenReceiver;
    readonly counters: Counter;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    readonly receivers: readonly OpenReceiver[];
    readonly counters: readonly Counter[];
  }
}
