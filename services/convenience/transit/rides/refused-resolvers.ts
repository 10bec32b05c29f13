import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import { listOperatedRefusals, listRefusedEntries, REFUSAL_TEXTS } from "./read-refused.ts";
import { findRefusalOperator, readRefusalStation } from "./read-trips.ts";
import { keptUntil } from "./refused-entry.ts";

export const refusedEntryResolvers: Resolvers = {
  Query: {
    refusedEntries: async (_, { on, ...args }, context) => {
      const { secrets, now } = context;
      const { id: operator } = actorAs(context, "PARTNER");
      const list = `refused entries ${context.actor.mode} ${operator} ${on}`;
      const page = paging<StoredItem>(args, list, secrets);
      const { entries, more } = await listOperatedRefusals(storeOf(context), { operator, on }, page, now);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  TransitCard: {
    refusedEntries: async (card, args, context) => {
      const { secrets, now, actor } = context;
      const list = `refused entries ${actor.mode} ${card.id}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listRefusedEntries(storeOf(context), card, page, now);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  RefusedEntry: {
    station: async (entry, _, context) => (await readRefusalStation(context, entry)) ?? null,
    gate: ({ gate }) => gate ?? null,
    operator: async (entry, _, context) => (await findRefusalOperator(context, entry)) ?? null,
    reason: ({ code }) => code,
    message: ({ code, values }, _, { say }) => say(REFUSAL_TEXTS[code], values),
    keptUntil,
  },
  OperatedRefusal: {
    number: ({ tap }) => tap,
    station: async (entry, _, context) => (await readRefusalStation(context, entry)) ?? null,
    gate: ({ gate }) => gate ?? null,
    reason: ({ code }) => code,
    keptUntil,
  },
};

const storeOf = ({ database, actor }: Pick<Context, "database" | "actor">) => ({
  ...{ database, mode: actor.mode },
});
