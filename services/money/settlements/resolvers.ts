import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { connection, paging, readCursor, writeCursor } from "../../api/relay.ts";
import { modeOf } from "../../api/stated-mode.ts";
import type { Mode } from "../../kernel/actor.ts";
import { isId, type PartnerId } from "../../kernel/ids.ts";
import { mayActFor } from "../../people/partners/index.ts";
import type { BookingPlace } from "../ledger/index.ts";
import { whyNotPaid } from "../payouts/index.ts";
import type { SettledKind } from "./ids.ts";
import { KIND_NAMED, KIND_NAMES } from "./kind-names.ts";
import {
  contractNow,
  findBook,
  findOwnSettlement,
  listSettledPartners,
  listWaitingContracts,
  nameOf,
  payoutOf,
  readContracts,
  readSettlements,
  statusOf,
} from "./read-settlements.ts";
import { readLines, writeStatement } from "./statement.ts";

export const settlementNodes: NodeLoaders = {
  stl: async (id, { actor, database, now }) => {
    const found = await findOwnSettlement({ actor, database, now }, id);
    return found && { __typename: "Settlement", ...found };
  },
};

type Of = { readonly partner: PartnerId; readonly kind: SettledKind; readonly mode: Mode };
type PageArguments = Parameters<typeof paging>[0];

async function settlementsOf({ partner, kind, mode }: Of, args: PageArguments, context: Context) {
  const { database, secrets } = context;
  const list = `settlements ${mode} ${kind} ${partner}`;
  const page = paging<string>(args, list, secrets);
  const { entries, more } = await readSettlements({ database, mode }, { partner, kind }, page);
  return connection(entries, more, { list, ...page }, secrets);
}

async function booksOf(mode: Mode, args: PageArguments, { database, secrets }: Context) {
  const list = `settlement books ${mode}`;
  const page = paging<string>(args, list, secrets);
  const entries = await listSettledPartners({ database, mode }, page);
  return connection(entries, false, { list, ...page }, secrets);
}

export const settlementResolvers: Resolvers = {
  Query: {
    settlementFees: (_, { mode, ...args }, context) => booksOf(modeOf(mode), args, context),
    settlements: (_, { kind, ...args }, context) => {
      const { id: partner, mode } = actorAs(context, "PARTNER");
      return settlementsOf({ partner, kind: KIND_NAMED[kind], mode }, args, context);
    },
    settlementBooks: (_, { mode, ...args }, context) => booksOf(modeOf(mode), args, context),
    proposedSettlementContracts: async (_, { mode: stated, ...args }, { database, secrets }) => {
      const mode = modeOf(stated);
      const list = `settlement contracts ${mode}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listWaitingContracts({ database, mode }, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    settlementBook: async (_, { partner, kind, mode }, { database }) =>
      (isId("ptn", partner) &&
        (await findBook({ database, mode: modeOf(mode) }, partner, KIND_NAMED[kind]))) ||
      null,
    settlementContracts: async (_, { partner, kind, mode }, { database }) => {
      if (!isId("ptn", partner)) return [];
      return [...(await readContracts({ database, mode: modeOf(mode) }, partner, KIND_NAMED[kind]))];
    },
  },
  Partner: {
    settlements: async (partner, { kind, mode, ...args }, context) => {
      if (!(await mayActFor(partner, actorAs(context, "CITIZEN"), context))) return null;
      const of = { partner: partner.id, kind: KIND_NAMED[kind], mode: modeOf(mode) };
      return settlementsOf(of, args, context);
    },
    settlementBook: async (partner, { kind, mode }, context) => {
      if (!(await mayActFor(partner, actorAs(context, "CITIZEN"), context))) return null;
      const store = { database: context.database, mode: modeOf(mode) };
      return (await findBook(store, partner.id, KIND_NAMED[kind])) ?? null;
    },
  },
  PublishedFee: {
    name: async (book, _, context) => (await nameOf(context, book))?.name ?? null,
    kind: ({ kind }) => KIND_NAMES[kind],
    fee: async (book, _, { database, now }) =>
      (await contractNow({ database, mode: book.mode }, book, now)) ?? null,
  },
  SettlementFee: {
    perMille: ({ fee }) => fee.perMille,
    fixed: ({ fee }) => fee.fixed,
    least: ({ fee }) => fee.least,
    most: ({ fee }) => fee.most ?? null,
  },
  SettlementBook: {
    partner: async (book, _, context) => (await nameOf(context, book)) ?? null,
    kind: ({ kind }) => KIND_NAMES[kind],
    through: ({ through }) => through ?? null,
    negativeSince: ({ negativeSince }) => negativeSince ?? null,
    contract: async (book, _, { database, now }) =>
      (await contractNow({ database, mode: book.mode }, book, now)) ?? null,
    settlements: (book, args, context) => settlementsOf(book, args, context),
  },
  Settlement: {
    kind: ({ kind }) => KIND_NAMES[kind],
    status: async (settlement, _, context) => statusOf(await payoutOf(context, settlement)),
    lineCount: ({ lines }) => lines,
    payOn: ({ payOn }) => payOn ?? null,
    paidAt: async (settlement, _, context) => (await payoutOf(context, settlement))?.paidAt ?? null,
    bankReference: async (settlement, _, context) =>
      (await payoutOf(context, settlement))?.bankReference ?? null,
    refusal: async (settlement, _, context) => {
      const payout = await payoutOf(context, settlement);
      return (payout && whyNotPaid(payout)) ?? null;
    },
    maskedAccount: ({ terms }) => terms.account.maskedNumber,
    lines: async (settlement, args, { database, secrets, parts }) => {
      const { mode, id } = settlement;
      const list = `settlement lines ${mode} ${id}`;
      const page = paging<BookingPlace>(args, list, secrets);
      const { entries, more } = await readLines({ database, mode }, settlement, parts.settledReasons, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    statement: async (settlement, { after }, { database, secrets, parts }) => {
      const { mode, id } = settlement;
      const list = `settlement statement ${mode} ${id}`;
      const place = after == null ? undefined : readCursor<BookingPlace>(after, list, secrets);
      const part = await writeStatement({ database, mode }, settlement, parts.settledReasons, place);
      return { ...part, next: part.next ? writeCursor(part.next, list, secrets) : null };
    },
  },
  SettlementLine: {
    id: ({ transfer }) => transfer,
    bookedAt: ({ at }) => at,
  },
};
