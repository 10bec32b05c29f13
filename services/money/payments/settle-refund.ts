import { fen } from "../../kernel/money.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { putTransfer, type Transfer, transferOf } from "../ledger/index.ts";
import type { PayPorts } from "./ask-channel.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import type { AnswerProblem } from "./outcome.ts";
import { completeRefund, type Payment, withdrawRefund } from "./payment.ts";
import type { Reversal } from "./purpose.ts";
import { hearOfRefund, type Refund } from "./refund.ts";
import { changeOf, recordRefusedAnswer, sourceOf } from "./settle-payment.ts";
import { getPayment, getRefund, putPayment, putRefund } from "./store.ts";

const ATTEMPTS_MAX = 5;

/**
 * Writes what the channel's answer makes of a refund: with its success, in one commit, the money goes back. An answer
 * that cannot be right is put on record and refused.
 */
export async function settleRefund(
  ports: PayPorts,
  refund: Refund,
  answer: ChannelAnswer,
): Promise<Result<Refund, AnswerProblem>> {
  let current = refund;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const heard = hearOfRefund(current, answer, ports.now());
    if (!heard.ok) {
      await recordRefusedAnswer(ports, current, answer, heard.error, "refund");
      return heard;
    }
    const next = heard.value;
    if (next.status === current.status) return ok(current);
    const effects = await effectsOf(ports, await paymentOf(ports, next), next);
    const done =
      effects &&
      (await ports.commit({
        ...changeOf(ports, next, "refund"),
        writes: [putRefund(ports, next, current.status), ...effects],
      }));
    if (done?.ok) return ok(next);
    ports.database.forget();
    current = (await getRefund(ports, refund.id)) ?? current;
  }
  throw new Error(`refund ${refund.id} changed ${ATTEMPTS_MAX} times while it was settled`);
}

/** The payment that a refund gives back. */
export async function paymentOf(ports: PayPorts, { payment: id }: Refund): Promise<Payment> {
  const payment = await getPayment(ports, id);
  if (!payment) throw new Error(`payment ${id} is gone`);
  return payment;
}

async function effectsOf(ports: PayPorts, payment: Payment, refund: Refund) {
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
export async function returnMoney(ports: PayPorts, payment: Payment, refund: Refund) {
  const back = await ports.purposes.of(payment).writes(ports).takeBack(payment, refund);
  if (!back) return undefined;
  return [
    ...back.writes,
    ...putTransfer(ports, refundTransfer(payment, refund, back.debits), { hold: back.hold }),
  ];
}

function refundTransfer(payment: Payment, refund: Refund, debits: Reversal["debits"]): Transfer {
  const { id, endedAt, amount } = refund;
  if (!endedAt) throw new Error(`refund ${id} has not ended`);
  const transfer = transferOf({
    at: endedAt,
    legs: [...debits, { account: sourceOf(payment), amount: fen(-amount) }],
    reason: "payments.refund.succeeded",
    cause: id,
  });
  if (!transfer.ok) throw new Error(`refund ${id} moves no whole amount: ${transfer.error.code}`);
  return transfer.value;
}
