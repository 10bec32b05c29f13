import { actorAs, type Context } from "../../../api/context.ts";
import type { HallInput, Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { parseInstant } from "../../../kernel/runtime.ts";
import { findSlots } from "../appointments/find-slots.ts";
import { type ClockTime, type Hall, type HallContent, type Hours, isHallCode } from "../hall.ts";
import { getHall, listHallChanges, listHalls } from "../hall-store.ts";
import { openDays } from "../opening.ts";
import { type Board, getBoard } from "../tickets/ticket-store.ts";
import { saveHall } from "./save-hall.ts";

export const hallResolvers: Resolvers = {
  Query: {
    halls: async (_, { region, ...args }, { database, secrets }) => {
      const list = `halls ${region}`;
      const page = paging<Pick<Hall, "region" | "code">>(args, list, secrets);
      const { halls, more } = await listHalls(database, region, page);
      const entries = halls.map((node) => ({ node, position: { region: node.region, code: node.code } }));
      return connection(entries, more, { list, after: page.after }, secrets);
    },
    hall: async (_, { code }, { database }) =>
      (isHallCode(code) ? await getHall(database, code) : undefined) ?? null,
  },
  Mutation: {
    saveHall: async (_, { input, reason }, context) => {
      const { database, commit, now, runtime, log, requestId } = context;
      const actor = actorAs(context, "OFFICER");
      const ports = { database, commit, now, runtime, log, requestId, actor };
      const saved = await saveHall(ports, contentOf(input), reason);
      if (saved.ok) return { __typename: "Hall", ...saved.value };
      const { error } = saved;
      return "path" in error
        ? { __typename: "InvalidInput", ...error }
        : { __typename: "OutsideJurisdiction", ...error };
    },
  },
  Hall: {
    specialDays: ({ specialDays }, _, { now }) => {
      const today = dateAt(now);
      return [...specialDays].filter(({ day }) => day >= today).sort((a, b) => (a.day < b.day ? -1 : 1));
    },
    queues: ({ code, queues }) => queues.map((queue) => ({ ...queue, hall: code })),
    windows: ({ code, windows }) => windows.map((window) => ({ ...window, hall: code })),
    openDays: (hall, _, { now }) => openDays(hall, now),
    slots: (hall, wish, { database, actor, now }) =>
      findSlots({ database, mode: actor.mode, now }, hall, wish),
    history: async ({ code }, args, { database, secrets }) => {
      const list = `history of hall ${code}`;
      const page = paging<number>(args, list, secrets);
      const { changes, more } = await listHallChanges(database, code, page);
      const entries = changes.flatMap(({ sequence, by, reason, at: text }) => {
        const at = parseInstant(text);
        return at ? [{ position: sequence, node: { at, by, reason } }] : [];
      });
      return connection(entries, more, { list, after: page.after }, secrets);
    },
  },
  HallQueue: {
    waiting: async ({ hall, letter }, _, context) => (await boardOf(hall, context)).waiting.get(letter) ?? 0,
  },
  HallWindow: {
    calls: async ({ hall, code }, _, context) => (await boardOf(hall, context)).called.get(code) ?? null,
  },
};

/** Asked for by each queue and window at once, it is read once. */
const boardOf = (hall: string, { database, actor: { mode }, now }: Context): Promise<Board> =>
  getBoard({ database, mode }, hall, dateAt(now));

type StatedHours = { readonly from: string; readonly to: string };

/** What is left out is as the schema has it. Times come as text: `checkHall` says whether they are any. */
function contentOf(input: HallInput): HallContent {
  const stated = ({ from, to }: StatedHours): Hours => ({ from: from as ClockTime, to: to as ClockTime });
  const { followsCalendar = true, slotMinutes = 30, weeklyHours, specialDays = [], queues, ...rest } = input;
  return {
    ...{ ...rest, followsCalendar, slotMinutes },
    queues: queues.map(({ departments = [], items = [], ...queue }) => ({ ...queue, departments, items })),
    weeklyHours: weeklyHours.map(({ weekday, ...hours }) => ({ weekday, ...stated(hours) })),
    specialDays: specialDays.map(({ day, hours = [], reason }) => ({
      day,
      reason,
      hours: hours.map(stated),
    })),
  };
}
