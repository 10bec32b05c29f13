import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  CHAOYANG,
  newApplicant,
  newOfficer,
  receive,
  saveCase,
  startCase,
  type TestOfficer,
} from "../cases/casework.ts";
import {
  asked,
  booked,
  callNext,
  closeDays,
  finish,
  giveUp,
  HALL,
  link,
  local,
  newClerk,
  POLICE_ITEM,
  receiveTicket,
  showCard,
  startHalls,
  take,
} from "./hall-world.ts";

/** A day for each test, because queues begin anew with it. */
const DAYS = ["03", "04", "05", "06", "09", "10", "11", "12", "13", "16"].map((day) => `2026-03-${day}`);

let platform: TestPlatform;
let clerk: TestOfficer;
let today = "";
let person: Applicant;
beforeAll(async () => {
  ({ platform, clerk } = await startHalls());
});
beforeEach(async () => {
  today = DAYS.shift() ?? "";
  platform.clock.set(local(today, "08:00"));
  person = await newApplicant(platform);
});
afterAll(() => platform.stop());

const draft = async (who: Applicant = person): Promise<string> =>
  textAt(await startCase(platform, who.token, { item: POLICE_ITEM, region: CHAOYANG }), "id");

/** A ticket by a booking for nine, about a case where there is one. */
async function ticketOf(application?: string, who: Applicant = person): Promise<string> {
  const slot = local(today, "09:00");
  const wish = { slot, item: POLICE_ITEM, ...(application ? { application } : {}) };
  const appointment = await booked(platform, who.token, wish);
  return textAt(await take(platform, clerk.token, { appointment }), "id");
}

const call = () => callNext(platform, clerk.token, "2");

const visitsOf = async (id: string): Promise<Json> =>
  at(
    await asked(
      platform,
      person.token,
      "query ($id: ID!) { done: node(id: $id) { ... on Application { visits { count } } } }",
      { id },
    ),
    "visits",
    "count",
  );

describe("who is called by a ticket", () => {
  it("is received on their identity card, with the case that they have come about, and the visit counts once", async () => {
    const application = await draft();
    const ticket = await ticketOf(application);
    await call();
    const received = await receiveTicket(platform, clerk.token, ticket, person);
    expect(received).toMatchObject({
      __typename: "Attendance",
      ticket: { id: ticket, number: "B001", application: { id: application } },
      applications: [{ id: application }],
    });
    const attendance = textAt(received, "id");
    const form = { applicantName: "王小明" };
    expect(await saveCase(platform, clerk.token, application, form, attendance)).toMatchObject({
      ...{ __typename: "Application", form },
    });
    expect(await visitsOf(application)).toBe(0);
    await finish(platform, clerk.token, ticket);
    expect(await visitsOf(application)).toBe(1);
    const trail = await trailOf(platform.database(), "records-live", attendance);
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ["applications.attendance.begun", ticket],
    ]);
    expect(brokenLink(attendance, trail)).toBeUndefined();
    // An attendance that the ticket opened is closed with it.
    const query =
      "query ($id: ID!) { done: attendance(id: $id) { ticket { application { id } } applications { id } } }";
    expect(await asked(platform, clerk.token, query, { id: attendance })).toEqual({
      ...{ ticket: { application: null }, applications: [] },
    });
  });

  it("is not received on the card of another, nor on a number that is none", async () => {
    const ticket = await ticketOf();
    await call();
    const other = await newApplicant(platform);
    expect(await receiveTicket(platform, clerk.token, ticket, other)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "TICKET_OF_ANOTHER", path: ["idNumber"] },
    });
    const idNumber = "110105194912310021";
    expect(await receiveTicket(platform, clerk.token, ticket, { idNumber })).toMatchObject({
      ...{ code: "ID_NUMBER_INVALID", path: ["idNumber"] },
    });
    // Nobody was received, so nobody is kept from having missed their number.
    expect(await finish(platform, clerk.token, ticket, "NO_SHOW")).toMatchObject({ status: "NO_SHOW" });
  });

  it("is received by the clerk who called them and by no other, and neither before nor after", async () => {
    const ticket = await ticketOf();
    const waiting = await receiveTicket(platform, clerk.token, ticket, person);
    expect(waiting).toMatchObject({ __typename: "NotAllowedNow", state: "WAITING" });
    await call();
    const colleague = await newClerk(platform);
    expect(await receiveTicket(platform, colleague.token, ticket, person)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "CALLED", availableActions: ["GIVE_UP"] },
    });
    const elsewhere = await newClerk(platform, "110108");
    const unknown = { __typename: "NotFound", code: "TICKET_NOT_FOUND" };
    expect(await receiveTicket(platform, elsewhere.token, ticket, person)).toMatchObject(unknown);
    expect(await receiveTicket(platform, clerk.token, "tkt_0", person)).toMatchObject(unknown);
    await finish(platform, clerk.token, ticket);
    expect(await receiveTicket(platform, clerk.token, ticket, person)).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "SERVED", availableActions: [] },
    });
    const manager = await newOfficer(platform, { roles: ["HALL_MANAGER", "ACCEPTOR"] });
    await expect(receiveTicket(platform, manager.token, ticket, person)).rejects.toThrow("FORBIDDEN");
  });

  it("with a ticket that knew nobody is known from then on, and their case is opened by it", async () => {
    const application = await draft();
    const ticket = textAt(await take(platform, clerk.token, { queue: "B" }), "id");
    await call();
    // A number that a clerk knows is no person who is there.
    expect(await receiveTicket(platform, clerk.token, ticket, person)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "CARD_NEEDED", path: ["card"] },
    });
    const card = showCard(platform, person.idNumber);
    expect(await receiveTicket(platform, clerk.token, ticket, { card })).toMatchObject({
      ...{ __typename: "Attendance", ticket: { id: ticket, application: null } },
    });
    expect(await link(platform, clerk.token, ticket, { application })).toMatchObject({
      ...{ isNamed: true, application: { id: application } },
    });
    await finish(platform, clerk.token, ticket);
    expect(await visitsOf(application)).toBe(1);
  });

  it("is received once for a key, also when the answer was lost and the ticket is finished", async () => {
    const [ticket, key] = [await ticketOf(), randomUUID()];
    await call();
    const wish = { idNumber: person.idNumber, key };
    const all = await Promise.all([1, 2, 3].map(() => receiveTicket(platform, clerk.token, ticket, wish)));
    expect(new Set(all.map((one) => textAt(one, "id"))).size).toBe(1);
    await finish(platform, clerk.token, ticket);
    expect(await receiveTicket(platform, clerk.token, ticket, wish)).toMatchObject({
      id: textAt(all[0] ?? null, "id"),
    });
    // The same key without the ticket, or with another, means something else.
    const mismatch = { code: "IDEMPOTENCY_MISMATCH" };
    expect(await receive(platform, clerk, person.idNumber, key)).toMatchObject(mismatch);
    expect(await receiveTicket(platform, clerk.token, "tkt_0000000000000000", wish)).toMatchObject(mismatch);
  });

  it("and goes in the same moment is received before that, or not at all", async () => {
    const ticket = await ticketOf();
    await call();
    const [received, gone] = await Promise.all([
      receiveTicket(platform, clerk.token, ticket, person),
      giveUp(platform, person.token, ticket),
    ]);
    const begun = textAt(received, "__typename") === "Attendance";
    if (!begun) expect(received).toMatchObject({ __typename: "NotAllowedNow", state: "GIVEN_UP" });
    expect(gone).toMatchObject({ __typename: "Ticket", status: "GIVEN_UP" });
  });

  it("and received has not missed their number", async () => {
    const ticket = await ticketOf();
    await call();
    expect(await call()).toMatchObject({ availableActions: ["SERVE", "MISS", "GIVE_UP"] });
    await receiveTicket(platform, clerk.token, ticket, person);
    expect(await call()).toMatchObject({ availableActions: ["SERVE", "GIVE_UP"] });
    expect(await finish(platform, clerk.token, ticket, "NO_SHOW")).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "CALLED" },
      availableActions: ["RECEIVE", "SERVE", "GIVE_UP", "LINK"],
    });
  });

  it("and received was served, though nobody finished the ticket before the day ended", async () => {
    // Tickets that other days have left.
    await closeDays(platform);
    const application = await draft();
    const ticket = await ticketOf(application);
    await call();
    await receiveTicket(platform, clerk.token, ticket, person);
    platform.clock.set(local(today, "23:59"));
    platform.clock.advance(120_000);
    expect(await closeDays(platform)).toMatchObject({ served: 1, givenUp: 0 });
    expect(await closeDays(platform)).toMatchObject({ served: 0, givenUp: 0 });
    expect(await visitsOf(application)).toBe(1);
    const trail = await trailOf(platform.database(), "records-live", application);
    expect(trail.at(-1)).toMatchObject({
      ...{ action: "halls.case.visited", reason: `${HALL} B001`, actor: "system/close-hall-days" },
    });
  });

  it("is not received by a clerk who is that person themselves", async () => {
    const ticket = await ticketOf();
    const self = await newOfficer(platform, { roles: ["WINDOW_CLERK"], person: person.id });
    await callNext(platform, self.token, "2");
    expect(await receiveTicket(platform, self.token, ticket, person)).toMatchObject({
      code: "OFFICERS_OWN_MATTER",
    });
  });

  it("in the sandbox is received nowhere, for attendances are live", async () => {
    const sandbox = await newApplicant(platform, "test");
    const slot = local(today, "09:00");
    const appointment = await booked(platform, sandbox.token, { slot, item: POLICE_ITEM });
    const ticket = textAt(await take(platform, clerk.token, { appointment, mode: "TEST" }), "id");
    await callNext(platform, clerk.token, "2", { mode: "TEST" });
    expect(await receiveTicket(platform, clerk.token, ticket, sandbox)).toMatchObject({
      code: "TICKET_NOT_FOUND",
    });
  });
});
