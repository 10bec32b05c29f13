import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  authorise,
  CHAOYANG,
  caseOf,
  desk,
  fileCase,
  meetOnMonday,
  mutateCase,
  newApplicant,
  newOfficer,
  RENT_FORM,
  saveCase,
  signedIn,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";

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

const GROUND = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
const mutate = (mutation: string, by = officer): Promise<Json> => mutateCase(platform, by.token, mutation);
const departmentOf = async (id: string) => {
  const query = `{ node(id: "${id}") { ... on Application { department } } }`;
  return textAt((await platform.call({ token: applicant.token, query })).data, "node", "department");
};
const queue = async (id: string, by = officer, more = "") => {
  const where = `region: "${CHAOYANG}", department: "${await departmentOf(id)}"`;
  const all = await desk(platform, by.token, `workQueue(${where}, first: 100${more})`);
  return all.filter((entry) => entry.id === id).map(({ step }) => step);
};

describe("a case from acceptance to decision", () => {
  it("goes from step to step of its item's workflow, each offered where it is due", async () => {
    const id = await fileCase(platform, applicant);
    expect(await queue(id)).toEqual(["accept"]);
    expect(await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`)).toMatchObject({
      status: "IN_REVIEW",
      clock: { acceptedOn: "2026-03-02", promisedOn: "2026-03-03", statutoryOn: "2026-03-05" },
    });
    expect(await queue(id)).toEqual(["review"]);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    expect(await queue(id)).toEqual(["decide"]);
    const approved = await act(
      platform,
      officer,
      id,
      "decide",
      `approveApplication(id: "${id}", reason: "符合条件")`,
    );
    expect(approved).toMatchObject({
      status: "DELIVERED",
      decision: { outcome: "APPROVED", reason: "符合条件", remedy: null },
    });
    expect(await queue(id)).toEqual([]);
  });

  it("shows the applicant how far it is, but not who handles it", async () => {
    const id = await acceptCase(platform, applicant, officer);
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({
      availableActions: ["WITHDRAW"],
      answer: { dueOn: "2026-03-03" },
      progress: [
        { code: "accept", state: "FINISHED" },
        { code: "review", state: "WAITING", dueOn: "2026-03-03" },
        { code: "decide", state: "TO_COME" },
      ],
    });
    const query = `{ node(id: "${id}") { ... on Application { progress { officer { id } } } } }`;
    expect((await platform.call({ token: applicant.token, query })).errors[0]?.extensions["code"]).toBe(
      "FORBIDDEN",
    );
  });

  it("is refused with reason, article and what can be done against it", async () => {
    const id = await acceptCase(platform, applicant, officer);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "不符合")`);
    const refused = await act(
      platform,
      officer,
      id,
      "decide",
      `rejectApplication(id: "${id}", reason: "缴存不足三个月", ${GROUND})`,
    );
    expect(refused).toMatchObject({
      status: "REJECTED",
      decision: {
        outcome: "REJECTED",
        reason: "缴存不足三个月",
        ground: { law: "住房公积金管理条例", article: "第二十四条" },
      },
    });
    expect(textAt(refused, "decision", "remedy")).toContain("until 2026-05-06");
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ availableActions: ["APPEAL"] });
  });

  it("a refusal before acceptance is one of acceptance", async () => {
    const id = await fileCase(platform, applicant);
    const refuse = `rejectApplication(id: "${id}", reason: "不属于本部门职权", ${GROUND})`;
    expect(await act(platform, officer, id, "accept", refuse)).toMatchObject({
      status: "REJECTED",
      decision: { outcome: "NOT_ACCEPTED" },
    });
  });
});

describe("a correction", () => {
  const ask = (id: string, fields = `{ name: "monthlyRent", note: "与合同不符" }`) =>
    `requestCorrection(id: "${id}", input: { fields: [${fields}] })`;

  it("opens the fields that its notice names, and no others, until it is handed in", async () => {
    const id = await fileCase(platform, applicant);
    expect(await act(platform, officer, id, "accept", ask(id))).toMatchObject({
      status: "CORRECTION",
      correction: { fields: [{ name: "monthlyRent", note: "与合同不符" }], answerBy: "2026-04-01" },
    });
    expect(await saveCase(platform, applicant.token, id, { rentalAddress: "另一个地址" })).toMatchObject({
      code: "FIELD_NOT_OPEN",
      path: ["form", "rentalAddress"],
    });
    await saveCase(platform, applicant.token, id, { monthlyRent: "4000.00" });
    platform.clock.set("2026-03-05T02:00:00.000Z");
    expect(await submitCase(platform, applicant.token, id)).toMatchObject({
      status: "SUBMITTED",
      form: { ...RENT_FORM, monthlyRent: "4000.00" },
      answer: { dueOn: "2026-03-12" },
    });
    expect(await queue(id)).toEqual(["accept"]);
  });

  it("is asked for once: the second time an officer accepts or refuses", async () => {
    const id = await fileCase(platform, applicant);
    await act(platform, officer, id, "accept", ask(id));
    await submitCase(platform, applicant.token, id);
    expect(await act(platform, officer, id, "accept", ask(id))).toMatchObject({
      __typename: "NotAllowedNow",
      state: "SUBMITTED",
      availableActions: ["RELEASE", "REASSIGN", "TRANSFER", "ACCEPT", "REJECT"],
    });
  });

  it("is handed in without a further reason, also while another application for the item is open", async () => {
    const id = await fileCase(platform, applicant);
    const further = textAt(await startCase(platform, applicant.token), "id");
    await saveCase(platform, applicant.token, further, RENT_FORM);
    await submitCase(platform, applicant.token, further, { reason: "第二套租房" });
    for (const one of [id, further]) {
      await act(platform, officer, one, "accept", ask(one));
      expect(await submitCase(platform, applicant.token, one)).toMatchObject({
        status: "SUBMITTED",
        duplicateReason: one === further ? "第二套租房" : null,
      });
    }
  });

  it("names something, and only what the item has", async () => {
    const id = await fileCase(platform, applicant);
    expect(await act(platform, officer, id, "accept", ask(id, ""))).toMatchObject({
      code: "CORRECTION_NAMES_NOTHING",
    });
    expect(await mutate(ask(id, `{ name: "shoeSize", note: "缺少" }`))).toMatchObject({
      code: "FAULT_UNKNOWN",
      path: ["input", "fields", "0", "name"],
    });
  });
});

describe("the clock", () => {
  it("stands still for an expert review, and the limits move by the working days that it took", async () => {
    const id = await acceptCase(platform, applicant, officer);
    const paused = `pauseApplication(id: "${id}", reason: EXPERT_REVIEW, note: "专家评审", until: "2026-03-10")`;
    expect(await act(platform, officer, id, "review", paused)).toMatchObject({
      status: "PAUSED",
      answer: { dueOn: null },
      clock: { promisedOn: null },
    });
    expect(await queue(id)).toEqual([]);
    platform.clock.set("2026-03-06T02:00:00.000Z");
    expect(await mutate(`resumeApplication(id: "${id}")`)).toMatchObject({
      status: "IN_REVIEW",
      clock: { promisedOn: "2026-03-09", statutoryOn: "2026-03-11" },
    });
  });

  it("is extended once, by a supervisor, by ten working days at most, and the applicant is told why", async () => {
    const id = await acceptCase(platform, applicant, officer);
    const extend = (days: number) =>
      mutate(
        `extendApplication(id: "${id}", workingDays: ${days}, reason: "案情复杂", approvedBy: "副主任 高建国")`,
      );
    expect(await extend(11)).toMatchObject({ code: "EXTENSION_OUT_OF_RANGE" });
    const extended = await extend(10);
    expect(extended).toMatchObject({
      clock: { promisedOn: "2026-03-17", statutoryOn: "2026-03-19" },
      // The step that is open has them too.
      progress: [{ dueOn: null }, { dueOn: "2026-03-17" }, { dueOn: null }],
    });
    expect(textAt(extended, "answer", "because")).toContain("art. 42");
    expect(await extend(1)).toMatchObject({ __typename: "NotAllowedNow" });
  });
});

describe("who may do what", () => {
  it("of two who claim a step at once one gets it", async () => {
    const id = await fileCase(platform, applicant);
    const officers = await Promise.all([1, 2, 3, 4].map(() => allRounder(platform)));
    const outcomes = await Promise.all(
      officers.map((one) => mutate(`claimStep(id: "${id}", step: "accept")`, one)),
    );
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual([
      "Application",
      "NotAllowedNow",
      "NotAllowedNow",
      "NotAllowedNow",
    ]);
  });

  it("of two decisions at once one stands", async () => {
    const id = await acceptCase(platform, applicant, officer);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
    await mutate(`claimStep(id: "${id}", step: "decide")`);
    const outcomes = await Promise.all([
      mutate(`approveApplication(id: "${id}", reason: "符合条件")`),
      mutate(`rejectApplication(id: "${id}", reason: "不符合", ${GROUND})`),
    ]);
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual(["Application", "NotAllowedNow"]);
    const stands = textAt(await caseOf(platform, officer.token, id), "decision", "outcome");
    const won = outcomes.find((one) => textAt(one, "__typename") === "Application") ?? null;
    expect(textAt(won, "decision", "outcome")).toBe(stands);
  });

  it.each([
    ["their own case", async () => ({ person: applicant.id })],
    ["any case, if the platform does not know them as a person", async () => ({ person: "" as const })],
  ])("an officer does not handle %s", async (_, wish) => {
    const id = await fileCase(platform, applicant);
    const one = await newOfficer(platform, { roles: ["ACCEPTOR"], ...(await wish()) });
    expect(await mutate(`claimStep(id: "${id}", step: "accept")`, one)).toMatchObject({
      __typename: "NotAllowedNow",
      availableActions: [],
    });
  });

  it.each([
    ["another region", { region: "1201" }],
    ["another department", { departments: ["SOMEBODY-ELSE"] }],
  ])("a case of %s answers as an unknown one, and its desk stays shut", async (_, where) => {
    const id = await fileCase(platform, applicant);
    const one = await newOfficer(platform, { roles: ["ACCEPTOR"], ...where });
    expect(await mutate(`claimStep(id: "${id}", step: "accept")`, one)).toMatchObject({
      __typename: "NotFound",
    });
    expect(await caseOf(platform, one.token, id)).toBeNull();
    await expect(queue(id, one)).rejects.toThrow("FORBIDDEN");
  });

  it("a draft is its applicant's alone", async () => {
    const id = await fileCase(platform, applicant);
    expect(await caseOf(platform, officer.token, id)).toMatchObject({ status: "SUBMITTED" });
    const draft = textAt(
      await mutateCase(
        platform,
        applicant.token,
        `startApplication(input: { item: "BJ-GA-JZZSL-001", region: "${CHAOYANG}" }, idempotencyKey: "a-draft-of-mine")`,
      ),
      "id",
    );
    expect(await caseOf(platform, officer.token, draft)).toBeNull();
  });

  it("without the role of a step nobody takes it, and a refusal names the state and what is allowed", async () => {
    const id = await fileCase(platform, applicant);
    const reviewer = await newOfficer(platform, { roles: ["REVIEWER"] });
    expect(await mutate(`claimStep(id: "${id}", step: "accept")`, reviewer)).toMatchObject({
      __typename: "NotAllowedNow",
      state: "SUBMITTED",
      availableActions: [],
    });
  });

  it("is given a step for which they have role and jurisdiction, or else it stays where it is", async () => {
    const id = await fileCase(platform, applicant);
    const give = (to: string) =>
      mutate(`reassignStep(id: "${id}", step: "accept", to: "${to}", reason: "休假")`);
    const refused = (code: string) => ({ __typename: "InvalidInput", code, path: ["to"] });
    const reviewer = await newOfficer(platform, { roles: ["REVIEWER"] });
    expect(await give("ctz_0123456789abcdef")).toMatchObject(refused("NOT_AN_OFFICER"));
    expect(await give(reviewer.id)).toMatchObject(refused("NOT_AN_OFFICER"));
    await signedIn(platform, reviewer);
    expect(await give(reviewer.id)).toMatchObject(refused("OFFICER_NOT_FOR_IT"));
    const far = await signedIn(platform, newOfficer(platform, { roles: ["ACCEPTOR"], region: "31" }));
    expect(await give(far.id)).toMatchObject(refused("OFFICER_NOT_FOR_IT"));
    const auditor = await signedIn(platform, newOfficer(platform, { roles: ["AUDITOR"] }));
    expect(await give(auditor.id)).toMatchObject(refused("OFFICER_NOT_FOR_IT"));
    // Neither to somebody who acts for the applicant: they could not end it.
    const proxy = await newApplicant(platform);
    await authorise(platform, applicant, proxy);
    const partial = newOfficer(platform, { roles: ["ACCEPTOR"], person: proxy.id });
    expect(await give((await signedIn(platform, partial)).id)).toMatchObject(refused("OFFICER_NOT_FOR_IT"));
    expect(await queue(id)).toEqual(["accept"]);
  });

  it("who has lost the role of a step that they were given can give it back and nothing else", async () => {
    const id = await fileCase(platform, applicant);
    const acceptor = await signedIn(platform, newOfficer(platform, { roles: ["ACCEPTOR"] }));
    await mutate(`reassignStep(id: "${id}", step: "accept", to: "${acceptor.id}", reason: "休假")`);
    const token = await platform.tokens.officer({ id: acceptor.id, roles: ["REVIEWER"], region: "11" });
    expect(await caseOf(platform, token, id)).toMatchObject({ availableActions: ["RELEASE"] });
  });

  it("a supervisor takes a step from one officer and gives it to another", async () => {
    const id = await fileCase(platform, applicant);
    const other = await signedIn(platform, allRounder(platform));
    await mutate(`claimStep(id: "${id}", step: "accept")`);
    const reassign = `reassignStep(id: "${id}", step: "accept", to: "${other.id}", reason: "休假")`;
    expect(await mutate(reassign)).toMatchObject({ status: "SUBMITTED" });
    expect((await desk(platform, other.token, "claimedSteps")).map((entry) => entry.id)).toEqual([id]);
    expect(await desk(platform, officer.token, "claimedSteps")).toEqual([]);
    expect(await mutate(`acceptApplication(id: "${id}")`)).toMatchObject({ __typename: "NotAllowedNow" });
    expect(await mutate(`releaseStep(id: "${id}", step: "accept")`, other)).toMatchObject({
      status: "SUBMITTED",
    });
    expect(await queue(id)).toEqual(["accept"]);
  });
});

describe("an appeal", () => {
  const refuseCase = async () => {
    const id = await acceptCase(platform, applicant, officer);
    await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "不符合")`);
    const refuse = `rejectApplication(id: "${id}", reason: "缴存不足三个月", ${GROUND})`;
    await act(platform, officer, id, "decide", refuse);
    return id;
  };
  const appeal = (id: string) =>
    mutateCase(platform, applicant.token, `appealDecision(id: "${id}", reason: "已满三个月")`);

  it("is answered by a supervisor who did not decide; overturned, the case is reviewed anew", async () => {
    const id = await refuseCase();
    expect(await appeal(id)).toMatchObject({ status: "APPEALED", availableActions: [] });
    const answer = `answerAppeal(id: "${id}", outcome: OVERTURNED, answer: "重新审核")`;
    expect(await mutate(answer)).toMatchObject({ __typename: "NotAllowedNow", availableActions: [] });
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    expect(await mutate(answer, supervisor)).toMatchObject({
      status: "IN_REVIEW",
      decision: null,
      appeal: { outcome: "OVERTURNED" },
    });
    expect(await queue(id)).toEqual(["review"]);
  });

  it("leaves the legal remedies and their last days as they are, under way and answered", async () => {
    const id = await refuseCase();
    const remedy = async () => textAt(await caseOf(platform, applicant.token, id), "decision", "remedy");
    const told = await remedy();
    expect(told).toContain("until 2026-05-06");
    expect(told).toContain("within 6 months, until 2026-09-02");
    await appeal(id);
    expect(await remedy()).toBe(told);
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    await mutate(`answerAppeal(id: "${id}", outcome: UPHELD, answer: "维持")`, supervisor);
    expect(await remedy()).toBe(told);
  });

  it("is possible once, and until 60 days after the decision", async () => {
    const id = await refuseCase();
    await appeal(id);
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    await mutate(`answerAppeal(id: "${id}", outcome: UPHELD, answer: "维持")`, supervisor);
    expect(await appeal(id)).toMatchObject({ __typename: "NotAllowedNow", state: "REJECTED" });
    const late = await refuseCase();
    platform.clock.set("2026-05-01T15:59:00.000Z");
    expect(at(await caseOf(platform, applicant.token, late), "availableActions")).toEqual(["APPEAL"]);
    platform.clock.set("2026-05-01T16:00:00.000Z");
    expect(at(await caseOf(platform, applicant.token, late), "availableActions")).toEqual([]);
  });
});

it("what was granted is revoked by a supervisor, with reason and article", async () => {
  const id = await acceptCase(platform, applicant, officer);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await act(platform, officer, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);
  const revoke = `revokeApplication(id: "${id}", reason: "以欺骗手段取得", ground: { law: "行政许可法", article: "第六十九条" })`;
  expect(await mutate(revoke)).toMatchObject({ status: "REVOKED", availableActions: [] });
});
