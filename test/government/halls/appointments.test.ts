import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import { CHAOYANG, caseOf, newOfficer, startCase, type TestOfficer } from "../cases/casework.ts";
import {
  appointmentOf,
  asked,
  book,
  booked,
  cancel,
  FUND_ITEM,
  freeOn,
  HALL,
  local,
  MARKET_ITEM,
  move,
  newVisitor,
  OTHER_FUND_ITEM,
  POLICE_ITEM,
  saveHall,
  startHalls,
  type Visitor,
  visitorToken,
} from "./hall-world.ts";

let platform: TestPlatform;
let manager: TestOfficer;
let visitor: Visitor;
beforeAll(async () => {
  ({ platform, manager } = await startHalls());
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  visitor = await newVisitor(platform);
});
afterAll(() => platform.stop());

describe("an appointment", () => {
  it("takes a place in its slot, and stands in its citizen's list", async () => {
    const before = await freeOn(platform, "2026-03-03");
    const id = await booked(platform, visitor.token, { slot: local("2026-03-03", "09:00") });
    expect(await freeOn(platform, "2026-03-03")).toEqual({ ...before, "09:00": 1 });
    const mine = await asked(
      platform,
      visitor.token,
      "{ done: me { appointments { edges { node { id item serviceItem { name { en } } hall { code } status availableActions day } } } } }",
    );
    expect(at(mine, "appointments", "edges")).toEqual([
      {
        node: {
          ...{
            id,
            item: FUND_ITEM,
            serviceItem: { name: { en: expect.stringContaining("retire") } },
            hall: { code: HALL },
            status: "BOOKED",
            day: "2026-03-03",
          },
          availableActions: ["MOVE", "CANCEL"],
        },
      },
    ]);
  });

  it("is booked once for a key, however often it is asked for", async () => {
    const booking = { slot: local("2026-03-03", "10:00"), key: randomUUID() };
    const ids = await Promise.all([1, 2, 3].map(() => booked(platform, visitor.token, booking)));
    expect(new Set(ids).size).toBe(1);
    expect((await freeOn(platform, "2026-03-03"))["10:00"]).toBe(1);
    expect(
      await book(platform, visitor.token, { ...booking, slot: local("2026-03-03", "11:00") }),
    ).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
  });

  it("is refused in a slot that is full, with the slots that are not", async () => {
    const slot = local("2026-03-03", "14:00");
    await booked(platform, (await newVisitor(platform)).token, { slot, item: POLICE_ITEM });
    const refused = await book(platform, visitor.token, { slot, item: POLICE_ITEM });
    expect(refused).toMatchObject({ __typename: "SlotFull", code: "SLOT_FULL" });
    const free = at(refused, "free");
    expect(free).toHaveLength(12);
    expect(JSON.stringify(free)).not.toContain(slot);
    // The other queue has its own places.
    await booked(platform, visitor.token, { slot });
  });

  it.each([
    ["before now", { slot: local("2026-03-02", "09:30") }, "SLOT_PAST", "slot"],
    ["beyond two weeks", { slot: local("2026-03-17", "09:00") }, "SLOT_TOO_FAR", "slot"],
    ["at a time at which no slot begins", { slot: local("2026-03-03", "09:10") }, "SLOT_UNKNOWN", "slot"],
    ["in the lunch break", { slot: local("2026-03-03", "12:30") }, "SLOT_UNKNOWN", "slot"],
    ["on a weekend", { slot: local("2026-03-07", "09:00") }, "SLOT_UNKNOWN", "slot"],
    [
      "for an item that the hall does not serve",
      { slot: local("2026-03-03", "09:00"), item: MARKET_ITEM },
      "ITEM_NOT_SERVED",
      "item",
    ],
    [
      "for an item that is not there",
      { slot: local("2026-03-03", "09:00"), item: "BJ-NO-SUCH" },
      "ITEM_NOT_OFFERED",
      "item",
    ],
  ])("is not booked %s", async (_, booking, code, field) => {
    expect(await book(platform, visitor.token, booking)).toMatchObject({
      ...{ __typename: "InvalidInput", code, path: ["input", field] },
    });
  });

  it("is not booked at a hall that is not there", async () => {
    for (const hall of ["BJ-NO-SUCH", "hall#x", ""])
      expect(await book(platform, visitor.token, { hall, slot: local("2026-03-03", "09:00") })).toMatchObject(
        {
          ...{ __typename: "NotFound", code: "HALL_NOT_FOUND" },
        },
      );
  });

  it("is booked on a Saturday that is worked in exchange, and not on a holiday", async () => {
    platform.clock.set("2026-02-11T02:00:00.000Z");
    expect(await book(platform, visitor.token, { slot: local("2026-02-16", "09:00") })).toMatchObject({
      code: "SLOT_UNKNOWN",
    });
    await booked(platform, visitor.token, { slot: local("2026-02-14", "09:00") });
  });

  it("is one for an item, and three in all", async () => {
    const slot = (time: string) => local("2026-03-04", time);
    await booked(platform, visitor.token, { slot: slot("09:00") });
    expect(await book(platform, visitor.token, { slot: slot("10:00") })).toMatchObject({
      code: "ITEM_ALREADY_BOOKED",
    });
    await booked(platform, visitor.token, { slot: slot("10:00"), item: OTHER_FUND_ITEM });
    await booked(platform, visitor.token, { slot: slot("11:00"), item: POLICE_ITEM });
    expect(
      await book(platform, visitor.token, { slot: slot("14:00"), item: "BJ-GJJ-ZFTQ-001" }),
    ).toMatchObject({
      ...{ __typename: "InvalidInput", code: "TOO_MANY_APPOINTMENTS" },
    });
  });

  it("can be about one of the citizen's own cases for the item", async () => {
    const application = textAt(
      await startCase(platform, visitor.token, { item: FUND_ITEM, region: CHAOYANG }),
      "id",
    );
    const slot = local("2026-03-05", "09:00");
    const other = await newVisitor(platform);
    expect(await book(platform, other.token, { slot, application })).toMatchObject({
      ...{ __typename: "NotFound", code: "APPLICATION_NOT_FOUND" },
    });
    expect(await book(platform, visitor.token, { slot, application, item: POLICE_ITEM })).toMatchObject({
      code: "APPLICATION_OF_OTHER_ITEM",
    });
    expect(await book(platform, visitor.token, { slot, application })).toMatchObject({
      application: { id: application },
    });
    expect(at(await caseOf(platform, visitor.token, application), "id")).toBe(application);
  });

  it("is not booked for a case that has ended", async () => {
    const application = textAt(
      await startCase(platform, visitor.token, { item: FUND_ITEM, region: CHAOYANG }),
      "id",
    );
    await asked(
      platform,
      visitor.token,
      `mutation { done: withdrawApplication(id: "${application}", reason: "不办了") { __typename } }`,
    );
    expect(
      await book(platform, visitor.token, { slot: local("2026-03-05", "09:00"), application }),
    ).toMatchObject({
      code: "APPLICATION_ENDED",
    });
  });

  it("in the sandbox takes no place from the living", async () => {
    const sandbox = await newVisitor(platform, "test");
    const slot = local("2026-03-06", "09:00");
    const id = await booked(platform, sandbox.token, { slot });
    expect((await freeOn(platform, "2026-03-06"))["09:00"]).toBe(2);
    expect((await freeOn(platform, "2026-03-06", { token: sandbox.token }))["09:00"]).toBe(1);
    expect(await appointmentOf(platform, await visitorToken(platform, sandbox.id), id)).toBeNull();
  });
});

describe("the front page", () => {
  it("shows what is still before the citizen, the nearest first", async () => {
    const upcoming = async () =>
      at(
        await asked(platform, visitor.token, "{ done: me { upcomingAppointments { from } } }"),
        "upcomingAppointments",
      );
    const [late, soon] = [local("2026-03-13", "15:00"), local("2026-03-12", "15:00")];
    await booked(platform, visitor.token, { slot: late });
    const id = await booked(platform, visitor.token, { slot: soon, item: OTHER_FUND_ITEM });
    expect(await upcoming()).toEqual([{ from: soon }, { from: late }]);
    await cancel(platform, visitor.token, id);
    expect(await upcoming()).toEqual([{ from: late }]);
  });
});

describe("moving and cancelling", () => {
  it("moves with one commit: the new place is taken and the old one free", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-09", "09:00") });
    expect(await move(platform, visitor.token, id, local("2026-03-10", "15:00"))).toMatchObject({
      ...{ id, day: "2026-03-10", from: local("2026-03-10", "15:00"), status: "BOOKED" },
    });
    expect((await freeOn(platform, "2026-03-09"))["09:00"]).toBe(2);
    expect((await freeOn(platform, "2026-03-10"))["15:00"]).toBe(1);
    // The same again changes nothing.
    await move(platform, visitor.token, id, local("2026-03-10", "15:00"));
    expect((await freeOn(platform, "2026-03-10"))["15:00"]).toBe(1);
  });

  it("keeps the old place where the new slot is full", async () => {
    const [old, full] = [local("2026-03-11", "09:00"), local("2026-03-11", "10:00")];
    const id = await booked(platform, visitor.token, { slot: old, item: POLICE_ITEM });
    await booked(platform, (await newVisitor(platform)).token, { slot: full, item: POLICE_ITEM });
    expect(await move(platform, visitor.token, id, full)).toMatchObject({ __typename: "SlotFull" });
    expect(await freeOn(platform, "2026-03-11", { item: POLICE_ITEM })).toMatchObject({
      "09:00": 0,
      "10:00": 0,
    });
    expect(await appointmentOf(platform, visitor.token, id)).toMatchObject({ status: "BOOKED", from: old });
  });

  it("is possible until two hours before the slot, and not a moment later", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-12", "14:00") });
    platform.clock.set("2026-03-12T04:00:00.001Z");
    for (const late of [
      await cancel(platform, visitor.token, id),
      await move(platform, visitor.token, id, local("2026-03-12", "16:00")),
    ])
      expect(late).toMatchObject({ __typename: "NotAllowedNow", state: "BOOKED", availableActions: [] });
    platform.clock.set("2026-03-12T04:00:00.000Z");
    expect(await cancel(platform, visitor.token, id)).toMatchObject({
      status: "CANCELLED",
      availableActions: [],
    });
    expect((await freeOn(platform, "2026-03-12"))["14:00"]).toBe(2);
  });

  it("gives one place back, however often it is asked for", async () => {
    const slot = local("2026-03-13", "09:00");
    const id = await booked(platform, visitor.token, { slot });
    await booked(platform, (await newVisitor(platform)).token, { slot });
    await Promise.all([1, 2, 3].map(() => cancel(platform, visitor.token, id)));
    expect(await cancel(platform, visitor.token, id)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "CANCELLED" },
    });
    expect((await freeOn(platform, "2026-03-13"))["09:00"]).toBe(1);
    // Its item can be booked again.
    await booked(platform, visitor.token, { slot });
  });

  it("moves to no slot that could not be booked", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-13", "10:00") });
    expect(await move(platform, visitor.token, id, local("2026-03-02", "09:00"))).toMatchObject({
      code: "SLOT_PAST",
      path: ["slot"],
    });
    expect(await move(platform, visitor.token, id, local("2026-03-17", "09:00"))).toMatchObject({
      code: "SLOT_TOO_FAR",
    });
  });

  it("answers about somebody else's as about one that is not there", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-13", "11:00") });
    const other = await newVisitor(platform);
    const unknown = await cancel(platform, other.token, "apt_0000000000000000");
    expect(unknown).toMatchObject({ __typename: "NotFound", code: "APPOINTMENT_NOT_FOUND" });
    expect(await cancel(platform, other.token, id)).toEqual(unknown);
    expect(await move(platform, other.token, id, local("2026-03-13", "14:00"))).toEqual(unknown);
    expect(await appointmentOf(platform, other.token, id)).toBeNull();
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK", "SUPERVISOR"] });
    expect(await appointmentOf(platform, clerk.token, id)).toBeNull();
  });
});

describe("a hall that closes on a day", () => {
  it("keeps no place on it; what was moved away before is left alone, and its place is free once it opens", async () => {
    const id = await booked(platform, visitor.token, { slot: local("2026-03-16", "09:00") });
    expect(await move(platform, visitor.token, id, local("2026-03-13", "16:00"))).toMatchObject({
      day: "2026-03-13",
    });
    const specialDays = [{ day: "2026-03-16", reason: { zh: "停电", en: "Power cut" } }];
    await saveHall(platform, manager.token, { specialDays }, "停电");
    expect(await freeOn(platform, "2026-03-16")).toEqual({});
    expect(
      await book(platform, (await newVisitor(platform)).token, { slot: local("2026-03-16", "10:00") }),
    ).toMatchObject({
      code: "SLOT_UNKNOWN",
    });
    expect(await appointmentOf(platform, visitor.token, id)).toMatchObject({ status: "BOOKED" });
    await saveHall(platform, manager.token, {}, "恢复供电");
    expect((await freeOn(platform, "2026-03-16"))["09:00"]).toBe(2);
  });
});

describe("what is booked for a day", () => {
  it("is read by clerks of the hall's region, without names, and by no others", async () => {
    const slot = local("2026-03-10", "16:00");
    const id = await booked(platform, visitor.token, { slot });
    const query = `{ done: bookedAppointments(hall: "${HALL}", day: "2026-03-10") { edges { node { id from status } } } }`;
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: "110105" });
    expect(at(await asked(platform, clerk.token, query), "edges")).toContainEqual({
      node: { id, from: slot, status: "BOOKED" },
    });
    const elsewhere = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: "110108" });
    for (const token of [
      elsewhere.token,
      visitor.token,
      (await newOfficer(platform, { roles: ["REVIEWER"] })).token,
    ])
      await expect(asked(platform, token, query)).rejects.toThrow("FORBIDDEN");
  });
});
