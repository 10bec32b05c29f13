import { region } from "../../services/field/region.ts";
import { addCardReader } from "../../services/government/halls/card-readers/add-card-reader.ts";
import type { ClockTime } from "../../services/government/halls/hall.ts";
import { getHall } from "../../services/government/halls/hall-store.ts";
import { bookAppointment, type HallContent, saveHall } from "../../services/government/halls/index.ts";
import { openDays, slotsOn } from "../../services/government/halls/opening.ts";
import { callNext } from "../../services/government/halls/tickets/call-next.ts";
import { takeTicket } from "../../services/government/halls/tickets/take-ticket.ts";
import type { Citizen, Officer } from "../../services/kernel/actor.ts";
import { dateAt } from "../../services/kernel/civil-date.ts";
import { demoReader } from "./card-reader.ts";
import { HOUSING_FUND_CENTRE, MARKET_REGULATION, PUBLIC_SECURITY } from "./items/demo-item.ts";
import { residencePermit } from "./items/residence-permit.ts";
import { demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";

const REASON = "示范城市首批大厅";

const hours = (days: readonly number[], from: string, to: string) =>
  days.map((weekday) => ({ weekday, from: from as ClockTime, to: to as ClockTime }));

const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [...WEEKDAYS, 6, 7];

const QUEUES: HallContent["queues"] = [
  {
    letter: "A",
    name: { zh: "公积金", en: "Housing fund" },
    departments: [HOUSING_FUND_CENTRE.code],
    items: [],
    slotCapacity: 4,
  },
  {
    letter: "B",
    name: { zh: "企业开办与许可", en: "Business start and licences" },
    departments: [MARKET_REGULATION.code],
    items: [],
    slotCapacity: 3,
  },
  {
    letter: "C",
    name: { zh: "户政与居住证", en: "Residence" },
    departments: [PUBLIC_SECURITY.code],
    items: [],
    slotCapacity: 2,
  },
];

/** Where things can be tried out at any hour. */
export const ALWAYS_OPEN_HALL = "BJ-CY-24";

/** One that follows the calendar, one that is open on Saturday mornings as well (周末不打烊), and one that never closes. */
const HALLS: readonly HallContent[] = [
  {
    code: "BJ-CY-01",
    name: { zh: "朝阳区政务服务中心", en: "Chaoyang District Service Hall" },
    region: region("110105"),
    address: { zh: "朝阳区示范路 1 号", en: "1 Shifan Road, Chaoyang" },
    ...{ followsCalendar: true, slotMinutes: 30, specialDays: [], queues: QUEUES },
    weeklyHours: [...hours(WEEKDAYS, "09:00", "12:00"), ...hours(WEEKDAYS, "13:30", "17:00")],
    windows: [
      { code: "1", queues: ["A"] },
      { code: "2", queues: ["B"] },
      { code: "3", queues: ["A", "B", "C"] },
    ],
  },
  {
    code: "BJ-HD-01",
    name: { zh: "海淀区政务服务中心", en: "Haidian District Service Hall" },
    region: region("110108"),
    address: { zh: "海淀区示范路 2 号", en: "2 Shifan Road, Haidian" },
    ...{ followsCalendar: true, slotMinutes: 30, specialDays: [], queues: QUEUES },
    weeklyHours: [...hours(WEEKDAYS, "09:00", "17:00"), ...hours([6], "09:00", "12:00")],
    windows: [
      { code: "1", queues: ["A", "C"] },
      { code: "2", queues: ["B"] },
    ],
  },
  {
    code: ALWAYS_OPEN_HALL,
    name: { zh: "朝阳区 24 小时政务服务大厅", en: "Chaoyang District 24-hour Service Hall" },
    region: region("110105"),
    address: { zh: "朝阳区示范路 3 号", en: "3 Shifan Road, Chaoyang" },
    ...{ followsCalendar: false, slotMinutes: 30, specialDays: [], queues: QUEUES },
    weeklyHours: hours(EVERY_DAY, "00:00", "24:00"),
    windows: [
      { code: "1", queues: ["A", "C"] },
      { code: "2", queues: ["B"] },
    ],
  },
];

/** The screen of the hall that never closes has a number to show, and its queue somebody who waits. */
async function callDemoNumber(officer: Officer, writes: DemoWrites): Promise<void> {
  const ports = { ...writes, actor: officer, mode: "live" } as const;
  const wish = { hall: ALWAYS_OPEN_HALL, queue: "A", item: undefined, appointment: undefined };
  const nobody = { idNumber: undefined, card: undefined };
  for (const number of [1, 2])
    must(
      await takeTicket(ports, { ...wish, ...nobody, idempotencyKey: `demo-${dateAt(writes.now)}-${number}` }),
    );
  const called = await callNext(ports, { hall: ALWAYS_OPEN_HALL, window: "1" });
  if (!called.ok && called.error.code !== "NOT_ALLOWED_NOW") must(called);
}

/** The halls with a card reader each, and a visit to one of them that the demo citizen has booked. */
export async function openDemoHalls(citizen: Citizen, officer: Officer, writes: DemoWrites): Promise<void> {
  const { database, now } = writes;
  for (const hall of HALLS) {
    // Begun anew after an interruption, it goes on where it was.
    if (!(await getHall(database, hall.code)))
      must(await saveHall({ ...writes, actor: officer }, hall, REASON));
    // By another than the officer of GraphiQL's examples: nobody proves anything by a reader of their own.
    const manager = demoOfficer("hallManager", writes.secrets);
    must(await addCardReader({ ...writes, actor: manager }, demoReader(hall.code), REASON));
  }
  await callDemoNumber(officer, writes);
  const hall = await getHall(database, "BJ-CY-01");
  const queue = hall?.queues.find(({ letter }) => letter === "C");
  if (!hall || !queue) throw new Error("the demo city's hall is gone");
  const slot = openDays(hall, now)
    .flatMap(({ day }) => slotsOn(hall, queue, day))
    .find(({ from }) => from > now);
  if (!slot) throw new Error("the demo city's hall is closed for two weeks");
  const booked = await bookAppointment(
    { ...writes, mode: "live", actor: citizen },
    {
      ...{ hall: hall.code, item: residencePermit.draft.code, slot: slot.from, application: undefined },
      idempotencyKey: `demo-${slot.from}`,
    },
  );
  if (!booked.ok && booked.error.code !== "ITEM_ALREADY_BOOKED") must(booked);
}
