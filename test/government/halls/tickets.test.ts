import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  authorise,
  CHAOYANG,
  caseOf,
  newApplicant,
  newEnterprise,
  newOfficer,
  revokeAuthority,
  startCase,
  type TestOfficer,
} from "../cases/casework.ts";
import {
  appointmentOf,
  asked,
  board,
  booked,
  callNext,
  FUND_ITEM,
  finish,
  giveUp,
  HALL,
  link,
  local,
  MARKET_ITEM,
  newClerk,
  newVisitor,
  POLICE_ITEM,
  saveHall,
  showCard,
  startHalls,
  take,
  type Visitor,
  visitorToken,
} from "./hall-world.ts";

const ID_NUMBER = "11010519491231002X";
/** An item for enterprises. */
const FOOD_LICENCE = "BJ-SCJG-SPJY-001";

let platform: TestPlatform;
let clerk: TestOfficer;
let manager: TestOfficer;
/** A day for each test, because queues begin anew with it: working days of March and April 2026. */
const DAYS = [
  ...[
    "03",
    "04",
    "05",
    "06",
    "09",
    "10",
    "11",
    "12",
    "13",
    "16",
    "17",
    "18",
    "19",
    "20",
    "23",
    "24",
    "25",
    "26",
  ],
  ...["27", "30", "31"],
]
  .map((day) => `2026-03-${day}`)
  .concat(["01", "02", "03", "07", "08", "09", "10", "13", "14", "15"].map((day) => `2026-04-${day}`));
let today = "";
beforeAll(async () => {
  ({ platform, clerk, manager } = await startHalls());
});
beforeEach(() => {
  today = DAYS.shift() ?? "";
  clock("08:00");
});
afterAll(() => platform.stop());

const clock = (time: string): void => platform.clock.set(local(today, time));
const number = (ticket: Json): string => textAt(ticket, "number");

/** The tickets that a window calls, one after the other, until nobody waits. */
async function callAll(window: string): Promise<readonly string[]> {
  const called: string[] = [];
  for (;;) {
    const next = await callNext(platform, clerk.token, window);
    if (textAt(next, "__typename") !== "Ticket") return called;
    called.push(number(next));
    await finish(platform, clerk.token, textAt(next, "id"));
  }
}

describe("a ticket", () => {
  it("has the next number of its queue, which begins anew each day", async () => {
    const taken = [
      await take(platform, clerk.token, { item: FUND_ITEM }),
      await take(platform, clerk.token, { queue: "A" }),
      await take(platform, clerk.token, { item: POLICE_ITEM }),
    ];
    expect(taken.map(number)).toEqual(["A001", "A002", "B001"]);
    expect(await board(platform)).toBe("A 2, B 1, 1:-, 2:-");
    today = DAYS.shift() ?? "";
    clock("09:00");
    expect(await board(platform)).toBe("A 0, B 0, 1:-, 2:-");
    expect(number(await take(platform, clerk.token, { queue: "A" }))).toBe("A001");
  });

  it("is given out once for a key", async () => {
    const wish = { item: FUND_ITEM, key: randomUUID() };
    const [one, other] = [await take(platform, clerk.token, wish), await take(platform, clerk.token, wish)];
    expect(other).toEqual(one);
    expect(await board(platform)).toContain("A 1");
    expect(await take(platform, clerk.token, { ...wish, item: POLICE_ITEM })).toMatchObject({
      __typename: "IdempotencyMismatch",
    });
  });

  it("is called by a window of its queue, served, and leaves the window free for the next", async () => {
    await take(platform, clerk.token, { item: POLICE_ITEM });
    await take(platform, clerk.token, { item: FUND_ITEM });
    expect(await callNext(platform, clerk.token, "1")).toMatchObject({
      number: "A001",
      status: "CALLED",
      window: "1",
    });
    expect(await board(platform)).toBe("A 0, B 1, 1:A001, 2:-");
    const second = await callNext(platform, clerk.token, "2");
    expect(number(second)).toBe("B001");
    expect(await callNext(platform, clerk.token, "2")).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "CALLED", availableActions: ["SERVE", "MISS", "GIVE_UP"] },
    });
    expect(await finish(platform, clerk.token, textAt(second, "id"))).toMatchObject({ status: "SERVED" });
    expect(await callNext(platform, clerk.token, "2")).toMatchObject({ __typename: "NobodyWaits" });
    expect(await board(platform)).toBe("A 0, B 0, 1:A001, 2:-");
  });

  it("is called by a window whose ticket is finished between two reads of the call", async () => {
    const [first, second] = [
      await take(platform, clerk.token, { queue: "A" }),
      await take(platform, clerk.token, { queue: "A" }),
    ];
    await callNext(platform, clerk.token, "1");
    platform.gate.delayRead("window#1", async () => {
      await finish(platform, clerk.token, textAt(first, "id"));
    });
    expect(await callNext(platform, clerk.token, "1")).toMatchObject({ id: textAt(second, "id") });
  });

  it("is read again by the clerk whose call went unanswered", async () => {
    const taken = await take(platform, clerk.token, { queue: "A" });
    await callNext(platform, clerk.token, "1");
    const query = `{ done: calledTicket(hall: "${HALL}", window: "1") { id number } }`;
    expect(await asked(platform, clerk.token, query)).toEqual({ id: textAt(taken, "id"), number: "A001" });
  });

  it("that nobody answers is missed, and one that is given up is not called", async () => {
    const [first, second] = [
      await take(platform, clerk.token, { queue: "A" }),
      await take(platform, clerk.token, { queue: "A" }),
    ];
    await take(platform, clerk.token, { queue: "A" });
    expect(await giveUp(platform, clerk.token, textAt(second, "id"))).toMatchObject({ status: "GIVEN_UP" });
    expect(await board(platform)).toContain("A 2");
    await callNext(platform, clerk.token, "1");
    expect(await finish(platform, clerk.token, textAt(first, "id"), "NO_SHOW")).toMatchObject({
      status: "NO_SHOW",
    });
    expect(await callNext(platform, clerk.token, "1")).toMatchObject({ number: "A003" });
    expect(await finish(platform, clerk.token, textAt(first, "id"))).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "NO_SHOW", availableActions: [] },
    });
  });
});

describe("who is called next", () => {
  it("is who booked and whose slot has begun, then who came without, then who is early", async () => {
    const [nine, ten] = [await newVisitor(platform), await newVisitor(platform)];
    const atNine = await booked(platform, nine.token, { slot: local(today, "09:00") });
    const atTen = await booked(platform, ten.token, { slot: local(today, "10:00") });
    clock("08:50");
    expect(number(await take(platform, clerk.token, { queue: "A" }))).toBe("A001");
    expect(await take(platform, clerk.token, { appointment: atTen })).toMatchObject({
      number: "A002",
      bookedFor: local(today, "10:00"),
    });
    expect(number(await take(platform, clerk.token, { appointment: atNine }))).toBe("A003");
    expect(number(await take(platform, clerk.token, { queue: "A" }))).toBe("A004");
    clock("09:05");
    expect(await callAll("1")).toEqual(["A003", "A001", "A004", "A002"]);
  });

  it("is who came without a booking before who is late for theirs", async () => {
    const late = await newVisitor(platform);
    const appointment = await booked(platform, late.token, { slot: local(today, "09:00") });
    clock("09:29");
    await take(platform, clerk.token, { queue: "A" });
    clock("09:30");
    expect(await take(platform, clerk.token, { appointment })).toMatchObject({
      number: "A002",
      bookedFor: null,
    });
    expect(await callAll("1")).toEqual(["A001", "A002"]);
    expect(await appointmentOf(platform, late.token, appointment)).toMatchObject({
      ...{ status: "CHECKED_IN", ticket: { number: "A002" } },
    });
  });

  it("is the one who waits longest over all queues of a window", async () => {
    await take(platform, clerk.token, { queue: "B" });
    clock("08:01");
    await take(platform, clerk.token, { queue: "A" });
    clock("08:02");
    await take(platform, clerk.token, { queue: "B" });
    expect(await callAll("2")).toEqual(["B001", "A001", "B002"]);
  });
});

describe("a booking", () => {
  it("is found by the identity card that is shown, and its citizen learns when the number is called", async () => {
    const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(ID_NUMBER)}`;
    const token = await visitorToken(platform, id);
    await booked(platform, token, { slot: local(today, "09:00") });
    clock("08:55");
    const taken = await take(platform, clerk.token, { idNumber: ID_NUMBER });
    expect(taken).toMatchObject({
      number: "A001",
      item: FUND_ITEM,
      isNamed: true,
      bookedFor: local(today, "09:00"),
    });
    expect(
      await asked(
        platform,
        token,
        `query ($id: ID!) { done: node(id: $id) { ... on Ticket { number status } } }`,
        { id: textAt(taken, "id") },
      ),
    ).toEqual({
      ...{ number: "A001", status: "WAITING" },
    });
    const trail = await trailOf(platform.database(), "records-live", textAt(taken, "id"));
    await callNext(platform, clerk.token, "1");
    const called = await trailOf(platform.database(), "records-live", textAt(taken, "id"));
    expect([trail.length, called.length]).toEqual([1, 2]);
    expect(JSON.parse(String(called.at(-1)?.["event"]))).toMatchObject({
      ...{ type: "ticket.called", to: [id], payload: { number: "A001", window: "1" } },
    });
    expect(JSON.stringify(platform.logs)).not.toContain(ID_NUMBER);
  });

  it("of a queue that the hall has no more waits in the one that its item has now", async () => {
    const relettered = {
      code: "BJ-CY-03",
      queues: [{ letter: "C", name: { zh: "公积金", en: "Fund" }, departments: ["BJ-GJJ"], slotCapacity: 2 }],
      windows: [{ code: "1", queues: ["C"] }],
    };
    await saveHall(platform, manager.token, { code: "BJ-CY-03" });
    const visitor = await newVisitor(platform);
    const id = await booked(platform, visitor.token, { hall: "BJ-CY-03", slot: local(today, "09:00") });
    await saveHall(platform, manager.token, relettered);
    expect(await take(platform, clerk.token, { hall: "BJ-CY-03", appointment: id })).toMatchObject({
      ...{ number: "C001", item: FUND_ITEM, bookedFor: local(today, "09:00") },
    });
  });

  it("for another day, another hall or another person is not checked in", async () => {
    const [one, other] = [await newVisitor(platform), await newVisitor(platform)];
    const tomorrow = DAYS[0] ?? "";
    const id = await booked(platform, one.token, { slot: local(tomorrow, "09:00") });
    expect(await take(platform, clerk.token, { appointment: id })).toMatchObject({
      ...{ __typename: "InvalidInput", code: "APPOINTMENT_ELSEWHERE", path: ["input", "appointment"] },
    });
    await saveHall(platform, manager.token, { code: "BJ-CY-02" });
    const forToday = await booked(platform, other.token, { slot: local(today, "09:00") });
    for (const wish of [
      { hall: "BJ-CY-02", appointment: forToday },
      { appointment: forToday, idNumber: ID_NUMBER },
      { appointment: "apt_0000000000000000" },
      { appointment: "app_0000000000000000" },
    ])
      expect(await take(platform, clerk.token, wish)).toMatchObject({
        ...{ __typename: "NotFound", code: "APPOINTMENT_NOT_FOUND" },
      });
  });

  it("in the sandbox is checked in, called and served in the sandbox", async () => {
    const sandbox = await newVisitor(platform, "test");
    const appointment = await booked(platform, sandbox.token, { slot: local(today, "09:00") });
    expect(await take(platform, clerk.token, { appointment })).toMatchObject({
      code: "APPOINTMENT_NOT_FOUND",
    });
    const taken = await take(platform, clerk.token, { appointment, mode: "TEST" });
    expect(number(taken)).toBe("A001");
    expect(await board(platform)).toContain("A 0");
    expect(await callNext(platform, clerk.token, "1")).toMatchObject({ __typename: "NobodyWaits" });
    expect(await callNext(platform, clerk.token, "1", { mode: "TEST" })).toMatchObject({ number: "A001" });
    expect(await finish(platform, clerk.token, textAt(taken, "id"), "SERVED", "TEST")).toMatchObject({
      status: "SERVED",
    });
  });
});

describe("the case at the window", () => {
  const visitsOf = async (applicant: Visitor, id: string): Promise<Json> =>
    asked(
      platform,
      applicant.token,
      `query ($id: ID!) { done: node(id: $id) { ... on Application { visits { count promised } } } }`,
      { id },
    );

  const draft = async (applicant: Visitor, item = POLICE_ITEM): Promise<string> =>
    textAt(await startCase(platform, applicant.token, { item, region: CHAOYANG }), "id");

  it("is opened by the clerk who calls, is the same as on the citizen's phone, and counts the visit", async () => {
    const visitor = await newVisitor(platform);
    const application = await draft(visitor);
    const appointment = await booked(platform, visitor.token, {
      slot: local(today, "09:00"),
      item: POLICE_ITEM,
      application,
    });
    expect(await visitsOf(visitor, application)).toEqual({ visits: { count: 0, promised: 1 } });
    const taken = await take(platform, clerk.token, { appointment });
    // Before it is called nobody at the hall reads it.
    expect(at(taken, "application")).toBeNull();
    const called = await callNext(platform, clerk.token, "2");
    expect(at(called, "application")).toEqual({
      id: application,
      status: "DRAFT",
      visits: { count: 0, promised: 1 },
    });
    const served = await finish(platform, clerk.token, textAt(called, "id"));
    expect(served).toMatchObject({ status: "SERVED", application: null });
    expect(await visitsOf(visitor, application)).toEqual({ visits: { count: 1, promised: 1 } });
    const trail = await trailOf(platform.database(), "records-live", application);
    expect(trail.at(-2)).toMatchObject({ action: "halls.case.opened-at-hall", actor: clerk.id });
    expect(brokenLink(application, trail)).toBeUndefined();
    expect(trail.at(-1)).toMatchObject({
      action: "halls.case.visited",
      actor: clerk.id,
      reason: `${HALL} B001`,
    });
    expect(at(await caseOf(platform, visitor.token, application), "status")).toBe("DRAFT");
  });

  it("counts a visit more than the item promises, and none for who was missed", async () => {
    const visitor = await newVisitor(platform);
    const application = await draft(visitor);
    for (const outcome of ["NO_SHOW", "SERVED", "SERVED"]) {
      const appointment = await booked(platform, visitor.token, {
        slot: local(today, "10:00"),
        item: POLICE_ITEM,
        application,
      });
      const ticket = textAt(await take(platform, clerk.token, { appointment }), "id");
      await callNext(platform, clerk.token, "2");
      await finish(platform, clerk.token, ticket, outcome);
      // The slot has one place, and whoever came has used it.
      today = DAYS.shift() ?? "";
      clock("08:00");
    }
    expect(await visitsOf(visitor, application)).toEqual({ visits: { count: 2, promised: 1 } });
  });

  it("is named at the window where the ticket did not know it, by who shows their identity card", async () => {
    const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(ID_NUMBER)}`;
    const visitor = { id, token: await visitorToken(platform, id) };
    const application = await draft(visitor);
    const ticket = textAt(await take(platform, clerk.token, { queue: "B" }), "id");
    expect(
      await link(platform, clerk.token, ticket, { application, card: showCard(platform, ID_NUMBER) }),
    ).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "WAITING" },
    });
    await callNext(platform, clerk.token, "2");
    // Without the person no case is opened.
    expect(await link(platform, clerk.token, ticket, { application })).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
    expect(
      await link(platform, clerk.token, ticket, {
        application,
        card: showCard(platform, "110105194912310021"),
      }),
    ).toMatchObject({
      ...{ code: "ID_NUMBER_INVALID", path: ["card", "idNumber"] },
    });
    expect(
      await link(platform, clerk.token, ticket, { application, card: showCard(platform, ID_NUMBER) }),
    ).toMatchObject({
      ...{ isNamed: true, item: POLICE_ITEM, application: { id: application } },
    });
    await finish(platform, clerk.token, ticket);
    expect(await visitsOf(visitor, application)).toEqual({ visits: { count: 1, promised: 1 } });
  });

  it("of somebody whom the visitor may act for is named at the window, and counts the visit, while they may", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    const authority = textAt(await authorise(platform, representative, agent, { enterprise }), "id");
    const how = { item: FOOD_LICENCE, for: { enterprise } };
    const application = textAt(await startCase(platform, agent.token, how), "id");
    const called = async () => {
      const ticket = textAt(await take(platform, clerk.token, { queue: "B" }), "id");
      await callNext(platform, clerk.token, "2");
      return ticket;
    };
    const first = await called();
    const by = ({ idNumber }: Applicant) => ({ application, card: showCard(platform, idNumber) });
    expect(await link(platform, clerk.token, first, by(representative))).toMatchObject({
      application: { id: application },
    });
    await finish(platform, clerk.token, first);
    expect(await visitsOf(representative, application)).toMatchObject({ visits: { count: 1 } });
    await revokeAuthority(platform, representative.token, authority);
    const second = await called();
    expect(await link(platform, clerk.token, second, by(agent))).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
  });

  it("of another person is not opened with somebody's ticket", async () => {
    const [visitor, other] = [await newVisitor(platform), await newVisitor(platform)];
    const application = await draft(other);
    const appointment = await booked(platform, visitor.token, {
      slot: local(today, "09:00"),
      item: POLICE_ITEM,
    });
    const ticket = textAt(await take(platform, clerk.token, { appointment }), "id");
    await callNext(platform, clerk.token, "2");
    const unknown = await link(platform, clerk.token, ticket, { application: "app_0000000000000000" });
    expect(unknown).toMatchObject({ __typename: "NotFound", code: "APPLICATION_NOT_FOUND" });
    expect(await link(platform, clerk.token, ticket, { application })).toEqual(unknown);
    expect(
      await link(platform, clerk.token, ticket, { application, card: showCard(platform, ID_NUMBER) }),
    ).toEqual(unknown);
  });

  it("is not read, nor its ticket ended, by a clerk who did not call it; but a ticket that hangs can be given up", async () => {
    const visitor = await newVisitor(platform);
    const application = await draft(visitor);
    const appointment = await booked(platform, visitor.token, {
      slot: local(today, "09:00"),
      item: POLICE_ITEM,
      application,
    });
    const ticket = textAt(await take(platform, clerk.token, { appointment }), "id");
    await callNext(platform, clerk.token, "2");
    const colleague = await newClerk(platform);
    const query = "query ($id: ID!) { done: node(id: $id) { ... on Ticket { number application { id } } } }";
    expect(await asked(platform, colleague.token, query, { id: ticket })).toEqual({
      number: "B001",
      application: null,
    });
    expect(await finish(platform, colleague.token, ticket)).toMatchObject({ availableActions: ["GIVE_UP"] });
    expect(await giveUp(platform, colleague.token, ticket)).toMatchObject({ status: "GIVEN_UP" });
    expect(await board(platform)).toContain("2:-");
    expect(await visitsOf(visitor, application)).toEqual({ visits: { count: 0, promised: 1 } });
  });
});

describe("a hall's queue", () => {
  it("is for clerks of its region, and for nobody else", async () => {
    const taken = textAt(await take(platform, clerk.token, { queue: "A" }), "id");
    const elsewhere = await newClerk(platform, "110108");
    for (const refused of [
      await take(platform, elsewhere.token, { queue: "A" }),
      await callNext(platform, elsewhere.token, "1"),
    ])
      expect(refused).toMatchObject({ __typename: "OutsideJurisdiction" });
    for (const refused of [
      await finish(platform, elsewhere.token, taken),
      await giveUp(platform, elsewhere.token, taken),
      await giveUp(platform, (await newVisitor(platform)).token, taken),
    ])
      expect(refused).toMatchObject({ __typename: "NotFound", code: "TICKET_NOT_FOUND" });
    const query = "query ($id: ID!) { done: node(id: $id) { ... on Ticket { number } } }";
    const others = [
      elsewhere,
      await newVisitor(platform),
      await newOfficer(platform, { roles: ["REVIEWER"] }),
    ];
    for (const { token } of others) expect(await asked(platform, token, query, { id: taken })).toBeNull();
    const { token } = await newVisitor(platform);
    await expect(take(platform, token, { queue: "A" })).rejects.toThrow("FORBIDDEN");
    await expect(callNext(platform, manager.token, "1")).rejects.toThrow("FORBIDDEN");
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["an item that the hall does not serve", { item: MARKET_ITEM }, "ITEM_NOT_SERVED"],
    ["a queue that the hall does not have", { queue: "Z" }, "QUEUE_UNKNOWN"],
    ["nothing", {}, "ITEM_OR_QUEUE"],
    ["an identity number that is none", { idNumber: "123", queue: "A" }, "NOT_AN_ID_NUMBER"],
  ])("gives out no number for %s", async (_, wish, code) => {
    expect(await take(platform, clerk.token, wish)).toMatchObject({ __typename: "InvalidInput", code });
  });
});
