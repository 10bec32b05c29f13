import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { Result } from "../../../kernel/result.ts";
import { findLineName } from "../network/find-names.ts";
import {
  agreeToClearing,
  type ClearingPorts,
  type ClearingRefusal,
  proposeClearing,
} from "./change-clearing.ts";
import type { Clearing } from "./clearing-rule.ts";
import { findOperatorName, listLines, mayAgree, readClearingRules } from "./read-clearing.ts";

function portsOf(context: Context): ClearingPorts {
  const { database, commit, now, requestId } = context;
  return { database, commit, now, requestId, actor: actorAs(context, "OFFICER") };
}

function toAnswer(changed: Result<Clearing, ClearingRefusal>, under: readonly string[]) {
  if (changed.ok) return { __typename: "ClearingChanged", rules: [...changed.value.rules] } as const;
  const { error } = changed;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  return error.code === "SAME_OFFICER"
    ? ({ __typename: "SameOfficer", ...error } as const)
    : ({ __typename: "NotFound", ...error } as const);
}

export const clearingResolvers: Resolvers = {
  Query: {
    transitLines: (_, { region }) => listLines(region),
    clearingRules: async (_, { region }, { database }) => [...(await readClearingRules(database, region))],
  },
  Mutation: {
    proposeClearingRule: async (_, { input }, context) => {
      const { entryPerMille, lines, ...rest } = input;
      const wish = { ...rest, entryPerMille: entryPerMille ?? 0, lines: lines ?? [] };
      return toAnswer(await proposeClearing(portsOf(context), wish), ["input"]);
    },
    agreeToClearingRule: async (_, { region, effectiveFrom }, context) =>
      toAnswer(await agreeToClearing(portsOf(context), region, effectiveFrom), []),
  },
  ClearingRule: {
    isAgreed: ({ agreedBy }) => agreedBy !== undefined,
    lines: ({ lines }) => [...lines],
    isOwn: (rule, _, context) => isProposer(actorAs(context, "OFFICER"), rule),
    availableActions: (rule, _, context) =>
      mayAgree(rule, actorAs(context, "OFFICER"), context.now) ? ["agreeToClearingRule"] : [],
  },
  OperatedLine: {
    lineName: ({ line }, _, { language }) => findLineName(line)?.[language] ?? null,
    operatorName: async ({ operator }, _, { database }) =>
      (await findOperatorName(database, operator)) ?? null,
  },
};
