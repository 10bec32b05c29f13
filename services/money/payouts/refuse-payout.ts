import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { isRefusable, type Payout, type PayoutNotOwed, payoutNotOwed, refuse } from "./payout.ts";
import { noticeOf } from "./payout-notice.ts";
import { type PayoutPorts, postPayout } from "./record-payout.ts";
import { getPayout, putPayout } from "./store.ts";

export type RefusePayoutRefusal =
  | { readonly code: "NOT_FOUND" }
  | PayoutNotOwed
  | (TextProblem & { readonly path: readonly string[] });

/** The length of the bank's words about what it has not paid. */
export const REASON_LENGTH = { min: 2, max: 200 };

/**
 * Books that the bank has not paid what it was told to. A partner's goes back to what is owed to it, and its next
 * settlement brings it anew; a person's stays owed, to be ordered again. The payee is told. Said again it changes nothing.
 */
export async function refusePayout(
  ports: PayoutPorts,
  id: string,
  because: string,
): Promise<Result<Payout, RefusePayoutRefusal>> {
  const { actor, now, requestId, mode } = ports;
  const reason = checkText(because, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  return decideUntilWritten({
    database: ports.database,
    about: `payout ${id}`,
    read: async () => (isId("pyo", id) ? getPayout(ports, id) : undefined),
    decide: (ordered) => {
      if (!ordered) return err({ code: "NOT_FOUND" });
      if (isRefusable(ordered))
        return ok({
          before: ordered,
          after: refuse(ordered, { at: now, by: actor.id, reason: reason.value }),
        });
      const isKnown = ordered.status !== "PAID" && ordered.refusal?.reason === reason.value;
      return unchanged(isKnown ? ok(ordered) : err(payoutNotOwed(ordered)));
    },
    write: async ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode) },
        ...{ action: "payouts.payout.refused", reason: reason.value },
        writes: [
          putPayout(ports, after, before),
          ...(after.returnsTo ? postPayout(ports, before, after.returnsTo, "returned") : []),
        ],
        event: await noticeOf(ports, after, "refused"),
      }),
  });
}
