import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { isCitizenIdNumber } from "../../../field/citizen-id-number.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Attendance, readCase } from "../../cases/index.ts";
import { notOfClerk } from "../clerk-refusals.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { hallNamed } from "../hall-store.ts";
import { modeOf } from "../stated-mode.ts";
import { caseOfTicket } from "./case-of-ticket.ts";
import { type ReceiveTicketRefusal, receiveTicket } from "./receive-holder.ts";
import {
  type CallRefusal,
  callNext,
  finishTicket,
  giveUpTicket,
  linkTicket,
  type NoSuchTicket,
  ticketFor,
} from "./serve-ticket.ts";
import { type TicketRefusal, takeTicket } from "./take-ticket.ts";
import type { Ticket, TicketNotAllowed } from "./ticket.ts";
import { getServing, getTicket } from "./ticket-store.ts";

export const ticketNodes: NodeLoaders = {
  tkt: async (id, { actor, database }) => {
    if (actor.kind !== "CITIZEN" && !(actor.kind === "OFFICER" && actor.roles.includes("WINDOW_CLERK")))
      return undefined;
    const { mode } = actor;
    const found = await ticketFor({ database, mode, actor }, id);
    return found && { __typename: "Ticket", ...found, mode };
  },
};

export const ticketResolvers: Resolvers = {
  Query: {
    calledTicket: async (_, { hall, window, mode: stated }, context) => {
      const { database, now } = context;
      const own = await hallOfClerk({ database, actor: actorAs(context, "OFFICER") }, hall);
      if (!own.ok) throw notOfClerk(own.error);
      const mode = modeOf(stated);
      const { ticket } = await getServing({ database, mode }, { hall, day: dateAt(now), window });
      const found = ticket && (await getTicket({ database, mode }, ticket));
      return found ? { ...found, mode } : null;
    },
  },
  Mutation: {
    takeTicket: async (_, { input: { mode: stated, idNumber, ...input }, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const citizen = citizenOf(idNumber, context, "input", "idNumber");
      if (!citizen.ok) return { __typename: "InvalidInput", ...citizen.error };
      const mode = modeOf(stated);
      const taken = await takeTicket(clerkPorts(context, mode), {
        ...{ hall: input.hall, citizen: citizen.value, idempotencyKey: key.value },
        appointment: input.appointment ?? undefined,
        item: input.item ?? undefined,
        queue: input.queue ?? undefined,
      });
      return given(taken, mode);
    },
    callNextTicket: async (_, { hall, window, mode: stated }, context) => {
      const mode = modeOf(stated);
      return called(await callNext(clerkPorts(context, mode), { hall, window }), mode);
    },
    finishTicket: async (_, { id, outcome, mode: stated }, context) => {
      const mode = modeOf(stated);
      const action = outcome === "SERVED" ? "SERVE" : "MISS";
      return changed(await finishTicket(clerkPorts(context, mode), id, action), mode);
    },
    linkTicket: async (_, { id, application, idNumber, mode: stated }, context) => {
      const citizen = citizenOf(idNumber, context, "idNumber");
      if (!citizen.ok) return { __typename: "InvalidInput", ...citizen.error };
      const mode = modeOf(stated);
      const wish = { application, citizen: citizen.value };
      return changed(await linkTicket(clerkPorts(context, mode), id, wish), mode);
    },
    receiveTicket: async (_, { id, idNumber, idempotencyKey }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const ports = { ...clerkPorts(context, "live"), secrets: context.secrets };
      return received(await receiveTicket(ports, id, { idNumber, idempotencyKey: key.value }));
    },
    giveUpTicket: async (_, { id, mode: stated }, context) => {
      const actor = actorAs(context, "CITIZEN", "OFFICER");
      const mode = actor.kind === "CITIZEN" ? actor.mode : modeOf(stated);
      return changed(await giveUpTicket({ ...portsOf(context, mode), actor }, id), mode);
    },
  },
  Appointment: {
    ticket: async ({ ticket, mode }, _, { database }) => {
      const found = ticket && (await getTicket({ database, mode }, ticket));
      return found ? { ...found, mode } : null;
    },
  },
  Attendance: {
    ticket: async ({ ticket }, _, { database, actor: { mode } }) => {
      const found = ticket && (await getTicket({ database, mode }, ticket));
      return found ? { ...found, mode } : null;
    },
  },
  Ticket: {
    hall: ({ hall }, _, { database }) => hallNamed(database, hall),
    bookedFor: ({ bookedFor }) => bookedFor ?? null,
    window: ({ window }) => window ?? null,
    calledAt: ({ calledAt }) => calledAt ?? null,
    item: ({ item }) => item ?? null,
    application: async (ticket, _, context) => {
      const { mode, application } = ticket;
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN", "OFFICER");
      // A case's own fields are read in the caller's mode, and an officer's is live.
      if (!application || mode !== actor.mode) return null;
      if (actor.kind === "OFFICER")
        return (await caseOfTicket({ database, mode, actor, now }, ticket)) ?? null;
      return (await readCase({ database, mode, actor, now }, application)) ?? null;
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

type NoIdNumber = { readonly code: "NOT_AN_ID_NUMBER"; readonly path: readonly string[] };

/** Who shows an identity card. */
function citizenOf(
  idNumber: string | null | undefined,
  { secrets }: Context,
  ...path: readonly string[]
): Result<CitizenId | undefined, NoIdNumber> {
  if (idNumber == null) return ok(undefined);
  if (!isCitizenIdNumber(idNumber)) return err({ code: "NOT_AN_ID_NUMBER", path });
  const id: CitizenId = `ctz_${secrets.citizenDigest(idNumber)}`;
  return ok(id);
}

function given(result: Result<Ticket, TicketRefusal>, mode: Mode) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    default:
      return { __typename: "NotFound", ...error } as const;
  }
}

function called(result: Result<Ticket, CallRefusal>, mode: Mode) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "OUTSIDE_JURISDICTION":
      return { __typename: "OutsideJurisdiction", ...error } as const;
    case "NOBODY_WAITS":
      return { __typename: "NobodyWaits", ...error } as const;
    case "HALL_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
  }
}

function changed(
  result: Result<Ticket, NoSuchTicket | TicketNotAllowed | { readonly code: "APPLICATION_NOT_FOUND" }>,
  mode: Mode,
) {
  if (result.ok) return { __typename: "Ticket", ...result.value, mode } as const;
  const { error } = result;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}

function received(result: Result<Attendance, ReceiveTicketRefusal>) {
  if (result.ok) return { __typename: "Attendance", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    case "TICKET_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
  }
}
