import { changeFrom, decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { type Appointment, type AppointmentNotAllowed, change, withoutOpen } from "./appointment.ts";
import { getStanding, putAppointment, putStanding } from "./appointment-store.ts";
import type { BookingPorts } from "./book-appointment.ts";
import { changeOf, type NoSuchAppointment, ownAppointment, toldOf } from "./own-appointment.ts";
import { freePlace } from "./slot-store.ts";

/** Gives an appointment back, until two hours before its slot; the place is free for others with the same commit. */
export async function cancelAppointment(
  ports: BookingPorts,
  id: string,
): Promise<Result<Appointment, NoSuchAppointment | AppointmentNotAllowed>> {
  return decideUntilWritten({
    database: ports.database,
    about: "an appointment",
    read: () => ownAppointment(ports, id),
    decide: (found) =>
      found ? changeFrom(found, change(found, "CANCEL", ports.now)) : err({ code: "APPOINTMENT_NOT_FOUND" }),
    write: async ({ before, after }) => {
      const standing = withoutOpen(await getStanding(ports, before.citizenId), before.id);
      return ports.commit({
        ...changeOf(ports, before),
        action: "halls.appointment.cancelled",
        writes: [
          putAppointment(ports, after, before),
          freePlace(ports, before),
          putStanding(ports, before.citizenId, standing),
        ],
        event: { type: "appointment.cancelled", ...toldOf(ports, before) },
      });
    },
  });
}
