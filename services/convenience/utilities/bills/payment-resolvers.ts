import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { CHANNELS, openPayments, type PayRefusal, toPayRefusal } from "../../../money/payments/index.ts";
import { type BillProblem, billsOf, type PartProblem } from "./bill-purpose.ts";
import { type BillsProblem, payBills } from "./pay-bills.ts";

export const billPaymentResolvers: Resolvers = {
  Mutation: {
    payBills: async (_, { idempotencyKey, input }, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const { bills, channel, amount, returnPath } = input;
      const paid = await payBills(openPayments(context, actor.mode, actor), {
        ...{ payer: actor.id, idempotencyKey, bills },
        ...{ channel: CHANNELS[channel], amount: amount ?? undefined },
        returnPath: returnPath ?? undefined,
      });
      return paid.ok ? { __typename: "Payment", ...paid.value } : toRefusal(paid.error);
    },
  },
  Payment: {
    bills: (payment) =>
      billsOf(payment).map(({ about, amount, refunded }) => ({ bill: about, amount, refunded })),
  },
};

function toRefusal(refusal: PayRefusal | BillProblem | PartProblem | BillsProblem) {
  if ("bill" in refusal) return { __typename: "BillNotPayable", ...refusal } as const;
  if ("path" in refusal) {
    return { __typename: "InvalidInput", ...refusal, path: ["input", ...refusal.path] } as const;
  }
  return "values" in refusal
    ? ({ __typename: "InvalidInput", ...refusal, path: ["input", "amount"] } as const)
    : toPayRefusal(refusal);
}
