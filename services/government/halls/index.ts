export { bookAppointment } from "./appointments/book-appointment.ts";
export { appointmentsToKeep } from "./appointments/to-do.ts";
export { closeHallDays } from "./closing/close-hall-days.ts";
export { saveHall } from "./closing/save-hall.ts";
export type { HallContent } from "./hall.ts";
export { hallNaming } from "./hall-naming.ts";
