import type { Stale } from "../../../kernel/commit/commit.ts";
import { STALE } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Key } from "../../../kernel/database/tables.ts";
import { type GlobalId, isId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getPartner } from "../../../people/partners/index.ts";
import {
  type AccountId,
  bookedAs,
  getBalance,
  partnersAccount,
  putTransfer,
  type Transfer,
} from "../../ledger/index.ts";
import type { PayPorts } from "../ask-channel.ts";
import { outOfSuspense } from "../differences/book-difference.ts";
import { type Difference, type Proposal, suspenseOf, WRITTEN_OFF } from "../differences/difference.ts";
import type { PayingOutcome } from "../differences/difference-kinds.ts";
import type { PaymentId, RefundId } from "../ids.ts";
import { paymentEvent } from "../make-payment.ts";
import type { Payment } from "../payment.ts";
import type { NotAssignable } from "../purpose.ts";
import type { Refund } from "../refund.ts";
import { refundEvent } from "../refund-payment.ts";
import { getPayment, keyOf, putPayment, putRefund, refundKey } from "../store.ts";

/** The writes beside the difference's own when it is resolved as proposed. */
export type Plan = {
  /** The record whose history it is. */
  readonly aggregate: GlobalId;
  readonly action: string;
  readonly creates?: Key;
  readonly writes: readonly TransactItem[];
  readonly transfer?: Transfer;
  readonly event?: Event;
  readonly refund?: RefundId;
  readonly payment?: PaymentId;
};

export type PlanProblem =
  | NotAssignable
  | Stale
  /** The channel cannot be asked here; or the partner has no such account; or not so much on it. */
  | { readonly code: "CHANNEL_UNKNOWN" | "NO_SUCH_ACCOUNT" | "PAYER_UNKNOWN" };

/** Plans how a difference is resolved as proposed, as things stand now; or says why it cannot be. */
export async function planResolution(
  ports: PayPorts,
  difference: Difference,
  proposal: Proposal,
): Promise<Result<Plan, PlanProblem>> {
  const [to, at] = [proposal.to ?? "", ports.now()];
  switch (proposal.outcome) {
    case "REFUND":
      return planRefund(ports, difference, proposal, at);
    case "ASSIGN_TO_BILL":
    case "ASSIGN_TO_CARD":
      return planPayment(ports, difference, { to, outcome: proposal.outcome }, at);
    case "ASSIGN_TO_ACCOUNT": {
      const account = await accountOf(ports, to);
      return account
        ? ok(planTransfer(ports, difference, account, "assigned", at))
        : err({ code: "NO_SUCH_ACCOUNT" });
    }
    case "WRITE_OFF":
      return ok(planTransfer(ports, difference, WRITTEN_OFF, "written-off", at));
  }
}

/** An account of a partner that is known here; one that belongs to it alone has to be opened. */
async function accountOf(ports: PayPorts, text: string): Promise<AccountId | undefined> {
  const named = partnersAccount(text);
  if (!named || !(await getPartner(ports.database, named.partner))) return undefined;
  return named.isShared || (await getBalance(ports, named.account)) ? named.account : undefined;
}

function planTransfer(
  ports: PayPorts,
  difference: Difference,
  to: AccountId,
  how: "assigned" | "written-off",
  at: Instant,
): Plan {
  const reason = `payments.difference.${how}`;
  if (difference.amount === 0n) return { aggregate: difference.id, action: reason, writes: [] };
  const transfer = outOfSuspense(difference, { to, at, reason, cause: difference.id });
  return { aggregate: difference.id, action: reason, writes: putTransfer(ports, transfer), transfer };
}

async function planRefund(
  ports: PayPorts,
  difference: Difference,
  { reason }: Proposal,
  createdAt: Instant,
): Promise<Result<Plan, PlanProblem>> {
  const { id: about, channel, paymentId: payment, channelNumber: number, amount, revision } = difference;
  if (!ports.channels[channel]) return err({ code: "CHANNEL_UNKNOWN" });
  const payer = (await paymentAt(ports, payment))?.payer;
  // One that the channel has declined is asked for anew under another id.
  const id = idempotentId("rfd", SYSTEM(ports), "resolveDifference", `${about} ${revision}`);
  const refund: Refund = {
    ...{ id, payment, payer, amount, reason, status: "CREATED", createdAt, fingerprint: about },
    ...{ charge: { paymentId: payment, number }, unexpected: { difference: about, channel } },
  };
  return ok({
    ...{ aggregate: id, action: "payments.refund.created", creates: refundKey(refund), refund: id },
    ...{ writes: [putRefund(ports, refund)], event: refundEvent(ports, refund) },
  });
}

/** No officer's: whoever confirms, it is the same refund. */
const SYSTEM = ({ mode }: PayPorts) => ({ kind: "SYSTEM", mode, name: "differences" }) as const;

const paymentAt = async (ports: PayPorts, id: string): Promise<Payment | undefined> =>
  isId("pay", id) ? getPayment(ports, id) : undefined;

/** Money that is here already pays a bill or tops up a card: for the one who paid, or for the biller where nobody knows who did. */
async function planPayment(
  ports: PayPorts,
  difference: Difference,
  { to, outcome }: { readonly to: string; readonly outcome: PayingOutcome },
  at: Instant,
): Promise<Result<Plan, PlanProblem>> {
  const { id, type, channel, amount, channelNumber, movedAt, paymentId } = difference;
  const payable = await ports.purposes.assignableBy(outcome)?.(ports, to, amount);
  if (!payable) return err({ code: "NO_SUCH_ACCOUNT" });
  if (!payable.ok) return payable;
  const { purpose } = payable.value;
  const payer = (await paymentAt(ports, paymentId))?.payer ?? purpose.parts[0]?.payee;
  if (!payer) return err({ code: "PAYER_UNKNOWN" });
  const payment: Payment = {
    ...{ id: idempotentId("pay", SYSTEM(ports), "resolveDifference", id), payer, purpose, amount, channel },
    ...{ status: "SUCCEEDED", createdAt: at, endedAt: at, channelNumber, paidAt: movedAt, refunded: ZERO },
    // Of all else the number is not a charge's, from which it could be given back.
    ...{ charge: { paymentId, number: type === "CHARGE" ? channelNumber : undefined }, fingerprint: id },
  };
  const settled = await ports.purposes.of(payment).writes(ports).payAtOnce(payment);
  if (!settled) return STALE;
  const transfer = bookedAs({
    legs: [{ account: suspenseOf(channel), amount }, ...settled.credits],
    ...{ at, reason: "payments.payment.succeeded", cause: payment.id },
  });
  return ok({
    ...{ aggregate: payment.id, action: "payments.payment.succeeded", creates: keyOf(payment) },
    ...{ writes: [putPayment(ports, payment), ...settled.writes, ...putTransfer(ports, transfer)], transfer },
    ...{ payment: payment.id, event: paymentEvent(ports, payment) },
  });
}
