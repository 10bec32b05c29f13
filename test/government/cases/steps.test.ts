import { describe, expect, it } from "vitest";
import { personAs } from "../../../services/field/subject.ts";
import { actionsFor } from "../../../services/government/cases/actions.ts";
import type { Application } from "../../../services/government/cases/application.ts";
import type { OfficerFacts } from "../../../services/government/cases/desk/desk-case.ts";
import { claim, reassign, release } from "../../../services/government/cases/desk/step-holder.ts";
import type { SiteInspection } from "../../../services/government/cases/inspection-on-site.ts";
import { appoint } from "../../../services/government/cases/site-inspection/inspection-case.ts";
import type { Step, Task } from "../../../services/government/cases/workflow.ts";
import type { Officer, Role } from "../../../services/kernel/actor.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { OfficerId } from "../../../services/kernel/ids.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { region } from "../catalogue/items.ts";

const NOW = "2026-03-04T02:00:00.000Z" as Instant;
const DEPARTMENT = "BJ-SCJG";
const OTHER_DEPARTMENT = "BJ-XF";

const officer = (id: OfficerId, ...roles: readonly Role[]): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id, roles, person: "ctz_00000000000000of" },
  jurisdiction: { regionPrefix: "11", departments: [] },
});

const ANN: OfficerId = "ofc_ann00000";
const BOB: OfficerId = "ofc_bob00000";
const CID: OfficerId = "ofc_cid00000";

const STEPS: readonly Step[] = [
  { code: "accept", role: "acceptor", workingDays: 0 },
  { code: "documents", role: "reviewer", workingDays: 2 },
  { code: "fire", role: "reviewer", workingDays: 2, department: OTHER_DEPARTMENT, jointly: true },
  {
    ...{ code: "site", role: "inspector", workingDays: 5, jointly: true },
    checklist: [
      { code: "door", name: { zh: "门", en: "Door" }, critical: true },
      { code: "lamp", name: { zh: "灯", en: "Lamp" }, critical: false },
    ],
  },
  { code: "decide", role: "decider", workingDays: 2 },
];

const task = (step: string, claimedBy?: OfficerId): Task => {
  const { role, department = DEPARTMENT } = STEPS.find(({ code }) => code === step) ?? expect.fail(step);
  return {
    ...{ step, role: role as Task["role"], department, openedAt: NOW, dueOn: date("2026-03-06") },
    ...(claimedBy ? { claimedBy } : {}),
  };
};

/** A case in review, with these steps to be taken now. */
const caseWith = (...tasks: readonly Task[]): Application => ({
  ...{ id: "app_0123456789abcdef", citizenId: "ctz_0123456789abcdef", capacity: "SELF" },
  ...{ subject: personAs("ctz_0123456789abcdef"), item: { code: "A", version: 1 }, department: DEPARTMENT },
  ...{ region: region("110105"), channel: "ONLINE", stage: "GENERAL", status: "IN_REVIEW" },
  ...{ createdAt: NOW, savedAt: NOW, tasks, revision: 3, creation: "x" },
  finished: [
    {
      ...{ step: "accept", role: "acceptor", department: DEPARTMENT, by: "ofc_dan00000", at: NOW },
      opinion: "",
    },
  ],
  clock: {
    ...{ promisedWorkingDays: 10, statutoryWorkingDays: 20, pauses: [] },
    ...{ receivedOn: date("2026-03-02"), acceptedOn: date("2026-03-02") },
  },
});

const by = (caller: Officer): OfficerFacts => ({ caller, steps: STEPS, now: NOW, standsForSubject: false });

const holders = ({ tasks }: Application) => tasks.map(({ step, claimedBy }) => [step, claimedBy]);

describe("of steps that run jointly", () => {
  const documentsOf = (holder?: OfficerId) => caseWith(task("documents", holder), task("fire"), task("site"));
  const reviewer = by(officer(BOB, "REVIEWER"));

  it("each is claimed alone: the others stay as they are", () => {
    expect(holders(must(claim(documentsOf(), "fire", reviewer)))).toEqual([
      ["documents", undefined],
      ["fire", BOB],
      ["site", undefined],
    ]);
  });

  it("one that an officer holds is not claimed by another, though another step is free for them", () => {
    expect(actionsFor(documentsOf(ANN), reviewer.caller, reviewer)).toContain("CLAIM");
    expect(claim(documentsOf(ANN), "documents", reviewer)).toMatchObject({
      ...{ ok: false, error: { code: "NOT_ALLOWED_NOW" } },
    });
    expect(holders(must(claim(documentsOf(ANN), "fire", reviewer)))).toEqual([
      ["documents", ANN],
      ["fire", BOB],
      ["site", undefined],
    ]);
  });

  it("one is claimed only by who may take it: in its role, and of its department", () => {
    expect(claim(documentsOf(), "site", reviewer).ok).toBe(false);
    const elsewhere = officer(BOB, "REVIEWER");
    const ofFire = { ...elsewhere, jurisdiction: { regionPrefix: "11", departments: [OTHER_DEPARTMENT] } };
    expect(claim(documentsOf(), "documents", by(ofFire)).ok).toBe(false);
    expect(claim(documentsOf(), "fire", by(ofFire)).ok).toBe(true);
    expect(claim(documentsOf(), "none", reviewer).ok).toBe(false);
  });

  it("one is given back by who holds it, and no other's with it", () => {
    const both = caseWith(task("documents", ANN), task("fire", BOB));
    expect(holders(must(release(both, "fire", reviewer))).slice(0, 2)).toEqual([
      ["documents", ANN],
      ["fire", undefined],
    ]);
    expect(release(both, "documents", reviewer).ok).toBe(false);
  });

  it("one is given to another officer by a supervisor of the department that takes it, and no other with it", () => {
    const supervisor = officer(CID, "SUPERVISOR");
    const ofFire = { ...supervisor, jurisdiction: { regionPrefix: "11", departments: [OTHER_DEPARTMENT] } };
    const both = caseWith(task("documents", ANN), task("fire", ANN));
    expect(holders(must(reassign(both, "fire", officer(BOB, "REVIEWER"), by(ofFire))))).toEqual(
      expect.arrayContaining([
        ["documents", ANN],
        ["fire", BOB],
      ]),
    );
    expect(reassign(both, "documents", officer(BOB, "REVIEWER"), by(ofFire)).ok).toBe(false);
    expect(reassign(both, "none", officer(BOB, "REVIEWER"), by(supervisor)).ok).toBe(false);
  });

  it("one is given to nobody who has not its role, works elsewhere, or whose own it is", () => {
    const given = (to: Officer) =>
      reassign(documentsOf(ANN), "documents", to, by(officer(CID, "SUPERVISOR")));
    const fit = officer(BOB, "REVIEWER");
    expect(given(fit).ok).toBe(true);
    const { person: _, ...unknown } = fit;
    for (const unfit of [
      officer(BOB, "INSPECTOR"),
      { ...fit, jurisdiction: { regionPrefix: "31", departments: [] } },
      { ...fit, jurisdiction: { regionPrefix: "11", departments: [OTHER_DEPARTMENT] } },
      { ...fit, person: "ctz_0123456789abcdef" as const },
      unknown,
    ])
      expect(given(unfit)).toEqual({ ok: false, error: { code: "OFFICER_NOT_FOR_IT", path: ["to"] } });
  });

  it("one that asks for four eyes is not given to who has checked the case before", () => {
    const supervisor = by(officer(CID, "SUPERVISOR"));
    const steps = STEPS.map((step) => (step.code === "documents" ? { ...step, fourEyes: true } : step));
    const given = (to: OfficerId) =>
      reassign(documentsOf(ANN), "documents", officer(to, "REVIEWER"), { ...supervisor, steps });
    expect(given("ofc_dan00000")).toEqual({
      ...{ ok: false, error: { code: "HAS_CHECKED_BEFORE", path: ["to"] } },
    });
    expect(holders(must(given(BOB)))).toContainEqual(["documents", BOB]);
    // Dan has another sign-in.
    const dan = { ...officer(BOB, "REVIEWER"), person: "ctz_0000000000000dan" } as const;
    const finished = documentsOf(ANN).finished.map((step) => ({ ...step, person: dan.person }));
    const again = { ...documentsOf(ANN), finished };
    expect(reassign(again, "documents", dan, { ...supervisor, steps })).toMatchObject({
      error: { code: "HAS_CHECKED_BEFORE" },
    });
  });
});

describe("inspectors of a site", () => {
  const INSPECTORS = ["ofc_eve00000", "ofc_fay00000"] as const;
  const appointBy = (caller: Officer, application: Application, step = "site") =>
    appoint(application, step, INSPECTORS, by(caller));
  const isTold = (caller: Officer, application: Application) =>
    actionsFor(application, caller, by(caller)).includes("APPOINT_INSPECTORS");

  it.each([
    ["the inspector who holds the step", officer(ANN, "INSPECTOR"), ANN, true],
    ["a supervisor, whoever holds the step", officer(CID, "SUPERVISOR"), ANN, true],
    ["a supervisor, where nobody holds it", officer(CID, "SUPERVISOR"), undefined, true],
    ["an inspector who does not hold the step", officer(BOB, "INSPECTOR"), ANN, false],
    ["an inspector, where nobody holds it", officer(BOB, "INSPECTOR"), undefined, false],
    ["who holds the step and is no inspector any more", officer(ANN, "REVIEWER"), ANN, false],
  ])("are appointed by %s: %#", (_, caller, holder, may) => {
    const application = caseWith(task("documents"), task("site", holder));
    expect(isTold(caller, application)).toBe(may);
    const appointed = appointBy(caller, application);
    expect(appointed.ok).toBe(may);
    if (appointed.ok) {
      expect(appointed.value).toMatchObject({
        ...{ status: "IN_REVIEW", inspections: [{ step: "site", inspectors: INSPECTORS, signedBy: [] }] },
      });
    }
  });

  it("are appointed to a step with a checklist that is open, and to no other", () => {
    const supervisor = officer(CID, "SUPERVISOR");
    expect(appointBy(supervisor, caseWith(task("documents"), task("site")), "documents").ok).toBe(false);
    expect(appointBy(supervisor, caseWith(task("documents")), "site").ok).toBe(false);
    expect(appointBy(supervisor, caseWith(task("documents"), task("site")), "none").ok).toBe(false);
    expect(isTold(supervisor, caseWith(task("documents")))).toBe(false);
  });

  it("are not appointed by who holds another of the joint steps, though they hold one", () => {
    const caller = officer(ANN, "INSPECTOR", "REVIEWER");
    const application = caseWith(task("documents", ANN), task("site", BOB));
    expect(isTold(caller, application)).toBe(false);
    expect(appointBy(caller, application).ok).toBe(false);
  });
});

describe("while a case stands still", () => {
  const [EVE, FAY]: readonly [OfficerId, OfficerId] = ["ofc_eve00000", "ofc_fay00000"];
  const found = (...points: readonly string[]) =>
    points.map((point) => ({ point, result: "MET", note: "", by: EVE, at: NOW }) as const);
  const underWay: SiteInspection = {
    ...{
      step: "site",
      inspectors: [EVE, FAY],
      appointedBy: ANN,
      appointedAt: NOW,
      findings: [],
      signedBy: [],
    },
  };
  const REPORTED = { ...underWay, findings: found("door", "lamp") };
  const ended = { ...REPORTED, signedBy: [EVE, FAY], completedAt: NOW, outcome: "FAILED" } as const;
  const paused = (...inspections: readonly SiteInspection[]): Application => ({
    ...caseWith(task("documents"), task("site", ANN)),
    ...{ status: "PAUSED", inspections },
  });

  const INSPECTIONS = {
    none: paused(),
    "nothing found": paused(underWay),
    "half found": paused({ ...underWay, findings: found("door") }),
    "all found": paused(REPORTED),
    "signed by Eve": paused({ ...REPORTED, signedBy: [EVE] }),
    ended: paused(ended),
    "a second, all found": paused(ended, REPORTED),
    "a second by others": paused(ended, { ...REPORTED, inspectors: [BOB, CID] }),
  };
  const CALLERS = {
    Eve: officer(EVE, "INSPECTOR"),
    Fay: officer(FAY, "INSPECTOR"),
    "Fay, no inspector any more": officer(FAY, "REVIEWER"),
    "another inspector": officer("ofc_gus00000", "INSPECTOR"),
    "who holds the step": officer(ANN, "INSPECTOR"),
    "a supervisor": officer("ofc_hal00000", "SUPERVISOR"),
  };
  const [APPOINT, RECORD, SIGN] = ["APPOINT_INSPECTORS", "RECORD_FINDINGS", "SIGN_REPORT"] as const;
  type Names = readonly (typeof APPOINT | typeof RECORD | typeof SIGN)[];

  const BOTH: Names = [RECORD, SIGN];
  /** In the order of the callers. */
  const MAY: Readonly<Record<keyof typeof INSPECTIONS, readonly Names[]>> = {
    none: [[], [], [], [], [], []],
    "nothing found": [[RECORD], [RECORD], [], [], [APPOINT], [APPOINT]],
    "half found": [[RECORD], [RECORD], [], [], [APPOINT], [APPOINT]],
    "all found": [BOTH, BOTH, [], [], [APPOINT], [APPOINT]],
    "signed by Eve": [[RECORD], BOTH, [], [], [APPOINT], [APPOINT]],
    ended: [[], [], [], [], [], []],
    "a second, all found": [BOTH, BOTH, [], [], [APPOINT], [APPOINT]],
    "a second by others": [[], [], [], [], [APPOINT], [APPOINT]],
  };

  it.each(Object.entries(INSPECTIONS))(
    "those appointed to its latest inspection go on: %s",
    (name, application) => {
      const told = Object.values(CALLERS).map((caller) =>
        actionsFor(application, caller, by(caller)).filter(
          (action) => action === APPOINT || action === RECORD || action === SIGN,
        ),
      );
      expect(told).toEqual(MAY[name as keyof typeof MAY]);
    },
  );
});
