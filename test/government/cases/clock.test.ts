import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../../services/field/working-days.ts";
import { limitsOf } from "../../../services/government/cases/clock.ts";
import { runCaseClocks } from "../../../services/government/cases/index.ts";
import { addDays, date, midnight } from "../../../services/kernel/civil-date.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { OfficerId } from "../../../services/kernel/ids.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  CHAOYANG,
  caseOf,
  desk,
  fileCase,
  meetOnMonday,
  mutateCase,
  newApplicant,
  newOfficer,
  PERMIT,
  saveCase,
  startCase,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeEach(async () => {
  platform = await startCasework();
  ({ applicant, officer } = await meetOnMonday(platform));
});
afterEach(() => platform.stop());

const run = (untilMs = 60_000, failing?: string) =>
  runCaseClocks(
    {
      now: platform.clock.now,
      parts: platform.ports.parts,
      open: () => {
        const database = platform.database();
        const commit: Commit = async (change) => {
          if (change.aggregate === failing) throw new Error("no connection");
          return commitTo(database)(change);
        };
        return { database, commit };
      },
    },
    "live",
    plusMs(platform.clock.now(), untilMs),
  );

const PERMIT_FORM = {
  ...{ applicantName: "王小明", idNumber: "11010519491231002X", mobile: "13800138000" },
  ...{
    address: "朝阳区建国路 1 号",
    addressRegion: "110105",
    residentSince: "2024-01-01",
    ground: "合法稳定就业",
  },
};

const limits = async (id: string) => {
  const clock = at(await see(id), "clock");
  return { warningOn: textAt(clock, "warningOn"), promisedOn: textAt(clock, "promisedOn") };
};

const departmentOf = async (id: string) => {
  const query = `{ node(id: "${id}") { ... on Application { department } } }`;
  return textAt((await platform.call({ token: applicant.token, query })).data, "node", "department");
};

const see = (id: string) => caseOf(platform, applicant.token, id);

describe("a case's clock", () => {
  it("after five working days without an answer counts it as accepted from its receipt", async () => {
    const id = await fileCase(platform, applicant);
    platform.clock.set("2026-03-09T15:59:00.000Z");
    await run();
    expect(await see(id)).toMatchObject({ status: "SUBMITTED" });
    platform.clock.set("2026-03-09T16:00:00.000Z");
    expect(await run()).toMatchObject({ deemedAccepted: 1, lagSeconds: 0, finished: true });
    expect(await see(id)).toMatchObject({
      status: "IN_REVIEW",
      clock: { acceptedOn: "2026-03-02", isDeemedAccepted: true, promisedOn: "2026-03-03" },
      progress: [{ state: "TO_COME" }, { state: "WAITING" }, { state: "TO_COME" }],
    });
  });

  it("warns at 80 % of the promised time, flags what is overdue, and brings it before the supervisor", async () => {
    const id = await acceptCase(platform, applicant, officer, { item: PERMIT, form: PERMIT_FORM });
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const { warningOn, promisedOn } = await limits(id);
    platform.clock.set(midnight(date(warningOn)));
    expect(await run()).toMatchObject({ warned: 1, overdue: 0 });
    expect(await run()).toMatchObject({ warned: 0 });
    platform.clock.set(midnight(addDays(date(promisedOn), 1)));
    expect(await run()).toMatchObject({ warned: 0, overdue: 1 });
    expect(await see(id)).toMatchObject({ status: "IN_REVIEW", answer: { isOverdue: true } });
    const escalated = `escalations(region: "${CHAOYANG}", department: "${await departmentOf(id)}")`;
    expect((await desk(platform, supervisor.token, escalated)).map((entry) => entry.id)).toContain(id);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await act(
      platform,
      officer,
      id,
      "decide",
      `rejectApplication(id: "${id}", reason: "不符合", ground: { law: "居住证暂行条例", article: "第二条" })`,
    );
    expect(await desk(platform, supervisor.token, escalated)).toEqual([]);
    const appeal = `appealDecision(id: "${id}", reason: "不服决定")`;
    expect(await mutateCase(platform, applicant.token, appeal)).toMatchObject({ status: "APPEALED" });
    expect((await desk(platform, supervisor.token, escalated)).map((entry) => entry.id)).toEqual([id]);
  });

  it("lets a draft lapse that nobody has saved for 90 days, and one whose correction did not come", async () => {
    const draft = textAt(await startCase(platform, applicant.token), "id");
    const other = await newApplicant(platform);
    const corrected = await fileCase(platform, other);
    await act(
      platform,
      officer,
      corrected,
      "accept",
      `requestCorrection(id: "${corrected}", input: { fields: [{ name: "monthlyRent", note: "不符" }] })`,
    );
    platform.clock.set("2026-04-01T16:00:00.000Z");
    await saveCase(platform, applicant.token, draft, { applicantName: "王小明" });
    expect(await run()).toMatchObject({ lapsed: 1 });
    expect(await caseOf(platform, other.token, corrected)).toMatchObject({
      status: "LAPSED",
      availableActions: [],
    });
    platform.clock.set("2026-07-01T15:59:00.000Z");
    expect(await run()).toMatchObject({ lapsed: 0 });
    platform.clock.set("2026-07-01T16:00:00.000Z");
    expect(await run()).toMatchObject({ lapsed: 1 });
    expect(await see(draft)).toMatchObject({ status: "LAPSED" });
  });

  it("archives what was refused once it can no longer be appealed against", async () => {
    const id = await fileCase(platform, applicant);
    const refuse = `rejectApplication(id: "${id}", reason: "不属于本部门职权", ground: { law: "行政许可法", article: "第三十二条" })`;
    await act(platform, officer, id, "accept", refuse);
    platform.clock.set("2026-05-01T15:59:00.000Z");
    await run();
    expect(await see(id)).toMatchObject({ status: "REJECTED", availableActions: ["APPEAL"] });
    platform.clock.set("2026-05-01T16:00:00.000Z");
    expect(await run()).toMatchObject({ archived: 1 });
    expect(await see(id)).toMatchObject({ status: "ARCHIVED", availableActions: [] });
  });

  it("is counted beside one that fails, and that one is told", async () => {
    const [id, other] = [await fileCase(platform, applicant), await newApplicant(platform)];
    await fileCase(platform, other);
    platform.clock.set("2026-03-09T17:00:00.000Z");
    expect(await run(60_000, id)).toMatchObject({
      ...{ deemedAccepted: 1, lagSeconds: 3_600, finished: true },
      faults: [{ message: "no connection" }],
    });
    expect(await run()).toMatchObject({ deemedAccepted: 1, faults: [] });
  });

  it("ends with its time, says so, and the next run goes on", async () => {
    const id = await fileCase(platform, applicant);
    platform.clock.set("2026-03-20T02:00:00.000Z");
    expect(await run(0)).toMatchObject({ finished: false, deemedAccepted: 0 });
    const resumed = await run();
    expect(resumed).toMatchObject({ finished: true, deemedAccepted: 1 });
    expect(resumed.lagSeconds).toBeGreaterThan(9 * 86_400);
    expect(await see(id)).toMatchObject({ status: "IN_REVIEW" });
  });

  it("does a thing once, however many run at once", async () => {
    await fileCase(platform, applicant);
    platform.clock.set("2026-03-20T02:00:00.000Z");
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.reduce((sum, { deemedAccepted }) => sum + deemedAccepted, 0)).toBe(1);
  });
});

describe("the limits of a case", () => {
  const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays(date("2025-01-02"), days));

  it("lie as many working days after acceptance as were promised, paused and extended", () =>
    fc.assert(
      fc.property(
        day,
        fc.nat({ max: 40 }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 10 }),
        (acceptedOn, promised, paused, workingDays) => {
          const from = midnight(acceptedOn);
          const to = paused === 0 ? from : midnight(addWorkingDays(acceptedOn, paused));
          const by: OfficerId = "ofc_0000000000000000";
          const clock = {
            ...{ promisedWorkingDays: promised, statutoryWorkingDays: promised + 10, acceptedOn },
            pauses: [{ reason: "HEARING", note: "", by, from, to }],
            ...(workingDays > 0 ? { extension: { workingDays, reason: "", by, at: from } } : {}),
          } as const;
          const limits = limitsOf(clock);
          const days = (last: typeof limits.promised) => workingDaysBetween(acceptedOn, last ?? acceptedOn);
          const total = promised + paused + workingDays;
          // No limit ends on a day off.
          const least = isWorkingDay(acceptedOn) ? 0 : 1;
          expect([days(limits.promised), days(limits.statutory)]).toEqual([
            Math.max(total, least),
            total + 10,
          ]);
          expect(days(limits.warning)).toBe(Math.max(Math.ceil(total * 0.8), least));
        },
      ),
    ));

  it("do not run while the clock stands still", () => {
    const pauses = [
      { reason: "HEARING", note: "", by: "ofc_0000000000000000", from: midnight(date("2026-03-02")) },
    ] as const;
    expect(
      limitsOf({ promisedWorkingDays: 5, statutoryWorkingDays: 20, acceptedOn: date("2026-03-02"), pauses }),
    ).toEqual({ isProvisional: false });
  });
});
