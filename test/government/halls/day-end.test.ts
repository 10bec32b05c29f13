import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Mode } from "../../../services/kernel/actor.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import type { TestOfficer } from "../cases/casework.ts";
import {
  appointmentOf,
  asked,
  book,
  booked,
  callNext,
  closeDays as closeDaysOf,
  FUND_ITEM,
  finish,
  local,
  newVisitor,
  OTHER_FUND_ITEM,
  POLICE_ITEM,
  saveHall,
  startHalls,
  take,
  type Visitor,
} from "./hall-world.ts";

let platform: TestPlatform;
let clerk: TestOfficer;
let manager: TestOfficer;
let visitor: Visitor;
beforeAll(async () => {
  ({ platform, clerk, manager } = await startHalls());
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  visitor = await newVisitor(platform);
});
afterAll(() => platform.stop());

const closeDays = (mode: Mode = "live") => closeDaysOf(platform, mode);

/** Misses so many appointments, a day each, from a day on; answers at the end of the last. */
async function miss(who: Visitor, days: readonly string[]): Promise<void> {
  for (const day of days) {
    platform.clock.set(local(day, "08:00"));
    await booked(platform, who.token, { slot: local(day, "09:00") });
    platform.clock.set(local(day, "23:59"));
    platform.clock.advance(60_000);
    await closeDays();
  }
}

describe("the end of a hall's day", () => {
  it("comes at midnight in Shanghai, and makes a no-show of who did not come", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-02", "16:30") });
    // Five in the afternoon in London, five past midnight in Shanghai; until then the day is not over.
    platform.clock.set("2026-03-02T15:59:59.999Z");
    expect(await closeDays()).toMatchObject({ noShows: 0, finished: true });
    platform.clock.set("2026-03-02T16:05:00.000Z");
    expect(await closeDays()).toMatchObject({ noShows: 1, hallClosed: 0, lagSeconds: 300, finished: true });
    expect(await appointmentOf(platform, visitor.token, id)).toMatchObject({ status: "NO_SHOW" });
    expect(await closeDays()).toMatchObject({ noShows: 0 });
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(trail.map(({ action, actor }) => [action, actor])).toEqual([
      ["halls.appointment.booked", visitor.id],
      ["halls.appointment.no-show", "system/close-hall-days"],
    ]);
    expect(brokenLink(id, trail)).toBeUndefined();
  });

  it("leaves alone who came, who cancelled, and who has an appointment still before them", async () => {
    const came = await newVisitor(platform);
    const appointment = await booked(platform, came.token, { slot: local("2026-03-03", "16:30") });
    const later = await booked(platform, visitor.token, { slot: local("2026-03-04", "09:00") });
    platform.clock.set(local("2026-03-03", "16:45"));
    const ticket = textAt(await take(platform, clerk.token, { appointment }), "id");
    await callNext(platform, clerk.token, "1");
    await finish(platform, clerk.token, ticket);
    platform.clock.set(local("2026-03-04", "00:10"));
    expect(await closeDays()).toMatchObject({ noShows: 0, hallClosed: 0, givenUp: 0 });
    expect(await appointmentOf(platform, came.token, appointment)).toMatchObject({ status: "CHECKED_IN" });
    expect(await appointmentOf(platform, visitor.token, later)).toMatchObject({ status: "BOOKED" });
    platform.clock.set(local("2026-03-05", "00:10"));
    await closeDays();
  });

  it("gives up the tickets that nobody called, or finished", async () => {
    platform.clock.set(local("2026-03-05", "09:00"));
    const first = textAt(await take(platform, clerk.token, { item: FUND_ITEM }), "id");
    const second = textAt(await take(platform, clerk.token, { item: FUND_ITEM }), "id");
    await callNext(platform, clerk.token, "1");
    platform.clock.set(local("2026-03-06", "00:10"));
    expect(await closeDays()).toMatchObject({ noShows: 0, givenUp: 2 });
    for (const id of [first, second])
      expect(
        await asked(
          platform,
          clerk.token,
          "query ($id: ID!) { done: node(id: $id) { ... on Ticket { status } } }",
          { id },
        ),
      ).toEqual({ status: "GIVEN_UP" });
  });

  it("is no no-show where the hall was closed on that day after all; its citizen can book anew", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-06", "09:00") });
    // It says so after the slot, when nobody can be told in time any more.
    platform.clock.set(local("2026-03-06", "09:30"));
    const specialDays = [{ day: "2026-03-06", reason: { zh: "停电", en: "Power cut" } }];
    await saveHall(platform, manager.token, { specialDays }, "停电");
    platform.clock.set(local("2026-03-07", "00:10"));
    expect(await closeDays()).toMatchObject({ noShows: 0, hallClosed: 1 });
    expect(await appointmentOf(platform, visitor.token, id)).toMatchObject({ status: "HALL_CLOSED" });
    await saveHall(platform, manager.token, {}, "恢复供电");
    await booked(platform, visitor.token, { slot: local("2026-03-09", "09:00") });
    platform.clock.set(local("2026-03-10", "00:10"));
    await closeDays();
  });

  it("is the sandbox's own in the sandbox", async () => {
    const sandbox = await newVisitor(platform, "test");
    await booked(platform, sandbox.token, { slot: local("2026-03-10", "09:00") });
    platform.clock.set(local("2026-03-11", "00:10"));
    expect(await closeDays()).toMatchObject({ noShows: 0 });
    expect(await closeDays("test")).toMatchObject({ noShows: 1 });
  });

  it("of two runs at once is told once to each citizen", async () => {
    const others = await Promise.all([1, 2, 3].map(() => newVisitor(platform)));
    const items = [FUND_ITEM, OTHER_FUND_ITEM, POLICE_ITEM];
    const slot = local("2026-03-11", "14:00");
    await Promise.all(others.map(({ token }, i) => booked(platform, token, { slot, item: items[i] ?? "" })));
    platform.clock.set(local("2026-03-12", "00:10"));
    const runs = await Promise.all([closeDays(), closeDays()]);
    expect(runs.reduce((sum, { noShows }) => sum + noShows, 0)).toBe(3);
    await sweep(platform);
    const { token } = others[0] ?? visitor;
    const told = await asked(platform, token, "{ done: me { notifications { edges { node { text } } } } }");
    expect(JSON.stringify(told).match(/did not keep your appointment/g)).toHaveLength(1);
  });
});

describe("who has not come three times within 90 days", () => {
  it("cannot book for 30 days, is served without a booking, and then books as before", async () => {
    await miss(visitor, ["2026-03-12", "2026-03-13", "2026-03-16"]);
    platform.clock.set(local("2026-03-17", "08:00"));
    const refused = await book(platform, visitor.token, { slot: local("2026-03-18", "09:00") });
    expect(refused).toMatchObject({
      __typename: "BookingBlocked",
      code: "BOOKING_BLOCKED",
      until: "2026-04-15T16:00:00.000Z",
    });
    // Somebody else is not kept from it.
    await booked(platform, (await newVisitor(platform)).token, { slot: local("2026-03-18", "09:00") });
    expect(await take(platform, clerk.token, { item: FUND_ITEM })).toMatchObject({ __typename: "Ticket" });
    platform.clock.set("2026-04-15T15:59:59.999Z");
    expect(await book(platform, visitor.token, { slot: local("2026-04-17", "09:00") })).toMatchObject({
      __typename: "BookingBlocked",
    });
    platform.clock.set("2026-04-15T16:00:00.000Z");
    await booked(platform, visitor.token, { slot: local("2026-04-17", "09:00") });
    // Time that was paid for with the block does not count again.
    platform.clock.set(local("2026-04-18", "00:10"));
    await closeDays();
    await booked(platform, visitor.token, { slot: local("2026-04-20", "09:00") });
  });

  it("is not who missed one of them more than 90 days before", async () => {
    const far = await newVisitor(platform);
    await miss(far, ["2026-04-20", "2026-07-15", "2026-07-20"]);
    platform.clock.set(local("2026-07-21", "08:00"));
    await booked(platform, far.token, { slot: local("2026-07-22", "09:00") });
  });

  it("may still move what they had booked before", async () => {
    platform.clock.set(local("2026-08-03", "08:00"));
    const who = await newVisitor(platform);
    const kept = await booked(platform, who.token, { slot: local("2026-08-10", "09:00"), item: POLICE_ITEM });
    await miss(who, ["2026-08-03", "2026-08-04", "2026-08-05"]);
    const moved = await asked(
      platform,
      who.token,
      "mutation ($id: ID!, $slot: DateTime!) { done: moveAppointment(id: $id, slot: $slot) { __typename } }",
      { id: kept, slot: local("2026-08-11", "09:00") },
    );
    expect(moved).toEqual({ __typename: "Appointment" });
  });
});
