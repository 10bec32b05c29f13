import { describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import { answerDueDate } from "../../../services/government/cases/answer-due-date.ts";
import type { Application } from "../../../services/government/cases/application.ts";
import { limitsOf, PAUSE_REASONS, type PauseReason } from "../../../services/government/cases/clock.ts";
import { mayComplain } from "../../../services/government/cases/complaint.ts";
import { type OfficerFacts, pause, resume } from "../../../services/government/cases/desk/desk-case.ts";
import { escalatedSince, escalationsOf } from "../../../services/government/cases/escalation.ts";
import type { SiteInspection } from "../../../services/government/cases/inspection-on-site.ts";
import { appoint, signReport } from "../../../services/government/cases/site-inspection/inspection-case.ts";
import { runClock } from "../../../services/government/cases/tick.ts";
import type { Step, Task } from "../../../services/government/cases/workflow.ts";
import type { Officer, Role } from "../../../services/kernel/actor.ts";
import { type CivilDate, date, midnight } from "../../../services/kernel/civil-date.ts";
import type { OfficerId } from "../../../services/kernel/ids.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";

const DEPARTMENT = "BJ-SCJG";
const [ANN, EVE, FAY]: readonly [OfficerId, OfficerId, OfficerId] = [
  ...(["ofc_ann00000", "ofc_eve00000", "ofc_fay00000"] as const),
];
const CITIZEN = "ctz_0123456789abcdef";

const STEPS: readonly Step[] = [
  { code: "documents", role: "reviewer", workingDays: 2 },
  {
    ...{ code: "site", role: "inspector", workingDays: 5, jointly: true },
    checklist: [{ code: "door", name: { zh: "门", en: "Door" }, critical: true }],
  },
  { code: "decide", role: "decider", workingDays: 2 },
];

const officer = (id: OfficerId, ...roles: readonly Role[]): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id, roles, person: "ctz_00000000000000of" },
  jurisdiction: { regionPrefix: "11", departments: [] },
});
/** Ten in the morning in Beijing. */
const at = (day: string): Instant => plusMs(midnight(date(day)), 10 * 3_600_000);
const by = (day: string, caller: Officer = officer(ANN, "REVIEWER", "INSPECTOR")): OfficerFacts => ({
  ...{ steps: STEPS, now: at(day), standsForSubject: false, caller },
});

const task = (step: string, role: Task["role"], claimedBy: OfficerId): Task => ({
  ...{ step, role, department: DEPARTMENT, openedAt: at("2026-03-02"), dueOn: date("2026-03-06"), claimedBy },
});

/** Accepted on Monday 2 March 2026, with ten working days promised and twenty by law; no holiday is near. */
const accepted = (changes: Partial<Application> = {}): Application => ({
  ...{ id: "app_0123456789abcdef", citizenId: CITIZEN, capacity: "SELF", subject: personAs(CITIZEN) },
  ...{ item: { code: "A", version: 1 }, department: DEPARTMENT, region: "110105" as RegionCode },
  ...{ channel: "ONLINE", stage: "GENERAL", status: "IN_REVIEW", submittedAt: at("2026-03-02") },
  ...{ createdAt: at("2026-03-02"), savedAt: at("2026-03-02"), revision: 3, creation: "x", finished: [] },
  tasks: [task("documents", "reviewer", ANN), task("site", "inspector", ANN)],
  clock: {
    ...{ promisedWorkingDays: 10, statutoryWorkingDays: 20, pauses: [] },
    ...{ receivedOn: date("2026-03-02"), acceptedOn: date("2026-03-02") },
  },
  ...changes,
});

const stopped = (reason: PauseReason, until = "2026-03-13", on = "2026-03-04"): Application =>
  must(pause(accepted(), { reason, note: "依法进行", until: date(until) }, by(on)));

const limitsIn = ({ clock }: Application) => {
  const { promised, statutory } = limitsOf(clock);
  return [promised, statutory];
};

describe("what stops the clock (Administrative Licensing Law, art. 45)", () => {
  it("is the list of the law and nothing else", () => {
    expect(PAUSE_REASONS).toEqual([
      ...["HEARING", "TENDER", "AUCTION", "INSPECTION", "TESTING", "QUARANTINE", "APPRAISAL"],
      "EXPERT_REVIEW",
    ]);
  });

  /** By hand, on the calendar of March and April 2026 (Qingming: 4 to 6 April): ten days promised end on 16 March, twenty on 30 March. */
  const STOOD: readonly (readonly [from: string, to: string, promised: string, statutory: string])[] = [
    ["2026-03-04", "2026-03-04", "2026-03-16", "2026-03-30"],
    ["2026-03-04", "2026-03-05", "2026-03-17", "2026-03-31"],
    ["2026-03-06", "2026-03-09", "2026-03-17", "2026-03-31"],
    ["2026-03-07", "2026-03-08", "2026-03-16", "2026-03-30"],
    ["2026-03-04", "2026-03-18", "2026-03-30", "2026-04-14"],
  ];
  it.each(STOOD)(
    "from %s to %s leaves a promise until %s, and the law's limit on %s",
    (from, to, ...limits) => {
      for (const reason of PAUSE_REASONS) {
        const still = stopped(reason, to, from);
        expect(limitsIn(still)).toEqual([undefined, undefined]);
        expect(limitsIn(must(resume(still, by(to))))).toEqual(limits);
      }
    },
  );

  it("is no verification on site: from the appointment to the report the limits are as they were", () => {
    const appointed = must(appoint(accepted(), "site", [EVE, FAY], by("2026-03-03")));
    expect([appointed.status, ...limitsIn(appointed)]).toEqual(["IN_REVIEW", "2026-03-16", "2026-03-30"]);
    const found = [{ point: "door", result: "MET", note: "", by: EVE, at: at("2026-03-12") } as const];
    const [site] = appointed.inspections ?? [];
    const seen = { ...appointed, inspections: site ? [{ ...site, findings: found }] : [] };
    const once = must(signReport(seen, by("2026-03-12", officer(EVE, "INSPECTOR"))));
    const twice = must(signReport(once, by("2026-03-12", officer(FAY, "INSPECTOR"))));
    expect([twice.status, ...limitsIn(twice)]).toEqual(["IN_REVIEW", "2026-03-16", "2026-03-30"]);
    expect(twice.finished.map(({ step }) => step)).toEqual(["site"]);
    expect(twice.clock.pauses).toEqual([]);
  });
});

describe("a verification on site while the clock stands still", () => {
  const underWay: SiteInspection = {
    ...{ step: "site", inspectors: [EVE, FAY], appointedBy: ANN, appointedAt: at("2026-03-04") },
    findings: [{ point: "door", result: "MET", note: "", by: EVE, at: at("2026-03-05") }],
    signedBy: [EVE],
  };
  const signed = (application: Application) =>
    must(signReport(application, by("2026-03-09", officer(FAY, "INSPECTOR"))));

  it("is reported on, and what the clock stands still for goes on", () => {
    const reported = signed({ ...stopped("TESTING"), inspections: [underWay] });
    expect([reported.status, reported.inspections?.[0]?.outcome]).toEqual(["PAUSED", "PASSED"]);
    expect(limitsIn(reported)).toEqual([undefined, undefined]);
  });

  it("that stopped the clock itself, as cases from before have it, lets it go on with the report", () => {
    const { clock } = accepted();
    const old = { reason: "INSPECTION", note: "site", by: ANN, from: at("2026-03-04") } as const;
    const before = accepted({
      ...{ status: "PAUSED", inspections: [underWay], clock: { ...clock, pauses: [old] } },
    });
    const reported = signed(before);
    // Three working days, which its applicant was told not to count.
    expect([reported.status, ...limitsIn(reported)]).toEqual(["IN_REVIEW", "2026-03-19", "2026-04-02"]);
    expect(reported.tasks.map(({ step }) => step)).toEqual(["documents"]);
    // Or somebody lets it go on before.
    expect(must(resume(before, by("2026-03-05")))).toMatchObject({
      ...{ status: "IN_REVIEW", inspections: [underWay] },
    });
  });
});

describe("the expected end of what the clock stands still for", () => {
  it.each([
    ["2026-03-03", false],
    ["2026-03-04", true],
    ["2027-03-04", true],
    ["2027-03-05", false],
  ])("that is told on 4 March 2026 can be %s: %s", (until, isTaken) => {
    const ground = { reason: "TESTING", note: "送检", until: date(until) } as const;
    const outcome = pause(accepted(), ground, by("2026-03-04"));
    if (outcome.ok) expect(isTaken).toBe(true);
    else {
      expect([isTaken, outcome.error]).toEqual([
        false,
        {
          code: "PAUSE_END_OUT_OF_RANGE",
          values: { from: "2026-03-04", to: "2027-03-04" },
          path: ["until"],
        },
      ]);
    }
  });

  it("is said to the applicant with what it is for", () => {
    for (const reason of PAUSE_REASONS) {
      expect(answerDueDate(stopped(reason), date("2026-03-05"))).toMatchObject({
        code: `ANSWER_PAUSED_${reason}`,
        further: [{ code: "ANSWER_PAUSED_UNTIL", values: { until: "2026-03-13" } }],
      });
    }
  });

  it("is flagged once it is over, brought before the supervisor, and can be complained about", () => {
    const still = stopped("APPRAISAL");
    const on = (day: CivilDate) => runClock(still, { ...by(day), now: midnight(day) });
    expect(on(date("2026-03-13"))).toBeUndefined();
    const flagged = on(date("2026-03-14"))?.application ?? expect.fail("not flagged");
    expect(escalationsOf(still)).toEqual([]);
    expect(escalationsOf(flagged)).toEqual([{ reason: "PAUSE_OVER", since: midnight(date("2026-03-14")) }]);
    expect(escalatedSince(flagged)).toBe(midnight(date("2026-03-14")));
    expect(mayComplain(still, date("2026-03-13"))).toBe(false);
    expect(mayComplain(still, date("2026-03-14"))).toBe(true);
    // It ends as the clock goes on.
    expect(escalationsOf(must(resume(flagged, by("2026-03-16"))))).toEqual([]);
  });
});
