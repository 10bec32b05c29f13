import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { openPayments } from "../../../money/payments/index.ts";
import { getUtilityAccount } from "../store.ts";
import { setAutomaticPayment, stopAutomaticPayment } from "./set-automatic-payment.ts";

const CHANNELS = { SANDBOX: "sandbox", HOSTED: "hosted" } as const;
const CHANNEL_NAMES = { sandbox: "SANDBOX", hosted: "HOSTED" } as const;

export const automaticPaymentResolvers: Resolvers = {
  Mutation: {
    setAutomaticPayment: async (_, { input: { account, ceiling, channel: wanted } }, context) => {
      const ports = portsOf(context);
      const channel = wanted === "PREFUND" ? undefined : CHANNELS[wanted];
      const { channels } = openPayments(context, ports.mode, ports.actor);
      if (!channel || !channels[channel])
        return { __typename: "ChannelUnavailable", code: "CHANNEL_UNKNOWN" };
      const set = await setAutomaticPayment(ports, { account, ceiling, channel });
      if (set.ok) return { __typename: "UtilityAccount", ...set.value };
      const { error } = set;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
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
    automaticPayment: async ({ account: id, citizenId }, _, { database, actor }) => {
      const order = (await getUtilityAccount({ database, mode: actor.mode }, id))?.automatic;
      return order?.by === citizenId ? order : null;
    },
  },
  AutomaticPayment: { channel: ({ channel }) => CHANNEL_NAMES[channel] },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, now, requestId, actor, mode: actor.mode };
};
