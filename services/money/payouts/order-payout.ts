import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { isDue, isUnordered, type Payout, type PayoutNotOwed, payoutNotOwed } from "./payout.ts";
import type { PayoutPorts } from "./record-payout.ts";
import { getPayout, putPayout } from "./store.ts";

export type OrderPayoutRefusal = { readonly code: "NOT_FOUND" } | PayoutNotOwed;

/**
 * A treasurer takes a payout on, before the bank is told to pay it: from then on a revoked grant no longer calls it off,
 * so that nothing is paid of which the books know nothing. Said again it changes nothing. Errors: PAYOUT_NOT_OWED for one
 * that is paid or was called off, or whose day has not come.
 */
export function orderPayout(ports: PayoutPorts, id: string): Promise<Result<Payout, OrderPayoutRefusal>> {
  const { actor, now, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `payout ${id}`,
    read: async () => (isId("pyo", id) ? getPayout(ports, id) : undefined),
    decide: (owed) => {
      if (!owed) return err({ code: "NOT_FOUND" });
      if (isUnordered(owed) && isDue(owed, now)) {
        const ordered = { status: "ORDERED", orderedAt: now, orderedBy: actor.id } as const;
        return ok({ before: owed, after: { ...owed, ...ordered } });
      }
      return unchanged(owed.status === "ORDERED" ? ok(owed) : err(payoutNotOwed(owed)));
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "payouts.payout.ordered",
        writes: [putPayout(ports, after, before)],
      }),
  });
}
