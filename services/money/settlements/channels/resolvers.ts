import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { CHANNEL_NAMES, CHANNELS } from "../../payments/index.ts";
import { differenceOf } from "./channel-settlement.ts";
import { readChannelSettlements } from "./read-channel-settlements.ts";
import { type RecordChannelRefusal, recordChannelSettlement } from "./record-channel-settlement.ts";

function toRefusal(error: RecordChannelRefusal) {
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  return error.code === "ALREADY_RECORDED"
    ? ({ __typename: "AlreadyRecorded", ...error } as const)
    : ({ __typename: "IdempotencyMismatch", ...error } as const);
}

export const channelSettlementResolvers: Resolvers = {
  Query: {
    channelSettlements: async (_, { channel, mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `channel settlements ${mode} ${channel}`;
      const page = paging<string>(args, list, secrets);
      const store = { database, mode };
      const { entries, more } = await readChannelSettlements(store, CHANNELS[channel], page);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    recordChannelSettlement: async (_, { idempotencyKey, input }, context) => {
      const { mode, channel, ...figures } = input;
      const { database, commit, now, requestId } = context;
      const actor = actorAs(context, "OFFICER");
      const ports = { database, commit, now, requestId, actor, mode: modeOf(mode) };
      const wish = { ...figures, channel: CHANNELS[channel] };
      const recorded = await recordChannelSettlement(ports, idempotencyKey, wish);
      return recorded.ok ? { __typename: "ChannelSettlement", ...recorded.value } : toRefusal(recorded.error);
    },
  },
  ChannelSettlement: {
    channel: ({ channel }) => CHANNEL_NAMES[channel],
    booked: ({ booked }) => booked ?? null,
    difference: (settlement) => differenceOf(settlement) ?? null,
  },
};
