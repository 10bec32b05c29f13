import { randomUUID } from "node:crypto";
import { fileCase, newApplicant, newOfficer } from "../../government/cases/casework.ts";
import {
  book,
  booked,
  callNext,
  cancel,
  closeDays,
  FUND_ITEM,
  finish,
  giveUp,
  link,
  local,
  newClerk,
  newVisitor,
  POLICE_ITEM,
  saveHall,
  take,
} from "../../government/halls/hall-world.ts";
import { addReader, newReader, readNow, signRead } from "../../support/card-reader.ts";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Guarded, MORNING, twice } from "../world.ts";

let halls = 0;

const nextCode = (): string => {
  halls += 1;
  return `BJ-CY-R${halls}`;
};

async function manager(platform: TestPlatform) {
  const { token } = await newOfficer(platform, { roles: ["HALL_MANAGER"] });
  return (code: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Json> =>
    saveHall(platform, token, { code, ...changes });
}

/** A hall of its own, with its manager. */
async function newHall(platform: TestPlatform) {
  const [hall, save] = [nextCode(), await manager(platform)];
  await save(hall);
  return { hall, save };
}

const named = (zh: string) => ({ name: { zh, en: "Chaoyang Service Hall" } });
const closed = (day: string) => ({ specialDays: [{ day, reason: { zh: "停电", en: "Power cut" } }] });
const slot = (time: string) => local("2026-03-04", time);

/** A visitor of a hall of its own. */
async function visitor(platform: TestPlatform) {
  const [{ hall }, { token }] = [await newHall(platform), await newVisitor(platform)];
  const at = (time: string) => () => book(platform, token, { hall, slot: slot(time) });
  return { hall, token, at };
}

async function cancelling(platform: TestPlatform) {
  const { hall, token } = await visitor(platform);
  const id = await booked(platform, token, { hall, slot: slot("09:30") });
  return twice(() => cancel(platform, token, id));
}

/** A hall whose clerks have two windows, and so many in the queue for them. */
async function queue(platform: TestPlatform, waiting: number) {
  const [{ hall }, clerk] = [await newHall(platform), await newClerk(platform)];
  const ticket = () => take(platform, clerk.token, { hall, queue: "A" });
  const call = (window: string) => () => callNext(platform, clerk.token, window, { hall });
  for (let i = 0; i < waiting; i += 1) await ticket();
  return { hall, clerk, ticket, call };
}

/** Two windows that serve one case at once, after so many visits. */
async function served(platform: TestPlatform, before: number) {
  const { hall, clerk, ticket, call } = await queue(platform, 0);
  const reader = newReader(hall);
  await addReader(platform, (await newOfficer(platform, { roles: ["HALL_MANAGER"] })).token, reader);
  const { idNumber, token } = await newApplicant(platform);
  const application = await fileCase(platform, { token });
  const begin = async (window: string) => {
    await ticket();
    const id = textAt(await call(window)(), "id");
    const card = signRead(reader, { idNumber, readAt: readNow(platform) });
    await link(platform, clerk.token, id, { application, card });
    return () => finish(platform, clerk.token, id);
  };
  for (let i = 0; i < before; i += 1) await (await begin("1"))();
  return { late: await begin("1"), meanwhile: await begin("2") };
}

const APPOINTMENT = /^Put apt_\w+ appointment$/;
const STANDING = /^Put ctz_\w+ hall-standing$/;
const SLOT = /^Update hall-slots#/;
const TICKET = /^Put \w+_\w+ ticket$/;
const NUMBER = /^Update hall-board#\S+ queue#/;
const WINDOW = /^Put hall-board#\S+ window#/;
const VISITS = /^Update app_\w+ visits$/;

export const HALLS: Readonly<Record<string, Guarded>> = {
  "services/government/halls/hall-store.ts putHall new": {
    record: /^Put hall#/,
    scene: async (platform) => {
      const [hall, save] = [nextCode(), await manager(platform)];
      return { late: () => save(hall, named("甲大厅")), meanwhile: () => save(hall, named("乙大厅")) };
    },
  },
  "services/government/halls/hall-store.ts putHall over": {
    record: /^Put hall#/,
    scene: async (platform) => {
      const { hall, save } = await newHall(platform);
      return { late: () => save(hall, named("甲大厅")), meanwhile: () => save(hall, named("乙大厅")) };
    },
  },
  "services/government/halls/closing/closing-store.ts settleClosing over": {
    record: /^Put hall-closing#/,
    scene: async (platform) => {
      platform.clock.set("2026-03-02T03:00:00.000Z");
      await closeDays(platform);
      platform.clock.set(MORNING);
      const { hall, save } = await newHall(platform);
      await save(hall, closed("2026-03-05"));
      platform.clock.advance(600_000);
      return { late: () => closeDays(platform), meanwhile: () => save(hall, closed("2026-03-06")) };
    },
  },
  "services/government/halls/appointments/slot-store.ts takePlace over": {
    record: SLOT,
    condition: /</,
    scene: async (platform) => {
      const [{ hall }, one, other] = [
        await newHall(platform),
        await newVisitor(platform),
        await newVisitor(platform),
      ];
      // The police's queue has one place in each slot.
      const wish = { hall, item: POLICE_ITEM, slot: slot("09:30") };
      return {
        late: () => book(platform, one.token, wish),
        meanwhile: () => book(platform, other.token, wish),
      };
    },
  },
  "services/government/halls/appointments/slot-store.ts freePlace over": {
    record: SLOT,
    condition: />/,
    scene: cancelling,
  },
  "services/government/halls/appointments/appointment-store.ts putAppointment new": {
    record: APPOINTMENT,
    scene: async (platform) => {
      const [{ hall, token }, key] = [await visitor(platform), randomUUID()];
      return twice(() => book(platform, token, { hall, item: FUND_ITEM, slot: slot("09:30"), key }));
    },
  },
  "services/government/halls/appointments/appointment-store.ts putAppointment over": {
    record: APPOINTMENT,
    scene: cancelling,
  },
  "services/government/halls/appointments/appointment-store.ts putStanding new": {
    record: STANDING,
    scene: async (platform) => {
      const { at } = await visitor(platform);
      return { late: at("09:30"), meanwhile: at("10:30") };
    },
  },
  "services/government/halls/appointments/appointment-store.ts putStanding over": {
    record: STANDING,
    scene: async (platform) => {
      const { hall, token, at } = await visitor(platform);
      await cancel(platform, token, await booked(platform, token, { hall, slot: slot("14:00") }));
      return { late: at("09:30"), meanwhile: at("10:30") };
    },
  },
  "services/government/halls/tickets/ticket-store.ts putTicket new": {
    record: TICKET,
    scene: async (platform) => {
      const [{ hall, clerk }, key] = [await queue(platform, 1), randomUUID()];
      return twice(() => take(platform, clerk.token, { hall, queue: "A", key }));
    },
  },
  "services/government/halls/tickets/ticket-store.ts putTicket over": {
    record: TICKET,
    scene: async (platform) => {
      const { hall, clerk } = await queue(platform, 0);
      const id = textAt(await take(platform, clerk.token, { hall, queue: "A" }), "id");
      return twice(() => giveUp(platform, clerk.token, id));
    },
  },
  "services/government/halls/tickets/ticket-store.ts takeNumber new": {
    record: NUMBER,
    scene: async (platform) => twice((await queue(platform, 0)).ticket),
  },
  "services/government/halls/tickets/ticket-store.ts takeNumber over": {
    record: NUMBER,
    scene: async (platform) => twice((await queue(platform, 1)).ticket),
  },
  "services/government/halls/tickets/board-store.ts putServing new": {
    record: WINDOW,
    scene: async (platform) => twice((await queue(platform, 2)).call("1")),
  },
  "services/government/halls/tickets/board-store.ts putServing over": {
    record: WINDOW,
    scene: async (platform) => {
      const { clerk, call } = await queue(platform, 3);
      await finish(platform, clerk.token, textAt(await call("1")(), "id"));
      return twice(call("1"));
    },
  },
  "services/government/cases/window/visit-store.ts addVisit new": {
    record: VISITS,
    scene: (platform) => served(platform, 0),
  },
  "services/government/cases/window/visit-store.ts addVisit over": {
    record: VISITS,
    scene: (platform) => served(platform, 1),
  },
};
