import type { Citizen } from "../../../kernel/actor.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Appointment } from "./appointment.ts";
import { type AppointmentStore, getAppointment } from "./appointment-store.ts";
import type { BookingPorts } from "./book-appointment.ts";

export type NoSuchAppointment = { readonly code: "APPOINTMENT_NOT_FOUND" };

/** A citizen's own appointment; somebody else's is none, as one that is not there. */
export async function ownAppointment(
  ports: AppointmentStore & { readonly actor: Citizen },
  id: string,
): Promise<Appointment | undefined> {
  const found = isId("apt", id) ? await getAppointment(ports, id) : undefined;
  return found?.citizenId === ports.actor.id ? found : undefined;
}

/** As much of a commit as all changes of an appointment share. */
export const changeOf = (
  { actor, now: at, requestId, mode }: BookingPorts,
  { id: aggregate }: Appointment,
) => ({
  ...{ actor, at, requestId, aggregate, table: recordsTable(mode) },
});

/** As much of the event of a change as says whom it is for. */
export const toldOf = ({ mode }: BookingPorts, { id, citizenId }: Appointment) => ({
  ...{ mode, to: [citizenId], payload: { about: id } },
});
