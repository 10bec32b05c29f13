import { decideUntilWritten, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { whyNotPosted } from "../../ledger/index.ts";
import { confirm, type Difference } from "../differences/difference.ts";
import { putDifference } from "../differences/difference-store.ts";
import { findDifference } from "../differences/read-differences.ts";
import { planResolution } from "./plan-resolution.ts";
import { type ResolvePorts, type ResolveRefusal, standing } from "./resolve-difference.ts";

/**
 * A second treasurer confirms what the first has proposed: with it the money moves, or the channel is asked to give it
 * back, of which the refund tells. Confirmed again by the same treasurer, the same stands.
 */
export async function confirmResolution(
  ports: ResolvePorts,
  id: string,
): Promise<Result<Difference, ResolveRefusal>> {
  const { actor, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `difference ${id}`,
    read: () => findDifference(ports, id),
    decide: async (difference) => {
      if (!difference) return err({ code: "NOT_FOUND" });
      const { proposal, status, resolution } = difference;
      if (status !== "PROPOSED" && resolution?.by === actor.id) return standing(difference);
      const allowed = confirm(difference, { by: actor, at: ports.now() });
      if (!allowed.ok || !proposal) return allowed.ok ? err({ code: "NOT_FOUND" }) : allowed;
      const plan = await planResolution(ports, difference, proposal);
      // The same confirmation, sent twice, may be what has paid the bill since.
      if (!plan.ok) return unlessThere(ports.database, plan, () => isChanged(ports, difference));
      const { refund, payment } = plan.value;
      const after = confirm(difference, { by: actor, at: ports.now(), refund, payment });
      return after.ok
        ? ok({ before: difference, after: after.value, plan: plan.value, reason: proposal.reason })
        : after;
    },
    write: async ({ before, after, plan: { transfer, refund: _, payment: __, ...plan }, reason }) => {
      const writes = [putDifference(ports, after, before), ...plan.writes];
      const done = await ports.commit({
        ...{ ...plan, actor, requestId, reason, writes, table: recordsTable(mode), at: ports.now() },
      });
      if (done.ok || !transfer) return done;
      ports.database.forget();
      const why = await whyNotPosted(ports, transfer);
      return why?.code === "INSUFFICIENT_FUNDS" ? err({ code: "NOT_ENOUGH_THERE" } as const) : done;
    },
  });
}

const isChanged = async (ports: ResolvePorts, { id, revision }: Difference): Promise<boolean> =>
  (await findDifference(ports, id))?.revision !== revision;
