import { actorAs, type Context } from "../../api/context.ts";
import type { MutationResolvers, Resolvers } from "../../api/generated/types.ts";
import { modeOf } from "../../api/stated-mode.ts";
import { isProposer } from "../../kernel/four-eyes.ts";
import type { ContractAction } from "./contract.ts";
import { contractActions } from "./contract.ts";
import { decideOnContract } from "./decide-on-contract.ts";
import { KIND_NAMED, KIND_NAMES } from "./kind-names.ts";
import { type ContractWish, type ProposePorts, proposeContract } from "./propose-contract.ts";
import { nameOf } from "./read-settlements.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = {
  agree: "agreeToSettlementContract",
  dismiss: "dismissSettlementContract",
} as const satisfies Record<ContractAction, string>;

function portsOf(context: Context, mode: Parameters<typeof modeOf>[0]): ProposePorts {
  const { database, commit, now, requestId, secrets, parts } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, now, requestId, secrets, parts, actor, mode: modeOf(mode) };
}

/** The names of the input's fields, where a wish has others. */
const FIELDS: Readonly<Record<string, string>> = { perMille: "feePerMille" };

type Input = Parameters<
  Extract<NonNullable<MutationResolvers["proposeSettlementContract"]>, CallableFunction>
>[1]["input"];

const wishOf = ({ kind, feePerMille, feeFixed, feeLeast, feeMost, ...rest }: Input): ContractWish => ({
  ...{ ...rest, kind: KIND_NAMED[kind], perMille: feePerMille, fixed: feeFixed, least: feeLeast },
  most: feeMost ?? undefined,
});

async function decide(
  context: Context,
  id: string,
  action: ContractAction,
  mode: Parameters<typeof modeOf>[0],
) {
  const decided = await decideOnContract(portsOf(context, mode), id, action);
  if (decided.ok) return { __typename: "SettlementContract", ...decided.value } as const;
  const { error } = decided;
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "SAME_OFFICER":
      return { __typename: "SameOfficer", ...error } as const;
    case "CONTRACT_DECIDED":
      return { __typename: "ContractDecided", ...error } as const;
    case "DAY_SETTLED":
      return { __typename: "InvalidInput", ...error, path: ["contract"] } as const;
  }
}

export const contractResolvers: Resolvers = {
  Mutation: {
    proposeSettlementContract: async (_, { idempotencyKey, input }, context) => {
      const { mode, ...rest } = input;
      const proposed = await proposeContract(portsOf(context, mode), idempotencyKey, wishOf(rest));
      if (proposed.ok) return { __typename: "SettlementContract", ...proposed.value };
      const { error } = proposed;
      if ("path" in error) {
        const path = ["input", ...error.path.map((field) => FIELDS[field] ?? field)];
        return { __typename: "InvalidInput", ...error, path };
      }
      return error.code === "NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : { __typename: "IdempotencyMismatch", ...error };
    },
    agreeToSettlementContract: (_, { contract, mode }, context) => decide(context, contract, "agree", mode),
    dismissSettlementContract: (_, { contract, mode }, context) => decide(context, contract, "dismiss", mode),
  },
  SettlementContract: {
    partnerName: async (contract, _, context) => (await nameOf(context, contract))?.name ?? null,
    kind: ({ kind }) => KIND_NAMES[kind],
    feePerMille: ({ fee }) => fee.perMille,
    feeFixed: ({ fee }) => fee.fixed,
    feeLeast: ({ fee }) => fee.least,
    feeMost: ({ fee }) => fee.most ?? null,
    payDays: ({ payDay }) => payDay.days,
    payDayKind: ({ payDay }) => payDay.kind,
    feeAccount: ({ fee }) => fee.account,
    maskedAccount: ({ account }) => account.maskedNumber,
    bank: ({ account }) => account.bank ?? null,
    accountProvenAt: ({ account }) => account.provenAt,
    decidedAt: ({ decidedAt }) => decidedAt ?? null,
    decidedBy: ({ decidedBy }) => decidedBy ?? null,
    isOwn: (contract, _, { actor }) => actor?.kind === "OFFICER" && isProposer(actor, contract),
    availableActions: (contract) => contractActions(contract).map((action) => MUTATIONS[action]),
  },
};
