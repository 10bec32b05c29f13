import { actorAs } from "../../api/context.ts";
import type { LedgerAccountKind, Resolvers } from "../../api/generated/types.ts";
import { connection, paging } from "../../api/relay.ts";
import { modeOf } from "../../api/stated-mode.ts";
import { mayActFor } from "../../people/partners/index.ts";
import { type AccountId, type AccountKind, accountOf, kindOf } from "./account.ts";
import type { TransferId } from "./ids.ts";
import { findAccount, findHolder, listAccountsOfKind, listOwnAccounts } from "./read-accounts.ts";
import { readStatement } from "./statement.ts";
import { PROGRESS } from "./verification/difference.ts";
import { findTrialBalance } from "./verification/find-trial-balance.ts";
import { totalsOf } from "./verification/trial-balance.ts";

const KINDS = {
  channel: "CHANNEL",
  bank: "BANK",
  biller: "BILLER",
  operator: "OPERATOR",
  settled: "SETTLED",
  fee: "FEE",
  cost: "COST",
  payout: "PAYOUT",
  fund: "FUND",
  prefund: "PREFUND",
  credit: "CREDIT",
  suspense: "SUSPENSE",
  writeoff: "WRITE_OFF",
  card: "CARD",
} as const satisfies Record<AccountKind, LedgerAccountKind>;

/** The kinds by the words that callers know. */
const KIND_NAMED = {
  CHANNEL: "channel",
  BANK: "bank",
  BILLER: "biller",
  OPERATOR: "operator",
  SETTLED: "settled",
  FEE: "fee",
  COST: "cost",
  PAYOUT: "payout",
  FUND: "fund",
  PREFUND: "prefund",
  CREDIT: "credit",
  SUSPENSE: "suspense",
  WRITE_OFF: "writeoff",
  CARD: "card",
} as const satisfies Record<LedgerAccountKind, AccountKind>;

export const ledgerResolvers: Resolvers = {
  Query: {
    ledgerAccounts: (_, __, context) => listOwnAccounts(actorAs(context, "PARTNER"), context),
    ledgerAccount: async (_, { id, mode }, { database }) =>
      (await findAccount({ database, mode: modeOf(mode) }, id)) ?? null,
    accountsOfKind: async (_, { kind, mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `accounts ${mode} ${kind}`;
      const page = paging<AccountId>(args, list, secrets);
      const found = await listAccountsOfKind({ database, mode }, KIND_NAMED[kind], page);
      const entries = found.map((node) => ({ node, position: node.id }));
      return connection(entries, false, { list, ...page }, secrets);
    },
    trialBalance: async (_, { mode }, { database }) =>
      (await findTrialBalance({ database, mode: modeOf(mode) })) ?? null,
  },
  Partner: {
    accounts: async (partner, { mode, kind }, context) => {
      if (!(await mayActFor(partner, actorAs(context, "CITIZEN"), context))) return [];
      const own = await listOwnAccounts({ id: partner.id, mode: modeOf(mode) }, context);
      return kind ? own.filter(({ id }) => KINDS[kindOf(id)] === kind) : own;
    },
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
  LedgerDifference: {
    account: ({ partition }) => (partition === PROGRESS ? PROGRESS : accountOf(partition)),
  },
  LedgerAccount: {
    holder: async ({ id }, _, { database }) => (await findHolder({ id }, { database })) ?? null,
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
