import { badInput } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { PAGE_SIZE_MAX } from "../../api/relay.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { formatMoney } from "../../kernel/money.ts";
import { listToDo } from "./list-to-do.ts";

export const toDoResolvers: Resolvers = {
  Citizen: {
    todo: ({ citizenId, mode }, { first }, { database, now, parts }) => {
      if (!Number.isInteger(first) || first < 1 || first > PAGE_SIZE_MAX) {
        throw badInput("NOT_A_PAGE_SIZE", { max: String(PAGE_SIZE_MAX) });
      }
      return listToDo({ database, mode, now, parts }, citizenId, first);
    },
  },
  ToDo: {
    text: ({ kind, amount }, _, { say }) =>
      say(`TO_DO_${kind}`, amount === undefined ? {} : { amount: formatMoney(amount) }),
    isOverdue: ({ dueOn }, _, { now }) => dueOn < dateAt(now),
    amount: ({ amount }) => amount ?? null,
  },
};
