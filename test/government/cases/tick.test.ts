import { describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import type { Application } from "../../../services/government/cases/application.ts";
import { STATUSES, type Status } from "../../../services/government/cases/life.ts";
import { nextTick, runClock, type Tick } from "../../../services/government/cases/tick.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";

/** A Monday morning in Beijing; the week after has no holiday. */
const MONDAY = "2026-03-02T02:00:00.000Z" as Instant;
const OFFICER = "ofc_0000000000000001";
const CITIZEN = "ctz_000000000000000000000001";

const RUNNING = {
  ...{ promisedWorkingDays: 5, statutoryWorkingDays: 20, pauses: [] },
  ...{ receivedOn: date("2026-03-02"), acceptedOn: date("2026-03-02") },
};
const { acceptedOn: _, ...RECEIVED } = RUNNING;
const DECIDED = { outcome: "APPROVED", at: MONDAY, by: OFFICER, reason: "依法决定" } as const;
const APPEALED = { at: MONDAY, reason: "不服" } as const;
const CORRECTION = {
  at: MONDAY,
  by: OFFICER,
  fields: [],
  materials: [],
  answerBy: date("2026-04-01"),
} as const;
const CONFIRMATION = { askedAt: MONDAY, by: "CLERK", until: date("2026-03-17") } as const;
const STANDING = {
  reason: "TESTING",
  note: "送检",
  by: OFFICER,
  from: MONDAY,
  until: date("2026-03-09"),
} as const;
const RENEWAL_ENDS = { after: date("2026-03-03"), fate: "GRANTED" } as const;
const TOLD = "2026-03-06T00:00:00.000Z" as Instant;

const caseThatIs = (status: Status, changes: Partial<Application> = {}): Application => ({
  ...{ id: "app_1", citizenId: CITIZEN, subject: personAs(CITIZEN), capacity: "SELF" },
  ...{ item: { code: "TEST", version: 1 }, department: "BJ-GJJ", region: "110105" as RegionCode },
  ...{ channel: "ONLINE", stage: "GENERAL", status, createdAt: MONDAY, savedAt: MONDAY },
  ...{ tasks: [], finished: [], clock: RUNNING, revision: 4, creation: "test" },
  ...changes,
});

/** Midnight in Beijing. */
const [WARNED_ON, OVERDUE_ON, DELIVERY_OVER, SIXTY_DAYS_OVER] = [
  "2026-03-05T16:00:00.000Z",
  "2026-03-09T16:00:00.000Z",
  "2026-03-16T16:00:00.000Z",
  "2026-05-01T16:00:00.000Z",
];

type Waiting = readonly [name: string, application: Application, what?: Tick["what"], at?: string];

const WAITING: readonly Waiting[] = [
  ["a draft, for 90 days", caseThatIs("DRAFT"), "LAPSE", "2026-05-31T16:00:00.000Z"],
  [
    "a draft that was saved on the next day of Beijing",
    caseThatIs("DRAFT", { savedAt: "2026-03-02T16:00:00.000Z" as Instant }),
    ...(["LAPSE", "2026-06-01T16:00:00.000Z"] as const),
  ],
  [
    "for its subject's word",
    caseThatIs("AWAITING_CONFIRMATION", { confirmation: CONFIRMATION }),
    ...(["LAPSE", "2026-03-17T16:00:00.000Z"] as const),
  ],
  ...(["SUBMITTED", "IN_REVIEW", "PAUSED"] as const).map(
    (status): Waiting => [
      `${status} for the end of the licence that it renews, asked for in time`,
      caseThatIs(status, { clock: { ...RUNNING, warnedAt: TOLD, overdueAt: TOLD, undecided: RENEWAL_ENDS } }),
      ...(["DEEM_GRANTED", "2026-03-03T16:00:00.000Z"] as const),
    ],
  ),
  [
    "for nothing more of a renewal that was asked for too late",
    caseThatIs("IN_REVIEW", {
      clock: {
        ...{ ...RUNNING, warnedAt: TOLD, overdueAt: TOLD },
        undecided: { ...RENEWAL_ENDS, fate: "RESTS" },
      },
    }),
  ],
  [
    "for a correction of a renewal, whenever the licence ends",
    caseThatIs("CORRECTION", { correction: CORRECTION, clock: { ...RUNNING, undecided: RENEWAL_ENDS } }),
    ...(["LAPSE", "2026-04-01T16:00:00.000Z"] as const),
  ],
  ["for no word that was asked for", caseThatIs("AWAITING_CONFIRMATION")],
  [
    "for a correction",
    caseThatIs("CORRECTION", { correction: CORRECTION }),
    ...(["LAPSE", "2026-04-01T16:00:00.000Z"] as const),
  ],
  ["for no correction that was asked for", caseThatIs("CORRECTION")],
  ["for acceptance", caseThatIs("SUBMITTED", { clock: RECEIVED }), "DEEM_ACCEPTED", OVERDUE_ON],
  [
    "for acceptance, after its rule was asked",
    caseThatIs("SUBMITTED", { clock: RECEIVED, ruling: "ROUTED", submittedAt: MONDAY }),
    ...(["DEEM_ACCEPTED", OVERDUE_ON] as const),
  ],
  [
    "for its rule, ten minutes from when it was handed in",
    caseThatIs("SUBMITTED", { clock: RECEIVED, ruling: "PENDING", submittedAt: MONDAY }),
    ...(["RULE", "2026-03-02T02:10:00.000Z"] as const),
  ],
  [
    "for its rule, from when it was corrected",
    caseThatIs("SUBMITTED", {
      ...{ clock: RECEIVED, ruling: "PENDING", submittedAt: MONDAY },
      correction: { ...CORRECTION, answeredAt: plusMs(MONDAY, 3_600_000) },
    }),
    ...(["RULE", "2026-03-02T03:10:00.000Z"] as const),
  ],
  ["for a rule that nothing was handed in to", caseThatIs("SUBMITTED", { ruling: "PENDING" })],
  ["for a decision, first warned of", caseThatIs("IN_REVIEW"), "WARN", WARNED_ON],
  [
    "for a decision, warned of",
    caseThatIs("IN_REVIEW", { clock: { ...RUNNING, warnedAt: TOLD } }),
    ...(["OVERDUE", OVERDUE_ON] as const),
  ],
  [
    "for the second decision, after an appeal was right",
    caseThatIs("IN_REVIEW", {
      appeal: { ...APPEALED, overdueAt: TOLD, outcome: "OVERTURNED" },
      clock: { ...RUNNING, warnedAt: TOLD },
    }),
    ...(["OVERDUE", OVERDUE_ON] as const),
  ],
  [
    "for the delivery of what an appeal has won",
    caseThatIs("APPROVED", { appeal: { ...APPEALED, outcome: "OVERTURNED" }, decision: DECIDED }),
    ...(["DELIVERY_OVERDUE", DELIVERY_OVER] as const),
  ],
  [
    "for a decision, told to be overdue",
    caseThatIs("IN_REVIEW", { clock: { ...RUNNING, warnedAt: TOLD, overdueAt: TOLD } }),
  ],
  [
    "while its clock stands still, from before it was told for how long",
    caseThatIs("PAUSED", {
      clock: { ...RUNNING, pauses: [{ reason: "HEARING", note: "听证", by: OFFICER, from: MONDAY }] },
    }),
  ],
  [
    "for the end of what its clock stands still for, as it was told",
    caseThatIs("PAUSED", { clock: { ...RUNNING, pauses: [STANDING] } }),
    ...(["PAUSE_OVER", OVERDUE_ON] as const),
  ],
  [
    "still, told to stand for too long",
    caseThatIs("PAUSED", { clock: { ...RUNNING, pauses: [{ ...STANDING, overdueAt: TOLD }] } }),
  ],
  ["for its delivery", caseThatIs("APPROVED", { decision: DECIDED }), "DELIVERY_OVERDUE", DELIVERY_OVER],
  [
    "for its delivery, told to be overdue",
    caseThatIs("APPROVED", { decision: DECIDED, clock: { ...RUNNING, deliveryOverdueAt: TOLD } }),
  ],
  [
    "for its delivery, told to be overdue before that was told apart",
    caseThatIs("APPROVED", { decision: DECIDED, clock: { ...RUNNING, overdueAt: TOLD } }),
  ],
  [
    "for its delivery, after a decision that was late",
    caseThatIs("APPROVED", {
      ...{ decision: { ...DECIDED, at: plusMs(TOLD, 1) } },
      clock: { ...RUNNING, warnedAt: TOLD, overdueAt: TOLD },
    }),
    // Ten working days from Friday 6 March.
    ...(["DELIVERY_OVERDUE", "2026-03-20T16:00:00.000Z"] as const),
  ],
  [
    "for the answer to an appeal, whenever the decision came",
    caseThatIs("APPEALED", { appeal: APPEALED, clock: { ...RUNNING, overdueAt: TOLD } }),
    ...(["OVERDUE", SIXTY_DAYS_OVER] as const),
  ],
  [
    "for the answer to an appeal, told to be overdue",
    caseThatIs("APPEALED", { appeal: { ...APPEALED, overdueAt: TOLD } }),
  ],
  ["for an appeal that is none", caseThatIs("APPEALED")],
  ["refused, for the archive", caseThatIs("REJECTED", { decision: DECIDED }), "ARCHIVE", SIXTY_DAYS_OVER],
  ["delivered, for the archive", caseThatIs("DELIVERED", { decision: DECIDED }), "ARCHIVE", SIXTY_DAYS_OVER],
  ...(["ARCHIVED", "WITHDRAWN", "LAPSED", "REVOKED"] as const).map(
    (status): Waiting => [`for nothing: ${status}`, caseThatIs(status, { decision: DECIDED })],
  ),
];

const DEEMED = { outcome: "APPROVED", isDeemed: true, at: "2026-03-03T16:00:00.000Z" };
const EACH = WAITING.map(([name, application, what, at]) => ({ name, application, what, at }));

/** The effect of what comes, at a time, on its case. */
const EFFECTS: Readonly<Record<Tick["what"], (before: Application, now: Instant) => Partial<Application>>> = {
  LAPSE: (_, endedAt) => ({ status: "LAPSED", endedAt }),
  ARCHIVE: (_, endedAt) => ({ status: "ARCHIVED", endedAt }),
  RULE: () => ({ ruling: "ROUTED" }),
  DEEM_ACCEPTED: ({ clock }) => ({
    status: "IN_REVIEW",
    // From its receipt, whenever the clock came to it.
    clock: { ...clock, acceptedOn: date("2026-03-02"), isDeemedAccepted: true },
  }),
  WARN: ({ clock }, warnedAt) => ({ clock: { ...clock, warnedAt } }),
  // From the moment at which the licence ended, whenever the clock came to it; nothing has to be handed out.
  DEEM_GRANTED: (_, endedAt) => ({
    ...{ status: "DELIVERED", endedAt, decision: expect.objectContaining(DEEMED) },
  }),
  DELIVERY_OVERDUE: ({ clock }, deliveryOverdueAt) => ({ clock: { ...clock, deliveryOverdueAt } }),
  PAUSE_OVER: ({ clock }, overdueAt) => ({
    clock: { ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, overdueAt })) },
  }),
  OVERDUE: ({ status, clock, appeal }, overdueAt) =>
    status === "APPEALED" && appeal
      ? { appeal: { ...appeal, overdueAt } }
      : { clock: { ...clock, warnedAt: clock.warnedAt ?? overdueAt, overdueAt } },
};

describe("what a case's clock comes to", () => {
  it.each(EACH)("where it waits $name", ({ application, what, at }) => {
    expect(nextTick(application)).toEqual(what && { what, at });
  });

  it("is looked at in every status", () => {
    expect([...new Set(WAITING.map(([, { status }]) => status))].sort()).toEqual([...STATUSES].sort());
  });

  it.each(EACH)(
    "is done when it is time, to the millisecond, and once: $name",
    ({ application, what, at }) => {
      const factsAt = (now: Instant) => ({ steps: [], now, standsForSubject: false });
      if (!what || !at) {
        expect(runClock(application, factsAt("2036-01-01T00:00:00.000Z" as Instant))).toBeUndefined();
        return;
      }
      const due = at as Instant;
      expect(runClock(application, factsAt(plusMs(due, -1)))).toBeUndefined();
      for (const late of [0, 1, 400_000]) {
        const now = plusMs(due, late);
        const done = runClock(application, factsAt(now));
        expect(done?.tick).toEqual({ what, at });
        expect(done?.application).toEqual({
          ...application,
          ...EFFECTS[what](application, now),
          revision: what === "DEEM_GRANTED" ? 6 : 5,
        });
        const then = done && nextTick(done.application);
        expect(then?.what === what && then.at === at).toBe(false);
      }
    },
  );

  it("is no acceptance of what has not been received", () => {
    const { receivedOn: _, ...clock } = RECEIVED;
    expect(nextTick(caseThatIs("SUBMITTED", { clock }))).toBeUndefined();
  });

  it("warns as the last day begins, at the latest, and flags when it is over", () => {
    const clock = { ...RUNNING, promisedWorkingDays: 1 };
    // 80 % of one day are one day.
    expect(nextTick(caseThatIs("IN_REVIEW", { clock }))).toEqual({
      ...{ what: "WARN", at: "2026-03-02T16:00:00.000Z" },
    });
    expect(nextTick(caseThatIs("IN_REVIEW", { clock: { ...clock, warnedAt: TOLD } }))).toEqual({
      ...{ what: "OVERDUE", at: "2026-03-03T16:00:00.000Z" },
    });
  });
});
