import type { CreditCode } from "../../field/credit-code.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Log } from "../../kernel/process/log.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { EnterpriseStore } from "./store.ts";

export type FollowPorts = EnterpriseStore & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
};

/**
 * Does what follows for a service when other people may bind an enterprise than before. It decides from what stands on
 * record then, and does nothing where it was done already: it is called at once, and again when the event is delivered.
 */
export type EnterpriseFollower = (ports: FollowPorts, creditCode: CreditCode) => Promise<void>;

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly enterpriseFollowers: EnterpriseFollower;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** Of every service that stands on who may bind an enterprise. */
    readonly enterpriseFollowers: readonly EnterpriseFollower[];
  }
}

/** The ports of a use case that changes who may bind an enterprise. */
export type FollowedPorts = FollowPorts & {
  readonly parts: Pick<Parts, "enterpriseFollowers">;
  readonly log: Log;
};

/**
 * Has everything follow at once from a change that is committed. One that fails costs nobody the answer: the event of
 * the change stands, and its delivery has it follow within a minute.
 */
export async function followAtOnce(ports: FollowedPorts, creditCode: CreditCode): Promise<void> {
  const { parts, log, requestId } = ports;
  for (const follow of parts.enterpriseFollowers) {
    try {
      await follow(ports, creditCode);
    } catch {
      log("WARN", "what follows from a change of an enterprise waits for its event", { requestId });
    }
  }
}
