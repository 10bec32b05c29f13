import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import { checkIdempotencyKey } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { checkText } from "../../kernel/text.ts";
import { CHANNEL_NAMES } from "./channel-names.ts";
import { recordDeposit } from "./deposits/record-deposit.ts";
import { openPayments } from "./open-payments.ts";
import { type RefundRefusal, refundPayment } from "./refund-payment.ts";
import { getPayment, listPayments } from "./store.ts";

const REASON_LENGTH = { min: 2, max: 200 };

export const paymentResolvers: Resolvers = {
  Citizen: {
    payments: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `payments ${mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listPayments({ database, mode }, citizenId, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    refundPayment: async (_, { idempotencyKey, input }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const reason = checkText(input.reason, REASON_LENGTH.min, REASON_LENGTH.max);
      if (!reason.ok) return { __typename: "InvalidInput", ...reason.error, path: ["input", "reason"] };
      const mode = input.mode === "LIVE" ? "live" : "test";
      const payment = isId("pay", input.payment)
        ? await getPayment({ database: context.database, mode }, input.payment)
        : undefined;
      if (!payment) return { __typename: "NotFound", code: "NOT_FOUND" };
      const ports = openPayments(context, mode, actorAs(context, "OFFICER"));
      const about = input.bill && isId("bill", input.bill) ? input.bill : undefined;
      const { amount } = input;
      const wish = { payment, amount, about, reason: reason.value, idempotencyKey: key.value };
      const refunded = await refundPayment(ports, wish);
      return refunded.ok ? { __typename: "Refund", ...refunded.value } : unrefunded(refunded.error);
    },
    recordDeposit: async (_, { idempotencyKey, input }, context) => {
      const mode = input.mode === "LIVE" ? "live" : "test";
      const by = { actor: actorAs(context, "OFFICER"), now: context.now };
      const recorded = await recordDeposit(idempotencyKey, { ...input, mode }, by, context);
      if (recorded.ok) return { __typename: "Deposit", ...recorded.value };
      const { error } = recorded;
      switch (error.code) {
        case "NOT_FOUND":
          return { __typename: "NotFound", ...error };
        case "IDEMPOTENCY_MISMATCH":
          return { __typename: "IdempotencyMismatch", ...error };
        case "ALREADY_RECORDED":
          return { __typename: "AlreadyRecorded", ...error };
        case "IDEMPOTENCY_KEY_INVALID":
          return { __typename: "InvalidInput", ...error };
        default:
          return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      }
    },
  },
  Payment: {
    channel: ({ channel }) => CHANNEL_NAMES[channel],
    endedAt: ({ endedAt }) => endedAt ?? null,
    channelNumber: ({ channelNumber }) => channelNumber ?? null,
    goOnUrl: ({ goOnUrl }) => goOnUrl ?? null,
    declined: ({ declined }) => declined ?? null,
  },
  Refund: {
    bill: ({ about }) => about ?? null,
    endedAt: ({ endedAt }) => endedAt ?? null,
  },
};

const unrefunded = (refusal: RefundRefusal) =>
  refusal.code === "IDEMPOTENCY_MISMATCH"
    ? ({ __typename: "IdempotencyMismatch", ...refusal } as const)
    : ({ __typename: "NotRefundable", ...refusal } as const);
