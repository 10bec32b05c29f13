import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  caseOf,
  meetOnMonday,
  mutateCase,
  newOfficer,
  signedIn,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let first: TestOfficer;
let second: TestOfficer;
let supervisor: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  ({ applicant, officer: first } = await meetOnMonday(platform));
  [second, supervisor] = [await allRounder(platform), await newOfficer(platform, { roles: ["SUPERVISOR"] })];
});
afterAll(() => platform.stop());

const GROUND = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
const refusal = (id: string) => `rejectApplication(id: "${id}", reason: "缴存不足三个月", ${GROUND})`;
const appeal = (id: string) =>
  mutateCase(platform, applicant.token, `appealDecision(id: "${id}", reason: "不服")`);
const answer = (id: string, by: TestOfficer, outcome = "OVERTURNED") =>
  mutateCase(platform, by.token, `answerAppeal(id: "${id}", outcome: ${outcome}, answer: "重新审核")`);

async function reviewed(id: string, by: TestOfficer): Promise<void> {
  await act(platform, by, id, "review", `finishStep(id: "${id}", opinion: "不符合")`);
}

/** Refused by the first officer, and set aside by the department's own review. */
async function setAside(): Promise<string> {
  const id = await acceptCase(platform, applicant, first);
  await reviewed(id, first);
  await act(platform, first, id, "decide", refusal(id));
  await appeal(id);
  await answer(id, supervisor);
  return id;
}

const remediesIn = async (id: string): Promise<Json> => {
  const query = `{ node(id: "${id}") { ... on Application { pastAppeals { outcome } remedies { servedOn reconsiderationUntil } } } }`;
  return at((await platform.call({ token: applicant.token, query })).data, "node");
};

describe("a case whose refusal was set aside", () => {
  it("is decided by another than who refused: they do not take the decision on, and are not given it", async () => {
    const id = await setAside();
    await signedIn(platform, first);
    await reviewed(id, first);
    const claim = `claimStep(id: "${id}", step: "decide")`;
    expect(await mutateCase(platform, first.token, claim)).toMatchObject({ __typename: "NotAllowedNow" });
    const give = `reassignStep(id: "${id}", step: "decide", to: "${first.id}", reason: "休假")`;
    expect(await mutateCase(platform, supervisor.token, give)).toMatchObject({
      ...{ __typename: "InvalidInput", code: "HAS_DECIDED_BEFORE", path: ["to"] },
    });
    expect(await mutateCase(platform, first.token, refusal(id))).toMatchObject({
      __typename: "NotAllowedNow",
    });
    expect(await act(platform, second, id, "decide", refusal(id))).toMatchObject({ status: "REJECTED" });
  });

  it("and is refused anew has all its remedies again, from the new day on, the department's review among them", async () => {
    const id = await setAside();
    expect(at(await remediesIn(id), "remedies")).toBeNull();
    platform.clock.set("2026-03-04T02:00:00.000Z");
    await reviewed(id, second);
    expect(await act(platform, second, id, "decide", refusal(id))).toMatchObject({ status: "REJECTED" });
    expect(await remediesIn(id)).toMatchObject({
      remedies: { servedOn: "2026-03-04", reconsiderationUntil: "2026-05-06" },
    });
    expect(at(await caseOf(platform, applicant.token, id), "availableActions")).toEqual(["APPEAL"]);
    expect(await appeal(id)).toMatchObject({ status: "APPEALED", appeal: { outcome: null } });
    expect(at(await remediesIn(id), "pastAppeals")).toEqual([{ outcome: "OVERTURNED" }]);
  });

  it("is not decided by the same person under another officer's id either", async () => {
    const person = platform.newCitizen();
    const roles = ["ACCEPTOR", "REVIEWER", "DECIDER", "SUPERVISOR"] as const;
    first = await newOfficer(platform, { roles, person });
    const again = await newOfficer(platform, { roles, person });
    const id = await setAside();
    await reviewed(id, second);
    const claim = `claimStep(id: "${id}", step: "decide")`;
    expect(await mutateCase(platform, again.token, claim)).toMatchObject({ __typename: "NotAllowedNow" });
    await act(platform, second, id, "decide", refusal(id));
    await appeal(id);
    expect(await answer(id, again)).toMatchObject({ __typename: "NotAllowedNow" });
  });

  it("is reviewed again by none who has decided it, now or before", async () => {
    const id = await setAside();
    await reviewed(id, second);
    await act(platform, second, id, "decide", refusal(id));
    await appeal(id);
    for (const one of [first, second]) {
      expect(await answer(id, one)).toMatchObject({ __typename: "NotAllowedNow" });
    }
    expect(await answer(id, supervisor, "UPHELD")).toMatchObject({ status: "REJECTED" });
    expect(textAt(await appeal(id), "__typename")).toBe("NotAllowedNow");
  });
});
