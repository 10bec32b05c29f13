import { minuteAt } from "../../kernel/civil-date.ts";
import { isId } from "../../kernel/ids.ts";
import type { Naming } from "../../people/notifications/index.ts";
import { getAppointment } from "./appointments/appointment-store.ts";
import { hallNamed } from "./hall-store.ts";

/** Notifications name an appointment by its time and its hall, as they stand now. */
export const appointmentNaming: Naming = {
  gap: "appointment",
  field: "about",
  nameOf: async (database, id, mode) => {
    const appointment = isId("apt", id) ? await getAppointment({ database, mode }, id) : undefined;
    if (!appointment) return undefined;
    const { name } = await hallNamed(database, appointment.hall);
    const time = minuteAt(appointment.from);
    return { zh: `${time} 在${name.zh}的预约`, en: `${time} at ${name.en}` };
  },
};
