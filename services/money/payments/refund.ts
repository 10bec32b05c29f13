import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import type { DifferenceId, RefundId } from "./ids.ts";
import { type AnswerProblem, contradiction, OPEN_STATUSES, type OpenStatus, outcomeOf } from "./outcome.ts";
import type { ChannelName, Charge, Payer } from "./payment.ts";

export const REFUND_STATUSES = [...OPEN_STATUSES, "SUCCEEDED", "FAILED"] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** A payment, a part of it, or money beside it that was not expected, going back the way it came. */
export type Refund = {
  readonly id: RefundId;
  /** By the channel's word, where the money was not expected: then it may be no payment of ours. */
  readonly payment: string;
  /** Absent of money whose payer nobody knows. */
  readonly payer?: Payer | undefined;
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
  /** The charge that it takes the money from, where that is not the payment's own. */
  readonly charge?: Charge | undefined;
  /** Of money that was not expected: it lies on suspense, and the payment has no part in it. */
  readonly unexpected?: { readonly difference: DifferenceId; readonly channel: ChannelName } | undefined;
  readonly fingerprint: string;
};

/** The charge that it takes the money from, as the channel knows it. */
export const chargeOf = ({ payment, charge }: Pick<Refund, "payment" | "charge">): Charge =>
  charge ?? { paymentId: payment };

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
  const problem = contradiction({ ...refund, hasFailed: refund.status === "FAILED" }, answer);
  return problem ? err(problem) : ok(refund);
}
