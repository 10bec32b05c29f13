import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type ApplicationId, getApplication, hasEnded, lookUpActing } from "../../cases/index.ts";
import { hallKeys } from "../keys.ts";
import { type SlotProblem, slotAt } from "../opening.ts";
import type { NotServed } from "../queue-of-item.ts";
import { type Appointment, type BookingRefused, withBooked } from "./appointment.ts";
import {
  type AppointmentStore,
  getAppointment,
  getStanding,
  putAppointment,
  putPointer,
  putStanding,
} from "./appointment-store.ts";
import { placeFor } from "./find-place.ts";
import { type FreeSlot, findFreeSlots } from "./find-slots.ts";
import { takePlace } from "./slot-store.ts";

export type BookingPorts = AppointmentStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

export type BookingWish = {
  readonly hall: string;
  readonly item: string;
  /** When the slot begins. */
  readonly slot: Instant;
  readonly application: string | undefined;
  readonly idempotencyKey: string;
};

/** The slots of the day that have a place left. */
export type SlotFull = { readonly code: "SLOT_FULL"; readonly free: readonly FreeSlot[] };

export type BookingRefusal =
  | { readonly code: "HALL_NOT_FOUND" | "APPLICATION_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" }
  | SlotFull
  | NotServed
  | (SlotProblem & { readonly path: readonly string[] })
  | { readonly code: "APPLICATION_OF_OTHER_ITEM" | "APPLICATION_ENDED"; readonly path: readonly string[] }
  | BookingRefused;

/**
 * Books a slot at a hall for an item, and for one of the citizen's own cases where it is about one. Of two who ask for
 * the last place one gets it: the slot's counter is raised in the same commit, on the condition that a place is left.
 * Errors, besides those of the input: SLOT_FULL; BOOKING_BLOCKED after too many no-shows.
 */
export async function bookAppointment(
  ports: BookingPorts,
  wish: BookingWish,
): Promise<Result<Appointment, BookingRefusal>> {
  const { actor, now, database } = ports;
  const id = idempotentId("apt", actor, "bookAppointment", wish.idempotencyKey);
  const creation = fingerprintOf([wish.hall, wish.item, wish.slot, wish.application ?? null]);
  const earlier = await getAppointment(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const place = await placeFor(ports, wish);
  if (!place.ok) return place;
  const { hall, queue } = place.value;
  const about = wish.application === undefined ? ok(undefined) : await caseFor(ports, wish);
  if (!about.ok) return about;
  const slot = slotAt(hall, queue, wish.slot, now);
  if (!slot.ok) return err({ ...slot.error, path: ["slot"] });
  const { day, from, to } = slot.value;
  const appointment: Appointment = {
    ...{ id, citizenId: actor.id, hall: hall.code, queue: queue.letter, item: wish.item, day, from, to },
    ...(about.value ? { application: about.value } : {}),
    ...{ status: "BOOKED", createdAt: now, revision: 1, creation },
  };
  return decideUntilWritten({
    database,
    about: "the bookings of a citizen",
    read: () => Promise.all([getAppointment(ports, id), getStanding(ports, actor.id)]),
    decide: async ([own, before]) => {
      if (own) return unchanged(sameAs(own, creation));
      const standing = withBooked(before, appointment, now);
      return standing.ok
        ? ok({ before, after: standing.value, answer: appointment })
        : unlessThere(database, standing, () => getAppointment(ports, id));
    },
    write: async ({ after }) => {
      const done = await ports.commit({
        ...{ actor, at: now, requestId: ports.requestId, aggregate: id, table: recordsTable(ports.mode) },
        action: "halls.appointment.booked",
        creates: hallKeys.appointment(id),
        writes: [
          takePlace(ports, hall.code, slot.value),
          putAppointment(ports, appointment, undefined),
          putPointer(ports, appointment),
          putStanding(ports, actor.id, after),
        ],
        event: { type: "appointment.booked", mode: ports.mode, to: [actor.id], payload: { about: id } },
      });
      if (done.ok || !done.error.writes.includes(0)) return done;
      database.forget();
      // The place may have gone to this very booking.
      if (await getAppointment(ports, id)) return done;
      return err({ code: "SLOT_FULL", free: await findFreeSlots(ports, place.value, day) });
    },
  });
}

/** A case that a visit can be about: one in which the citizen may act, for this very item, and still under way. */
async function caseFor(
  ports: BookingPorts,
  { application, item }: BookingWish,
): Promise<Result<ApplicationId, BookingRefusal>> {
  const id = application ?? "";
  const found = isId("app", id) ? await getApplication(ports, id) : undefined;
  const acting = { kind: "CITIZEN", citizen: ports.actor.id } as const;
  if (!found || !(await lookUpActing(ports, acting, found))) return err({ code: "APPLICATION_NOT_FOUND" });
  const path = ["application"];
  if (found.item.code !== item) return err({ code: "APPLICATION_OF_OTHER_ITEM", path });
  return hasEnded(found) ? err({ code: "APPLICATION_ENDED", path }) : ok(found.id);
}

const sameAs = (earlier: Appointment, creation: string): Result<Appointment, BookingRefusal> =>
  earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
