import { err, type Result } from "../../../kernel/result.ts";
import { type Appointment, type AppointmentNotAllowed, change, withoutOpen } from "./appointment.ts";
import { getStanding, putAppointment, putStanding } from "./appointment-store.ts";
import type { BookingPorts } from "./book-appointment.ts";
import { changeOf, type NoSuchAppointment, ownAppointment, toldOf } from "./own-appointment.ts";
import { freePlace } from "./slot-store.ts";

const DECISIONS_MAX = 5;

/** Gives an appointment back, until two hours before its slot; the place is free for others with the same commit. */
export async function cancelAppointment(
  ports: BookingPorts,
  id: string,
): Promise<Result<Appointment, NoSuchAppointment | AppointmentNotAllowed>> {
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const found = await ownAppointment(ports, id);
    if (!found) return err({ code: "APPOINTMENT_NOT_FOUND" });
    const cancelled = change(found, "CANCEL", ports.now);
    if (!cancelled.ok) return cancelled;
    const standing = withoutOpen(await getStanding(ports, found.citizenId), found.id);
    const done = await ports.commit({
      ...changeOf(ports, found),
      action: "halls.appointment.cancelled",
      writes: [
        putAppointment(ports, cancelled.value, found),
        freePlace(ports, found),
        putStanding(ports, found.citizenId, standing),
      ],
      event: { type: "appointment.cancelled", ...toldOf(ports, found) },
    });
    if (done.ok) return cancelled;
    ports.database.forget();
  }
  throw new Error(`an appointment changed ${DECISIONS_MAX} times while it was cancelled`);
}
