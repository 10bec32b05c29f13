import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import { addDays, type CivilDate, midnight } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { AppointmentId, TicketId } from "../ids.ts";
import { hallKeys } from "../keys.ts";
import { APPOINTMENT_STATUSES, type Appointment, NO_STANDING, type Standing } from "./appointment.ts";

/** The appointments of one mode. */
export type AppointmentStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const indexed = string().hidden().optional();

const AppointmentEntity = new Entity({
  ...ENTITY,
  name: "Appointment",
  schema: item({
    ...KEY,
    ...{ index1pk: indexed, index1sk: indexed, index2pk: indexed, index2sk: indexed },
    id: brand<AppointmentId>(),
    citizenId: brand<CitizenId>(),
    hall: string(),
    queue: string(),
    item: string(),
    application: brand<ApplicationId>().optional(),
    day: brand<CivilDate>(),
    from: instant,
    to: instant,
    status: string().enum(...APPOINTMENT_STATUSES),
    createdAt: instant,
    ticket: brand<TicketId>().optional(),
    endedAt: instant.optional(),
    revision: number(),
    creation: string(),
  }),
});
const readAppointment = recordReader(AppointmentEntity);

const StandingEntity = new Entity({
  ...ENTITY,
  name: "HallStanding",
  schema: item({
    ...KEY,
    open: list(any().castAs<Standing["open"][number]>()),
    noShows: list(instant),
    blockedUntil: instant.optional(),
    revision: number(),
  }),
});
const readStanding = recordReader(StandingEntity);

const PointerEntity = new Entity({
  ...ENTITY,
  name: "CitizenAppointment",
  schema: item({ ...KEY, appointment: brand<AppointmentId>() }),
});
const readPointer = recordReader(PointerEntity);

const options = ({ database, mode }: AppointmentStore) => inTable(database, recordsTable(mode));

export async function getAppointment(
  { database, mode }: AppointmentStore,
  id: AppointmentId,
): Promise<Appointment | undefined> {
  const record = await database.get(recordsTable(mode), hallKeys.appointment(id));
  return record && appointmentOf(record);
}

/** Over exactly what was read, or for a new one nothing. While it is booked the lists of its day hold it. */
export function putAppointment(
  store: AppointmentStore,
  next: Appointment,
  before: Appointment | undefined,
): TransactItem {
  const { id, hall, day, from } = next;
  const condition = overRevision(before?.revision);
  const places =
    next.status === "BOOKED"
      ? {
          ...{ index2pk: hallKeys.booked(hall, day), index2sk: `${from}#${id}` },
          ...{ index1pk: hallKeys.hallDay(id), index1sk: `${midnight(addDays(day, 1))}#${id}` },
        }
      : {};
  return transactItem(
    AppointmentEntity.build(PutTransaction)
      .item({ ...hallKeys.appointment(id), ...places, ...next })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** A new appointment in the list of its citizen. */
export const putPointer = (
  store: AppointmentStore,
  { citizenId, createdAt, id }: Appointment,
): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({ ...hallKeys.citizenAppointment(citizenId, createdAt, id), appointment: id })
      .options(options(store))
      .params(),
  );

export async function getStanding(
  { database, mode }: AppointmentStore,
  citizen: CitizenId,
): Promise<Standing> {
  const record = await database.get(recordsTable(mode), hallKeys.standing(citizen));
  return record ? readStanding(record) : NO_STANDING;
}

/** Written over exactly the revision before it. */
export function putStanding(store: AppointmentStore, citizen: CitizenId, next: Standing): TransactItem {
  const condition = overRevision(next.revision - 1);
  return transactItem(
    StandingEntity.build(PutTransaction)
      .item({
        ...hallKeys.standing(citizen),
        ...next,
        open: [...next.open],
        noShows: [...next.noShows],
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** A page of a citizen's appointments, the latest booked first, behind the record `after`. */
export async function listAppointments(
  store: AppointmentStore,
  citizen: CitizenId,
  { first, after }: { readonly first: number; readonly after?: StoredItem },
): Promise<{ readonly appointments: readonly Appointment[]; readonly more: boolean }> {
  const { items, next } = await store.database.query({
    table: recordsTable(store.mode),
    pk: citizen,
    ...hallKeys.citizenAppointments,
    limit: first,
    newestFirst: true,
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(items.map((one) => getAppointment(store, readPointer(one).appointment)));
  return { appointments: found.filter((one) => one !== undefined), more: next !== undefined };
}

/** The bookings of a citizen that are not missed yet, the nearest first. */
export async function listUpcoming(
  store: AppointmentStore,
  citizen: CitizenId,
  now: Instant,
): Promise<readonly Appointment[]> {
  const { open } = await getStanding(store, citizen);
  const found = await Promise.all(open.map(({ id }) => getAppointment(store, id)));
  return found
    .flatMap((one) => (one?.status === "BOOKED" && one.to > now ? [one] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A page of what is booked at a hall on a day, by slot. The index may lag behind. */
export async function listBooked(
  store: AppointmentStore,
  { hall, day }: { readonly hall: string; readonly day: CivilDate },
  page: { readonly first: number; readonly after?: BookedPlace },
): Promise<{ readonly appointments: readonly Appointment[]; readonly more: Onward<BookedPlace> }> {
  const { entries: appointments, more } = await fullPage(page, async (from) => {
    const places = await listBookedPlaces(store, { hall, day }, from);
    const found = await Promise.all(places.map(({ id }) => getAppointment(store, id)));
    const entries = found.flatMap((one) => (one?.status === "BOOKED" && one.day === day ? [one] : []));
    return { entries, next: places.length < from.first ? undefined : places.at(-1) };
  });
  return { appointments, more };
}

/** The same by their places in the index alone, where each is read before anything is decided about it. */
export async function listBookedPlaces(
  { database, mode }: AppointmentStore,
  { hall, day }: { readonly hall: string; readonly day: CivilDate },
  { first, after }: { readonly first: number; readonly after?: BookedPlace },
): Promise<readonly BookedPlace[]> {
  const { items } = await database.query(bookedQuery(mode, hallKeys.booked(hall, day), { first, after }));
  return items.flatMap(({ pk, index2sk }) => {
    const [id, from] = [String(pk), String(index2sk).split("#")[0]];
    return isId("apt", id) ? [{ id, from: from as Instant }] : [];
  });
}

type BookedPlace = Pick<Appointment, "id" | "from">;

const bookedQuery = (
  mode: Mode,
  pk: string,
  { first, after }: { readonly first: number; readonly after?: BookedPlace | undefined },
) => ({
  ...{ table: recordsTable(mode), pk, index: INDEX2, limit: first },
  ...(after
    ? { after: { ...hallKeys.appointment(after.id), index2pk: pk, index2sk: `${after.from}#${after.id}` } }
    : {}),
});

function appointmentOf(record: StoredItem): Appointment {
  const { pk: _, sk: __, ...appointment } = readAppointment(record);
  return appointment;
}
