import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { CHANNEL_NAMES, CHANNELS, openPayments } from "../../../money/payments/index.ts";
import { heldCardOf } from "../card.ts";
import { toCardRefusal } from "../card-refusals.ts";
import { endWithholding } from "./end-withholding.ts";
import { findWithholding, termsFor } from "./find-withholding.ts";
import { type SignRefusal, signWithholding } from "./sign-withholding.ts";

export const withholdingResolvers: Resolvers = {
  Mutation: {
    signFareWithholding: async (_, { card, channel }, context) => {
      const ports = portsOf(context);
      const { channels } = openPayments(context, ports.mode, ports.actor);
      const signed = await signWithholding({ ...ports, channels }, { card, channel: CHANNELS[channel] });
      return signed.ok
        ? { __typename: "TransitCard", ...heldCardOf(signed.value, ports.actor.id) }
        : toSignRefusal(signed.error);
    },
    endFareWithholding: async (_, { card }, context) => {
      const ports = portsOf(context);
      const ended = await endWithholding(ports, card);
      return ended.ok
        ? { __typename: "TransitCard", ...heldCardOf(ended.value, ports.actor.id) }
        : toCardRefusal(ended.error);
    },
  },
  TransitCard: {
    withholding: async (card, _, { database, actor, now }) =>
      (await findWithholding({ database, mode: actor.mode }, card, now)) ?? null,
    withholdingTerms: (card, _, { now }) => termsFor(card, now) ?? null,
  },
  FareWithholding: {
    channel: ({ channel }) => CHANNEL_NAMES[channel],
    refusedAt: ({ refusedAt }) => refusedAt ?? null,
  },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, now, requestId, actor, mode: actor.mode };
};

function toSignRefusal(refusal: SignRefusal) {
  switch (refusal.code) {
    case "CHANNEL_UNKNOWN":
      return { __typename: "ChannelUnavailable", ...refusal } as const;
    case "WITHHOLDING_NOT_OFFERED":
      return { __typename: "InvalidInput", ...refusal } as const;
    default:
      return toCardRefusal(refusal);
  }
}
