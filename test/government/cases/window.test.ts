import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  authorise,
  BY_HAND,
  caseOf,
  FOR_ENTERPRISES,
  fileCase,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT_FORM,
  receive,
  revokeAuthority,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let clerk: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
});
afterAll(() => platform.stop());

const attend = async (person: Applicant, by = clerk): Promise<string> =>
  textAt(await receive(platform, by, person.idNumber), "id");

const casesAt = async (attendance: string, whose: object | null = null, by = clerk): Promise<Json> => {
  const answer = await platform.call({
    token: by.token,
    query: `query ($id: ID!, $for: ApplicationForInput) { attendance(id: $id) {
      represents { enterprise person items }
      applications(for: $for) { id status channel availableActions } } }`,
    variables: { id: attendance, for: whose },
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "attendance");
};

/** One of the cases, as the clerk opens it by its id. */
async function caseAt(attendance: string, id: string, by = clerk): Promise<Json> {
  const answer = await platform.call({
    token: by.token,
    query: `query ($attendance: ID!, $id: ID!) { attendance(id: $attendance) {
      application(id: $id) { id availableActions } } }`,
    variables: { attendance, id },
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(at(answer.data, "attendance"), "application");
}

const UNKNOWN = { __typename: "NotFound", code: "APPLICATION_NOT_FOUND" };

describe("a clerk at a window", () => {
  it("begins a case for the person present; its channel is the hall's, and the person goes on with it online", async () => {
    const person = await newApplicant(platform);
    const attendance = await attend(person);
    const begun = await startCase(platform, clerk.token, { attendance });
    expect(begun).toMatchObject({
      channel: "HALL",
      capacity: "SELF",
      availableActions: ["SAVE", "SUBMIT", "WITHDRAW"],
    });
    const id = textAt(begun, "id");
    await saveCase(platform, clerk.token, id, { applicantName: "王小明" }, attendance);
    await saveCase(platform, person.token, id, { ...RENT_FORM, applicantName: "王晓明" });
    expect(await submitCase(platform, clerk.token, id, { attendance })).toMatchObject({
      status: "SUBMITTED",
      form: { ...RENT_FORM, applicantName: "王晓明" },
    });
    expect(await caseOf(platform, person.token, id)).toMatchObject({ status: "SUBMITTED", channel: "HALL" });
  });

  it("goes on with a case that the person began online, and the audit trail shows who did what", async () => {
    const person = await newApplicant(platform);
    const id = textAt(await startCase(platform, person.token), "id");
    await saveCase(platform, person.token, id, RENT_FORM);
    const attendance = await attend(person);
    expect(await casesAt(attendance)).toMatchObject({
      applications: [
        { id, status: "DRAFT", channel: "ONLINE", availableActions: ["SAVE", "SUBMIT", "WITHDRAW"] },
      ],
    });
    expect(await caseAt(attendance, id)).toEqual({ id, availableActions: ["SAVE", "SUBMIT", "WITHDRAW"] });
    await submitCase(platform, clerk.token, id, { attendance });
    const { items } = await platform.database().query({
      ...{ table: "records-live", pk: `audit#${id}`, limit: 10 },
    });
    expect(items.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ["applications.case.started", person.id, ""],
      ["applications.case.saved", person.id, ""],
      ["applications.case.submitted", clerk.id, attendance],
    ]);
  });

  it("and the person at once on one case: what either fills in stays, and it is handed in once", async () => {
    const person = await newApplicant(platform);
    const attendance = await attend(person);
    const id = textAt(await startCase(platform, clerk.token, { attendance }), "id");
    const { mobile, ...others } = RENT_FORM;
    await Promise.all([
      saveCase(platform, clerk.token, id, others, attendance),
      saveCase(platform, person.token, id, { mobile }),
    ]);
    expect(await caseOf(platform, person.token, id)).toMatchObject({ form: RENT_FORM, problems: [] });
    const outcomes = await Promise.all([
      submitCase(platform, clerk.token, id, { attendance }),
      submitCase(platform, person.token, id),
    ]);
    expect(outcomes.map((one) => textAt(one, "__typename")).sort()).toEqual(["Application", "NotAllowedNow"]);
  });

  it("serves whoever is present as an agent, by their authority, for as long as it stands", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    const terms = { enterprise, items: [FOR_ENTERPRISES] };
    const authority = textAt(await authorise(platform, representative, agent, terms), "id");
    const attendance = await attend(agent);
    const whose = { enterprise };
    const how = { item: FOR_ENTERPRISES, for: whose, attendance };
    const id = textAt(await startCase(platform, clerk.token, how), "id");
    expect(await casesAt(attendance, whose)).toMatchObject({
      represents: [{ enterprise, items: [FOR_ENTERPRISES] }],
      applications: [{ id }],
    });
    expect(await caseOf(platform, representative.token, id)).toMatchObject({ capacity: "AGENT" });
    await revokeAuthority(platform, representative.token, authority);
    expect(await saveCase(platform, clerk.token, id, {}, attendance)).toMatchObject(UNKNOWN);
    expect(await casesAt(attendance, whose)).toMatchObject({ represents: [], applications: [] });
    expect(await startCase(platform, clerk.token, how)).toMatchObject({ code: "NOT_AUTHORISED" });
  });

  it("names no other's case, nor one of another person's attendance", async () => {
    const [present, absent] = [await newApplicant(platform), await newApplicant(platform)];
    const id = textAt(await startCase(platform, absent.token), "id");
    const attendance = await attend(present);
    expect(await saveCase(platform, clerk.token, id, {}, attendance)).toMatchObject(UNKNOWN);
    expect(await casesAt(attendance)).toMatchObject({ applications: [] });
    expect(await caseAt(attendance, id)).toBeNull();
    expect(await caseOf(platform, clerk.token, id)).toBeNull();
  });

  it("uses nobody else's attendance, none that is over, and none at all is refused", async () => {
    const person = await newApplicant(platform);
    const attendance = await attend(person);
    const id = textAt(await startCase(platform, clerk.token, { attendance }), "id");
    const other = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const none = { __typename: "NotFound", code: "ATTENDANCE_NOT_FOUND" };
    expect(await saveCase(platform, other.token, id, {}, attendance)).toMatchObject(none);
    expect(await saveCase(platform, clerk.token, id, {})).toMatchObject(none);
    expect(await saveCase(platform, person.token, id, {}, attendance)).toMatchObject(none);
    platform.clock.advance(3_600_000);
    expect(await saveCase(platform, clerk.token, id, {}, attendance)).toMatchObject({
      code: "ATTENDANCE_OVER",
    });
    expect(await casesAt(attendance)).toMatchObject({ applications: [] });
  });

  it("serves a person in the clerk's own jurisdiction only", async () => {
    const person = await newApplicant(platform);
    const id = textAt(await startCase(platform, person.token), "id");
    const elsewhere = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: "1101" });
    const far = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: "310" });
    const other = await newOfficer(platform, { roles: ["WINDOW_CLERK"], departments: ["BJ-GA"] });
    expect(await casesAt(await attend(person, elsewhere), null, elsewhere)).toMatchObject({
      applications: [{ id }],
    });
    for (const stranger of [far, other]) {
      const attendance = await attend(person, stranger);
      expect(await casesAt(attendance, null, stranger)).toMatchObject({ applications: [] });
      expect(await saveCase(platform, stranger.token, id, {}, attendance)).toMatchObject(UNKNOWN);
      expect(await startCase(platform, stranger.token, { attendance })).toMatchObject({
        code: "OUTSIDE_JURISDICTION",
      });
    }
  });

  it("never serves themselves, nor an enterprise that they represent, nor whom the platform cannot tell from them", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const own = { __typename: "InvalidInput", code: "OFFICERS_OWN_MATTER" };
    const clerkWho = (person: Applicant["id"] | "") =>
      newOfficer(platform, { roles: ["WINDOW_CLERK"], person });
    const themselves = await clerkWho(representative.id);
    expect(await receive(platform, themselves, representative.idNumber)).toMatchObject(own);
    const unknown = await clerkWho("");
    expect(await receive(platform, unknown, representative.idNumber)).toMatchObject(own);
    const agent = await newApplicant(platform);
    await authorise(platform, representative, agent, { enterprise });
    const attendance = await attend(agent, themselves);
    const how = { item: FOR_ENTERPRISES, for: { enterprise }, attendance };
    expect(await startCase(platform, themselves.token, how)).toMatchObject({ code: "NOT_AUTHORISED" });
  });

  it("without the role serves nobody, and no other officer acts as an applicant", async () => {
    const person = await newApplicant(platform);
    const officer = await newOfficer(platform, { roles: ["ACCEPTOR", "HALL_MANAGER"] });
    await expect(receive(platform, officer, person.idNumber)).rejects.toThrow("FORBIDDEN");
    const attendance = await attend(person);
    await expect(startCase(platform, officer.token, { attendance })).rejects.toThrow("FORBIDDEN");
  });

  it("receives a person once for one key, and by a valid identity number", async () => {
    const [person, other] = [await newApplicant(platform), await newApplicant(platform)];
    const key = randomUUID();
    const all = await Promise.all([1, 2].map(() => receive(platform, clerk, person.idNumber, key)));
    expect(all[0]).toEqual(all[1]);
    expect(await receive(platform, clerk, other.idNumber, key)).toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
    expect(await receive(platform, clerk, "110105194912310021")).toMatchObject({
      code: "ID_NUMBER_INVALID",
    });
  });

  it("is told of to the person, so that nobody is served who is not there", async () => {
    const person = await newApplicant(platform);
    const attendance = await attend(person);
    const { items } = await platform.database().query({
      ...{ table: "records-live", pk: `audit#${attendance}`, limit: 1 },
    });
    expect(JSON.parse(String(items[0]?.["event"]))).toMatchObject({
      type: "attendance.begun",
      to: [person.id],
    });
  });

  it("takes a case back for the person, and appeals for them, too", async () => {
    const person = await newApplicant(platform);
    const id = await fileCase(platform, person, { item: BY_HAND });
    const attendance = await attend(person);
    const withdraw = `withdrawApplication(id: "${id}", reason: "不再租房", attendance: "${attendance}")`;
    expect(await mutateCase(platform, clerk.token, withdraw)).toMatchObject({ status: "WITHDRAWN" });
    const appeal = `appealDecision(id: "${id}", reason: "不服", attendance: "${attendance}")`;
    expect(await mutateCase(platform, clerk.token, appeal)).toMatchObject({ __typename: "NotAllowedNow" });
  });
});
