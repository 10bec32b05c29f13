import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  appointmentOf,
  asked,
  board,
  book,
  booked,
  callNext,
  cancel,
  FUND_ITEM,
  freeOn,
  HALL,
  local,
  move,
  newClerk,
  newVisitor,
  OTHER_FUND_ITEM,
  POLICE_ITEM,
  saveHall,
  startHalls,
  take,
  type Visitor,
} from "./hall-world.ts";

let platform: TestPlatform;
let manager: string;
let clerk: string;
beforeAll(async () => {
  const halls = await startHalls();
  platform = halls.platform;
  manager = halls.manager.token;
  clerk = halls.clerk.token;
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(() => platform.stop());

const visitors = (count: number): Promise<readonly Visitor[]> =>
  Promise.all(Array.from({ length: count }, () => newVisitor(platform)));

const kinds = (outcomes: readonly Json[]): readonly string[] =>
  outcomes.map((outcome) => textAt(outcome, "__typename")).sort();

describe("the last place of a slot", () => {
  it("goes to exactly one of many who ask for it at once", async () => {
    const slot = local("2026-03-03", "09:00");
    const all = await visitors(8);
    const outcomes = await Promise.all(
      all.map(({ token }) => book(platform, token, { slot, item: POLICE_ITEM })),
    );
    expect(kinds(outcomes)).toEqual(["Appointment", ...Array.from({ length: 7 }, () => "SlotFull")]);
    expect((await freeOn(platform, "2026-03-03", { item: POLICE_ITEM }))["09:00"]).toBe(0);
  });

  it("goes to one of those who move to it and those who book it; who loses keeps what they had", async () => {
    const [from, to] = [local("2026-03-03", "14:00"), local("2026-03-03", "15:00")];
    const [movers, bookers] = [await visitors(2), await visitors(3)];
    const ids = await Promise.all(movers.map(({ token }) => booked(platform, token, { slot: from })));
    // One of the two places is gone already.
    await booked(platform, (await newVisitor(platform)).token, { slot: to });
    const outcomes = await Promise.all([
      ...movers.map(({ token }, i) => move(platform, token, ids[i] ?? "", to)),
      ...bookers.map(({ token }) => book(platform, token, { slot: to })),
    ]);
    expect(kinds(outcomes)).toEqual(["Appointment", "SlotFull", "SlotFull", "SlotFull", "SlotFull"]);
    const stand = await Promise.all(
      movers.map(({ token }, i) => appointmentOf(platform, token, ids[i] ?? "")),
    );
    const moved = stand.filter((one) => textAt(one, "from") === to).length;
    expect(await freeOn(platform, "2026-03-03")).toMatchObject({ "15:00": 0, "14:00": moved });
  });

  it("that is given back is taken once", async () => {
    const slot = local("2026-03-03", "16:00");
    const [holder] = await visitors(1);
    const id = await booked(platform, holder?.token ?? "", { slot, item: POLICE_ITEM });
    const others = await visitors(4);
    const outcomes = await Promise.all([
      cancel(platform, holder?.token ?? "", id),
      ...others.map(({ token }) => book(platform, token, { slot, item: POLICE_ITEM })),
    ]);
    const won = outcomes.slice(1).filter((one) => textAt(one, "__typename") === "Appointment").length;
    expect(won).toBeLessThanOrEqual(1);
    expect((await freeOn(platform, "2026-03-03", { item: POLICE_ITEM }))["16:00"]).toBe(1 - won);
  });
});

describe("one citizen on several devices", () => {
  it("books one appointment for an item, however many slots are asked for at once", async () => {
    const { token } = await newVisitor(platform);
    const slots = ["09:00", "10:00", "11:00"].map((time) => local("2026-03-04", time));
    const outcomes = await Promise.all(slots.map((slot) => book(platform, token, { slot })));
    expect(kinds(outcomes)).toEqual(["Appointment", "InvalidInput", "InvalidInput"]);
    const free = await freeOn(platform, "2026-03-04");
    expect(["09:00", "10:00", "11:00"].reduce((sum, time) => sum + (free[time] ?? 0), 0)).toBe(5);
  });

  it("moves one appointment to one slot, and leaves no place taken behind", async () => {
    const { token } = await newVisitor(platform);
    const id = await booked(platform, token, { slot: local("2026-03-05", "09:00") });
    const targets = ["10:00", "11:00", "14:00", "15:00"];
    await Promise.all(targets.map((time) => move(platform, token, id, local("2026-03-05", time))));
    const free = await freeOn(platform, "2026-03-05");
    expect(Object.values(free).filter((places) => places === 1)).toHaveLength(1);
    expect(free["09:00"]).toBe(2);
  });
});

describe("at the hall", () => {
  it("no two tickets have the same number, and none is left out, with several kiosks", async () => {
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => take(platform, clerk, { item: POLICE_ITEM })),
    );
    const numbers = taken.map((ticket) => textAt(ticket, "number")).sort();
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => `B${String(i + 1).padStart(3, "0")}`));
    expect(await board(platform)).toContain("B 12");
  });

  it("two windows never get the same ticket, and everybody who waits is called once", async () => {
    const windows = Array.from({ length: 8 }, (_, i) => ({ code: `W${i}`, queues: ["A"] }));
    await saveHall(platform, manager, { windows });
    await Promise.all(Array.from({ length: 5 }, () => take(platform, clerk, { item: FUND_ITEM })));
    const outcomes = await Promise.all(windows.map(({ code }) => callNext(platform, clerk, code)));
    expect(kinds(outcomes)).toEqual([
      ...Array.from({ length: 3 }, () => "NobodyWaits"),
      ...Array.from({ length: 5 }, () => "Ticket"),
    ]);
    const numbers = outcomes.flatMap((one) =>
      textAt(one, "__typename") === "Ticket" ? [textAt(one, "number")] : [],
    );
    expect(numbers.sort()).toEqual(["A001", "A002", "A003", "A004", "A005"]);
    expect(await board(platform)).toContain("A 0");
    await saveHall(platform, manager);
  });

  it("a window that is asked twice at once calls one ticket", async () => {
    platform.clock.set("2026-03-03T02:00:00.000Z");
    await Promise.all([take(platform, clerk, { queue: "A" }), take(platform, clerk, { queue: "A" })]);
    const outcomes = await Promise.all([callNext(platform, clerk, "1"), callNext(platform, clerk, "1")]);
    expect(kinds(outcomes)).toEqual(["NotAllowedNow", "Ticket"]);
    expect(await board(platform)).toContain("A 1");
  });

  it("one booking is checked in with one ticket, at whichever kiosk", async () => {
    platform.clock.set("2026-03-03T02:00:00.000Z");
    const { token } = await newVisitor(platform);
    const appointment = await booked(platform, token, {
      slot: local("2026-03-04", "14:00"),
      item: OTHER_FUND_ITEM,
    });
    platform.clock.set("2026-03-04T05:50:00.000Z");
    const other = await newClerk(platform);
    const outcomes = await Promise.all(
      [clerk, other.token, clerk].map((by) => take(platform, by, { appointment })),
    );
    expect(kinds(outcomes)).toEqual(["NotAllowedNow", "NotAllowedNow", "Ticket"]);
    const hall = await asked(platform, undefined, `{ done: hall(code: "${HALL}") { queues { waiting } } }`);
    expect(hall).toEqual({ queues: [{ waiting: 1 }, { waiting: 0 }] });
  });

  it("one ticket comes of calls with one key, however many", async () => {
    platform.clock.set("2026-03-03T02:00:00.000Z");
    const { token } = await newVisitor(platform);
    const appointment = await booked(platform, token, {
      slot: local("2026-03-05", "14:00"),
      item: OTHER_FUND_ITEM,
    });
    platform.clock.set("2026-03-05T05:50:00.000Z");
    const taken = await Promise.all(
      [1, 2, 3, 4].map(() => take(platform, clerk, { appointment, key: "kiosk-3-0001" })),
    );
    expect(new Set(taken.map((ticket) => textAt(ticket, "id"))).size).toBe(1);
    expect(await board(platform)).toContain("A 1");
  });

  it("a booking that is cancelled while it is checked in is one or the other", async () => {
    platform.clock.set("2026-03-04T02:00:00.000Z");
    const { token } = await newVisitor(platform);
    const id = await booked(platform, token, { slot: local("2026-03-04", "15:00"), item: OTHER_FUND_ITEM });
    const [cancelled, taken] = await Promise.all([
      cancel(platform, token, id),
      take(platform, clerk, { appointment: id }),
    ]);
    const won = [textAt(cancelled, "__typename") === "Appointment", textAt(taken, "__typename") === "Ticket"];
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await appointmentOf(platform, token, id)).toMatchObject({
      status: won[0] ? "CANCELLED" : "CHECKED_IN",
    });
  });
});
