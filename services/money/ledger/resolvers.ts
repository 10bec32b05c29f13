import { actorAs } from "../../api/context.ts";
import type { LedgerAccountKind, Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type AccountId, type AccountKind, isAccountId, kindOf } from "./account.ts";
import type { AccountView } from "./account-view.ts";
import { readStatement } from "./statement.ts";
import { getBalance } from "./store.ts";
import type { TransferId } from "./transfer.ts";
import { totalsOf } from "./verification/trial-balance.ts";
import { getTrialBalance } from "./verification/verification-store.ts";

const KINDS = {
  channel: "CHANNEL",
  bank: "BANK",
  biller: "BILLER",
  operator: "OPERATOR",
  payout: "PAYOUT",
  fund: "FUND",
  prefund: "PREFUND",
  card: "CARD",
} as const satisfies Record<AccountKind, LedgerAccountKind>;

export const ledgerResolvers: Resolvers = {
  Query: {
    ledgerAccounts: async (_, __, context) => {
      const { id, mode } = actorAs(context, "PARTNER");
      const own = [`prefund:${id}`, `biller:${id}`, `operator:${id}`] as const;
      const views = await Promise.all(own.map((account) => viewOf(context.database, mode, account)));
      return views.filter((view) => view !== undefined);
    },
    ledgerAccount: async (_, { id, mode }, { database }) =>
      (isAccountId(id) && (await viewOf(database, mode === "LIVE" ? "live" : "test", id))) || null,
    trialBalance: async (_, { mode }, { database }) =>
      (await getTrialBalance(database, mode === "LIVE" ? "live" : "test")) ?? null,
  },
  TrialBalance: {
    debits: (balance) => totalsOf(balance).debits,
    credits: (balance) => totalsOf(balance).credits,
    imbalance: (balance) => totalsOf(balance).imbalance,
    brokenTransfers: ({ broken }) => broken,
    brokenTransferCount: ({ brokenCount }) => brokenCount,
  },
  TrialBalanceLine: {
    kind: ({ kind }) => KINDS[kind],
  },
  LedgerAccount: {
    kind: ({ id }) => KINDS[kindOf(id)],
    statement: async ({ id, mode }, { month, ...args }, { database, secrets }) => {
      const list = `statement ${mode} ${id} ${month}`;
      const page = paging<TransferId>(args, list, secrets);
      const { lines, more } = await readStatement({ database, mode }, { account: id, month, ...page });
      const entries = lines.map((node) => ({ node, position: node.transfer.id }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  StatementLine: {
    id: ({ transfer }) => transfer.id,
    bookedAt: ({ transfer }) => transfer.at,
    reason: ({ transfer }) => transfer.reason,
    cause: ({ transfer }) => transfer.cause,
    reverses: ({ transfer }) => transfer.reverses ?? null,
  },
};

async function viewOf(database: Database, mode: Mode, id: AccountId): Promise<AccountView | undefined> {
  const found = await getBalance({ database, mode }, id);
  return found && { ...found, id, mode };
}
