import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import {
  giveBack,
  hasReturned,
  isReturnable,
  type Payout,
  type PayoutNotOwed,
  payoutNotOwed,
} from "./payout.ts";
import { noticeOf } from "./payout-notice.ts";
import { type PayoutPorts, postReturn, REFERENCE_LENGTH } from "./record-payout.ts";
import { REASON_LENGTH } from "./refuse-payout.ts";
import { getPayout, putPayout } from "./store.ts";

export type ReturnPayoutRefusal =
  | { readonly code: "NOT_FOUND" }
  | PayoutNotOwed
  /** The bank has paid it under another number. */
  | { readonly code: "BANK_REFERENCE_DIFFERS"; readonly path: readonly string[] }
  | (TextProblem & { readonly path: readonly string[] });

/** A transfer of the bank's that has come back. */
export type ReturnedTransfer = {
  /** The bank's own number of the transfer that it had made. */
  readonly bankReference: string;
  readonly reason: string;
};

/**
 * Books that the bank has sent back what it had paid: the money is at the bank again. A person is owed it again, names another
 * account where the one is gone, and it is ordered anew; a partner's goes back to what is owed to it, and its next settlement
 * brings it. The payee is told. Said again of the same transfer it changes nothing.
 */
export async function returnPayout(
  ports: PayoutPorts,
  id: string,
  stated: ReturnedTransfer,
): Promise<Result<Payout, ReturnPayoutRefusal>> {
  const { actor, now, requestId, mode } = ports;
  const bankReference = checkText(stated.bankReference, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!bankReference.ok) return err({ ...bankReference.error, path: ["bankReference"] });
  const reason = checkText(stated.reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  const returned = { at: now, by: actor.id, reason: reason.value, bankReference: bankReference.value };
  return decideUntilWritten({
    database: ports.database,
    about: `payout ${id}`,
    read: async () => (isId("pyo", id) ? getPayout(ports, id) : undefined),
    decide: (paid) => {
      if (!paid) return err({ code: "NOT_FOUND" });
      if (hasReturned(paid, returned.bankReference)) return unchanged(ok(paid));
      if (!isReturnable(paid)) return err(payoutNotOwed(paid));
      return paid.bankReference === returned.bankReference
        ? ok({ before: paid, after: giveBack(paid, returned) })
        : err({ code: "BANK_REFERENCE_DIFFERS", path: ["bankReference"] });
    },
    write: async ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode) },
        ...{ action: "payouts.payout.returned", reason: reason.value },
        writes: [putPayout(ports, after, before), ...postReturn(ports, before)],
        event: await noticeOf(ports, after, "returned"),
      }),
  });
}
