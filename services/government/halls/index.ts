import type { Mode } from "../../kernel/actor.ts";
import type { Appointment } from "./appointments/appointment.ts";
import type { Queue, Window } from "./hall.ts";
import type { Ticket } from "./tickets/ticket.ts";

export { bookAppointment } from "./appointments/book-appointment.ts";
export type { FreeSlot } from "./appointments/find-slots.ts";
export { appointmentsToKeep } from "./appointments/to-do.ts";
export { closeHallDays } from "./closing/close-hall-days.ts";
export { saveHall } from "./closing/save-hall.ts";
export type { Hall, HallContent } from "./hall.ts";
export { hallNaming } from "./hall-naming.ts";

/** With the mode whose it is: an officer's own is always live. */
export type AppointmentView = Appointment & { readonly mode: Mode };
export type TicketView = Ticket & { readonly mode: Mode };
/** With the hall whose it is. */
export type QueueView = Queue & { readonly hall: string };
export type WindowView = Window & { readonly hall: string };
