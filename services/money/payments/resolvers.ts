import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { connection, paging } from "../../api/relay.ts";
import { modeOf } from "../../api/stated-mode.ts";
import { ZERO } from "../../kernel/money.ts";
import { CHANNEL_NAMES, CHANNEL_TEXTS } from "./channel-names.ts";
import { declineText } from "./decline-words.ts";
import { recordDeposit } from "./deposits/record-deposit.ts";
import { offeredTo } from "./offered-channel.ts";
import { openPayments } from "./open-payments.ts";
import { findOwnPayment, listOwnPayments, listRefundsOf } from "./read-payments.ts";
import { type RefundRefusal, refundPayment } from "./refund-payment.ts";

export const paymentNodes: NodeLoaders = {
  pay: async (id, context) => {
    const found = await findOwnPayment(readerOf(context), id);
    return found && { __typename: "Payment", ...found };
  },
};

export const paymentResolvers: Resolvers = {
  Query: {
    paymentChannels: (_, __, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      return [...offeredTo(actor.id, openPayments(context, actor.mode, actor))];
    },
    payment: async (_, { id }, context) => (await findOwnPayment(readerOf(context), id)) ?? null,
  },
  Citizen: {
    payments: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `payments ${mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listOwnPayments({ database, mode }, citizenId, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    refundPayment: async (_, { idempotencyKey, input }, context) => {
      const mode = modeOf(input.mode);
      const ports = openPayments(context, mode, actorAs(context, "OFFICER"));
      const { payment, amount, reason, bill } = input;
      const wish = { payment, amount, about: bill ?? undefined, reason, idempotencyKey };
      const refunded = await refundPayment(ports, wish);
      return refunded.ok ? { __typename: "Refund", ...refunded.value } : toRefundRefusal(refunded.error);
    },
    recordDeposit: async (_, { idempotencyKey, input }, context) => {
      const mode = modeOf(input.mode);
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
    declinedText: ({ declined }) => (declined === undefined ? null : declineText(declined)),
    returned: ({ returned }) => returned ?? ZERO,
    refunds: ({ id }, _, context) => listRefundsOf(readerOf(context), id),
  },
  OfferedChannel: {
    channel: ({ channel }) => CHANNEL_NAMES[channel],
    name: ({ channel }) => CHANNEL_TEXTS[channel],
  },
  Refund: {
    bill: ({ about }) => about ?? null,
    endedAt: ({ endedAt }) => endedAt ?? null,
  },
};

const readerOf = ({ actor, database }: Pick<Context, "actor" | "database">) => ({
  ...{ actor, database, mode: actor.mode },
});

function toRefundRefusal(refusal: RefundRefusal) {
  switch (refusal.code) {
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...refusal } as const;
    case "NOT_FOUND":
      return { __typename: "NotFound", ...refusal } as const;
    default:
      return "path" in refusal
        ? ({ __typename: "InvalidInput", ...refusal, path: ["input", ...refusal.path] } as const)
        : ({ __typename: "NotRefundable", ...refusal } as const);
  }
}
