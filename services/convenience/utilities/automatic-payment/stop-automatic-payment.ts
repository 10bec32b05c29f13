import { ok, type Result } from "../../../kernel/result.ts";
import type { Binding } from "../utility-account.ts";
import { changeOrder, type NoSuchAccount, type OrderPorts } from "./change-order.ts";

/** The caller pays by hand again. A task that waits finds that out, and is left. */
export const stopAutomaticPayment = (
  ports: OrderPorts,
  id: string,
): Promise<Result<Binding, NoSuchAccount>> =>
  changeOrder(ports, id, async ({ automatic }) =>
    ok(automatic?.by === ports.actor.id ? { automatic: undefined, tasks: [] } : undefined),
  );
