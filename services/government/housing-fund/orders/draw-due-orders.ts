import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Sweep } from "../../../kernel/service-runtime.ts";
import type { DayBasis } from "../interest-periods.ts";
import { drawOrder } from "./draw-order.ts";
import { listDueOrders, ORDER_SHARDS } from "./order-store.ts";

export type DueOrderPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
  readonly config: { readonly housingFundDayBasis: DayBasis };
};

export type DrawnOrders = Swept & {
  readonly ordersDrawn: number;
  readonly ordersNotDrawn: number;
  readonly ordersEnded: number;
  /** How late the latest of them was. */
  readonly ordersLagSeconds: number;
};

/**
 * Draws for the standing orders that are due, each in a commit of its own, so that a sweep that dies has done what it did;
 * one of a person's at a time, and the others at the next. Ends after `until` with what was begun, and the next one goes on; whoever sweeps at the same time draws nothing twice.
 */
export async function drawDueOrders(
  { open, now, config }: DueOrderPorts,
  mode: Mode,
  until: Instant,
): Promise<DrawnOrders> {
  const total = { ordersDrawn: 0, ordersNotDrawn: 0, ordersEnded: 0, ordersLagSeconds: 0 };
  const swept = await sweepLists(ORDER_SHARDS, {
    ...{ now, until },
    read: (shard, page) => listDueOrders({ database: open().database, mode }, shard, page),
    one: async ({ id, at }) => {
      const ports = { ...open(), mode, now: now(), dayBasis: config.housingFundDayBasis };
      const drawn = await drawOrder({ ...ports, requestId: `housing-fund-orders ${ports.now}` }, id);
      if (!drawn) return;
      total[COUNTED[drawn]] += 1;
      const lag = Math.round((Date.parse(ports.now) - Date.parse(at)) / 1_000);
      total.ordersLagSeconds = Math.max(total.ordersLagSeconds, lag);
    },
  });
  return { ...total, ...swept };
}

const COUNTED = { DRAWN: "ordersDrawn", NOT_DRAWN: "ordersNotDrawn", ENDED: "ordersEnded" } as const;

export const drawAsDue = ((ports, mode, until) => drawDueOrders(ports, mode, until)) satisfies Sweep;
