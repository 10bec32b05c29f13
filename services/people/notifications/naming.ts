import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Message } from "../../kernel/message.ts";

/** How texts call what a payload names by a code or an id. */
export type Naming = {
  /** The gap in texts that it fills. */
  readonly gap: string;
  /** The payload's field that holds the code. */
  readonly field: string;
  /** Undefined where it is not for such a code, or where nothing has this one. */
  readonly nameOf: (database: Database, code: string, mode: Mode) => Promise<Message | undefined>;
};

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly namings: Naming;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** Of every service whose codes stand in payloads; one for a gap. */
    readonly namings: readonly Naming[];
  }
}
