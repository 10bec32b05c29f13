import { actorAs } from "../graphql/context.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { recordDeposit } from "./record-deposit.ts";

export const paymentResolvers: Resolvers = {
  Mutation: {
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
};
