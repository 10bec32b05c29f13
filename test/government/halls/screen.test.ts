import { parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HALL_SCREEN } from "../../../local/graphiql/page-examples.ts";
import { costOfOperation, pointsOf } from "../../../services/api/cost.ts";
import {
  announcementOf,
  type HallCall,
  lastCalls,
  withCall,
} from "../../../services/government/halls/tickets/hall-call.ts";
import { AHEAD_MAX, aheadOf, type Waiting } from "../../../services/government/halls/tickets/ticket.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { sweep } from "../../support/sweep.ts";
import type { TestOfficer } from "../cases/casework.ts";
import {
  asked,
  booked,
  callNext,
  FUND_ITEM,
  finish,
  HALL,
  local,
  newClerk,
  newVisitor,
  startHalls,
  take,
} from "./hall-world.ts";

describe("the text that is read out", () => {
  it.each([
    ["A012", "3", "请A零一二号到三号窗口办理。", "Number A zero one two, please go to window three."],
    ["B105", "10", "请B一零五号到十号窗口办理。", "Number B one zero five, please go to window ten."],
    ["C007", "12", "请C零零七号到十二号窗口办理。", "Number C zero zero seven, please go to window twelve."],
    [
      "A1000",
      "20",
      "请A一零零零号到二十号窗口办理。",
      "Number A one zero zero zero, please go to window twenty.",
    ],
    [
      "D040",
      "47",
      "请D零四零号到四十七号窗口办理。",
      "Number D zero four zero, please go to window forty-seven.",
    ],
    [
      "A001",
      "03",
      "请A零零一号到零三号窗口办理。",
      "Number A zero zero one, please go to window zero three.",
    ],
    ["A001", "B2", "请A零零一号到B二号窗口办理。", "Number A zero zero one, please go to window B two."],
    [
      "A001",
      "301",
      "请A零零一号到三零一号窗口办理。",
      "Number A zero zero one, please go to window three zero one.",
    ],
  ])("of %s at window %s has both as a person says them", (number, window, zh, en) => {
    expect(announcementOf({ number, window })).toEqual({ zh, en });
  });
});

describe("the calls that a window keeps", () => {
  const call = (number: string, second: number, window = "1"): HallCall => ({
    ...{ number, window, times: 1 },
    calledAt: `2026-03-02T01:00:${String(second).padStart(2, "0")}.000Z` as Instant,
  });

  it("are its last ten, and a number that is called again is there once, in front", () => {
    let kept: readonly HallCall[] = [];
    for (let i = 1; i <= 12; i += 1) kept = withCall(kept, call(`A0${i}`, i));
    expect(kept.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((i) => `A0${i}`));
    expect(withCall(kept, { ...call("A07", 20), times: 2 })[0]).toMatchObject({ number: "A07", times: 2 });
    expect(withCall(kept, call("A07", 20)).filter(({ number }) => number === "A07")).toHaveLength(1);
  });

  it("are put together by their time, and no more than is asked for", () => {
    const calls = [call("A002", 5), call("A001", 1), call("B001", 3, "2"), call("B002", 5, "2")];
    expect(lastCalls(calls, 3).map(({ number }) => number)).toEqual(["B002", "A002", "B001"]);
    expect(lastCalls(calls, -1)).toEqual([]);
  });
});

describe("how many are ahead", () => {
  const now = "2026-03-02T02:00:00.000Z" as Instant;
  const waiting = (order: string, bookedFor?: string): Waiting => ({
    ...{ id: `tkt_${order}`, order, takenAt: "2026-03-02T01:00:00.000Z" as Instant },
    ...(bookedFor ? { bookedFor: bookedFor as Instant } : {}),
  });
  const due = waiting("A0000009", "2026-03-02T01:30:00.000Z");
  const early = waiting("A0000001", "2026-03-02T03:00:00.000Z");

  it("counts who came before, and whose booked slot has begun, and nobody who is early", () => {
    const queue = [waiting("A0000002"), waiting("A0000003"), waiting("A0000004"), due, early];
    expect(aheadOf(waiting("A0000003"), queue, now)).toBe(2);
    expect(aheadOf(due, queue, now)).toBe(0);
    expect(aheadOf(early, queue, now)).toBe(4);
  });

  it("is known of a ticket that no list shows yet, and is counted up to a hundred", () => {
    expect(aheadOf(waiting("A0000003"), [waiting("A0000002")], now)).toBe(1);
    const crowd = Array.from({ length: AHEAD_MAX }, (_, i) => waiting(`A${String(i + 1).padStart(7, "0")}`));
    expect(aheadOf(waiting("A0000500"), [due, ...crowd], now)).toBe(AHEAD_MAX);
  });
});

describe("a hall's screen", () => {
  let platform: TestPlatform;
  let clerk: TestOfficer;
  const DAYS = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"];
  let today = "";
  beforeAll(async () => {
    ({ platform, clerk } = await startHalls());
  });
  beforeEach(() => {
    today = DAYS.shift() ?? "";
    platform.clock.set(local(today, "09:00"));
  });
  afterAll(() => platform.stop());

  const screen = async () => {
    const answer = await platform.call({ query: HALL_SCREEN, variables: { hall: HALL } });
    expect(answer.errors).toEqual([]);
    return at(answer.data, "hall", "lastCalls");
  };
  const again = (token: string, id: string): Promise<Json> =>
    asked(
      platform,
      token,
      `mutation ($id: ID!) { done: callTicketAgain(id: $id) {
        __typename ... on Refusal { code } ... on NotAllowedNow { state availableActions }
        ... on Ticket { status calledAt timesCalled } } }`,
      { id },
    );
  const next = async (window: string): Promise<string> =>
    textAt(await callNext(platform, clerk.token, window), "id");

  it("shows to anybody the numbers that were called last, served or not, each with its text", async () => {
    for (let i = 0; i < 3; i += 1) await take(platform, clerk.token, { queue: "A" });
    expect(await screen()).toEqual([]);
    const first = await next("1");
    platform.clock.advance(1_000);
    await finish(platform, clerk.token, first);
    await next("2");
    platform.clock.advance(1_000);
    await next("1");
    expect(await screen()).toMatchObject([
      { number: "A003", window: "1", times: 1, calledAt: "2026-03-03T01:00:02.000Z" },
      {
        number: "A002",
        window: "2",
        announcement: { en: "Number A zero zero two, please go to window two." },
      },
      { number: "A001", window: "1" },
    ]);
    const hall = await asked(
      platform,
      undefined,
      `{ done: hall(code: "${HALL}") { windows { calls calledAt } } }`,
    );
    expect(at(hall, "windows")).toEqual([
      { calls: "A003", calledAt: "2026-03-03T01:00:02.000Z" },
      { calls: "A002", calledAt: "2026-03-03T01:00:01.000Z" },
    ]);
  });

  it("shows a number that is called again once, in front, and tells its citizen again", async () => {
    const visitor = await newVisitor(platform);
    const appointment = await booked(platform, visitor.token, {
      slot: local(today, "09:30"),
      item: FUND_ITEM,
    });
    await take(platform, clerk.token, { appointment });
    await take(platform, clerk.token, { queue: "A" });
    const [other, held] = [await next("1"), await next("2")];
    platform.clock.advance(60_000);
    expect(await again(clerk.token, held)).toMatchObject({
      ...{ status: "CALLED", timesCalled: 2, calledAt: platform.clock.now() },
    });
    expect(await screen()).toMatchObject([
      { number: "A001", window: "2", times: 2, calledAt: platform.clock.now() },
      { number: "A002", window: "1", times: 1 },
    ]);
    await sweep(platform);
    const { data } = await platform.call({
      token: visitor.token,
      query: "{ me { notifications { edges { node { type } } } } }",
    });
    const told = JSON.stringify(data).match(/ticket\.called/g);
    expect(told).toHaveLength(2);
    await finish(platform, clerk.token, other);
  });

  it("shows no number more than five times called, none of a colleague's, and none that is over", async () => {
    await take(platform, clerk.token, { queue: "A" });
    const id = await next("1");
    const colleague = await newClerk(platform);
    expect(await again(colleague.token, id)).toMatchObject({ availableActions: ["GIVE_UP"] });
    for (let times = 2; times <= 5; times += 1)
      expect(await again(clerk.token, id)).toMatchObject({ timesCalled: times });
    expect(await again(clerk.token, id)).toMatchObject({
      ...{
        __typename: "NotAllowedNow",
        state: "CALLED",
        availableActions: ["RECEIVE", "SERVE", "MISS", "GIVE_UP", "LINK"],
      },
    });
    await finish(platform, clerk.token, id, "NO_SHOW");
    expect(await again(clerk.token, id)).toMatchObject({ __typename: "NotAllowedNow", state: "NO_SHOW" });
    expect(await again(clerk.token, "tkt_unknown")).toMatchObject({ __typename: "NotFound" });
  });

  it("says to those who wait how many are ahead of them, until they are called", async () => {
    const visitor = await newVisitor(platform);
    const ahead = async (token: string, id: string) =>
      at(
        await asked(platform, token, "query ($id: ID!) { done: node(id: $id) { ... on Ticket { ahead } } }", {
          id,
        }),
        "ahead",
      );
    const walkIn = textAt(await take(platform, clerk.token, { queue: "A" }), "id");
    const appointment = await booked(platform, visitor.token, {
      slot: local(today, "09:30"),
      item: FUND_ITEM,
    });
    const held = textAt(await take(platform, clerk.token, { appointment }), "id");
    expect([await ahead(clerk.token, walkIn), await ahead(visitor.token, held)]).toEqual([0, 1]);
    platform.clock.set(local(today, "09:30"));
    expect([await ahead(clerk.token, walkIn), await ahead(visitor.token, held)]).toEqual([1, 0]);
    await next("1");
    expect([await ahead(clerk.token, walkIn), await ahead(visitor.token, held)]).toEqual([0, null]);
    platform.clock.advance(86_400_000);
    expect(await ahead(clerk.token, walkIn)).toBeNull();
  });

  it("costs less than a fiftieth of what a document may", () => {
    const document = parse(HALL_SCREEN);
    const [operation] = document.definitions;
    if (operation?.kind !== "OperationDefinition") throw new Error("the screen asks for nothing");
    const cost = costOfOperation(schema, { document, operation, variables: { hall: HALL } });
    expect(cost.writes).toBe(10);
    expect(pointsOf(cost)).toBeLessThan(60);
  });
});
