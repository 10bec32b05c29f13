import { type CreditCode, isCreditCode } from "../../field/credit-code.ts";
import { commitTo } from "../../kernel/commit/commit.ts";
import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Runtime } from "../../kernel/runtime.ts";
import { type EnterpriseStore, findAuthorities } from "./store.ts";

export type FollowEventPorts = {
  /** Each event has a view of the database of its own. */
  readonly open: () => Database;
  readonly runtime: Pick<Runtime, "now">;
  readonly parts: Pick<Parts, "enterpriseFollowers">;
};

/** Has everything follow from an event after which other people may bind an enterprise, and hands the event on. */
export const enterpriseReceiver =
  ({ open, runtime, parts }: FollowEventPorts) =>
  async (event: RecordedEvent): Promise<RecordedEvent> => {
    const database = open();
    const creditCode = await enterpriseIn(event, { database, mode: event.mode });
    if (!creditCode) return event;
    const ports = { database, mode: event.mode, commit: commitTo(database), now: runtime.now() };
    for (const follow of parts.enterpriseFollowers)
      await follow({ ...ports, requestId: event.id }, creditCode);
    return event;
  };

async function enterpriseIn(
  { type, payload: { about } }: RecordedEvent,
  store: EnterpriseStore,
): Promise<CreditCode | undefined> {
  if (type === "enterprise.changed") return isCreditCode(about) ? about : undefined;
  const isEnd = type === "authority.revoked" || type === "authority.ended";
  if (!isEnd || !isId("aut", about)) return undefined;
  const principal = (await findAuthorities(store, about))?.principal;
  return principal?.kind === "ENTERPRISE" ? principal.creditCode : undefined;
}
