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
import { NAMINGS, orderOf, TICKET_STATUSES, type Ticket, type Waiting } from "./ticket.ts";

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
    attendance: brand<AttendanceId>().optional(),
    endedAt: instant.optional(),
    revision: number(),
    creation: string(),
  }),
});
const readTicket = recordReader(TicketEntity);

const WindowEntity = new Entity({
  ...ENTITY,
  name: "HallWindow",
  schema: item({
    ...KEY,
    ticket: brand<TicketId>().optional(),
    number: string().optional(),
    revision: number(),
  }),
});
const readWindow = recordReader(WindowEntity);

/** The ticket that a window serves at the moment; its revision lets one clerk call at a time. */
export type Serving = {
  readonly ticket?: TicketId | undefined;
  readonly number?: string | undefined;
  readonly revision: number;
};

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
const HEADS = 20;

/** The first who wait in a queue, of both its lists. The index may lag behind: the caller reads the ticket. */
export async function listHeads(
  { database, mode }: TicketStore,
  { hall, day, queue }: Pick<Ticket, "hall" | "day" | "queue">,
): Promise<readonly Waiting[]> {
  const table = recordsTable(mode);
  const [booked, walkIn] = await Promise.all(
    (["B", "W"] as const).map((list) =>
      database.query({ table, pk: hallKeys.waiting(hall, day, queue, list), index: INDEX2, limit: HEADS }),
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

export async function getServing(
  { database, mode }: TicketStore,
  { hall, day, window }: { readonly hall: string; readonly day: CivilDate; readonly window: string },
): Promise<Serving> {
  const record = await database.get(recordsTable(mode), hallKeys.boardWindow(hall, day, window));
  return record ? readWindow(record) : { revision: 0 };
}

/** Over exactly the revision that was read. */
export function putServing(
  store: TicketStore,
  { hall, day, window }: { readonly hall: string; readonly day: CivilDate; readonly window: string },
  { ticket, number: called }: Pick<Serving, "ticket" | "number">,
  before: Serving,
): TransactItem {
  const condition = overRevision(before.revision);
  return transactItem(
    WindowEntity.build(PutTransaction)
      .item({
        ...hallKeys.boardWindow(hall, day, window),
        ...(ticket ? { ticket } : {}),
        ...(called ? { number: called } : {}),
        revision: before.revision + 1,
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** More queues and windows than a hall has. */
const BOARD_MAX = 200;

/** The board on the wall of a hall: how many wait in each queue, and whom each window has called. */
export type Board = {
  readonly waiting: ReadonlyMap<string, number>;
  readonly called: ReadonlyMap<string, string>;
};

export async function getBoard(
  { database, mode }: TicketStore,
  hall: string,
  day: CivilDate,
): Promise<Board> {
  const { pk } = hallKeys.boardQueue(hall, day, "");
  const { items } = await database.query({ table: recordsTable(mode), pk, limit: BOARD_MAX });
  const waiting = new Map<string, number>();
  const called = new Map<string, string>();
  for (const record of items) {
    const [kind, name = ""] = String(record["sk"]).split("#");
    if (kind === "queue") waiting.set(name, Number(record["waiting"]));
    else if (record["number"] !== undefined) called.set(name, String(record["number"]));
  }
  return { waiting, called };
}

function ticketOf(record: StoredItem): Ticket {
  const { pk: _, sk: __, ...ticket } = readTicket(record);
  return ticket;
}
