import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isUnordered, type Payout, type PayoutNotOwed, payoutNotOwed } from "./payout.ts";
import type { PayoutPorts } from "./record-payout.ts";
import { getPayout, putPayout } from "./store.ts";

export type OrderPayoutRefusal = { readonly code: "NOT_FOUND" } | PayoutNotOwed;

/**
 * A treasurer takes a payout on, before the bank is told to pay it: from then on a revoked grant no longer calls it off,
 * so that nothing is paid of which the books know nothing. Said again it changes nothing. Errors: PAYOUT_NOT_OWED for one
 * that is paid or was called off.
 */
export async function orderPayout(
  ports: PayoutPorts,
  id: string,
): Promise<Result<Payout, OrderPayoutRefusal>> {
  const { actor, now, requestId, mode } = ports;
  const owed = isId("pyo", id) ? await getPayout(ports, id) : undefined;
  if (!owed) return err({ code: "NOT_FOUND" });
  const ordered: Payout = { ...owed, status: "ORDERED", orderedAt: now, orderedBy: actor.id };
  const done = isUnordered(owed)
    ? await ports.commit({
        ...{ actor, at: now, requestId, aggregate: owed.id, table: recordsTable(mode) },
        action: "payouts.payout.ordered",
        writes: [putPayout(ports, ordered, owed.status)],
      })
    : undefined;
  if (done?.ok) return ok(ordered);
  ports.database.forget();
  const stands = await getPayout(ports, owed.id);
  if (stands?.status === "ORDERED") return ok(stands);
  if (!stands || isUnordered(stands)) throw new Error(`payout ${id} could not be ordered`);
  return err(payoutNotOwed(stands));
}
