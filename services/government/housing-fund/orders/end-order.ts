import type { Citizen } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { FundStore } from "../withdrawals/withdrawal-store.ts";
import { end, type StandingOrder, withOrder } from "./order.ts";
import { noticeOf } from "./order-notice.ts";
import { getOrders, putOrders } from "./order-store.ts";

export type EndOrderPorts = FundStore & {
  readonly actor: Citizen;
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
};

/** The caller has no order by this application. */
export type NoSuchOrder = { readonly code: "FUND_ORDER_NOT_FOUND" };

/** Ends the caller's standing order: nothing is drawn by it any more. One that has ended stays as it is. */
export function endOrder(
  ports: EndOrderPorts,
  application: string,
): Promise<Result<StandingOrder, NoSuchOrder>> {
  const { actor, database, mode, now: at, requestId } = ports;
  return decideUntilWritten({
    database,
    about: `the standing order of ${application}`,
    read: () => getOrders(ports, actor.id),
    decide: (before) => {
      const order = before.orders.find((one) => one.application === application);
      if (!order) return err<NoSuchOrder>({ code: "FUND_ORDER_NOT_FOUND" });
      if (order.ended) return unchanged(ok(order));
      const answer = end(order, "BY_PERSON", dateAt(at));
      return ok({ before, after: withOrder(before, order, answer), answer });
    },
    write: ({ after, answer }) =>
      ports.commit({
        ...{ actor, at, requestId, table: recordsTable(mode), reason: application },
        ...{ aggregate: `housing-fund-orders:${actor.id}`, action: "housing-fund.order.ended" },
        writes: [putOrders(ports, after)],
        event: noticeOf(mode, actor.id, answer),
      }),
  });
}
