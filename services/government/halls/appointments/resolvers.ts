import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import type { Result } from "../../../kernel/result.ts";
import { readCase } from "../../cases/index.ts";
import { notOfClerk } from "../clerk-refusals.ts";
import { HALL_WORDS } from "../enum-words.ts";
import { readHall, readItem } from "../read-halls.ts";
import { type Appointment, actionsOn } from "./appointment.ts";
import { type BookingRefusal, bookAppointment } from "./book-appointment.ts";
import { cancelAppointment } from "./cancel-appointment.ts";
import { type MoveRefusal, moveAppointment } from "./move-appointment.ts";
import {
  findAppointment,
  findAppointments,
  findBooked,
  findUpcoming,
  readAppointment,
} from "./read-appointments.ts";

export const appointmentNodes: NodeLoaders = {
  apt: async (id, { actor, database }) => {
    const { mode } = actor;
    const found = await findAppointment({ database, mode, actor }, id);
    return found && { __typename: "Appointment", ...found, mode };
  },
};

export const appointmentResolvers: Resolvers = {
  Query: {
    bookedAppointments: async (_, { hall, day, mode: stated, ...args }, context) => {
      const { database, secrets } = context;
      const actor = actorAs(context, "OFFICER");
      const mode = modeOf(stated);
      const list = `booked ${JSON.stringify([hall, day, mode])}`;
      const page = paging<Pick<Appointment, "id" | "from">>(args, list, secrets);
      const found = await findBooked({ database, mode, actor }, { hall, day }, page);
      if (!found.ok) throw notOfClerk(found.error);
      const { appointments, more } = found.value;
      const entries = appointments.map((one) => ({
        position: { id: one.id, from: one.from },
        node: { ...one, mode },
      }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Mutation: {
    bookAppointment: async (_, { input, idempotencyKey }, context) => {
      const wish = { ...input, application: input.application ?? undefined, idempotencyKey };
      return answerOf(await bookAppointment(portsOf(context), wish), context, "input");
    },
    moveAppointment: async (_, { id, slot }, context) =>
      answerOf(await moveAppointment(portsOf(context), id, slot), context),
    cancelAppointment: async (_, { id }, context) =>
      answerOf(await cancelAppointment(portsOf(context), id), context),
  },
  Citizen: {
    upcomingAppointments: async ({ citizenId, mode }, _, { database, now }) =>
      (await findUpcoming({ database, mode }, citizenId, now)).map((one) => ({ ...one, mode })),
    appointments: async ({ citizenId, mode }, args, { database, secrets }) => {
      const list = `appointments ${citizenId}`;
      const page = paging<readonly [string, string]>(args, list, secrets);
      const { appointments, more } = await findAppointments({ database, mode }, citizenId, page);
      const entries = appointments.map((one) => ({
        position: [one.createdAt, one.id] as const,
        node: { ...one, mode },
      }));
      return connection(entries, more, { list, ...page }, secrets);
    },
  },
  Appointment: {
    hall: ({ hall }, _, { database }) => readHall(database, hall),
    serviceItem: async ({ item }, _, { database }) => (await readItem(database, item)) ?? null,
    application: async ({ application, mode }, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN");
      return (application && (await readCase({ database, mode, actor, now }, application))) ?? null;
    },
    availableActions: (appointment, _, { now }) => [...actionsOn(appointment, now)],
  },
  ToDo: {
    appointment: async ({ about }, _, { database, actor: { mode } }) => {
      const found = await readAppointment({ database, mode }, about);
      return found ? { ...found, mode } : null;
    },
  },
};

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "CITIZEN");
  return { database, commit, mode: actor.mode, actor, now, requestId };
};

/** `under` leads to what the path of a refusal begins in. */
function answerOf(
  result: Result<Appointment, BookingRefusal | MoveRefusal>,
  { actor: { mode } }: Context,
  ...under: readonly string[]
) {
  if (result.ok) return { __typename: "Appointment", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(HALL_WORDS.AppointmentStatus, error.state, error.availableActions);
    case "SLOT_FULL":
      return { __typename: "SlotFull", ...error } as const;
    case "BOOKING_BLOCKED":
      return { __typename: "BookingBlocked", ...error } as const;
    case "ITEM_ALREADY_BOOKED":
    case "TOO_MANY_APPOINTMENTS":
      return { __typename: "InvalidInput", ...error, path: [...under, "item"] } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    default:
      return { __typename: "NotFound", ...error } as const;
  }
}
