import { actorAs } from "../graphql/context.ts";
import type { PaymentChannel as Channel, Resolvers } from "../graphql/generated/types.ts";
import { connection, paging } from "../graphql/relay.ts";
import { checkIdempotencyKey, fingerprintOf } from "../platform/idempotency.ts";
import { isId } from "../platform/ids.ts";
import { checkText } from "../platform/text.ts";
import { BILLS_AT_ONCE_MAX, payableBills } from "./bill-purpose.ts";
import { makePayment, type PayRefusal } from "./make-payment.ts";
import { openPayments } from "./open-payments.ts";
import type { PaymentChannel } from "./payment.ts";
import { recordDeposit } from "./record-deposit.ts";
import { type RefundRefusal, refundPayment } from "./refund-payment.ts";
import { getPayment, listPayments } from "./store.ts";

const CHANNELS = {
  SANDBOX: "sandbox",
  HOSTED: "hosted",
  PREFUND: "prefund",
} as const satisfies Record<Channel, PaymentChannel>;
const CHANNEL_NAMES = {
  sandbox: "SANDBOX",
  hosted: "HOSTED",
  prefund: "PREFUND",
} as const satisfies Record<PaymentChannel, Channel>;

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
    payBills: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const channel = CHANNELS[input.channel];
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const bills = [...new Set(input.bills)];
      if (bills.length === 0 || bills.length > BILLS_AT_ONCE_MAX) {
        const values = { min: "1", max: String(BILLS_AT_ONCE_MAX) };
        return { __typename: "InvalidInput", code: "BILLS_AT_ONCE", values, path: ["input", "bills"] };
      }
      // Who has collected the money itself pays with it, and nobody else has an account to pay from.
      if ((channel === "prefund") !== (actor.kind === "PARTNER")) return unpaid({ code: "CHANNEL_UNKNOWN" });
      const ports = openPayments(context, actor.mode, actor);
      const paid = await makePayment(ports, {
        payer: actor.id,
        channel,
        idempotencyKey: key.value,
        operation: "payBills",
        fingerprint: fingerprintOf([channel, bills]),
        payable: () => payableBills(ports, bills),
      });
      return paid.ok ? { __typename: "Payment", ...paid.value } : unpaid(paid.error);
    },
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
      const bill = input.bill && isId("bill", input.bill) ? input.bill : undefined;
      const { amount } = input;
      const wish = { payment, amount, bill, reason: reason.value, idempotencyKey: key.value };
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
    bills: ({ purpose }) => (purpose.kind === "BILLS" ? purpose.bills : []),
  },
  Refund: {
    bill: ({ bill }) => bill ?? null,
    endedAt: ({ endedAt }) => endedAt ?? null,
  },
};

function unpaid(refusal: PayRefusal) {
  switch (refusal.code) {
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...refusal } as const;
    case "CHANNEL_UNKNOWN":
      return { __typename: "ChannelUnavailable", ...refusal } as const;
    case "INSUFFICIENT_FUNDS":
      return { __typename: "InsufficientFunds", ...refusal } as const;
    default:
      return { __typename: "BillNotPayable", ...refusal } as const;
  }
}

const unrefunded = (refusal: RefundRefusal) =>
  refusal.code === "IDEMPOTENCY_MISMATCH"
    ? ({ __typename: "IdempotencyMismatch", ...refusal } as const)
    : ({ __typename: "NotRefundable", ...refusal } as const);
