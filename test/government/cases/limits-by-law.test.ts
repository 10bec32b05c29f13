import { describe, expect, it } from "vitest";
import { EXTENSION, JOINT_WORKING_DAYS_MAX } from "../../../services/field/licensing-law.ts";
import { addWorkingDays } from "../../../services/field/working-days.ts";
import { type Clock, limitsOf } from "../../../services/government/cases/clock.ts";
import { escalatedSince, escalationsOf } from "../../../services/government/cases/escalation.ts";
import { tasksNow } from "../../../services/government/cases/workflow.ts";
import { extensionOf } from "../../../services/government/catalogue/index.ts";
import { daysOfSteps } from "../../../services/government/catalogue/workflow.ts";
import { date, midnight } from "../../../services/kernel/civil-date.ts";

const MONDAY = date("2026-03-02");
const BY = "ofc_0000000000000001";

const clock = (changes: Partial<Clock>): Clock => ({
  ...{ promisedWorkingDays: 20, statutoryWorkingDays: 20, pauses: [], acceptedOn: MONDAY, ...changes },
});
const extended = (workingDays: number) => ({
  extension: { workingDays, reason: "案情复杂", by: BY, at: midnight(MONDAY) } as const,
});

describe("the time for a decision (Administrative Licensing Law, art. 42)", () => {
  /**
   * By hand, from acceptance on Monday 2 March 2026. Days off: Qingming 4 to 6 April, Labour Day 1 to 5 May; Saturday 9 May is
   * worked. The 20th working day is 30 March, the 30th 14 April, the 45th 8 May, and the 60th 28 May.
   */
  it.each([
    ["ordinary", 20, 0, "2026-03-30"],
    ["ordinary, extended by ten with the authority's head's approval", 20, 10, "2026-04-14"],
    ["extended by five, as its own law has it", 20, 5, "2026-04-07"],
    ["joint", 45, 0, "2026-05-08"],
    ["joint, extended by fifteen with the government's approval", 45, 15, "2026-05-28"],
  ])("%s: ends by law on its last day", (_, statutoryWorkingDays, more, last) => {
    const { statutory } = limitsOf(clock({ statutoryWorkingDays, ...(more > 0 ? extended(more) : {}) }));
    expect(statutory).toBe(last);
  });

  it("is extended as the law and the item say", () => {
    expect(JOINT_WORKING_DAYS_MAX).toBe(45);
    expect(EXTENSION).toEqual({
      ORDINARY: { workingDays: 10, approver: "AUTHORITY_HEAD" },
      JOINT: { workingDays: 15, approver: "GOVERNMENT_HEAD" },
    });
    expect(extensionOf({})).toEqual(EXTENSION.ORDINARY);
    expect(extensionOf({ handling: "JOINT" })).toEqual(EXTENSION.JOINT);
    expect(extensionOf({ extensionWorkingDays: 5 })).toEqual({ workingDays: 5, approver: "AUTHORITY_HEAD" });
    expect(extensionOf({ handling: "JOINT", extensionWorkingDays: 0 })).toEqual({
      ...{ workingDays: 0, approver: "GOVERNMENT_HEAD" },
    });
  });
});

describe("the days that steps take together", () => {
  type Row = readonly [role: string, workingDays: number, jointly?: boolean];
  const days = (...rows: readonly Row[]) =>
    daysOfSteps(rows.map(([role, workingDays, jointly = false]) => ({ role, workingDays, jointly })));

  it.each<readonly [string, readonly Row[], ReturnType<typeof daysOfSteps>]>([
    [
      "one after another add up",
      [
        ["acceptor", 0],
        ["reviewer", 4],
        ["decider", 1],
        ["issuer", 5],
      ],
      { acceptance: 0, decision: 5, delivery: 5 },
    ],
    [
      "jointly count as the longest",
      [
        ["acceptor", 2],
        ["reviewer", 10],
        ["reviewer", 15, true],
        ["inspector", 8, true],
        ["decider", 5],
      ],
      { acceptance: 2, decision: 20, delivery: 0 },
    ],
    [
      "two groups of parallel ones add up",
      [
        ["reviewer", 3],
        ["reviewer", 2, true],
        ["inspector", 1],
        ["inspector", 4, true],
        ["decider", 2],
      ],
      { acceptance: 0, decision: 9, delivery: 0 },
    ],
    [
      "no delivery counts into the decision",
      [
        ["acceptor", 5],
        ["decider", 20],
        ["issuer", 10],
      ],
      { acceptance: 5, decision: 20, delivery: 10 },
    ],
  ])("%s", (_, rows, expected) => expect(days(...rows)).toEqual(expected));
});

describe("a step of 0 days", () => {
  /** Sunday 1 March 2026; Saturday 28 February is worked; Spring Festival ends on 23 February. */
  it.each([
    ["2026-03-01", "2026-03-02"],
    ["2026-02-28", "2026-02-28"],
    ["2026-03-02", "2026-03-02"],
    ["2026-03-07", "2026-03-09"],
    ["2026-02-20", "2026-02-24"],
    ["2026-10-01", "2026-10-08"],
  ])("that is received on %s is due on %s", (on, due) => {
    const steps = [{ code: "accept", role: "acceptor", workingDays: 0 }];
    const opening = {
      status: "SUBMITTED",
      department: "BJ-GA",
      at: midnight(date(on)),
      on: date(on),
    } as const;
    expect(tasksNow(steps, [], [], opening).map(({ dueOn }) => dueOn)).toEqual([due]);
    expect(addWorkingDays(date(on), 0)).toBe(due);
    // An item that is decided on the spot promises no Sunday either.
    const limits = limitsOf(clock({ promisedWorkingDays: 0, acceptedOn: date(on) }));
    expect([limits.warning, limits.promised]).toEqual([due, due]);
  });
});

describe("a late decision and a late delivery", () => {
  const decision = { outcome: "APPROVED", at: midnight(date("2026-04-10")), by: BY, reason: "" } as const;
  const granted = (changes: Partial<Clock>) => ({
    ...({ status: "APPROVED", tasks: [], decision, complaints: [], appeal: undefined } as const),
    clock: clock(changes),
  });
  const [BEFORE, AFTER] = [midnight(date("2026-03-31")), midnight(date("2026-04-25"))];

  it.each<readonly [string, Partial<Clock>, string | undefined]>([
    ["neither", {}, undefined],
    ["a late decision alone", { overdueAt: BEFORE }, undefined],
    ["a late delivery alone", { deliveryOverdueAt: AFTER }, AFTER],
    ["both", { overdueAt: BEFORE, deliveryOverdueAt: AFTER }, AFTER],
    ["a late delivery, as older cases keep it", { overdueAt: AFTER }, AFTER],
  ])("%s", (_, changes, since) => {
    expect(escalatedSince(granted(changes))).toBe(since);
    const reasons = since ? [{ reason: "DELIVERY_OVERDUE", since }] : [];
    expect(escalationsOf(granted(changes))).toEqual(reasons);
  });
});
