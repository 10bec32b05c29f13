import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foodBusinessLicence } from "../../../local/demo/items/food-business-licence.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { publishItem } from "../catalogue/items.ts";
import {
  ALL_MET,
  appoint,
  approve,
  enrol,
  foodForm,
  inspected,
  newInspector,
  record,
  sign,
  submittedFood,
} from "../licences/food-business.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  caseOf,
  desk,
  fileCase,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  startCasework,
  type TestEnterprise,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let enterprise: TestEnterprise;
let applicant: Applicant;
let officer: TestOfficer;
let first: TestOfficer;
let second: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  enterprise = await newEnterprise(platform);
  applicant = enterprise.representative;
  officer = await allRounder(platform);
  [first, second] = [await newInspector(platform), await newInspector(platform)];
});
afterAll(() => platform.stop());

/** A case whose documents are reviewed, and whose site is to be looked at. */
async function reviewCase(): Promise<string> {
  const id = await submittedFood(platform, enterprise);
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  return id;
}

async function appointBoth(): Promise<string> {
  const id = await reviewCase();
  await appoint(platform, officer, id, [first.id, second.id]);
  return id;
}

const REPORT = `status clock { promisedOn pauses { reason to } }
  inspections { step outcome summary toPutRight findings { point { code critical } result note } }`;

async function reportOf(token: string, id: string): Promise<Json> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Application { ${REPORT} } } }`;
  const answer = await platform.call({ token, query, variables: { id } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "node");
}

/** The state of the step on site. */
const stepIn = (outcome: Json): string => textAt(outcome, "progress", 2, "state");

const actionsOf = async (one: TestOfficer, id: string): Promise<Json> =>
  at(await caseOf(platform, one.token, id), "availableActions");

describe("an inspection on site", () => {
  it("is part of the review: the limit runs on from the appointment of two inspectors to their report", async () => {
    const id = await reviewCase();
    expect(await appoint(platform, officer, id, [first.id, second.id])).toMatchObject({
      status: "IN_REVIEW",
      clock: { promisedOn: "2026-03-16" },
      answer: { dueOn: "2026-03-16" },
    });
    platform.clock.set("2026-03-05T02:00:00.000Z");
    await record(platform, first, id, ALL_MET);
    expect(at(await sign(platform, first, id), "progress", 2, "state")).toBe("WAITING");
    expect(at(await sign(platform, second, id), "progress", 2, "state")).toBe("FINISHED");
    // Ten working days were promised on 2 March; the three at the site are among them.
    expect(await reportOf(applicant.token, id)).toMatchObject({
      clock: { promisedOn: "2026-03-16", pauses: [] },
      inspections: [{ step: "inspect", outcome: "PASSED" }],
    });
    expect(await actionsOf(officer, id)).toEqual(["CLAIM", "REASSIGN", "TRANSFER", "EXTEND"]);
  });

  it("is the work of both: each records what they saw, and either's change asks for both signatures anew", async () => {
    const id = await appointBoth();
    const { site, equipment, ...rest } = ALL_MET;
    await record(platform, first, id, rest);
    expect(await sign(platform, first, id)).toMatchObject({ __typename: "NotAllowedNow" });
    await record(platform, second, id, { site: "MET", equipment: "MET" });
    expect(stepIn(await sign(platform, first, id))).toBe("WAITING");
    expect(await sign(platform, first, id)).toMatchObject({ __typename: "NotAllowedNow" });
    await record(platform, second, id, { staff: "NOT_MET" });
    expect(stepIn(await sign(platform, second, id))).toBe("WAITING");
    expect(stepIn(await sign(platform, first, id))).toBe("FINISHED");
  });

  it("is in the lists of the two who are appointed until they have reported, and of nobody else", async () => {
    const third = await newInspector(platform);
    const lists = () =>
      Promise.all([first, second, third].map(({ token }) => desk(platform, token, "siteInspections")));
    const id = await appointBoth();
    const theirs = [{ id, step: "inspect" }];
    expect(await lists()).toMatchObject([theirs, theirs, []]);
    await appoint(platform, officer, id, [first.id, third.id]);
    expect(await lists()).toMatchObject([theirs, [], theirs]);
    await record(platform, first, id, ALL_MET);
    await sign(platform, first, id);
    expect(await lists()).toMatchObject([theirs, [], theirs]);
    await sign(platform, third, id);
    expect(await lists()).toEqual([[], [], []]);
  });

  it("of a case that was taken back is nobody's any more", async () => {
    const id = await appointBoth();
    await mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不再需要")`);
    expect(await desk(platform, first.token, "siteInspections")).toEqual([]);
  });

  it("signed by both at once ends once", async () => {
    const id = await appointBoth();
    await record(platform, first, id, ALL_MET);
    const outcomes = await Promise.all([sign(platform, first, id), sign(platform, second, id)]);
    expect(outcomes.map(stepIn).sort()).toEqual(["FINISHED", "WAITING"]);
    expect(at(await reportOf(officer.token, id), "inspections")).toMatchObject([{ outcome: "PASSED" }]);
  });

  it("is told to the applicant in plain words, when both inspectors stand for it, and never who they are", async () => {
    const id = await appointBoth();
    await record(platform, first, id, { ...ALL_MET, staff: "NOT_MET" });
    expect(at(await reportOf(applicant.token, id), "inspections")).toMatchObject([
      { outcome: null, findings: [], summary: expect.stringContaining("once both inspectors have signed") },
    ]);
    expect(at(await reportOf(officer.token, id), "inspections", 0, "findings")).toHaveLength(5);
    await sign(platform, first, id);
    await sign(platform, second, id);
    const told = at(await reportOf(applicant.token, id), "inspections", 0);
    expect(textAt(told, "summary")).toBe(
      "The inspection was passed: 4 of 5 points are met; to be improved: Staff for food safety, with health certificates.",
    );
    expect(at(told, "findings", 3)).toMatchObject({ result: "NOT_MET", note: "现场未达到要求" });
    const query = `{ node(id: "${id}") { ... on Application { inspections { inspectors { id } } } } }`;
    const asked = await platform.call({ token: applicant.token, query });
    expect(asked.errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("says of every point that is not met what was seen, and knows no points but the item's", async () => {
    const id = await appointBoth();
    const recordAs = (findings: string) =>
      mutateCase(platform, first.token, `recordFindings(id: "${id}", findings: [${findings}])`);
    expect(await recordAs('{ point: "site", result: NOT_MET }')).toMatchObject({
      code: "NOTE_NEEDED",
      path: ["findings", "0", "note"],
    });
    expect(await recordAs('{ point: "garden", result: MET }')).toMatchObject({ code: "POINT_UNKNOWN" });
    const twice = '{ point: "site", result: MET }, { point: "site", result: MET }';
    expect(await recordAs(twice)).toMatchObject({ code: "POINT_TWICE", path: ["findings", "1", "point"] });
  });

  it("cannot be got round: no opinion ends its step", async () => {
    const id = await reviewCase();
    const claim = `claimStep(id: "${id}", step: "inspect")`;
    expect(at(await mutateCase(platform, officer.token, claim), "availableActions")).toEqual([
      ...["RELEASE", "REASSIGN", "TRANSFER", "APPOINT_INSPECTORS", "PAUSE", "EXTEND"],
    ]);
    await appoint(platform, officer, id, [first.id, second.id]);
    const opinion = `finishStep(id: "${id}", step: "inspect", opinion: "现场符合")`;
    expect(await mutateCase(platform, officer.token, opinion)).toMatchObject({
      __typename: "NotAllowedNow",
      availableActions: ["RELEASE", "REASSIGN", "APPOINT_INSPECTORS", "PAUSE", "EXTEND"],
    });
    expect(await record(platform, officer, id, ALL_MET)).toMatchObject({ __typename: "NotAllowedNow" });
  });
});

describe("who inspects", () => {
  it("are two persons of the department's roll, and not one twice", async () => {
    const id = await reviewCase();
    const stranger = await newOfficer(platform, { roles: ["INSPECTOR"] });
    expect(await appoint(platform, officer, id, [first.id, stranger.id])).toMatchObject({
      code: "INSPECTOR_NOT_ON_ROLL",
      path: ["inspectors", "1"],
    });
    const elsewhere = await newInspector(platform, { region: "1201" });
    expect(await appoint(platform, officer, id, [elsewhere.id, first.id])).toMatchObject({
      code: "INSPECTOR_NOT_ON_ROLL",
      path: ["inspectors", "0"],
    });
    const same = { code: "TWO_INSPECTORS" };
    expect(await appoint(platform, officer, id, [first.id, first.id])).toMatchObject(same);
    expect(await appoint(platform, officer, id, [first.id])).toMatchObject(same);
    const person = platform.newCitizen();
    const [one, other] = [await newInspector(platform, { person }), await newInspector(platform, { person })];
    expect(await appoint(platform, officer, id, [one.id, other.id])).toMatchObject(same);
  });

  it("neither apply, nor act for the enterprise, nor have declared an interest in it", async () => {
    const id = await reviewCase();
    const self = await newInspector(platform, { person: applicant.id });
    const partial = await newInspector(platform, {}, [enterprise.creditCode]);
    const agent = await newApplicant(platform);
    await authorise(platform, applicant, agent, { enterprise: enterprise.creditCode });
    const mandated = await newInspector(platform, { person: agent.id });
    const refused = { code: "INSPECTOR_HAS_INTEREST", path: ["inspectors", "1"] };
    expect(await appoint(platform, officer, id, [first.id, self.id])).toMatchObject(refused);
    expect(await appoint(platform, officer, id, [first.id, partial.id])).toMatchObject(refused);
    expect(await appoint(platform, officer, id, [first.id, mandated.id])).toMatchObject(refused);
  });

  it("are off the roll when they have left it, and not on it if the platform does not know them as persons", async () => {
    const left = `mutation { leaveInspectorRoll(department: "BJ-SCJG") { ... on Inspector { isActive } } }`;
    const answer = await platform.call({ token: first.token, query: left });
    expect(answer.data).toEqual({ leaveInspectorRoll: { isActive: false } });
    const id = await reviewCase();
    expect(await appoint(platform, officer, id, [first.id, second.id])).toMatchObject({
      code: "INSPECTOR_NOT_ON_ROLL",
    });
    const nobody = await newOfficer(platform, { roles: ["INSPECTOR"], person: "" });
    expect(await enrol(platform, nobody)).toMatchObject({ code: "PERSON_UNKNOWN" });
    const other = await newOfficer(platform, { roles: ["INSPECTOR"], departments: ["BJ-GA"] });
    expect(await enrol(platform, other)).toMatchObject({ code: "DEPARTMENT_NOT_YOURS" });
  });

  it("are appointed by a supervisor or by who holds the step, and replaced until they have reported", async () => {
    const id = await reviewCase();
    expect(await appoint(platform, first, id, [first.id, second.id])).toMatchObject({
      __typename: "NotAllowedNow",
    });
    await mutateCase(platform, first.token, `claimStep(id: "${id}", step: "inspect")`);
    expect(await appoint(platform, first, id, [first.id, second.id])).toMatchObject({ status: "IN_REVIEW" });
    await record(platform, second, id, ALL_MET);
    await sign(platform, second, id);
    const third = await newInspector(platform);
    expect(await appoint(platform, officer, id, [first.id, third.id])).toMatchObject({ status: "IN_REVIEW" });
    expect(await sign(platform, second, id)).toMatchObject({ __typename: "NotAllowedNow" });
    await sign(platform, third, id);
    expect(await sign(platform, first, id)).toMatchObject({ status: "IN_REVIEW" });
    expect(await appoint(platform, officer, id, [first.id, third.id])).toMatchObject({
      __typename: "NotAllowedNow",
    });
  });
});

describe("a critical point that is not met", () => {
  const failInspection = async () => {
    const id = await reviewCase();
    await inspected(platform, officer, id, { ...ALL_MET, layout: "NOT_MET" });
    return id;
  };

  it("leaves the decider a refusal or an order to put it right, and no grant", async () => {
    const id = await failInspection();
    const claim = `claimStep(id: "${id}", step: "decide")`;
    expect(at(await mutateCase(platform, officer.token, claim), "availableActions")).toEqual([
      ...["RELEASE", "REASSIGN", "TRANSFER", "ORDER_REINSPECTION", "REJECT", "PAUSE", "EXTEND"],
    ]);
    const grant = `approveApplication(id: "${id}", reason: "符合条件")`;
    expect(await mutateCase(platform, officer.token, grant)).toMatchObject({ __typename: "NotAllowedNow" });
    const refuse = `rejectApplication(id: "${id}", reason: "布局不符合要求", ground: { law: "食品安全法", article: "第三十三条" })`;
    expect(await mutateCase(platform, officer.token, refuse)).toMatchObject({ status: "REJECTED" });
    expect(textAt(await reportOf(applicant.token, id), "inspections", 0, "summary")).toContain(
      "not met: A layout and workflow that keep raw and ready food apart",
    );
  });

  it("put right on site and inspected again, no longer stands in the way", async () => {
    const id = await failInspection();
    const order = `orderReinspection(id: "${id}", note: "生熟分开后申请复查")`;
    expect(await act(platform, officer, id, "decide", order)).toMatchObject({
      status: "IN_REVIEW",
      progress: [{}, {}, { code: "inspect", state: "WAITING" }, { code: "decide", state: "TO_COME" }],
    });
    expect(await reportOf(applicant.token, id)).toMatchObject({
      inspections: [{ outcome: "FAILED", toPutRight: "生熟分开后申请复查" }],
    });
    await inspected(platform, officer, id);
    expect(await approve(platform, officer, id)).toMatchObject({ status: "DELIVERED" });
    expect(at(await reportOf(officer.token, id), "inspections")).toMatchObject([
      { outcome: "FAILED" },
      { outcome: "PASSED", toPutRight: null },
    ]);
  });
});

it("an inspection that asks for other eyes is for nobody who has checked the documents, under whatever id", async () => {
  const { draft } = foodBusinessLicence;
  const steps = draft.steps.map((step) => (step.code === "inspect" ? { ...step, fourEyes: true } : step));
  await publishItem(platform, { ...draft, code: "TEST-OTHER-EYES", steps }, { "110000": "GENERAL" });
  const { id: person } = await newApplicant(platform);
  const reviewer = await newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER", "INSPECTOR"], person });
  const again = await newInspector(platform, { person });
  const id = await fileCase(platform, applicant, {
    ...{ item: "TEST-OTHER-EYES", form: foodForm(enterprise), for: { enterprise: enterprise.creditCode } },
  });
  await act(platform, reviewer, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, reviewer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  expect(await appoint(platform, officer, id, [first.id, again.id])).toMatchObject({
    ...{ code: "HAS_CHECKED_BEFORE", path: ["inspectors", "1"] },
  });
  expect(await appoint(platform, officer, id, [first.id, second.id])).toMatchObject({ status: "IN_REVIEW" });
});
