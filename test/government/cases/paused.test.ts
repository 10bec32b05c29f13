import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  CHAOYANG,
  caseOf,
  desk,
  meetOnMonday,
  mutateCase,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
let supervisor: TestOfficer;
beforeEach(async () => {
  platform = await startCasework();
  ({ applicant, officer } = await meetOnMonday(platform));
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
});
afterEach(() => platform.stop());

const AT = `region: "${CHAOYANG}", department: "BJ-GJJ"`;

/** An accepted case whose clock its reviewer has stopped for a hearing. */
async function pauseCase(): Promise<string> {
  const id = await acceptCase(platform, applicant, officer);
  const pause = `pauseApplication(id: "${id}", reason: HEARING, note: "四月听证", until: "2026-03-13")`;
  expect(await act(platform, officer, id, "review", pause)).toMatchObject({ status: "PAUSED" });
  return id;
}

describe("a case whose clock stands still", () => {
  it("is found by who holds its step and by the supervisor, and cannot be taken on", async () => {
    const id = await pauseCase();
    expect(await desk(platform, officer.token, "claimedSteps")).toMatchObject([{ id, step: "review" }]);
    expect(await desk(platform, supervisor.token, `heldSteps(${AT})`)).toMatchObject([
      { id, step: "review" },
    ]);
    expect(await desk(platform, officer.token, `workQueue(${AT})`)).toEqual([]);
  });

  it("says to the supervisor since when it does and why, until its clock goes on", async () => {
    const id = await pauseCase();
    const list = `pausedApplications(${AT})`;
    const query = `{ ${list} { edges { node { application { id } step pause { from reason note to } } } } }`;
    const { data } = await platform.call({ token: supervisor.token, query });
    expect(at(data, "pausedApplications", "edges", 0, "node")).toEqual({
      application: { id },
      step: null,
      pause: { from: "2026-03-02T02:00:00.000Z", reason: "HEARING", note: "四月听证", to: null },
    });
    await mutateCase(platform, supervisor.token, `resumeApplication(id: "${id}")`);
    expect(await desk(platform, supervisor.token, list)).toEqual([]);
    expect(await desk(platform, officer.token, "claimedSteps")).toMatchObject([{ id, step: "review" }]);
  });

  it("has its step due as many working days later as it stood still, and meanwhile on no day", async () => {
    const id = await pauseCase();
    const dueOn = async () => [
      (await desk(platform, officer.token, "claimedSteps"))[0]?.dueOn,
      at(await caseOf(platform, applicant.token, id), "progress", 1, "dueOn"),
    ];
    expect(await dueOn()).toEqual([null, null]);
    // From Monday to Wednesday of the week after: seven working days.
    platform.clock.set("2026-03-11T02:00:00.000Z");
    await mutateCase(platform, officer.token, `resumeApplication(id: "${id}")`);
    expect(await dueOn()).toEqual(["2026-03-12", "2026-03-12"]);
  });

  it("is in no other supervisor's list", async () => {
    await pauseCase();
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "31" });
    const query = `{ pausedApplications(${AT}) { edges { node { step } } } }`;
    const { errors } = await platform.call({ token: elsewhere.token, query });
    expect(errors.map(({ extensions }) => textAt(extensions, "code"))).toEqual(["FORBIDDEN"]);
  });
});
