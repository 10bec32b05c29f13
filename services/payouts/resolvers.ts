import { actorAs } from "../graphql/context.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { notAllowedNow } from "../graphql/refusals.ts";
import { connection, paging } from "../graphql/relay.ts";
import { isId } from "../platform/ids.ts";
import { maskAccount } from "./payout.ts";
import { recordPayout } from "./record-payout.ts";
import { listOwed } from "./store.ts";

const modeOf = (mode: "LIVE" | "TEST" | undefined) => (mode === "TEST" ? "test" : "live");

export const payoutResolvers: Resolvers = {
  Query: {
    payoutsOwed: async (_, { mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `payouts owed ${mode}`;
      const page = paging<Record<string, unknown>>(args, list, secrets);
      const { entries, more } = await listOwed({ database, mode }, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    recordPayout: async (_, { input: { payout, bankReference, mode } }, context) => {
      const { database, commit, now, requestId } = context;
      const actor = actorAs(context, "OFFICER");
      const ports = { database, commit, now, requestId, actor, mode: modeOf(mode) } as const;
      const recorded = await recordPayout(ports, payout, bankReference);
      if (recorded.ok) return { __typename: "Payout", ...recorded.value };
      const { error } = recorded;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      return error.code === "NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : notAllowedNow(error.status, []);
    },
  },
  Payout: {
    card: ({ cause }) => (isId("crd", cause) ? cause : null),
    maskedBankAccount: ({ bankAccount }, _, { secrets }) =>
      maskAccount(secrets.unseal(bankAccount)?.id ?? ""),
    bankAccount: ({ bankAccount }, _, { secrets }) => secrets.unseal(bankAccount)?.id ?? "",
    paidAt: ({ paidAt }) => paidAt ?? null,
    bankReference: ({ bankReference }) => bankReference ?? null,
  },
};
