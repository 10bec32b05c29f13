import type { ToDoSource } from "../../../people/todo/index.ts";
import { listUpcoming } from "./appointment-store.ts";

declare module "../../../people/todo/to-do.ts" {
  interface ToDoKinds {
    readonly KEEP_APPOINTMENT: true;
  }
}

/** The halls at which a citizen is expected, each on the day of its appointment. */
export const appointmentsToKeep: ToDoSource = async ({ database, mode, now }, citizen) => {
  const appointments = await listUpcoming({ database, mode }, citizen, now);
  return appointments.map(({ id, day }) => ({ kind: "KEEP_APPOINTMENT", dueOn: day, about: id }));
};
