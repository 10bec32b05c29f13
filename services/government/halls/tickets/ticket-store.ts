import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import { addDays, type CivilDate, midnight } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId, AttendanceId } from "../../cases/index.ts";
import type { AppointmentId, TicketId } from "../ids.ts";
import { hallKeys } from "../keys.ts";
import { AHEAD_MAX, NAMINGS, orderOf, TICKET_STATUSES, type Ticket, type Waiting } from "./ticket.ts";

/** The tickets of one mode. */
export type TicketStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const indexed = string().hidden().optional();

const TicketEntity = new Entity({
  ...ENTITY,
  name: "Ticket",
  schema: item({
    ...KEY,
    ...{ index1pk: indexed, index1sk: indexed, index2pk: indexed, index2sk: indexed },
    id: brand<TicketId>(),
    hall: string(),
    day: brand<CivilDate>(),
    queue: string(),
    number: string(),
    citizenId: brand<CitizenId>().optional(),
    namedBy: string()
      .enum(...NAMINGS)
      .optional(),
    item: string().optional(),
    application: brand<ApplicationId>().optional(),
    appointment: brand<AppointmentId>().optional(),
    bookedFor: instant.optional(),
    status: string().enum(...TICKET_STATUSES),
    takenAt: instant,
    takenBy: brand<OfficerId>(),
    window: string().optional(),
    calledBy: brand<OfficerId>().optional(),
    calledAt: instant.optional(),
    timesCalled: number().optional(),
    attendance: brand<AttendanceId>().optional(),
    endedAt: instant.optional(),
    revision: number(),
    creation: string(),
  }),
});
const readTicket = recordReader(TicketEntity);

const options = ({ database, mode }: TicketStore) => inTable(database, recordsTable(mode));

export async function getTicket({ database, mode }: TicketStore, id: TicketId): Promise<Ticket | undefined> {
  const record = await database.get(recordsTable(mode), hallKeys.ticket(id));
  return record && ticketOf(record);
}

/**
 * Over exactly what was read, or for a new one nothing. While it waits it stands in its queue's list. A ticket of
 * somebody who was received is written with `writesOf`.
 */
export function putTicket(store: TicketStore, next: Ticket, before: Ticket | undefined): TransactItem {
  const { id, hall, day, queue, status, bookedFor, takenAt } = next;
  const order = `${takenAt}#${orderOf(next.number)}`;
  const condition = overRevision(before?.revision);
  const waiting =
    status === "WAITING"
      ? {
          index2pk: hallKeys.waiting(hall, day, queue, bookedFor ? "B" : "W"),
          index2sk: bookedFor ? `${bookedFor}#${order}` : order,
        }
      : {};
  const open =
    status === "WAITING" || status === "CALLED"
      ? { index1pk: hallKeys.hallDay(id), index1sk: `${midnight(addDays(day, 1))}#${id}` }
      : {};
  return transactItem(
    TicketEntity.build(PutTransaction)
      .item({ ...hallKeys.ticket(id), ...waiting, ...open, ...next })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** So many heads of each list are looked at: what the index still shows of those just called lies among them. */
export const HEADS = 20;

/** The first who wait in a queue, of both its lists. The index may lag behind: the caller reads the ticket. */
export const listHeads = (
  store: TicketStore,
  queue: Pick<Ticket, "hall" | "day" | "queue">,
): Promise<readonly Waiting[]> => listWaiting(store, queue, HEADS);

/** Those who wait in a queue, so many of each of its lists that the next behind them all has `AHEAD_MAX` ahead. */
export const listAhead = (
  store: TicketStore,
  queue: Pick<Ticket, "hall" | "day" | "queue">,
): Promise<readonly Waiting[]> => listWaiting(store, queue, AHEAD_MAX);

async function listWaiting(
  { database, mode }: TicketStore,
  { hall, day, queue }: Pick<Ticket, "hall" | "day" | "queue">,
  limit: number,
): Promise<readonly Waiting[]> {
  const table = recordsTable(mode);
  const [booked, walkIn] = await Promise.all(
    (["B", "W"] as const).map((list) =>
      database.query({ table, pk: hallKeys.waiting(hall, day, queue, list), index: INDEX2, limit }),
    ),
  );
  return [...(booked?.items ?? []).map(bookedHead), ...(walkIn?.items ?? []).map(walkInHead)];
}

function bookedHead({ pk, index2sk }: StoredItem): Waiting {
  const [bookedFor, takenAt, order = ""] = String(index2sk).split("#");
  return { id: String(pk) as TicketId, bookedFor: bookedFor as Instant, takenAt: takenAt as Instant, order };
}

function walkInHead({ pk, index2sk }: StoredItem): Waiting {
  const [takenAt, order = ""] = String(index2sk).split("#");
  return { id: String(pk) as TicketId, takenAt: takenAt as Instant, order };
}

/** How many numbers of a queue were given out on a day. */
export async function getLastNumber(
  { database, mode }: TicketStore,
  { hall, day, queue }: Pick<Ticket, "hall" | "day" | "queue">,
): Promise<number> {
  const record = await database.get(recordsTable(mode), hallKeys.boardQueue(hall, day, queue));
  return Number(record?.["last"] ?? 0);
}

/** Gives out the number behind `last`; refused where another was faster. */
export const takeNumber = (store: TicketStore, ticket: Ticket, last: number): TransactItem => ({
  Update: {
    ...boardItem(store, ticket),
    UpdateExpression: "SET #last = :next ADD waiting :one",
    ConditionExpression: last === 0 ? "attribute_not_exists(#last)" : "#last = :last",
    ExpressionAttributeNames: { "#last": "last" },
    ExpressionAttributeValues: { ":next": last + 1, ":one": 1, ...(last === 0 ? {} : { ":last": last }) },
  },
});

/** One less waits. */
export const shortenQueue = (store: TicketStore, ticket: Ticket): TransactItem => ({
  Update: {
    ...boardItem(store, ticket),
    UpdateExpression: "ADD waiting :minus",
    ExpressionAttributeValues: { ":minus": -1 },
  },
});

const boardItem = ({ database, mode }: TicketStore, { hall, day, queue }: Ticket) => ({
  TableName: database.nameOf(recordsTable(mode)),
  Key: hallKeys.boardQueue(hall, day, queue),
});

function ticketOf(record: StoredItem): Ticket {
  const { pk: _, sk: __, ...ticket } = readTicket(record);
  return ticket;
}
