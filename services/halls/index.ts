import type { Mode } from "../kernel/actor.ts";
import type { Appointment } from "./appointment.ts";
import type { Queue, Window } from "./hall.ts";
import type { Ticket } from "./ticket.ts";

export { getAppointment, listUpcoming } from "./appointment-store.ts";
export { bookAppointment } from "./book-appointment.ts";
export { closeHallDays } from "./close-hall-days.ts";
export type { FreeSlot } from "./find-slots.ts";
export type { Hall, HallContent } from "./hall.ts";
export { getHall } from "./hall-store.ts";
export { saveHall } from "./save-hall.ts";

/** With the mode whose it is: an officer's own is always live. */
export type AppointmentView = Appointment & { readonly mode: Mode };
export type TicketView = Ticket & { readonly mode: Mode };
/** With the hall whose it is. */
export type QueueView = Queue & { readonly hall: string };
export type WindowView = Window & { readonly hall: string };
