import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { type AccountId, bookedAs, putTransfer } from "../ledger/index.ts";
import { getDepositByReference, putBankReference } from "../payments/index.ts";
import { hasReturned, isRecordable, type Payout, type PayoutNotOwed, payoutNotOwed } from "./payout.ts";
import { noticeOf } from "./payout-notice.ts";
import { getPayout, type PayoutStore, putPayout } from "./store.ts";

export type RecordPayoutRefusal =
  | { readonly code: "NOT_FOUND" }
  | PayoutNotOwed
  /** The bank's transfer is booked already, as another payout or as money that has come in. */
  | { readonly code: "BANK_REFERENCE_BOOKED"; readonly path: readonly string[] }
  | (TextProblem & { readonly path: readonly string[] });

export type PayoutPorts = PayoutStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

/** To them closed cards' values, and what was drawn from the housing fund, go until the bank has paid it. */
export const OWED_TO_HOLDERS = "payout:cards";
export const OWED_FROM_FUND = "payout:housing-fund";

/** The length of the bank's own number of a transfer. */
export const REFERENCE_LENGTH = { min: 4, max: 64 };

/**
 * Books that the bank has paid out what was owed. Said again with the same bank reference it changes nothing; a line of
 * the bank's statement is booked once.
 */
export async function recordPayout(
  ports: PayoutPorts,
  id: string,
  bankReference: string,
): Promise<Result<Payout, RecordPayoutRefusal>> {
  const { actor, now, requestId, mode } = ports;
  const reference = checkText(bankReference, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!reference.ok) return err({ ...reference.error, path: ["bankReference"] });
  return decideUntilWritten({
    database: ports.database,
    about: `payout ${id}`,
    read: async () => {
      const [owed, booked] = await Promise.all([
        isId("pyo", id) ? getPayout(ports, id) : undefined,
        getDepositByReference(ports.database, mode, reference.value),
      ]);
      return { owed, booked };
    },
    decide: ({ owed, booked }) => {
      if (!owed) return err({ code: "NOT_FOUND" });
      // A row of before it came back: the bank has said this of a transfer that is gone.
      if (hasReturned(owed, reference.value)) return unchanged(ok(owed));
      if (isRecordable(owed)) {
        if (booked) return err({ code: "BANK_REFERENCE_BOOKED", path: ["bankReference"] });
        const paid = {
          status: "PAID",
          paidAt: now,
          paidBy: actor.id,
          bankReference: reference.value,
        } as const;
        return ok({ before: owed, after: { ...owed, ...paid } });
      }
      return unchanged(owed.bankReference === reference.value ? ok(owed) : err(payoutNotOwed(owed)));
    },
    write: async ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "payouts.payout.paid",
        writes: [
          putPayout(ports, after, before),
          putBankReference(ports.database, mode, reference.value, after.id),
          ...postPayout(ports, after, BANK, "paid"),
        ],
        event: await noticeOf(ports, after, "paid"),
      }),
  });
}

/** The platform's own account at its bank. */
const BANK: AccountId = "bank:main";

/** Takes what is owed to its payee off to where it goes: the bank, or back. */
export const postPayout = (
  ports: PayoutPorts,
  payout: Payout,
  to: AccountId,
  what: "paid" | "returned",
): readonly TransactItem[] => post(ports, payout, { from: owedOn(payout), to }, what);

/** Brings what the bank has sent back to where it is owed now: to its payee, or where it came from. */
export const postReturn = (ports: PayoutPorts, payout: Payout): readonly TransactItem[] =>
  post(ports, payout, { from: BANK, to: payout.returnsTo ?? owedOn(payout) }, "returned");

function post(
  ports: PayoutPorts,
  { id, amount }: Payout,
  { from, to }: { readonly from: AccountId; readonly to: AccountId },
  what: "paid" | "returned",
): readonly TransactItem[] {
  return putTransfer(
    ports,
    bookedAs({
      at: ports.now,
      legs: [
        { account: from, amount },
        { account: to, amount: fen(-amount) },
      ],
      reason: `payouts.payout.${what}`,
      cause: id,
    }),
  );
}

function owedOn({ cause, payee }: Payout): AccountId {
  if (cause.startsWith("stl_")) return `settled:${payee}`;
  return cause.startsWith("hfw_") ? OWED_FROM_FUND : OWED_TO_HOLDERS;
}
