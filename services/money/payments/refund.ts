import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import type { PaymentId, RefundId } from "./ids.ts";
import { type AnswerProblem, contradiction, OPEN_STATUSES, type OpenStatus, outcomeOf } from "./outcome.ts";
import type { Payer } from "./payment.ts";

export const REFUND_STATUSES = [...OPEN_STATUSES, "SUCCEEDED", "FAILED"] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** A payment, or a part of it, going back the way it came. */
export type Refund = {
  readonly id: RefundId;
  readonly payment: PaymentId;
  readonly payer: Payer;
  readonly amount: Fen;
  /** The part of the payment that it gives back, where it was named. */
  readonly about?: string | undefined;
  readonly status: RefundStatus;
  /** Why, in the words of the one who decided it. */
  readonly reason: string;
  readonly createdAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly channelNumber?: string | undefined;
  /** When the channel says that the money moved; its day files go by it. */
  readonly paidAt?: Instant | undefined;
  readonly declined?: string | undefined;
  readonly fingerprint: string;
};

export const isOpenRefund = (refund: Refund): refund is Refund & { readonly status: OpenStatus } =>
  OPEN_STATUSES.some((status) => status === refund.status);

/** The refund after the channel's answer; the same refund where it is nothing new. */
export function hearOfRefund(
  refund: Refund,
  answer: ChannelAnswer,
  now: Instant,
): Result<Refund, AnswerProblem> {
  if (isOpenRefund(refund)) {
    const outcome = outcomeOf(refund, answer, now);
    return outcome.ok ? ok({ ...refund, ...outcome.value }) : outcome;
  }
  const problem = contradiction({ hasFailed: refund.status === "FAILED", amount: refund.amount }, answer);
  return problem ? err(problem) : ok(refund);
}
