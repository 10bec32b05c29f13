import { actorAs, type Context } from "../../../api/context.ts";
import type { HallInput, Resolvers } from "../../../api/generated/types.ts";
import { connection, paging } from "../../../api/relay.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { askerOf } from "../../catalogue/index.ts";
import { findSlots } from "../appointments/find-slots.ts";
import type { ClockTime, Hall, HallContent, Hours } from "../hall.ts";
import { HORIZON_DAYS, openDays, specialDaysFrom } from "../opening.ts";
import { findHall, findHalls, findItemsServed, readHistory } from "../read-halls.ts";
import { announcementOf, CALLS_KEPT, lastCalls } from "../tickets/hall-call.ts";
import { readBoard } from "../tickets/read-board.ts";
import { saveHall } from "./save-hall.ts";

export const hallResolvers: Resolvers = {
  Query: {
    halls: async (_, { region, item, ...args }, { database, secrets }) => {
      const list = `halls ${JSON.stringify([region, item ?? null])}`;
      const page = paging<Pick<Hall, "region" | "code">>(args, list, secrets);
      const { halls, more } = await findHalls(database, { region, item: item ?? undefined }, page);
      const entries = halls.map((node) => ({ node, position: { region: node.region, code: node.code } }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    hall: async (_, { code }, { database }) => (await findHall(database, code)) ?? null,
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
    specialDays: (hall, _, { now }) => [...specialDaysFrom(hall, dateAt(now))],
    queues: ({ code, queues }) => queues.map((queue) => ({ ...queue, hall: code })),
    windows: ({ code, windows }) => windows.map((window) => ({ ...window, hall: code })),
    openDays: (hall, { first }, { now }) =>
      openDays(hall, now).slice(0, Math.max(0, first ?? HORIZON_DAYS + 1)),
    slots: (hall, wish, { database, actor, now }) =>
      findSlots({ database, mode: actor.mode, now }, hall, wish),
    lastCalls: async ({ code }, { first }, context) =>
      lastCalls((await boardOf(code, context)).calls, first ?? CALLS_KEPT),
    serviceItems: async (hall, args, { database, actor, secrets }) => {
      const list = `items served at hall ${hall.code}`;
      const page = paging<string>(args, list, secrets);
      const { items, more } = await findItemsServed(database, hall, askerOf(actor, secrets), page);
      const entries = items.map((node) => ({ node, position: node.code }));
      return connection(entries, more, { list, ...page }, secrets);
    },
    history: async ({ code }, args, { database, secrets }) => {
      const list = `history of hall ${code}`;
      const page = paging<number>(args, list, secrets);
      const { entries, more } = await readHistory(database, code, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  HallQueue: {
    waiting: async ({ hall, letter }, _, context) => (await boardOf(hall, context)).waiting.get(letter) ?? 0,
  },
  HallWindow: {
    calls: async ({ hall, code }, _, context) => (await boardOf(hall, context)).called.get(code) ?? null,
    calledAt: async ({ hall, code }, _, context) => {
      const { called, calls } = await boardOf(hall, context);
      const call = calls.find(({ number, window }) => window === code && number === called.get(code));
      return call?.calledAt ?? null;
    },
  },
  HallCall: { announcement: announcementOf },
};

const boardOf = (hall: string, { database, actor: { mode }, now }: Context) =>
  readBoard({ database, mode, now }, hall);

type StatedHours = { readonly from: string; readonly to: string };

/** A field that is left out is as the schema has it. Times come as text: `checkHall` says whether they are any. */
function contentOf(input: HallInput): HallContent {
  const hoursOf = ({ from, to }: StatedHours): Hours => ({ from: from as ClockTime, to: to as ClockTime });
  const { followsCalendar = true, slotMinutes = 30, weeklyHours, specialDays = [], queues, ...rest } = input;
  return {
    ...{ ...rest, followsCalendar, slotMinutes },
    queues: queues.map(({ departments = [], items = [], ...queue }) => ({ ...queue, departments, items })),
    weeklyHours: weeklyHours.map(({ weekday, ...hours }) => ({ weekday, ...hoursOf(hours) })),
    specialDays: specialDays.map(({ day, hours = [], reason }) => ({
      day,
      reason,
      hours: hours.map(hoursOf),
    })),
  };
}
