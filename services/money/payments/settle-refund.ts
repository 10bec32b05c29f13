import type { Stale } from "../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten, STALE } from "../../kernel/commit/decide-until-written.ts";
import { isId } from "../../kernel/ids.ts";
import { fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { bookedAs, putTransfer, type Transfer } from "../ledger/index.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import { outOfSuspense } from "./differences/book-difference.ts";
import { channelAccount, endRefund } from "./differences/difference.ts";
import { getDifference, putDifference } from "./differences/difference-store.ts";
import type { DifferenceId } from "./ids.ts";
import type { AnswerProblem } from "./outcome.ts";
import { completeRefund, type Payment, withdrawRefund } from "./payment.ts";
import type { Reversal } from "./purpose.ts";
import { hearOfRefund, type Refund } from "./refund.ts";
import { changeOf, recordRefusedAnswer, type SettlePorts, sourceOf } from "./settle-payment.ts";
import { getPayment, getRefund, putPayment, putRefund } from "./store.ts";

/** Others were faster each time: the refund stays open, and its event asks again. */
const OVERTAKEN = { code: "OVERTAKEN" } as const;

/**
 * Writes what the channel's answer makes of a refund: with its success, in one commit, the money goes back. An answer
 * that cannot be right is put on record and refused. Where many refunds of one payment end at once, one may stay as it
 * was for now.
 */
export async function settleRefund(
  ports: SettlePorts,
  refund: Refund,
  answer: ChannelAnswer,
): Promise<Result<Refund, AnswerProblem>> {
  const { id } = refund;
  const settled = await decideUntilWritten({
    database: ports.database,
    about: `refund ${id}`,
    read: async () => (await getRefund(ports, id)) ?? refund,
    decide: (current) => changeFrom(current, hearOfRefund(current, answer, ports.now())),
    write: async ({ before, after }): Promise<Result<void, Stale | typeof OVERTAKEN>> => {
      const effects = after.unexpected
        ? await differenceEffects(ports, after, after.unexpected.difference)
        : await effectsOf(ports, await paymentOf(ports, after), after);
      if (!effects) return STALE;
      const writes = [putRefund(ports, after, before.status), ...effects];
      return ports.commit({ ...changeOf(ports, after, "refund"), writes });
    },
    overtaken: err(OVERTAKEN),
  });
  if (settled.ok) return settled;
  const { error } = settled;
  if (error.code === OVERTAKEN.code) return ok(refund);
  await recordRefusedAnswer(ports, refund, answer, error, [], "refund");
  return err(error);
}

/** The payment that a refund gives back. */
export async function paymentOf(ports: SettlePorts, { payment: id }: Refund): Promise<Payment> {
  const payment = isId("pay", id) ? await getPayment(ports, id) : undefined;
  if (!payment) throw new Error(`payment ${id} is gone`);
  return payment;
}

/** Of money that was not expected: with its success the money leaves suspense, else treasurers look at it again. */
async function differenceEffects(ports: SettlePorts, refund: Refund, id: DifferenceId) {
  const { status, declined = "", endedAt: at } = refund;
  if (status !== "SUCCEEDED" && status !== "FAILED") return [];
  const difference = await getDifference(ports, id);
  if (!difference || !at) throw new Error(`${refund.id} gives back no difference`);
  if (status === "FAILED")
    return [putDifference(ports, endRefund(difference, { isBack: false, declined }), difference)];
  const way = {
    to: channelAccount(difference),
    at,
    reason: "payments.difference.refunded",
    cause: refund.id,
  };
  return [
    putDifference(ports, endRefund(difference, { isBack: true }), difference),
    ...putTransfer(ports, outOfSuspense(difference, way)),
  ];
}

async function effectsOf(ports: SettlePorts, payment: Payment, refund: Refund) {
  if (refund.status === "SUCCEEDED") {
    const after = completeRefund(payment, refund);
    const moved = await returnMoney(ports, after, refund);
    return moved && [putPayment(ports, after, payment), ...moved];
  }
  if (refund.status !== "FAILED") return [];
  const freed = await ports.purposes.of(payment).writes(ports).letGo(payment, refund);
  return freed && [putPayment(ports, withdrawRefund(payment, refund), payment), ...freed];
}

/** The writes that give the money back the way it came. */
export async function returnMoney(ports: SettlePorts, payment: Payment, refund: Refund) {
  const back = await ports.purposes.of(payment).writes(ports).takeBack(payment, refund);
  if (!back) return undefined;
  return [
    ...back.writes,
    ...putTransfer(ports, refundTransfer(payment, refund, back.debits), {
      hold: back.hold,
      spares: back.spares,
    }),
  ];
}

function refundTransfer(payment: Payment, refund: Refund, debits: Reversal["debits"]): Transfer {
  const { id, endedAt, amount } = refund;
  if (!endedAt) throw new Error(`refund ${id} has not ended`);
  return bookedAs({
    at: endedAt,
    legs: [...debits, { account: sourceOf(payment), amount: fen(-amount) }],
    reason: "payments.refund.succeeded",
    cause: id,
  });
}
