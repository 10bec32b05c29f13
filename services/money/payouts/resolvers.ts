import { actorAs, type Context } from "../../api/context.ts";
import { badInput } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { modeOf } from "../../api/stated-mode.ts";
import type { Mode } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { ZERO } from "../../kernel/money.ts";
import { findPayoutAccount, openNumber } from "../payout-accounts/index.ts";
import { PAYOUT_WORDS } from "./enum-words.ts";
import { findOwnPayout } from "./find-own-payout.ts";
import { listPayoutsOwed } from "./list-payouts-owed.ts";
import { orderPayout } from "./order-payout.ts";
import { actionsNow, isRedirectable, type Payout, type PayoutAction, type PayoutNotOwed } from "./payout.ts";
import { nameOf } from "./payout-notice.ts";
import { type PayoutPorts, recordPayout } from "./record-payout.ts";
import { type RedirectRefusal, redirectPayout } from "./redirect-payout.ts";
import { refusePayout } from "./refuse-payout.ts";
import { returnPayout } from "./return-payout.ts";
import { type BankAnswerRefusal, takeBankAnswers } from "./take-bank-answers.ts";

/** The mutation behind each action, as callers know it. */
const MUTATIONS = {
  order: "orderPayout",
  record: "recordPayout",
  refuse: "refusePayout",
  return: "returnPayout",
} as const satisfies Record<PayoutAction, string>;

function portsOf(context: Context, mode: Parameters<typeof modeOf>[0]): PayoutPorts {
  const { database, commit, now, requestId } = context;
  return { database, commit, now, requestId, actor: actorAs(context, "OFFICER"), mode: modeOf(mode) };
}

export const payoutNodes: NodeLoaders = {
  pyo: async (id, { database, actor }) => {
    const found = await findOwnPayout({ database, actor }, id);
    return found && { __typename: "Payout", ...ofPayee(found, actor.mode) };
  },
};

export const payoutResolvers: Resolvers = {
  Query: {
    payoutsOwed: async (_, { mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `payouts owed ${mode}`;
      const page = paging<Record<string, unknown>>(args, list, secrets);
      const { entries, more } = await listPayoutsOwed({ database, mode }, page);
      const owed = entries.map((entry) => ({ ...entry, node: ofPayee(entry.node, mode) }));
      return connection(owed, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    orderPayout: async (_, { payout, mode }, context) => {
      const ordered = await orderPayout(portsOf(context, mode), payout);
      if (ordered.ok) return { __typename: "Payout", ...ofPayee(ordered.value, modeOf(mode)) };
      return ordered.error.code === "NOT_FOUND"
        ? { __typename: "NotFound", ...ordered.error }
        : notNow(ordered.error);
    },
    recordPayout: async (_, { input: { payout, bankReference, mode } }, context) => {
      const recorded = await recordPayout(portsOf(context, mode), payout, bankReference);
      if (recorded.ok) return { __typename: "Payout", ...ofPayee(recorded.value, modeOf(mode)) };
      return toRefusal(recorded.error, ["input"]);
    },
    refusePayout: async (_, { input: { payout, reason, mode } }, context) => {
      const refused = await refusePayout(portsOf(context, mode), payout, reason);
      if (!refused.ok) return toRefusal(refused.error, ["input"]);
      noteRefused(context, [refused.value]);
      return { __typename: "Payout", ...ofPayee(refused.value, modeOf(mode)) };
    },
    returnPayout: async (_, { input: { payout, mode, ...transfer } }, context) => {
      const returned = await returnPayout(portsOf(context, mode), payout, transfer);
      if (!returned.ok) return toRefusal(returned.error, ["input"]);
      noteRefused(context, [returned.value]);
      return { __typename: "Payout", ...ofPayee(returned.value, modeOf(mode)) };
    },
    redirectPayout: async (_, { payout, payoutAccount }, context) => {
      const { database, commit, now, requestId } = context;
      const actor = actorAs(context, "CITIZEN");
      const ports = { database, commit, now, requestId, actor, mode: actor.mode };
      const redirected = await redirectPayout(ports, payout, payoutAccount);
      if (!redirected.ok) return toRefusal(redirected.error, []);
      return { __typename: "Payout", ...ofPayee(redirected.value, actor.mode) };
    },
    takeBankAnswers: async (_, { rows, mode }, context) => {
      const taken = await takeBankAnswers(
        portsOf(context, mode),
        rows.map(({ bankReference, reason, ...row }) => ({
          ...{ ...row, bankReference: bankReference ?? "", reason: reason ?? "" },
        })),
      );
      if (!taken.ok) throw badInput(taken.error.code, taken.error.values);
      noteRefused(
        context,
        taken.value.flatMap((each) => (each.ok ? each.value : [])),
      );
      return taken.value.map((each, i) =>
        each.ok
          ? { __typename: "Payout" as const, ...ofPayee(each.value, modeOf(mode)) }
          : toRefusal(each.error, ["rows", String(i)]),
      );
    },
  },
  Payout: {
    payoutAccount: async ({ payee, account, mode }, _, { database }) =>
      isId("ctz", payee) ? ((await findPayoutAccount({ database, mode }, payee, account)) ?? null) : null,
    partner: async (payout, _, { database }) => (await nameOf(database, payout)) ?? null,
    dueOn: ({ dueOn }) => dueOn ?? null,
    returnedAt: ({ returns }) => returns?.at(-1)?.at ?? null,
    returnReason: ({ returns }) => returns?.at(-1)?.reason ?? null,
    refusedAt: ({ refusal }) => refusal?.at ?? null,
    refusal: ({ refusal }) => refusal?.reason ?? null,
    bankAccount: ({ bankAccount }, _, { secrets }) => openNumber(bankAccount, secrets),
    setOff: ({ setOff }) => setOff ?? ZERO,
    orderedAt: ({ orderedAt }) => orderedAt ?? null,
    paidAt: ({ paidAt }) => paidAt ?? null,
    bankReference: ({ bankReference }) => bankReference ?? null,
    availableActions: (payout, _, { now, actor }) => {
      if (actor.kind === "CITIZEN") return isRedirectable(payout) ? ["redirectPayout"] : [];
      return actionsNow(payout, now).map((action) => MUTATIONS[action]);
    },
  },
};

/** The payee's data, so that they find in their record of accesses who has read it; of the sandbox nobody does. */
const ofPayee = (payout: Payout, mode: Mode) => ({
  ...{ ...payout, mode },
  ...(isId("ctz", payout.payee) ? { citizenId: payout.payee } : {}),
});

/** Counted, because somebody has to look at the account before it is paid again. */
function noteRefused({ log }: Context, payouts: readonly Payout[]): void {
  for (const { id, refusal, status } of payouts)
    if (status === "RETURNED" || (refusal && status !== "PAID"))
      log("WARN", "a payout was refused by the bank", { payout: id });
}

function toRefusal(error: BankAnswerRefusal | RedirectRefusal, under: readonly string[]) {
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  return error.code === "NOT_FOUND" ? ({ __typename: "NotFound", ...error } as const) : notNow(error);
}

const notNow = ({ status, availableActions }: PayoutNotOwed) =>
  notAllowedNow(
    PAYOUT_WORDS.PayoutStatus,
    status,
    availableActions.map((action) => MUTATIONS[action]),
  );
