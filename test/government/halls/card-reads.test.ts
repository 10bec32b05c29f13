import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CardRead } from "../../../services/government/halls/card-readers/card-read.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { addReader, newReader, publicKeyOf, receiveByRead, signRead } from "../../support/card-reader.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Applicant, newApplicant, newOfficer, startCase, type TestOfficer } from "../cases/casework.ts";
import {
  asked,
  callNext,
  HALL,
  HALL_READER,
  link,
  local,
  newClerk,
  POLICE_ITEM,
  receiveTicket,
  saveHall,
  showCard,
  startHalls,
  take,
} from "./hall-world.ts";

/** The working days of July 2026, one for each test, because queues begin anew with it. */
const DAYS = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) => ![4, 5].includes(day % 7));

let platform: TestPlatform;
let manager: TestOfficer;
let clerk: TestOfficer;
let person: Applicant;
let today = "";
beforeAll(async () => {
  ({ platform, manager } = await startHalls());
});
beforeEach(async () => {
  today = `2026-07-${String(DAYS.shift()).padStart(2, "0")}`;
  platform.clock.set(local(today, "10:00"));
  clerk = await newClerk(platform);
  person = await newApplicant(platform);
});
afterAll(() => platform.stop());

const received = async (card: CardRead, by = clerk, key: string = randomUUID()): Promise<Json> => {
  const { data, errors } = await receiveByRead(platform, by.token, card, key);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, "done");
};

const read = (readAt: string = platform.clock.now(), altered: Partial<CardRead> = {}, reader = HALL_READER) =>
  signRead(reader, { idNumber: person.idNumber, readAt }, altered);

const seconds = (count: number): string => plusMs(platform.clock.now(), count * 1_000);

const refusedFor = (code: string) => ({ __typename: "InvalidInput", code });

describe("an attendance without a ticket", () => {
  it("is begun by a read of the person's card, and the trail names hall and reader", async () => {
    const attendance = await received(read());
    expect(attendance).toMatchObject({
      __typename: "Attendance",
      until: plusMs(platform.clock.now(), 1_200_000),
    });
    const trail = await trailOf(platform.database(), "records-live", textAt(attendance, "id"));
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ["applications.attendance.begun", `${HALL} ${HALL_READER.code}`],
    ]);
  });

  it("is not begun with nothing but a known identity number", async () => {
    const { idNumber } = person;
    const { errors } = await platform.call({
      token: clerk.token,
      query: `mutation { receiveAtWindow(idNumber: "${idNumber}", idempotencyKey: "known-number") { __typename } }`,
    });
    expect(errors[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
    // Nor by a ticket that the clerk takes, names and calls themselves.
    const application = textAt(await startCase(platform, person.token, { item: POLICE_ITEM }), "id");
    const taken = await take(platform, clerk.token, { queue: "B", idNumber, item: POLICE_ITEM });
    expect(taken).toMatchObject({ isNamed: false, application: null });
    const ticket = textAt(taken, "id");
    expect(await callNext(platform, clerk.token, "2")).toMatchObject({ id: ticket, application: null });
    expect(await receiveTicket(platform, clerk.token, ticket, { idNumber })).toMatchObject(
      refusedFor("CARD_NEEDED"),
    );
    expect(await receiveTicket(platform, clerk.token, ticket, {})).toMatchObject(refusedFor("CARD_NEEDED"));
    expect(await link(platform, clerk.token, ticket, { application })).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
  });

  it.each<[string, () => CardRead, string]>([
    ["is two minutes old", () => read(seconds(-120)), "CARD_READ_NOT_NOW"],
    ["lies in the future", () => read(seconds(31)), "CARD_READ_NOT_NOW"],
    [
      "was made with another key",
      () => read(undefined, {}, newReader(HALL, "W-1", 9)),
      "CARD_READ_NOT_SIGNED",
    ],
    [
      "names another time",
      () => read(seconds(-300), { readAt: seconds(0) as Instant }),
      "CARD_READ_NOT_SIGNED",
    ],
    [
      "names another person",
      () => read(undefined, { idNumber: "11010519491231002X" }),
      "CARD_READ_NOT_SIGNED",
    ],
    ["names another name", () => read(undefined, { name: "李四" }), "CARD_READ_NOT_SIGNED"],
    ["has a signature that is none", () => read(undefined, { signature: "x" }), "CARD_READ_NOT_SIGNED"],
    ["names a number that is none", () => read(undefined, { idNumber: "123" }), "ID_NUMBER_INVALID"],
    [
      "is of a reader that nobody knows",
      () => read(undefined, {}, newReader(HALL, "W-9")),
      "CARD_READER_UNKNOWN",
    ],
    ["is of a hall that nobody knows", () => read(undefined, {}, newReader("BJ-XX-01")), "HALL_NOT_FOUND"],
  ])("is not begun by a read that %s", async (_, card, code) => {
    expect(await received(card())).toMatchObject(refusedFor(code));
  });

  it("is begun by a read of a reader whose clock is a little fast, or that is almost two minutes old", async () => {
    for (const readAt of [seconds(30), seconds(-119)])
      expect(await received(read(readAt))).toMatchObject({ __typename: "Attendance" });
  });

  it("is the same one where the same call has begun it between two reads of this one", async () => {
    const card = read();
    const key = randomUUID();
    const first: Json[] = [];
    platform.gate.delayRead("att_", async () => {
      first.push(await received(card, clerk, key));
    });
    expect(await received(card, clerk, key)).toEqual(first[0]);
    expect(first[0]).toMatchObject({ __typename: "Attendance" });
  });

  it("is begun once by one read, also where it is sent at once or by another clerk", async () => {
    const card = read();
    const all = await Promise.all([1, 2, 3].map(() => received(card)));
    expect(all.filter((one) => at(one, "__typename") === "Attendance")).toHaveLength(1);
    for (const one of all.filter((each) => at(each, "__typename") !== "Attendance"))
      expect(one).toMatchObject(refusedFor("CARD_READ_USED"));
    const colleague = await newClerk(platform);
    expect(await received(card, colleague)).toMatchObject(refusedFor("CARD_READ_USED"));
    // A signature can be written in more than one way, the read is the same.
    const padded = { ...card, signature: `${card.signature}==` };
    expect(await received(padded, colleague)).toMatchObject(refusedFor("CARD_READ_USED"));
  });

  it("is the same for a key whose answer was lost, also when the read is old", async () => {
    const [card, key] = [read(), randomUUID()];
    const first = await received(card, clerk, key);
    platform.clock.advance(180_000);
    expect(await received(card, clerk, key)).toMatchObject({ id: textAt(first, "id") });
  });

  it("is begun at a hall of the clerk's jurisdiction, and while it is open", async () => {
    const elsewhere = await newClerk(platform, "110108");
    expect(await received(read(), elsewhere)).toMatchObject(refusedFor("OUTSIDE_JURISDICTION"));
    for (const time of ["08:59", "12:00", "13:29", "17:00"]) {
      platform.clock.set(local(today, time));
      expect(await received(read()), time).toMatchObject(refusedFor("HALL_CLOSED_NOW"));
    }
    // A Saturday, the National Day, and a day on which the hall itself closes.
    const specialDays = [{ day: today, hours: [], reason: { zh: "停电检修", en: "Maintenance" } }];
    await saveHall(platform, manager.token, { specialDays }, "停电检修");
    for (const day of ["2026-07-04", "2026-10-01", today]) {
      platform.clock.set(local(day, "10:00"));
      const token = await platform.tokens.officer({ roles: ["WINDOW_CLERK"], region: "11" });
      expect(await received(read(), { ...clerk, token }), day).toMatchObject(refusedFor("HALL_CLOSED_NOW"));
    }
    await saveHall(platform, manager.token, {}, "恢复开放");
  });
});

describe("a ticket", () => {
  it("that was taken with a card names its holder, and who called it receives them with nothing more", async () => {
    const card = showCard(platform, person.idNumber);
    const ticket = textAt(await take(platform, clerk.token, { queue: "A", card }), "id");
    await callNext(platform, clerk.token, "1");
    const [attendance, other] = [
      await receiveTicket(platform, clerk.token, ticket, {}),
      await newClerk(platform),
    ];
    expect(attendance).toMatchObject({ __typename: "Attendance", ticket: { id: ticket } });
    // Once: who was received before shows their card again.
    expect(await receiveTicket(platform, clerk.token, ticket, {})).toMatchObject(refusedFor("CARD_NEEDED"));
    expect(await receiveTicket(platform, clerk.token, ticket, person)).toMatchObject(
      refusedFor("CARD_NEEDED"),
    );
    expect(await receiveTicket(platform, other.token, ticket, {})).toMatchObject({
      __typename: "NotAllowedNow",
    });
    const again = await receiveTicket(platform, clerk.token, ticket, {
      card: showCard(platform, person.idNumber),
    });
    expect(again).toMatchObject({ __typename: "Attendance" });
    const first = await platform
      .database()
      .get("records-live", { pk: textAt(attendance, "id"), sk: "attendance" });
    expect(first?.["endedAt"]).toBe(platform.clock.now());
  });

  it("of yesterday is received by nobody", async () => {
    const card = showCard(platform, person.idNumber);
    const ticket = textAt(await take(platform, clerk.token, { queue: "A", card }), "id");
    await callNext(platform, clerk.token, "1");
    platform.clock.set(local("2026-08-03", "10:00"));
    expect(await receiveTicket(platform, clerk.token, ticket, {})).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "CALLED", availableActions: ["GIVE_UP"] },
    });
  });

  it("is not named by a card that was read at another hall, or was used", async () => {
    await saveHall(platform, manager.token, { code: "BJ-CY-02" });
    const reader = newReader("BJ-CY-02");
    await addReader(platform, manager.token, reader);
    const [card, far] = [showCard(platform, person.idNumber), showCard(platform, person.idNumber, reader)];
    expect(await take(platform, clerk.token, { queue: "A", card: far })).toMatchObject(
      refusedFor("CARD_OF_OTHER_HALL"),
    );
    expect(await take(platform, clerk.token, { queue: "A", card })).toMatchObject({ isNamed: true });
    expect(await take(platform, clerk.token, { queue: "A", card })).toMatchObject(
      refusedFor("CARD_READ_USED"),
    );
    expect(await received(card)).toMatchObject(refusedFor("CARD_READ_USED"));
  });
});

describe("a card reader", () => {
  const add = async (reader = newReader(HALL, "W-2", 2), by = manager, key?: string): Promise<Json> =>
    at((await addReader(platform, by.token, reader, key)).data, "done");
  const retire = (code: string, by = manager): Promise<Json> =>
    asked(
      platform,
      by.token,
      `mutation { done: retireCardReader(hall: "${HALL}", code: "${code}", reason: "机具遗失") {
        __typename ... on Refusal { code } ... on Hall { cardReaders { code retiredAt } } } }`,
    );

  it("is made known by a manager of the hall, and proves nothing from the moment it is out of use", async () => {
    const reader = newReader(HALL, "W-2", 2);
    expect(await received(read(undefined, {}, reader))).toMatchObject(refusedFor("CARD_READER_UNKNOWN"));
    expect(await add(reader)).toMatchObject({ __typename: "Hall" });
    expect(await add(reader)).toMatchObject({ __typename: "Hall" });
    expect(await received(read(seconds(-1), {}, reader))).toMatchObject({ __typename: "Attendance" });
    expect(await retire("W-2")).toMatchObject({
      cardReaders: [
        { code: "W-1", retiredAt: null },
        { code: "W-2", retiredAt: platform.clock.now() },
      ],
    });
    expect(await received(read(undefined, {}, reader))).toMatchObject(refusedFor("CARD_READER_RETIRED"));
    expect(await add(reader)).toMatchObject(refusedFor("CARD_READER_CODE_TAKEN"));
    const history = await asked(
      platform,
      manager.token,
      `{ done: hall(code: "${HALL}") { history(first: 2) { edges { node { officer { id } reason } } } } }`,
    );
    expect(history).toMatchObject({
      history: {
        edges: [
          { node: { officer: { id: manager.id }, reason: "机具遗失" } },
          { node: { reason: "启用新机具" } },
        ],
      },
    });
  });

  it("is neither added nor retired by others, or elsewhere, and its key and code are what they say", async () => {
    const far = await newOfficer(platform, { roles: ["HALL_MANAGER"], region: "310" });
    expect(await add(undefined, far)).toMatchObject({ __typename: "OutsideJurisdiction" });
    expect(await retire("W-1", far)).toMatchObject({ __typename: "OutsideJurisdiction" });
    expect(await retire("W-8")).toMatchObject({ __typename: "NotFound", code: "CARD_READER_UNKNOWN" });
    expect(await add(newReader("BJ-XX-01"))).toMatchObject({
      __typename: "NotFound",
      code: "HALL_NOT_FOUND",
    });
    expect(await add(newReader(HALL, "w 2"))).toMatchObject(refusedFor("CARD_READER_CODE_INVALID"));
    for (const key of [
      "",
      "x",
      `${publicKeyOf(newReader(HALL).key)}A`,
      Buffer.alloc(31).toString("base64url"),
    ])
      expect(await add(newReader(HALL, "W-3"), manager, key), key).toMatchObject(
        refusedFor("CARD_READER_KEY_INVALID"),
      );
    const answer = await addReader(platform, clerk.token, newReader(HALL, "W-3"));
    expect(answer.errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("proves nothing to the clerk who has added it, for they could hold its key", async () => {
    const both = await newOfficer(platform, { roles: ["HALL_MANAGER", "WINDOW_CLERK"] });
    const reader = newReader(HALL, "W-4", 4);
    await add(reader, both);
    expect(await received(read(undefined, {}, reader), both)).toMatchObject(refusedFor("CARD_READER_OWN"));
    expect(await received(read(undefined, {}, reader))).toMatchObject({ __typename: "Attendance" });
  });
});
