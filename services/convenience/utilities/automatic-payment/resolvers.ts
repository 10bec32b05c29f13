import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { CHANNEL_NAMES, CHANNELS, openPayments } from "../../../money/payments/index.ts";
import { findAutomaticPayment } from "./find-automatic-payment.ts";
import { setAutomaticPayment } from "./set-automatic-payment.ts";
import { stopAutomaticPayment } from "./stop-automatic-payment.ts";

export const automaticPaymentResolvers: Resolvers = {
  Mutation: {
    setAutomaticPayment: async (_, { input: { account, ceiling, channel } }, context) => {
      const ports = portsOf(context);
      const { channels } = openPayments(context, ports.mode, ports.actor);
      const wish = { account, ceiling, channel: CHANNELS[channel] };
      const set = await setAutomaticPayment({ ...ports, channels }, wish);
      if (set.ok) return { __typename: "UtilityAccount", ...set.value };
      const { error } = set;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      return error.code === "CHANNEL_UNKNOWN"
        ? { __typename: "ChannelUnavailable", ...error }
        : { __typename: "NotFound", ...error };
    },
    stopAutomaticPayment: async (_, { account }, context) => {
      const stopped = await stopAutomaticPayment(portsOf(context), account);
      return stopped.ok
        ? { __typename: "UtilityAccount", ...stopped.value }
        : { __typename: "NotFound", ...stopped.error };
    },
  },
  UtilityAccount: {
    automaticPayment: async (binding, _, { database, actor }) =>
      (await findAutomaticPayment({ database, mode: actor.mode }, binding)) ?? null,
  },
  AutomaticPayment: { channel: ({ channel }) => CHANNEL_NAMES[channel] },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, now, requestId, actor, mode: actor.mode };
};
