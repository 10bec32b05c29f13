import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Attendance } from "../../cases/index.ts";
import { notOfClerk } from "../clerk-refusals.ts";
import { HALL_WORDS } from "../enum-words.ts";
import { readHall, readItem } from "../read-halls.ts";
import { callAgain } from "./call-again.ts";
import { type CallRefusal, callNext } from "./call-next.ts";
import { findCaseOfTicket } from "./find-case-of-ticket.ts";
import { findCalledTicket, findTicket, readTicket } from "./find-ticket.ts";
import { finishTicket } from "./finish-ticket.ts";
import { giveUpTicket } from "./give-up-ticket.ts";
import { type LinkRefusal, linkTicket } from "./link-ticket.ts";
import type { TicketRefusal } from "./place-in-queue.ts";
import { countAhead } from "./read-board.ts";
import { type ReceiveTicketRefusal, receiveTicket } from "./receive-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { type Ticket, timesCalled } from "./ticket.ts";

export const ticketNodes: NodeLoaders = {
  tkt: async (id, { actor, database }) => {
    const { mode } = actor;
    const found = await findTicket({ database, mode, actor }, id);
    return found && { __typename: "Ticket", ...found, mode };
  },
};

export const ticketResolvers: Resolvers = {
  Query: {
    calledTicket: async (_, { hall, window, mode: stated }, context) => {
      const mode = modeOf(stated);
      const found = await findCalledTicket(clerkPorts(context, mode), { hall, window });
      if (!found.ok) throw notOfClerk(found.error);
      return found.value ? { ...found.value, mode } : null;
    },
  },
  Mutation: {
    takeTicket: async (_, { input: { mode: stated, idNumber, card, ...input }, idempotencyKey }, context) => {
      const mode = modeOf(stated);
      const ports = { ...clerkPorts(context, mode), secrets: context.secrets };
      const taken = await takeTicket(ports, {
        ...{ hall: input.hall, idNumber: idNumber ?? undefined, card: card ?? undefined },
        idempotencyKey,
        appointment: input.appointment ?? undefined,
        item: input.item ?? undefined,
        queue: input.queue ?? undefined,
      });
      return answerToTake(taken, mode);
    },
    callNextTicket: async (_, { hall, window, mode: stated }, context) => {
      const mode = modeOf(stated);
      return answerToCall(await callNext(clerkPorts(context, mode), { hall, window }), mode);
    },
    callTicketAgain: async (_, { id, mode: stated }, context) => {
      const mode = modeOf(stated);
      return answerToChange(await callAgain(clerkPorts(context, mode), id), mode);
    },
    finishTicket: async (_, { id, outcome, mode: stated }, context) => {
      const mode = modeOf(stated);
      const action = outcome === "SERVED" ? "SERVE" : "MISS";
      return answerToChange(await finishTicket(clerkPorts(context, mode), id, action), mode);
    },
    linkTicket: async (_, { id, application, card, mode: stated }, context) => {
      const mode = modeOf(stated);
      const ports = { ...clerkPorts(context, mode), secrets: context.secrets };
      const wish = { application, card: card ?? undefined };
      return answerToChange(await linkTicket(ports, id, wish), mode);
    },
    receiveTicket: async (_, { id, idNumber, card, idempotencyKey }, context) => {
      const ports = { ...clerkPorts(context, "live"), secrets: context.secrets, log: context.log };
      const holder = { idNumber: idNumber ?? undefined, card: card ?? undefined };
      return answerToReceive(await receiveTicket(ports, id, { ...holder, idempotencyKey }));
    },
    giveUpTicket: async (_, { id, mode: stated }, context) => {
      const actor = actorAs(context, "CITIZEN", "OFFICER");
      const mode = actor.kind === "CITIZEN" ? actor.mode : modeOf(stated);
      return answerToChange(await giveUpTicket({ ...portsOf(context, mode), actor }, id), mode);
    },
  },
  Appointment: {
    ticket: async ({ ticket, mode }, _, { database }) => {
      const found = await readTicket({ database, mode }, ticket);
      return found ? { ...found, mode } : null;
    },
  },
  Attendance: {
    ticket: async ({ ticket }, _, { database, actor: { mode } }) => {
      const found = await readTicket({ database, mode }, ticket);
      return found ? { ...found, mode } : null;
    },
  },
  Ticket: {
    hall: ({ hall }, _, { database }) => readHall(database, hall),
    bookedFor: ({ bookedFor }) => bookedFor ?? null,
    window: ({ window }) => window ?? null,
    calledAt: ({ calledAt }) => calledAt ?? null,
    timesCalled,
    ahead: async ({ mode, ...ticket }, _, { database, now }) =>
      (await countAhead({ database, mode, now }, ticket)) ?? null,
    item: ({ item }) => item ?? null,
    serviceItem: async ({ item }, _, { database }) => (await readItem(database, item)) ?? null,
    application: async (ticket, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN", "OFFICER");
      return (await findCaseOfTicket({ database, actor, now }, ticket)) ?? null;
    },
    isNamed: ({ citizenId }) => citizenId !== undefined,
  },
};

const portsOf = ({ database, commit, now, requestId }: Context, mode: Mode) => ({
  ...{ database, commit, now, requestId, mode },
});

const clerkPorts = (context: Context, mode: Mode) => ({
  ...portsOf(context, mode),
  actor: actorAs(context, "OFFICER"),
});

/** It is refused by the state of a ticket, or by that of the booking by which it is asked for. */
const TAKING_STATES = { ...HALL_WORDS.TicketStatus, ...HALL_WORDS.AppointmentStatus };

function answerToTake(result: Result<Ticket, TicketRefusal>, mode: Mode) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(TAKING_STATES, error.state, error.availableActions);
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    default:
      return { __typename: "NotFound", ...error } as const;
  }
}

function answerToCall(result: Result<Ticket, CallRefusal>, mode: Mode) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(HALL_WORDS.TicketStatus, error.state, error.availableActions);
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction", ...error } as const;
    case "NOBODY_WAITS":
      return { __typename: "NobodyWaits", ...error } as const;
    case "HALL_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
  }
}

function answerToChange(result: Result<Ticket, LinkRefusal>, mode: Mode) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(HALL_WORDS.TicketStatus, error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}

function answerToReceive(result: Result<Attendance, ReceiveTicketRefusal>) {
  if (result.ok) return { __typename: "Attendance", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(HALL_WORDS.TicketStatus, error.state, error.availableActions);
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    case "TICKET_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "TOO_MANY_ATTENDANCES":
      return { __typename: "TooManyAttendances", ...error } as const;
  }
}
