import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type SlotProblem, slotAt } from "../opening.ts";
import { type Appointment, type AppointmentNotAllowed, change } from "./appointment.ts";
import { putAppointment } from "./appointment-store.ts";
import type { BookingPorts, SlotFull } from "./book-appointment.ts";
import { type NotServed, placeFor } from "./find-place.ts";
import { findFreeSlots } from "./find-slots.ts";
import { changeOf, type NoSuchAppointment, ownAppointment, toldOf } from "./own-appointment.ts";
import { freePlace, takePlace } from "./slot-store.ts";

export type MoveRefusal =
  | NoSuchAppointment
  | AppointmentNotAllowed
  | NotServed
  | (SlotProblem & { readonly path: readonly string[] })
  | SlotFull
  | { readonly code: "HALL_NOT_FOUND" };

const DECISIONS_MAX = 5;

/**
 * Moves an appointment to another slot at the same hall: one commit takes the new place and frees the old one, so that
 * who asks for a slot that is full keeps the old. Somebody else's is APPOINTMENT_NOT_FOUND, as one that is not there.
 */
export async function moveAppointment(
  ports: BookingPorts,
  id: string,
  from: Instant,
): Promise<Result<Appointment, MoveRefusal>> {
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const found = await ownAppointment(ports, id);
    if (!found) return err({ code: "APPOINTMENT_NOT_FOUND" });
    if (found.from === from && found.status === "BOOKED") return ok(found);
    const allowed = change(found, "MOVE", ports.now);
    if (!allowed.ok) return allowed;
    const place = await placeFor(ports, found);
    if (!place.ok) return place;
    const { hall, queue } = place.value;
    const slot = slotAt(hall, queue, from, ports.now);
    if (!slot.ok) return err({ ...slot.error, path: ["slot"] });
    const moved = change(found, "MOVE", ports.now, slot.value);
    if (!moved.ok) return moved;
    const done = await ports.commit({
      ...changeOf(ports, found),
      action: "halls.appointment.moved",
      writes: [
        takePlace(ports, hall.code, slot.value),
        putAppointment(ports, moved.value, found),
        freePlace(ports, found),
      ],
      event: { type: "appointment.moved", ...toldOf(ports, found) },
    });
    if (done.ok) return moved;
    ports.database.forget();
    // Its own record unchanged, and no place left: another move of the same would have changed it.
    if (done.error.writes.includes(0) && !done.error.writes.includes(1))
      return err({ code: "SLOT_FULL", free: await findFreeSlots(ports, place.value, slot.value.day) });
  }
  throw new Error(`an appointment changed ${DECISIONS_MAX} times while it was moved`);
}
