import { actorAs } from "../../api/context.ts";
import type { PaymentChannel as Channel, Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import { payableTopUp } from "../../convenience/transit/cards/top-up-purpose.ts";
import type { TopUpProblem } from "../../convenience/transit/index.ts";
import {
  BILLS_AT_ONCE_MAX,
  payableBills,
  payablePart,
} from "../../convenience/utilities/bills/bill-purpose.ts";
import type { Citizen, Partner } from "../../kernel/actor.ts";
import { checkIdempotencyKey, fingerprintOf } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { checkText } from "../../kernel/text.ts";
import { recordDeposit } from "./deposits/record-deposit.ts";
import { makePayment, type PayRefusal } from "./make-payment.ts";
import { openPayments } from "./open-payments.ts";
import type { PaymentChannel } from "./payment.ts";
import type { BillProblem, PartProblem } from "./purpose.ts";
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
      const part = input.amount ?? undefined;
      if (part !== undefined && bills.length > 1) {
        return { __typename: "InvalidInput", code: "PART_OF_ONE_BILL", path: ["input", "amount"] };
      }
      if (!paysThrough(actor, channel)) return unpaid({ code: "CHANNEL_UNKNOWN" });
      const ports = openPayments(context, actor.mode, actor);
      const paid = await makePayment(ports, {
        payer: actor.id,
        channel,
        idempotencyKey: key.value,
        operation: "payBills",
        fingerprint: fingerprintOf([channel, bills, ...(part === undefined ? [] : [part.toString()])]),
        payable: () =>
          part === undefined ? payableBills(ports, bills) : payablePart(ports, bills[0] ?? "", part),
      });
      return paid.ok ? { __typename: "Payment", ...paid.value } : unpaid(paid.error);
    },
    topUpTransitCard: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const channel = CHANNELS[input.channel];
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      if (!paysThrough(actor, channel)) return { __typename: "ChannelUnavailable", code: "CHANNEL_UNKNOWN" };
      const { cardNumber, amount } = input;
      const ports = openPayments(context, actor.mode, actor);
      const paid = await makePayment(ports, {
        payer: actor.id,
        channel,
        idempotencyKey: key.value,
        operation: "topUpTransitCard",
        fingerprint: fingerprintOf([channel, cardNumber, amount.toString()]),
        payable: () => payableTopUp(ports, cardNumber, amount),
      });
      return paid.ok ? { __typename: "Payment", ...paid.value } : untopped(paid.error);
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
    transitCard: ({ purpose }) => (purpose.kind === "TOP_UP" ? purpose.card : null),
  },
  Refund: {
    bill: ({ bill }) => bill ?? null,
    endedAt: ({ endedAt }) => endedAt ?? null,
  },
};

/** Who has collected the money itself pays with it, and nobody else has an account to pay from. */
const paysThrough = ({ kind }: Citizen | Partner, channel: PaymentChannel): boolean =>
  (channel === "prefund") === (kind === "PARTNER");

function untopped(refusal: PayRefusal | TopUpProblem) {
  switch (refusal.code) {
    case "CARD_NOT_FOUND":
      return { __typename: "NotFound", ...refusal } as const;
    case "TOP_UP_OUT_OF_RANGE":
    case "CARD_BALANCE_LIMIT":
      return { __typename: "InvalidInput", ...refusal, path: ["input", "amount"] } as const;
    default:
      return unmade(refusal);
  }
}

function unpaid(refusal: PayRefusal | BillProblem | PartProblem) {
  if ("bill" in refusal) return { __typename: "BillNotPayable", ...refusal } as const;
  return "values" in refusal
    ? ({ __typename: "InvalidInput", ...refusal, path: ["input", "amount"] } as const)
    : unmade(refusal);
}

function unmade(refusal: PayRefusal) {
  switch (refusal.code) {
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...refusal } as const;
    case "CHANNEL_UNKNOWN":
      return { __typename: "ChannelUnavailable", ...refusal } as const;
    case "INSUFFICIENT_FUNDS":
      return { __typename: "InsufficientFunds", ...refusal } as const;
  }
}

const unrefunded = (refusal: RefundRefusal) =>
  refusal.code === "IDEMPOTENCY_MISMATCH"
    ? ({ __typename: "IdempotencyMismatch", ...refusal } as const)
    : ({ __typename: "NotRefundable", ...refusal } as const);
