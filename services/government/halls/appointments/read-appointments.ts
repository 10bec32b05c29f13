import type { Actor, Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { hallKeys } from "../keys.ts";
import type { Appointment } from "./appointment.ts";
import {
  type AppointmentStore,
  getAppointment,
  listAppointments,
  listBooked,
  listUpcoming,
} from "./appointment-store.ts";
import { ownAppointment } from "./own-appointment.ts";

type Listed = { readonly appointments: readonly Appointment[]; readonly more: boolean };
type Booked = Awaited<ReturnType<typeof listBooked>>;

/** An appointment by its id, for its citizen; to all others there is none. */
export const findAppointment = async (
  { actor, ...store }: AppointmentStore & { readonly actor: Actor },
  id: string,
): Promise<Appointment | undefined> =>
  actor.kind === "CITIZEN" ? ownAppointment({ ...store, actor }, id) : undefined;

/** The appointment that a to-do names, for one who reads the to-do. */
export const readAppointment = async (
  store: AppointmentStore,
  about: string,
): Promise<Appointment | undefined> => (isId("apt", about) ? getAppointment(store, about) : undefined);

/** The bookings of a citizen that are not missed yet, the nearest first. */
export const findUpcoming = (
  store: AppointmentStore,
  citizen: CitizenId,
  now: Instant,
): Promise<readonly Appointment[]> => listUpcoming(store, citizen, now);

/** A page of a citizen's appointments, the latest booked first, behind the one that was booked then and has this id. */
export function findAppointments(
  store: AppointmentStore,
  citizen: CitizenId,
  { first, after }: { readonly first: number; readonly after?: readonly [string, string] },
): Promise<Listed> {
  const from = after && hallKeys.citizenAppointment(citizen, ...after);
  return listAppointments(store, citizen, { first, ...(from ? { after: from } : {}) });
}

/** A page of what is booked at a hall on a day, by slot, for a clerk of its region. */
export async function findBooked(
  { actor, ...store }: AppointmentStore & { readonly actor: Officer },
  { hall, day }: { readonly hall: string; readonly day: CivilDate },
  page: { readonly first: number; readonly after?: Pick<Appointment, "id" | "from"> },
): Promise<Result<Booked, { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }>> {
  const own = await hallOfClerk({ ...store, actor }, hall);
  return own.ok ? ok(await listBooked(store, { hall, day }, page)) : own;
}
