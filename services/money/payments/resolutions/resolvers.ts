import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { isHandOf } from "../../../kernel/four-eyes.ts";
import { formatMoney } from "../../../kernel/money.ts";
import type { Result } from "../../../kernel/result.ts";
import { CHANNEL_NAMES } from "../channel-names.ts";
import { declineText } from "../decline-words.ts";
import { type Difference, type DifferenceAction, differenceActions } from "../differences/difference.ts";
import { findDifference, listDifferences } from "../differences/read-differences.ts";
import { openPayments } from "../open-payments.ts";
import { confirmResolution } from "./confirm-resolution.ts";
import {
  type ResolvePorts,
  type ResolveRefusal,
  resolveDifference,
  withdrawResolution,
} from "./resolve-difference.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = {
  propose: "resolveDifference",
  confirm: "confirmResolution",
  withdraw: "withdrawResolution",
} as const satisfies Record<DifferenceAction, string>;

function portsOf(context: Context, mode: Mode): ResolvePorts {
  const actor = actorAs(context, "OFFICER");
  return { ...openPayments(context, mode, actor), actor };
}

export const differenceResolvers: Resolvers = {
  Query: {
    channelDifferences: async (_, { mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `channel differences ${mode}`;
      const page = paging<Record<string, unknown>>(args, list, secrets);
      const { entries, more } = await listDifferences({ database, mode }, page);
      const found = entries.map((entry) => ({ ...entry, node: { ...entry.node, mode } }));
      return connection(found, more, { list, ...page }, secrets);
    },
    channelDifference: async (_, { id, mode: stated }, { database }) => {
      const mode = modeOf(stated);
      const found = await findDifference({ database, mode }, id);
      return found ? { ...found, mode } : null;
    },
  },
  Mutation: {
    resolveDifference: async (_, { input: { mode: stated, to, ...wish } }, context) => {
      const mode = modeOf(stated);
      const resolved = await resolveDifference(portsOf(context, mode), { ...wish, to: to ?? undefined });
      return toOutcome(resolved, mode);
    },
    confirmResolution: async (_, { difference, mode: stated }, context) => {
      const mode = modeOf(stated);
      return toOutcome(await confirmResolution(portsOf(context, mode), difference), mode);
    },
    withdrawResolution: async (_, { difference, mode: stated }, context) => {
      const mode = modeOf(stated);
      return toOutcome(await withdrawResolution(portsOf(context, mode), difference), mode);
    },
  },
  ChannelDifference: {
    channel: ({ channel }) => CHANNEL_NAMES[channel],
    movement: ({ type }) => type,
    refundId: ({ refundId }) => refundId ?? null,
    channelNumber: ({ channelNumber }) => channelNumber ?? null,
    known: ({ known }) => known ?? null,
    knownAmount: ({ knownAmount }) => knownAmount ?? null,
    foreign: ({ foreign }) => (foreign ? `${formatMoney(foreign.amount)} ${foreign.currency}` : null),
    proposal: ({ proposal }, _, context) =>
      proposal
        ? { ...proposal, to: proposal.to ?? null, isOwn: isHandOf(actorAs(context, "OFFICER"), proposal) }
        : null,
    resolvedAt: ({ status, resolution }) => (status === "RESOLVED" ? (resolution?.at ?? null) : null),
    confirmedBy: ({ resolution }) => resolution?.by ?? null,
    payment: ({ resolution }) => resolution?.payment ?? null,
    refund: ({ refund }) => refund ?? null,
    declined: ({ declined }) => declined ?? null,
    declinedText: ({ declined }) => (declined === undefined ? null : declineText(declined)),
    availableActions: (difference, _, context) =>
      differenceActions(difference, actorAs(context, "OFFICER")).map((action) => MUTATIONS[action]),
  },
};

function toOutcome(resolved: Result<Difference, ResolveRefusal>, mode: Mode) {
  if (resolved.ok) return { __typename: "ChannelDifference", ...resolved.value, mode } as const;
  const { error } = resolved;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", code: error.code } as const;
    case "SAME_OFFICER":
      return { __typename: "SameOfficer", code: error.code } as const;
    default:
      return { __typename: "NotResolvable", ...error } as const;
  }
}
