import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  BURST,
  NO_RECEPTIONS,
  RECEPTIONS_AN_HOUR_MAX,
  receiveOneMore,
} from "../../../services/government/cases/mandate/receptions.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { readCard, receiveByRead } from "../../support/card-reader.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { receive, startCasework, type TestOfficer } from "../cases/casework.ts";
import { newClerk } from "./hall-world.ts";

const MINUTE_MS = 60_000;

let platform: TestPlatform;
let clerk: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  clerk = await newClerk(platform);
});
afterAll(() => platform.stop());

const begin = async (): Promise<Json> => {
  const card = await readCard(platform, clerk.token, newIdNumber());
  return at((await receiveByRead(platform, clerk.token, card, randomUUID())).data, "done");
};

const linesOf = (message: string) =>
  platform.logs.filter((line) => line.message === message && line["clerk"] === clerk.id);

describe("a clerk", () => {
  it("begins 30 attendances an hour at most, is told when the next can be begun, and an alarm hears of it", async () => {
    const first = platform.clock.now();
    for (let i = 0; i < RECEPTIONS_AN_HOUR_MAX; i += 1) {
      expect(await begin()).toMatchObject({ __typename: "Attendance" });
      platform.clock.advance(MINUTE_MS);
    }
    const until = plusMs(first, 60 * MINUTE_MS);
    const refused = { __typename: "TooManyAttendances", code: "TOO_MANY_ATTENDANCES", until };
    expect(await begin()).toEqual(refused);
    platform.clock.set(plusMs(until, -1));
    expect(await begin()).toEqual(refused);
    platform.clock.set(until);
    expect(await begin()).toMatchObject({ __typename: "Attendance" });
    expect(await begin()).toMatchObject({ until: plusMs(first, 61 * MINUTE_MS) });
    expect(linesOf("attendance begun")).toHaveLength(RECEPTIONS_AN_HOUR_MAX + 1);
    expect(linesOf("attendance refused")).toHaveLength(3);
    expect(linesOf("attendances in a burst")).toHaveLength(0);
  });

  it("begins no more of them at once, and none of those asked for is a fault", async () => {
    const all = await Promise.all(Array.from({ length: RECEPTIONS_AN_HOUR_MAX + 10 }, begin));
    const types = all.map((one) => textAt(one, "__typename")).sort();
    expect(types.filter((type) => type === "Attendance")).toHaveLength(RECEPTIONS_AN_HOUR_MAX);
    expect(types.filter((type) => type === "TooManyAttendances")).toHaveLength(10);
  });

  it("who begins more than five within two minutes has it marked in the trail, and an alarm hears of it", async () => {
    const actions: unknown[] = [];
    for (let i = 0; i < BURST.receptionsMax + 2; i += 1) {
      const trail = await trailOf(platform.database(), "records-live", textAt(await begin(), "id"));
      actions.push(trail[0]?.["action"]);
      platform.clock.advance(10_000);
    }
    expect(actions.filter((action) => action === "applications.attendance.begun")).toHaveLength(5);
    expect(actions.slice(5)).toEqual(Array(2).fill("applications.attendance.begun-in-a-burst"));
    expect(linesOf("attendances in a burst")).toHaveLength(2);
  });

  it("has a limit of their own: a colleague receives while they may not", async () => {
    for (let i = 0; i < RECEPTIONS_AN_HOUR_MAX; i += 1) await begin();
    expect(await begin()).toMatchObject({ code: "TOO_MANY_ATTENDANCES" });
    const colleague = await newClerk(platform);
    expect(await receive(platform, colleague, newIdNumber())).toMatchObject({ __typename: "Attendance" });
  });

  it("is not held to what lies an hour back, nor does its record grow", () => {
    let receptions = NO_RECEPTIONS;
    let now = "2026-03-02T02:00:00.000Z" as Instant;
    for (let i = 0; i < 500; i += 1) {
      const more = receiveOneMore(receptions, `att_${i}`, now);
      if (!more.ok) throw new Error("refused");
      expect(more.value.ended).toBe(i === 0 ? undefined : `att_${i - 1}`);
      ({ receptions } = more.value);
      now = plusMs(now, 2 * MINUTE_MS);
    }
    expect(receptions.begun).toHaveLength(RECEPTIONS_AN_HOUR_MAX);
  });
});
