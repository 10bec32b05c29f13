import { actorAs } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { openPayments } from "../open-payments.ts";
import { readChargebacks } from "./read-chargebacks.ts";
import { takeChargebacks } from "./take-chargebacks.ts";

export const chargebackResolvers: Resolvers = {
  Mutation: {
    takeChargebacks: async (_, { rows, mode }, context) => {
      const ports = openPayments(context, modeOf(mode), actorAs(context, "OFFICER"));
      const taken = await takeChargebacks(ports, rows);
      if (!taken.ok) throw badInput(taken.error.code, taken.error.values);
      return taken.value.map((each, i) => {
        if (each.ok) return { __typename: "Chargeback" as const, ...each.value };
        const { error } = each;
        return "path" in error
          ? { __typename: "InvalidInput" as const, ...error, path: ["rows", String(i), ...error.path] }
          : { __typename: "NotFound" as const, ...error };
      });
    },
  },
  Payment: {
    chargebacks: async ({ id }, _, { database, actor }) => [
      ...(await readChargebacks({ database, mode: actor.mode }, id)),
    ],
  },
  Chargeback: { reversedAt: ({ reversedAt }) => reversedAt ?? null },
};
