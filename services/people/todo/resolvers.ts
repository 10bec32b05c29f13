import type { Resolvers } from "../../api/generated/types.ts";
import { pageSize } from "../../api/relay.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { formatMoney } from "../../kernel/money.ts";
import { listToDo } from "./list-to-do.ts";
import { isOverdue } from "./to-do.ts";

export const toDoResolvers: Resolvers = {
  Citizen: {
    todo: ({ citizenId, mode }, { first }, { database, now, parts }) =>
      listToDo({ database, mode, now, parts }, citizenId, pageSize(first)),
  },
  ToDo: {
    text: ({ kind, amount }, _, { say }) =>
      say(`TO_DO_${kind}`, amount === undefined ? {} : { amount: formatMoney(amount) }),
    isOverdue: (toDo, _, { now }) => isOverdue(toDo, dateAt(now)),
    amount: ({ amount }) => amount ?? null,
  },
};
