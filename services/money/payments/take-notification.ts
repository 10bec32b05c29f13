import { err, ok, type Result } from "../../kernel/result.ts";
import type { Notification } from "./channels/channel-answer.ts";
import type { PaymentId } from "./ids.ts";
import { type AnswerProblem, differs } from "./outcome.ts";
import { isOpen, type Payment } from "./payment.ts";
import { keptNow, recordRefusedAnswer, type SettlePorts, settlePayment } from "./settle-payment.ts";
import { getPayment } from "./store.ts";

export type NotificationProblem = AnswerProblem | { readonly code: "PAYMENT_UNKNOWN" };

/**
 * Takes what a channel told about a payment of its own accord. The same may come twice, early or late; one with
 * another amount or currency, or about another channel's payment, is refused, the former also put on record.
 */
export async function takeNotification(
  ports: SettlePorts,
  channel: Payment["channel"],
  notification: Notification,
): Promise<Result<Payment, NotificationProblem>> {
  const id = notification.paymentId;
  const payment = isPaymentId(id) ? await getPayment(ports, id) : undefined;
  if (payment?.channel !== channel) return err({ code: "PAYMENT_UNKNOWN" });
  // One that tells of a failure says no less that it is about another payment than this. Of one that has ended any amount
  // may have moved beside.
  const problem = differs(payment.amount, notification);
  if (problem && (isOpen(payment) || notification.state === "DECLINED")) {
    await recordRefusedAnswer(ports, payment, notification, problem, keptNow(ports, payment));
    return err(problem);
  }
  const settled = await settlePayment(ports, payment, notification);
  return settled.ok ? ok(settled.value) : settled;
}

const isPaymentId = (text: string): text is PaymentId => text.startsWith("pay_");
