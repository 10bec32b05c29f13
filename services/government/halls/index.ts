export { bookAppointment } from "./appointments/book-appointment.ts";
export { closeHallDays } from "./closing/close-hall-days.ts";
export { saveHall } from "./closing/save-hall.ts";
export type { HallContent } from "./hall.ts";
