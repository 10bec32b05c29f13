import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  act,
  BY_HAND,
  CHAOYANG,
  desk,
  fileCase,
  meetOnMonday,
  newApplicant,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startCasework();
  await meetOnMonday(platform);
});
afterEach(() => platform.stop());

const acceptor = () => newOfficer(platform, { roles: ["ACCEPTOR"] });
const newCase = async () => fileCase(platform, await newApplicant(platform), { item: BY_HAND });

async function answerTo({ token }: TestOfficer, where = `region: "${CHAOYANG}", department: "BJ-GJJ"`) {
  const query = `mutation { claimNext(${where}) { __typename
    ... on ClaimedStep { step application { id } } ... on Refusal { code } } }`;
  return platform.call({ token, query });
}

async function claimNext(officer: TestOfficer, where?: string): Promise<Json> {
  const { data, errors } = await answerTo(officer, where);
  expect(errors).toEqual([]);
  return at(data, "claimNext");
}

describe("an officer who takes on what is next", () => {
  it("gets the step that is due first, and then the one behind it", async () => {
    const first = await newCase();
    platform.clock.advance(26 * 3_600_000);
    const second = await newCase();
    const officer = await acceptor();
    expect(await claimNext(officer)).toEqual({
      ...{ __typename: "ClaimedStep", step: "accept", application: { id: first } },
    });
    expect(await claimNext(officer)).toMatchObject({ application: { id: second } });
    expect(await claimNext(officer)).toEqual({ __typename: "NothingToClaim", code: "NOTHING_TO_CLAIM" });
    expect(await desk(platform, officer.token, "claimedSteps")).toHaveLength(2);
  });

  it("is given no step that is for another role", async () => {
    for (let others = 0; others < 7; others += 1) await newCase();
    const forReview = await newCase();
    const officer = await acceptor();
    await act(platform, officer, forReview, "accept", `acceptApplication(id: "${forReview}")`);
    const reviewer = await newOfficer(platform, { roles: ["REVIEWER"] });
    expect(await claimNext(reviewer)).toMatchObject({ step: "review", application: { id: forReview } });
    expect(await claimNext(reviewer)).toMatchObject({ code: "NOTHING_TO_CLAIM" });
  });

  it("is told that a queue outside their jurisdiction is closed to them, and that a step is one of an item", async () => {
    const officer = await acceptor();
    const elsewhere = await answerTo(officer, `region: "310101", department: "BJ-GJJ"`);
    expect(elsewhere.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    const stepAlone = await answerTo(officer, `region: "${CHAOYANG}", department: "BJ-GJJ", step: "accept"`);
    expect(stepAlone.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});

describe("many who take on what is next at the same moment", () => {
  it("get a step each while there are any, and none is held by two", async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, newCase));
    const officers = await Promise.all(Array.from({ length: 12 }, acceptor));
    const answers = await Promise.all(officers.map((officer) => claimNext(officer)));
    const got = answers.map((answer) => textAt(answer, "application", "id"));
    expect(got.toSorted()).toEqual(cases.toSorted());
    expect(await claimNext(await acceptor())).toMatchObject({ code: "NOTHING_TO_CLAIM" });
  });
});
