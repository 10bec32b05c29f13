import { openProcess } from "../services/app/open-process.ts";
import { scheduleHandler } from "../services/app/schedules.ts";
import { readName } from "../services/kernel/process/config.ts";

const ports = await openProcess(process.env);

/** Called again and again for the schedule that the environment names; alarms are made of the line that it logs. */
export const handler = scheduleHandler(readName(process.env, "schedule"), ports);
