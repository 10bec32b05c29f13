import { describe, expect, it } from "vitest";
import { foodBusinessCancellation } from "../../../local/demo/items/food-business-cancellation.ts";
import { foodBusinessLicence } from "../../../local/demo/items/food-business-licence.ts";
import { foodBusinessRenewal } from "../../../local/demo/items/food-business-renewal.ts";
import { loanRepaymentWithdrawal } from "../../../local/demo/items/loan-repayment-withdrawal.ts";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { residencePermit } from "../../../local/demo/items/residence-permit.ts";
import { retirementWithdrawal } from "../../../local/demo/items/retirement-withdrawal.ts";
import { soleTraderRegistration } from "../../../local/demo/items/sole-trader-registration.ts";
import { EXTENSION } from "../../../services/field/licensing-law.ts";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import { actionsFor, type Caller } from "../../../services/government/cases/actions.ts";
import type { Application } from "../../../services/government/cases/application.ts";
import { type Clock, deliveryDue, limitsOf, type Pause } from "../../../services/government/cases/clock.ts";
import { mayComplain } from "../../../services/government/cases/complaint.ts";
import { accept, decide, resume } from "../../../services/government/cases/desk/desk-case.ts";
import { actAgainst } from "../../../services/government/cases/remedies.ts";
import { nextTick, runClock } from "../../../services/government/cases/tick.ts";
import type { Step, Task } from "../../../services/government/cases/workflow.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import { addDays, date, midnight } from "../../../services/kernel/civil-date.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";

const CITIZEN = "ctz_0123456789abcdef";
const OFFICER = "ofc_ann00000";
const STEPS: readonly Step[] = [
  { code: "accept", role: "acceptor", workingDays: 0 },
  { code: "review", role: "reviewer", workingDays: 2 },
  { code: "decide", role: "decider", workingDays: 1 },
  { code: "issue", role: "issuer", workingDays: 5 },
];
const ANN: Officer = {
  ...{ kind: "OFFICER", mode: "live", id: OFFICER, person: "ctz_00000000000000of" },
  roles: ["ACCEPTOR", "REVIEWER", "DECIDER", "SUPERVISOR"],
  jurisdiction: { regionPrefix: "11", departments: [] },
};
const APPLICANT: Caller = { kind: "APPLICANT", isSubject: true };

const at = (day: string): Instant => plusMs(midnight(date(day)), 10 * 3_600_000);
const on = (day: string) => ({ steps: STEPS, now: at(day), standsForSubject: false });

const clockOf = (changes: Partial<Clock> = {}): Clock => ({
  ...{ promisedWorkingDays: 3, statutoryWorkingDays: 3, pauses: [] },
  ...{ receivedOn: date("2026-03-02"), acceptedOn: date("2026-03-02"), ...changes },
});

const caseOf = (clock: Clock, changes: Partial<Application> = {}): Application => ({
  ...{ id: "app_0123456789abcdef", citizenId: CITIZEN, capacity: "SELF", subject: personAs(CITIZEN) },
  ...{ item: { code: "A", version: 1 }, department: "BJ-GJJ", region: "110105" as RegionCode },
  ...{ channel: "ONLINE", stage: "GENERAL", status: "IN_REVIEW", submittedAt: at("2026-03-02") },
  ...{ createdAt: at("2026-03-02"), savedAt: at("2026-03-02"), revision: 3, creation: "x", finished: [] },
  tasks: [task("review", "reviewer")],
  ...{ clock, ...changes },
});

const task = (step: string, role: "acceptor" | "reviewer"): Task => ({
  ...{ step, role, department: "BJ-GJJ", openedAt: at("2026-03-02"), dueOn: date("2026-03-04") },
  claimedBy: OFFICER,
});

const pause = (from: string, until: string, to?: string): Pause => ({
  ...{ reason: "HEARING", note: "听证", by: OFFICER, from: at(from), until: date(until) },
  ...(to ? { to: at(to) } : {}),
});

const mayPause = (clock: Clock, day: string): boolean =>
  actionsFor(caseOf(clock), ANN, on(day)).includes("PAUSE");

const delaySince = (clock: Clock, status: Application["status"], today: string) => {
  const act = actAgainst(caseOf(clock, { status }), undefined, date(today));
  return act?.against === "DELAY" ? act.servedOn : undefined;
};

describe("a limit that is over (Administrative Licensing Law, art. 45)", () => {
  // Three working days from Monday 2 March 2026 end on Thursday the 5th; five with two more by an extension on Monday the 9th.
  const extended = clockOf({
    extension: { workingDays: 2, reason: "复杂", by: OFFICER, at: at("2026-03-05") },
  });
  it.each<[string, Clock, string, boolean]>([
    ["on its last day", clockOf(), "2026-03-05", true],
    ["on the day after", clockOf(), "2026-03-06", false],
    ["weeks later", clockOf(), "2026-03-20", false],
    ["on its last day with an extension", extended, "2026-03-09", true],
    ["after its extension", extended, "2026-03-10", false],
    ["of calendar days, on the day after", clockOf({ statutoryDays: "CALENDAR" }), "2026-03-06", false],
    ["after the promise and within the law", clockOf({ statutoryWorkingDays: 20 }), "2026-03-20", true],
  ])("takes no pause any more: %s", (_, clock, day, isTaken) => {
    expect(mayPause(clock, day)).toBe(isTaken);
  });

  it("is not brought back by a pause that began afterwards, nor is a promise", () => {
    const late = clockOf({ pauses: [pause("2026-03-20", "2026-04-30", "2026-04-30")] });
    expect(limitsOf(late)).toMatchObject({ promised: "2026-03-05", statutory: "2026-03-05" });
    const within = { ...late, statutoryWorkingDays: 20 };
    // Twenty working days until 30 March, and 28 that it stood still: Qingming is on 6 April, 1 to 5 May are off, and Saturday the 9th is not.
    expect(limitsOf(within)).toMatchObject({ promised: "2026-03-05", statutory: "2026-05-12" });
  });

  it.each<[string, Clock["pauses"], string, string | undefined]>([
    ["none, on the last day", [], "2026-03-05", undefined],
    ["none", [], "2026-03-06", "2026-03-05"],
    ["one that began after it", [pause("2026-03-20", "2026-04-30")], "2026-03-20", "2026-03-05"],
    ["one until a day that is to come", [pause("2026-03-04", "2026-03-10")], "2026-03-10", undefined],
    // One working day of three was left on the 4th: the 11th, if the clock goes on after the 10th as was told.
    ["one that should be over", [pause("2026-03-04", "2026-03-10")], "2026-03-11", undefined],
    ["one that should long be over", [pause("2026-03-04", "2026-03-10")], "2026-06-10", "2026-03-11"],
  ])("leaves the remedy against delay, with a pause: %s", (_, pauses, today, since) => {
    const status = pauses.length > 0 ? "PAUSED" : "IN_REVIEW";
    expect(delaySince(clockOf({ pauses }), status, today)).toBe(since);
  });

  it("does not lose that remedy by letting the clock go on late", () => {
    const still = caseOf(clockOf({ pauses: [pause("2026-03-04", "2026-03-10")] }), { status: "PAUSED" });
    const resumed = must(resume(still, { ...on("2026-06-10"), caller: ANN }));
    expect(actAgainst(resumed, undefined, date("2026-06-10"))).toMatchObject({
      ...{ against: "DELAY", servedOn: "2026-03-11" },
    });
    expect(resumed.tasks).toMatchObject([{ step: "review", dueOn: "2026-03-10" }]);
  });

  it("can be complained about while the clock stands still since", () => {
    const late = caseOf(clockOf({ pauses: [pause("2026-03-20", "2026-04-30")] }), { status: "PAUSED" });
    expect(mayComplain(late, date("2026-03-20"))).toBe(true);
    expect(actionsFor(late, APPLICANT, on("2026-03-20"))).toContain("COMPLAIN");
    const inTime = caseOf(clockOf({ pauses: [pause("2026-03-04", "2026-03-10")] }), { status: "PAUSED" });
    expect(mayComplain(inTime, date("2026-03-10"))).toBe(false);
  });
});

describe("a limit of calendar days", () => {
  const calendar = { statutoryDays: "CALENDAR", promisedWorkingDays: 3, statutoryWorkingDays: 3 } as const;
  // Of 2026: 6 March is a Friday; Qingming is from Saturday 4 to Monday 6 April; the holidays of May are from the 1st to the 5th.
  it.each([
    ["2026-03-02", "2026-03-05", "2026-03-04"],
    ["2026-03-05", "2026-03-09", "2026-03-09"],
    ["2026-03-06", "2026-03-09", "2026-03-09"],
    ["2026-04-02", "2026-04-07", "2026-04-07"],
    ["2026-04-30", "2026-05-06", "2026-05-06"],
  ])("of a case accepted on %s ends on %s, and so do its promise and its steps", (day, last, review) => {
    const { acceptedOn: _, ...received } = clockOf({ ...calendar, receivedOn: date(day) });
    const submitted = caseOf(received, { status: "SUBMITTED", tasks: [task("accept", "acceptor")] });
    const accepted = must(accept(submitted, { ...on(day), caller: ANN }));
    const { promised, statutory, warning = "" } = limitsOf(accepted.clock);
    expect([statutory, accepted.tasks[0]?.dueOn]).toEqual([last, review]);
    expect(promised).toBe(last);
    expect(warning <= last).toBe(true);
    // It is flagged on the day after.
    const isFlaggedAt = (now: Instant) => {
      let after = accepted;
      for (let ran = runClock(after, { ...on(day), now }); ran; ran = runClock(after, { ...on(day), now })) {
        after = ran.application;
      }
      return after.clock.overdueAt !== undefined;
    };
    const over = midnight(addDays(date(last), 1));
    expect([isFlaggedAt(plusMs(over, -1)), isFlaggedAt(over)]).toEqual([false, true]);
  });

  it.each(["CALENDAR", "WORKING"] as const)(
    "or of working days holds the steps of what counts as accepted, too: %s",
    (statutoryDays) => {
      const { acceptedOn: _, ...received } = clockOf({ ...calendar, statutoryDays });
      const waiting = caseOf(received, { status: "SUBMITTED", tasks: [task("accept", "acceptor")] });
      const deemed = runClock(waiting, { ...on("2026-03-10"), now: midnight(date("2026-03-10")) });
      expect(deemed?.tick.what).toBe("DEEM_ACCEPTED");
      expect(deemed?.application.tasks).toMatchObject([{ step: "review", dueOn: "2026-03-05" }]);
    },
  );
});

describe("a limit that is for making and handing out as well", () => {
  const permit = { statutoryDays: "CALENDAR", statutoryWorkingDays: 15, promisedWorkingDays: 10 } as const;
  // Accepted on Monday 2 March 2026: fifteen calendar days end on Tuesday the 17th.
  it.each<[string, boolean, string]>([
    ["2026-03-03", true, "2026-03-17"],
    ["2026-03-16", true, "2026-03-17"],
    // Decided late: it is late from the first day on.
    ["2026-03-20", true, "2026-03-17"],
    ["2026-03-03", false, "2026-03-17"],
    ["2026-03-16", false, "2026-03-30"],
  ])("of a case that is granted on %s, and holds it: %s, bounds the delivery by %s", (day, holds, due) => {
    const clock = clockOf({ ...permit, ...(holds ? { limitCoversDelivery: true } : {}) });
    expect(deliveryDue(clock, at(day))).toBe(due);
    const decision = { outcome: "APPROVED", at: at(day), by: OFFICER, reason: "符合条件" } as const;
    const granted = caseOf(clock, { status: "APPROVED", decision, tasks: [] });
    const over = addDays(date(due), 1);
    expect(mayComplain(granted, date(due))).toBe(false);
    expect(mayComplain(granted, over)).toBe(true);
    expect(actAgainst(granted, undefined, over)).toMatchObject({ against: "DELAY", servedOn: due });
    expect(nextTick(granted)).toEqual({ what: "DELIVERY_OVERDUE", at: midnight(over) });
  });

  it("bounds the step that hands it out", () => {
    const clock = clockOf({ ...permit, limitCoversDelivery: true });
    const deciding = { ...task("decide", "reviewer"), role: "decider" } as const;
    const reviewed = caseOf(clock, {
      tasks: [deciding],
      finished: [{ ...task("review", "reviewer"), by: OFFICER, at: at("2026-03-03"), opinion: "" }],
    });
    const verdict = { outcome: "APPROVED", reason: "符合条件" } as const;
    const granted = must(decide(reviewed, verdict, { ...on("2026-03-16"), caller: ANN }));
    expect(granted.tasks).toMatchObject([{ step: "issue", dueOn: "2026-03-17" }]);
  });
});

it.each([
  // 居住证暂行条例, art. 10, and 住房公积金管理条例, art. 25, let nobody extend; 市场主体登记管理条例, art. 19, allows three more days.
  [residencePermit, 0, true],
  [rentWithdrawal, 0, false],
  [retirementWithdrawal, 0, false],
  [loanRepaymentWithdrawal, 0, false],
  [soleTraderRegistration, 3, false],
  // Administrative Licensing Law, art. 42: ten.
  [foodBusinessLicence, 10, false],
  [foodBusinessRenewal, 10, false],
  [foodBusinessCancellation, 10, false],
])(
  "the item $draft.code of the demo city is extended by as many days as its law allows",
  (item, days, covers) => {
    expect(item.draft.extensionWorkingDays ?? EXTENSION.ORDINARY.workingDays).toBe(days);
    expect(item.draft.limitCoversDelivery ?? false).toBe(covers);
  },
);
