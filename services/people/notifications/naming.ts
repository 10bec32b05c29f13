import type { Database } from "../../kernel/database/database.ts";
import type { Message } from "../../kernel/message.ts";

/** How texts call what a payload names by a code. */
export type Naming = {
  /** The payload's field, and so the gap in texts that shows the name instead of the code. */
  readonly field: string;
  /** Undefined where nothing has this code. */
  readonly nameOf: (database: Pick<Database, "get">, code: string) => Promise<Message | undefined>;
};

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly namings: Naming;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** Of every service whose codes stand in payloads; one for a field. */
    readonly namings: readonly Naming[];
  }
}
