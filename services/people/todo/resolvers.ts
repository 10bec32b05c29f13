import { actorAs } from "../../api/context.ts";
import { badInput } from "../../api/errors.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { say } from "../../api/messages.ts";
import { PAGE_SIZE_MAX } from "../../api/relay.ts";
import { getBill } from "../../convenience/utilities/index.ts";
import { readCase } from "../../government/cases/index.ts";
import { getAppointment } from "../../government/halls/index.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { isId } from "../../kernel/ids.ts";
import { formatMoney } from "../../kernel/money.ts";
import { listToDo } from "./list-to-do.ts";

export const toDoResolvers: Resolvers = {
  Citizen: {
    todo: ({ citizenId, mode }, { first }, { database, now }) => {
      if (!Number.isInteger(first) || first < 1 || first > PAGE_SIZE_MAX) {
        throw badInput("NOT_A_PAGE_SIZE", { max: String(PAGE_SIZE_MAX) });
      }
      return listToDo({ database, mode, now }, citizenId, first);
    },
  },
  ToDo: {
    text: ({ kind, amount }, _, { language }) =>
      say(`TO_DO_${kind}`, language, amount === undefined ? {} : { amount: formatMoney(amount) }),
    isOverdue: ({ dueOn }, _, { now }) => dueOn < dateAt(now),
    amount: ({ amount }) => amount ?? null,
    application: async ({ about }, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN");
      return (await readCase({ database, mode: actor.mode, actor, now }, about)) ?? null;
    },
    appointment: async ({ about }, _, { database, actor: { mode } }) => {
      const found = isId("apt", about) ? await getAppointment({ database, mode }, about) : undefined;
      return found ? { ...found, mode } : null;
    },
    bill: async ({ about }, _, { database, actor }) =>
      isId("bill", about) ? ((await getBill({ database, mode: actor.mode }, about)) ?? null) : null,
  },
};
