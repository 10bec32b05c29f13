import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moveAppointment } from "../../../services/government/halls/appointments/move-appointment.ts";
import { getHall } from "../../../services/government/halls/hall-store.ts";
import { bookAppointment, saveHall as saveHallAs } from "../../../services/government/halls/index.ts";
import { hallKeys } from "../../../services/government/halls/keys.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { Database } from "../../../services/kernel/database/database.ts";
import { INDEX1 } from "../../../services/kernel/database/tables.ts";
import { type Instant, parseInstant } from "../../../services/kernel/runtime.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { overtake } from "../../support/overtake.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import type { TestOfficer } from "../cases/casework.ts";
import {
  appointmentOf,
  asked,
  booked,
  cancel,
  closeDays,
  FUND_ITEM,
  freeOn,
  HALL,
  hallInput,
  local,
  move,
  newVisitor,
  POLICE_ITEM,
  saveHall,
  startHalls,
  take,
  type Visitor,
} from "./hall-world.ts";

const PLACES = 200;

let platform: TestPlatform;
let manager: TestOfficer;
let clerk: TestOfficer;
let visitor: Visitor;
beforeAll(async () => {
  ({ platform, manager, clerk } = await startHalls());
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  await saveAs({}, "恢复开放");
  visitor = await newVisitor(platform);
});
afterAll(() => platform.stop());

/** The hall, with places for all who come in these tests. */
const saveAs = (changes: Readonly<Record<string, unknown>>, reason = "停电") =>
  saveHall(
    platform,
    manager.token,
    { queues: hallInput().queues.map((queue) => ({ ...queue, slotCapacity: PLACES })), ...changes },
    reason,
  );

const closed = (...days: readonly string[]) => ({
  specialDays: days.map((day) => ({ day, reason: { zh: "停电", en: "Power cut" } })),
});

const statusOf = async (id: string, { token }: Visitor = visitor): Promise<string> =>
  textAt(await appointmentOf(platform, token, id), "status");

const notificationsOf = async ({ token }: Visitor, language = "en"): Promise<readonly string[]> => {
  await sweep(platform);
  const answer = await platform.call({
    token,
    query: "{ me { notifications { edges { node { text } } } } }",
    headers: { "accept-language": language },
  });
  const edges = at(answer.data, "me", "notifications", "edges");
  return Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "text")) : [];
};

const toldOf = async (who: Visitor): Promise<number> =>
  (await notificationsOf(who)).filter((text) => text.includes("has cancelled your appointment")).length;

const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`${text} is no instant`);
  return parsed;
};

/** Halls whose closing is still looked after, live. */
const lookedAfter = async (): Promise<readonly string[]> => {
  const { items } = await platform.database().query({
    ...{ table: "records-live", pk: hallKeys.closings, index: INDEX1, limit: 10 },
  });
  return items.map(({ pk }) => String(pk));
};

describe("a hall that closes a day", () => {
  it("cancels what is booked on it at once, and tells who has booked which hall and time", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-04", "09:30") });
    const other = await newVisitor(platform);
    const kept = await booked(platform, other.token, { slot: local("2026-03-05", "09:30") });
    platform.clock.advance(1_000);
    await saveAs(closed("2026-03-04"));
    expect(await statusOf(id)).toBe("HALL_CLOSED");
    expect(await statusOf(kept, other)).toBe("BOOKED");
    expect((await notificationsOf(visitor))[0]).toBe(
      "Chaoyang Service Hall will not be open at 2026-03-04 09:30, so it has cancelled your appointment; please book anew. It does not count against you.",
    );
    expect((await notificationsOf(visitor, "zh"))[0]).toBe(
      "朝阳区政务服务中心将于 2026-03-04 09:30 不开放，您的预约已被大厅取消，不计爽约，请重新预约。",
    );
    expect(await toldOf(other)).toBe(0);
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(trail.at(-1)).toMatchObject({
      ...{ action: "halls.appointment.hall-closed", actor: "system/end-closed-appointments", reason: "停电" },
    });
    expect(brokenLink(id, trail)).toBeUndefined();
  });

  it("leaves nothing of it on the front page, and the citizen books anew, for the same item too", async () => {
    await booked(platform, visitor.token, { slot: local("2026-03-04", "09:30") });
    const query = `{ done: me { todo { kind } upcomingAppointments { id }
      appointments { edges { node { status availableActions } } } } }`;
    expect(await asked(platform, visitor.token, query)).toMatchObject({
      todo: [{ kind: "KEEP_APPOINTMENT" }],
      upcomingAppointments: [{}],
    });
    await saveAs(closed("2026-03-04"));
    expect(await asked(platform, visitor.token, query)).toEqual({
      ...{ todo: [], upcomingAppointments: [] },
      appointments: { edges: [{ node: { status: "HALL_CLOSED", availableActions: [] } }] },
    });
    await booked(platform, visitor.token, { slot: local("2026-03-05", "09:30") });
  });

  it("gives the places back, should it open after all", async () => {
    await booked(platform, visitor.token, { slot: local("2026-03-04", "10:00") });
    await saveAs(closed("2026-03-04"));
    await saveAs({}, "恢复供电");
    expect((await freeOn(platform, "2026-03-04"))["10:00"]).toBe(PLACES);
  });

  it("cancels only what lies outside the hours that are left", async () => {
    const other = await newVisitor(platform);
    const morning = await booked(platform, visitor.token, { slot: local("2026-03-04", "11:30") });
    const afternoon = await booked(platform, other.token, { slot: local("2026-03-04", "13:30") });
    const reason = { zh: "下午停电", en: "Power cut in the afternoon" };
    const hours = [{ from: "09:00", to: "12:00" }];
    await saveAs({ specialDays: [{ day: "2026-03-04", hours, reason }] });
    expect([await statusOf(morning), await statusOf(afternoon, other)]).toEqual(["BOOKED", "HALL_CLOSED"]);
  });

  it("cancels nothing that is over, checked in, or given back", async () => {
    platform.clock.set(local("2026-03-02", "08:00"));
    const [came, gone] = [await newVisitor(platform), await newVisitor(platform)];
    const past = await booked(platform, visitor.token, { slot: local("2026-03-02", "09:00") });
    const here = await booked(platform, came.token, { slot: local("2026-03-02", "14:00") });
    const back = await booked(platform, gone.token, { slot: local("2026-03-02", "14:00") });
    await cancel(platform, gone.token, back);
    platform.clock.set(local("2026-03-02", "10:00"));
    await take(platform, clerk.token, { appointment: here });
    await saveAs(closed("2026-03-02"));
    expect([await statusOf(past), await statusOf(here, came), await statusOf(back, gone)]).toEqual([
      ...["BOOKED", "CHECKED_IN", "CANCELLED"],
    ]);
    platform.clock.set(local("2026-03-03", "00:10"));
    expect(await closeDays(platform)).toMatchObject({ noShows: 0, hallClosed: 1, cancelled: 0 });
  });

  it("never counts against its citizens, however often it does so", async () => {
    for (const day of ["2026-03-04", "2026-03-05", "2026-03-06"]) {
      await booked(platform, visitor.token, { slot: local(day, "09:30") });
      await saveAs(closed(day));
      await saveAs({}, "恢复供电");
    }
    platform.clock.set(local("2026-03-07", "00:10"));
    expect(await closeDays(platform)).toMatchObject({ noShows: 0, hallClosed: 0 });
    await booked(platform, visitor.token, { slot: local("2026-03-09", "09:30") });
  });

  it("does so in the sandbox too", async () => {
    const sandbox = await newVisitor(platform, "test");
    const id = await booked(platform, sandbox.token, { slot: local("2026-03-04", "09:30") });
    await saveAs(closed("2026-03-04"));
    expect(await statusOf(id, sandbox)).toBe("HALL_CLOSED");
  });

  it("cancels all of many", async () => {
    const many = await Promise.all(Array.from({ length: 120 }, () => newVisitor(platform)));
    const slot = local("2026-03-04", "09:30");
    const items = [FUND_ITEM, POLICE_ITEM];
    const ids = await Promise.all(
      many.map(({ token }, i) => booked(platform, token, { slot, item: items[i % 2] ?? "" })),
    );
    await saveAs(closed("2026-03-04"));
    const statuses = await Promise.all(ids.map((id, i) => statusOf(id, many[i])));
    expect(new Set(statuses)).toEqual(new Set(["HALL_CLOSED"]));
  });
});

describe("what a manager's request did not come to", () => {
  /** The hall's manager as the platform sees them, on commits that fail after so many of appointments. */
  const savedBut = async (endedMax: number, days: readonly string[]) => {
    const database = platform.database();
    let ended = 0;
    const commit: Commit = async (change) => {
      if (change.action === "halls.appointment.hall-closed") ended += 1;
      if (ended > endedMax) throw new Error("the process has died");
      return commitTo(database)(change);
    };
    const actor: Officer = {
      ...{ kind: "OFFICER", mode: "live", id: manager.id, roles: ["HALL_MANAGER"] },
      jurisdiction: { regionPrefix: "11", departments: [] },
    };
    const hall = await getHall(database, HALL);
    if (!hall) throw new Error("no hall");
    const { runtime, log } = platform.ports;
    const now = platform.clock.now();
    const { specialDays } = closed(...days);
    return saveHallAs(
      { database, commit, actor, now, runtime, log, requestId: "req" },
      { ...hall, specialDays: specialDays.map((one) => ({ ...one, day: date(one.day), hours: [] })) },
      "停电",
    );
  };

  it("is done by the scheduled run, each appointment once; the hall has changed nevertheless", async () => {
    const many = await Promise.all(Array.from({ length: 4 }, () => newVisitor(platform)));
    const days = ["2026-03-04", "2026-03-04", "2026-03-05", "2026-03-05"];
    const ids = await Promise.all(
      many.map(({ token }, i) => booked(platform, token, { slot: local(days[i] ?? "", "09:30") })),
    );
    expect(await savedBut(2, days.slice(1, 3))).toMatchObject({ ok: true });
    expect(platform.logs.at(-1)).toMatchObject({ level: "WARN", hall: HALL });
    const before = await Promise.all(ids.map((id, i) => statusOf(id, many[i])));
    expect(before.filter((status) => status === "HALL_CLOSED")).toHaveLength(2);
    // A run that has no time does nothing, and says so.
    expect(await closeDays(platform, "live", platform.clock.now())).toMatchObject({
      ...{ cancelled: 0, finished: false },
    });
    const runs = await Promise.all([closeDays(platform), closeDays(platform)]);
    expect(runs.reduce((sum, { cancelled }) => sum + cancelled, 0)).toBe(2);
    for (const [i, id] of ids.entries()) expect(await statusOf(id, many[i])).toBe("HALL_CLOSED");
    expect(await Promise.all(many.map(toldOf))).toEqual([1, 1, 1, 1]);
  });

  it("is done beside an appointment that cannot be ended, and so are the days that are over", async () => {
    const many = await Promise.all(Array.from({ length: 3 }, () => newVisitor(platform)));
    const days = ["2026-03-04", "2026-03-04", "2026-03-03"];
    const ids = await Promise.all(
      many.map(({ token }, i) => booked(platform, token, { slot: local(days[i] ?? "", "09:30") })),
    );
    await savedBut(0, ["2026-03-04"]);
    platform.clock.set("2026-03-03T16:10:00.000Z");
    const { faults, ...run } = await closeDays(platform, "live", undefined, ids[0]);
    expect(run).toMatchObject({ cancelled: 1, noShows: 1, finished: true });
    expect(faults).toEqual([new Error("no connection")]);
    expect(await Promise.all(ids.map((id, i) => statusOf(id, many[i])))).toEqual([
      ...["BOOKED", "HALL_CLOSED", "NO_SHOW"],
    ]);
    expect(await closeDays(platform)).toMatchObject({ cancelled: 1, noShows: 0, faults: [] });
  });

  it("is left as it is where the hall opens again before", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-04", "09:30") });
    await savedBut(0, ["2026-03-04"]);
    await saveAs({}, "恢复供电");
    expect(await closeDays(platform)).toMatchObject({ cancelled: 0 });
    expect(await statusOf(id)).toBe("BOOKED");
  });
});

describe("who read the hall before it closed, and books after it", () => {
  /** A citizen's ports, on a view in which the hall still stands as it was before it closed 4 March. */
  const beforeClosing = async () => {
    const view = platform.database();
    const key = hallKeys.hall(HALL);
    const before = view.get("registry", key);
    await before;
    await saveAs(closed("2026-03-04"));
    const get: Database["get"] = (table, wanted) =>
      wanted.pk === key.pk && wanted.sk === key.sk ? before : view.get(table, wanted);
    const database = { ...view, get };
    return {
      ...{ database, commit: commitTo(database), now: platform.clock.now(), requestId: "req" },
      ...({ mode: "live", actor: { kind: "CITIZEN", mode: "live", id: visitor.id } } as const),
    };
  };

  it("is told by the next run, for the hall is looked after until such requests are over", async () => {
    const wish = { hall: HALL, item: FUND_ITEM, application: undefined, idempotencyKey: "late" };
    const slot = instant(local("2026-03-04", "09:30"));
    const done = await bookAppointment(await beforeClosing(), { ...wish, slot });
    const id = done.ok ? done.value.id : "";
    expect(await statusOf(id)).toBe("BOOKED");
    expect(await closeDays(platform)).toMatchObject({ cancelled: 1 });
    expect(await statusOf(id)).toBe("HALL_CLOSED");
    expect(await lookedAfter()).toEqual([`hall-closing#${HALL}`]);
    platform.clock.advance(300_000);
    await closeDays(platform);
    expect(await lookedAfter()).toEqual([]);
  });

  it("is told as well where they only moved to it", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-05", "09:30") });
    const to = instant(local("2026-03-04", "09:30"));
    expect(await moveAppointment(await beforeClosing(), id, to)).toMatchObject({ ok: true });
    expect(await closeDays(platform)).toMatchObject({ cancelled: 1 });
    expect(await statusOf(id)).toBe("HALL_CLOSED");
  });

  it("or moves away in that moment, has moved or is told", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-04", "10:00") });
    const [outcome] = await Promise.all([
      move(platform, visitor.token, id, local("2026-03-05", "10:00")),
      saveAs(closed("2026-03-04")),
    ]);
    await closeDays(platform);
    const moved = textAt(outcome, "__typename") === "Appointment";
    expect(await statusOf(id)).toBe(moved ? "BOOKED" : "HALL_CLOSED");
  });

  it("of many at once: nobody keeps a time at which it is closed", async () => {
    const slot = local("2026-03-04", "11:00");
    const comers = (count: number) => Promise.all(Array.from({ length: count }, () => newVisitor(platform)));
    const [late, ...many] = await comers(13);
    const tried = async ({ token }: Visitor): Promise<string | undefined> =>
      booked(platform, token, { slot }).catch((refused: Error) => {
        expect(refused.message).toContain("SLOT_UNKNOWN");
        return undefined;
      });
    let ids: readonly (string | undefined)[] = [];
    let kept = "";
    const booking = async () => {
      kept = await booked(platform, late?.token ?? "", { slot });
    };
    // One at least has booked: it is on its way when the hall closes, and is written after that.
    await overtake(platform, booking, async () => {
      [ids] = await Promise.all([Promise.all(many.map(tried)), saveAs(closed("2026-03-04"))]);
    });
    expect(await statusOf(kept, late)).toBe("BOOKED");
    await closeDays(platform);
    expect(await statusOf(kept, late)).toBe("HALL_CLOSED");
    for (const [i, id] of ids.entries()) if (id) expect(await statusOf(id, many[i])).toBe("HALL_CLOSED");
  });
});
