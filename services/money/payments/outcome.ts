import { CURRENCY, type Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ChannelAnswer, Succeeded } from "./channels/channel-answer.ts";

/** States that a payment and a refund share: open ones, of which the channel is to be asked, and how they end. */
export const OPEN_STATUSES = ["CREATED", "PENDING", "UNKNOWN"] as const;
export type OpenStatus = (typeof OPEN_STATUSES)[number];

/**
 * Created is written before the channel hears of it, so that no money moves that nobody knows of. Unknown is what the
 * channel's silence makes of it, and never the same as failed.
 */
const TRANSITIONS = {
  CREATED: { succeed: "SUCCEEDED", decline: "FAILED", wait: "PENDING", lose: "UNKNOWN" },
  PENDING: { succeed: "SUCCEEDED", decline: "FAILED", wait: "PENDING", lose: "UNKNOWN" },
  UNKNOWN: { succeed: "SUCCEEDED", decline: "FAILED", wait: "PENDING", lose: "UNKNOWN" },
} as const satisfies Record<OpenStatus, Record<"succeed" | "decline" | "wait" | "lose", string>>;

/** Why a payment or a refund has failed of which the channel's file tells other money than was ordered: the platform's own word, no channel's. */
export const OTHER_MONEY = "OTHER_MONEY";

/** The changes by a channel's answer. */
export type Outcome =
  | { readonly status: "PENDING" | "UNKNOWN" }
  | {
      readonly status: "SUCCEEDED";
      readonly endedAt: Instant;
      readonly channelNumber: string;
      readonly paidAt: Instant;
    }
  | { readonly status: "FAILED"; readonly endedAt: Instant; readonly declined: string };

export type AnswerProblem = {
  /**
   * The channel moved another amount or currency than was ordered, says that it ended otherwise than it did, or tells of
   * a second charge beside the one that is known.
   */
  readonly code: "AMOUNT_DIFFERS" | "CURRENCY_DIFFERS" | "ENDED_OTHERWISE" | "CHARGED_TWICE";
};

/** The state of an open movement after the answer. */
export function outcomeOf(
  { status, amount }: { readonly status: OpenStatus; readonly amount: Fen },
  answer: ChannelAnswer,
  now: Instant,
): Result<Outcome, AnswerProblem> {
  const next = TRANSITIONS[status];
  switch (answer.state) {
    case "SUCCEEDED": {
      const problem = differs(amount, answer);
      const { channelNumber, paidAt } = answer;
      return problem ? err(problem) : ok({ status: next.succeed, endedAt: now, channelNumber, paidAt });
    }
    case "DECLINED":
      return ok({ status: next.decline, endedAt: now, declined: answer.reason });
    case "PENDING":
      return ok({ status: next.wait });
    case "UNKNOWN":
      return ok({ status: next.lose });
  }
}

/** Money as a channel tells of it. */
type Told = Pick<Succeeded, "amount" | "currency">;

type Ended = {
  readonly hasFailed: boolean;
  readonly amount: Fen;
  readonly channelNumber?: string | undefined;
};

/**
 * A movement that ended stays as it ended, no matter who says otherwise; undefined where the answer says the same, or
 * nothing.
 */
export function contradiction(
  { hasFailed, amount, channelNumber }: Ended,
  answer: ChannelAnswer,
): AnswerProblem | undefined {
  if (answer.state === "SUCCEEDED") {
    if (hasFailed) return { code: "ENDED_OTHERWISE" };
    const isOther = channelNumber !== undefined && channelNumber !== answer.channelNumber;
    return isOther ? { code: "CHARGED_TWICE" } : differs(amount, answer);
  }
  return answer.state === "DECLINED" && !hasFailed ? { code: "ENDED_OTHERWISE" } : undefined;
}

/** Whether the channel speaks of other money than was ordered. */
export function differs(ordered: Fen, { amount, currency }: Told): AnswerProblem | undefined {
  if (currency !== CURRENCY) return { code: "CURRENCY_DIFFERS" };
  return amount === ordered ? undefined : { code: "AMOUNT_DIFFERS" };
}
