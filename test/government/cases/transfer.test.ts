import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  CHAOYANG,
  caseOf,
  desk,
  fileCase,
  meetOnMonday,
  mutateCase,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

const HAIDIAN = "110108";
const FUND = "BJ-GJJ";
const POLICE = "BJ-GA";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  ({ applicant, officer } = await meetOnMonday(platform));
});
afterAll(() => platform.stop());

const transfer = (id: string, to: string, by = officer) =>
  mutateCase(platform, by.token, `transferApplication(id: "${id}", ${to}, reason: "经营地在该区")`);
const queueOf = async (region: string, department: string) =>
  (
    await desk(
      platform,
      officer.token,
      `workQueue(region: "${region}", department: "${department}", first: 100)`,
    )
  ).map(({ id, step, dueOn }) => [id, step, dueOn]);

describe("a case that belongs elsewhere", () => {
  it("is handed on to another region on the same clock; who held its step does not hold it any more", async () => {
    const id = await acceptCase(platform, applicant, officer);
    await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "review")`);
    const before = await caseOf(platform, applicant.token, id);
    platform.clock.set("2026-03-03T02:00:00.000Z");
    const after = await transfer(id, `region: "${HAIDIAN}"`);
    expect(after).toMatchObject({ region: HAIDIAN, status: "IN_REVIEW", clock: at(before, "clock") });
    expect(await queueOf(CHAOYANG, FUND)).not.toContainEqual([id, "review", "2026-03-03"]);
    expect(await queueOf(HAIDIAN, FUND)).toContainEqual([id, "review", "2026-03-03"]);
    expect(await desk(platform, officer.token, "claimedSteps")).toEqual([]);
  });

  it("is that department's to handle, and no longer of those whom it left", async () => {
    const [here, there] = await Promise.all([
      newOfficer(platform, { roles: ["ACCEPTOR", "SUPERVISOR"], departments: [FUND] }),
      newOfficer(platform, { roles: ["ACCEPTOR"], departments: [POLICE] }),
    ]);
    const id = await fileCase(platform, applicant);
    expect(await caseOf(platform, there.token, id)).toBeNull();
    await transfer(id, `department: "${POLICE}"`, here);
    expect(await caseOf(platform, here.token, id)).toBeNull();
    await mutateCase(platform, there.token, `claimStep(id: "${id}", step: "accept")`);
    const accept = `acceptApplication(id: "${id}")`;
    expect(await mutateCase(platform, there.token, accept)).toMatchObject({ status: "IN_REVIEW" });
  });

  it("is told to the applicant, with from where, to where and why", async () => {
    const id = await fileCase(platform, applicant);
    await transfer(id, `department: "${POLICE}", region: "${HAIDIAN}"`);
    const query = `{ node(id: "${id}") { ... on Application { departmentName { en } transfers { reason
      from { department regionName } to { department regionName } } } } }`;
    const { data, errors } = await platform.call({ token: applicant.token, query });
    expect(errors).toEqual([]);
    expect(at(data, "node")).toMatchObject({
      transfers: [
        {
          ...{ reason: "经营地在该区", from: { department: FUND, regionName: "朝阳区" } },
          to: { department: POLICE, regionName: "海淀区" },
        },
      ],
    });
    expect(textAt(data, "node", "departmentName", "en")).not.toBe("");
  });

  it("goes to a department that there is, where the item is offered, and somewhere else", async () => {
    const id = await fileCase(platform, applicant);
    const refusals = [
      [`department: "BJ-NONE"`, "DEPARTMENT_UNKNOWN"],
      [`region: "310101"`, "ITEM_NOT_IN_REGION"],
      [`department: "${FUND}", region: "${CHAOYANG}"`, "TRANSFER_TO_SAME_PLACE"],
    ] as const;
    for (const [to, code] of refusals) {
      expect(await transfer(id, to)).toMatchObject({ __typename: "InvalidInput", code });
    }
  });

  it("is handed on by its supervisor or by who holds its acceptance, and by nobody else", async () => {
    const id = await fileCase(platform, applicant);
    const acceptor = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    const notYet = await transfer(id, `region: "${HAIDIAN}"`, acceptor);
    expect(notYet).toMatchObject({ __typename: "NotAllowedNow" });
    await mutateCase(platform, acceptor.token, `claimStep(id: "${id}", step: "accept")`);
    expect(await transfer(id, `region: "${HAIDIAN}"`, acceptor)).toMatchObject({ region: HAIDIAN });
    const others = await newOfficer(platform, { roles: ["SUPERVISOR"], departments: [POLICE] });
    expect(await transfer(id, `region: "${CHAOYANG}"`, others)).toMatchObject({ __typename: "NotFound" });
  });
});
