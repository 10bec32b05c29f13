import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type SlotProblem, slotAt } from "../opening.ts";
import type { NotServed } from "../queue-of-item.ts";
import { type Appointment, type AppointmentNotAllowed, change } from "./appointment.ts";
import { putAppointment } from "./appointment-store.ts";
import type { BookingPorts, SlotFull } from "./book-appointment.ts";
import { placeFor } from "./find-place.ts";
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

/**
 * Moves an appointment to another slot at the same hall: one commit takes the new place and frees the old one, so that
 * who asks for a slot that is full keeps the old. Somebody else's is APPOINTMENT_NOT_FOUND, as one that is not there.
 */
export async function moveAppointment(
  ports: BookingPorts,
  id: string,
  from: Instant,
): Promise<Result<Appointment, MoveRefusal>> {
  return decideUntilWritten({
    database: ports.database,
    about: "an appointment",
    read: () => ownAppointment(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "APPOINTMENT_NOT_FOUND" });
      if (found.from === from && found.status === "BOOKED") return unchanged(ok(found));
      const allowed = change(found, "MOVE", ports.now);
      if (!allowed.ok) return allowed;
      const place = await placeFor(ports, found);
      if (!place.ok) return place;
      const { hall, queue } = place.value;
      const slot = slotAt(hall, queue, from, ports.now);
      if (!slot.ok) return err({ ...slot.error, path: ["slot"] });
      const moved = change(found, "MOVE", ports.now, slot.value);
      if (!moved.ok) return moved;
      return ok({ before: found, after: moved.value, place: place.value, slot: slot.value });
    },
    write: async ({ before, after, place, slot }) => {
      const done = await ports.commit({
        ...changeOf(ports, before),
        action: "halls.appointment.moved",
        writes: [
          takePlace(ports, place.hall.code, slot),
          putAppointment(ports, after, before),
          freePlace(ports, before),
        ],
        event: { type: "appointment.moved", ...toldOf(ports, before) },
      });
      // Its own record unchanged, and no place left: another move of the same would have changed it.
      if (done.ok || !done.error.writes.includes(0) || done.error.writes.includes(1)) return done;
      ports.database.forget();
      return err({ code: "SLOT_FULL", free: await findFreeSlots(ports, place, slot.day) });
    },
  });
}
