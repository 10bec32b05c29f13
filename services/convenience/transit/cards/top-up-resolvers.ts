import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { isId } from "../../../kernel/ids.ts";
import { CHANNELS, openPayments, type PayRefusal, toPayRefusal } from "../../../money/payments/index.ts";
import type { TopUpProblem } from "./top-up-book.ts";
import { topUpCard } from "./top-up-card.ts";
import { cardToTopUp } from "./top-up-purpose.ts";

export const topUpResolvers: Resolvers = {
  Mutation: {
    topUpTransitCard: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const { cardNumber, amount, channel, returnPath } = input;
      const paid = await topUpCard(openPayments(context, actor.mode, actor), {
        ...{ payer: actor.id, channel: CHANNELS[channel], idempotencyKey, cardNumber, amount },
        returnPath: returnPath ?? undefined,
      });
      return paid.ok ? { __typename: "Payment", ...paid.value } : toRefusal(paid.error);
    },
  },
  Payment: { transitCard: (payment) => cardToTopUp(payment) ?? null },
  ReceiptLine: { card: ({ about }) => (isId("crd", about) ? about : null) },
};

function toRefusal(refusal: PayRefusal | TopUpProblem) {
  switch (refusal.code) {
    case "CARD_NOT_FOUND":
      return { __typename: "NotFound", ...refusal } as const;
    case "TOP_UPS_UNDER_WAY":
    case "TOP_UP_OUT_OF_RANGE":
    case "CARD_BALANCE_LIMIT":
      return { __typename: "InvalidInput", ...refusal, path: ["input", "amount"] } as const;
    default:
      return toPayRefusal(refusal);
  }
}
