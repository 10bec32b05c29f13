import type { Mode, Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** A person at a clerk's window, and how the clerk acts for them. */
export type Attended = {
  readonly citizenId: CitizenId;
  /** Stands only while the person is there; the trail says by what. */
  readonly commit: Commit;
  /** Why the clerk serves them no longer; undefined while they do. */
  readonly ending: () => Promise<{ readonly code: MessageCode } | undefined>;
};

type Ports = {
  readonly database: Database;
  readonly mode: Mode;
  readonly now: Instant;
  readonly commit: Commit;
};

/**
 * The person whom a clerk serves at their window now, by what the clerk names; the service that receives people brings
 * it.
 */
export type FindAttended = (
  ports: Ports,
  clerk: Officer,
  attendance: string | undefined,
) => Promise<Result<Attended, { readonly code: MessageCode }>>;

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly findAttended: FindAttended;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    readonly findAttended: FindAttended;
  }
}
