import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLAIMS } from "../../../services/api/oidc.ts";
import { isIdentityNumber } from "../../../services/field/identity-document.ts";
import { dateAt, LAST_DAY } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { profileOf, putProfile } from "../../../services/people/citizens/index.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { giveTelephone, removeTelephone } from "../../support/telephones.ts";
import { draftOf, forPeople, publishItem } from "../catalogue/items.ts";
import { FOOD } from "../licences/food-business.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  BY_HAND,
  CHAOYANG,
  newApplicant,
  newEnterprise,
  newOfficer,
  RENT_FORM,
  receive,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "./casework.ts";
import { rulingOf } from "./savers.ts";

const NAME = "王小明";

let platform: TestPlatform;
let person: Applicant;
let mobile: string;
let count = 0;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  count += 1;
  mobile = `138${String(10_000_000 + count)}`;
  person = await newApplicant(platform);
  await state(person);
  await giveTelephone(platform, person.token, mobile);
});
afterAll(() => platform.stop());

/** A register states somebody. */
async function state({ id, idNumber }: Applicant, name = NAME): Promise<void> {
  const { database, secrets, now } = platform.context({ kind: "CITIZEN", mode: "live", id });
  if (!isIdentityNumber(idNumber, LAST_DAY)) throw new Error(`${idNumber} is no identity number`);
  must(
    await commitTo(database)({
      actor: { kind: "SYSTEM", mode: "live", name: "test" },
      ...{ action: "test.recorded", aggregate: id, table: "records-live", at: now, requestId: "test" },
      writes: [
        putProfile(database, "live", profileOf({ citizenId: id, name, idNumber, recordedAt: now }, secrets)),
      ],
    }),
  );
}

const { applicantName: _, idNumber: __, mobile: ___, ...OWN } = RENT_FORM;
const masked = ({ idNumber }: Applicant) => `${idNumber.slice(0, 6)}********${idNumber.slice(14)}`;
const maskedMobile = () => `138****${mobile.slice(-4)}`;

const HELD = "heldFields { path label { en } source shown }";
const start = (token: string, whose: Parameters<typeof startCase>[2] = {}) =>
  startCase(platform, token, whose);

/** A case as somebody sees it. */
async function seen(by: { readonly token: string } | { readonly apiKey: string }, id: string): Promise<Json> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Application { form ${HELD} problems { code path } } } }`;
  const { data, errors } = await platform.call({ ...by, query, variables: { id } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, "node");
}

const handedIn = async (): Promise<string> => {
  const id = textAt(await start(person.token), "id");
  await saveCase(platform, person.token, id, OWN);
  expect(await submitCase(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
  return id;
};

describe("what the platform holds of a person is not asked for:", () => {
  it("it stands in the first draft, masked and locked, and nothing of it is missing", async () => {
    const begun = await start(person.token);
    const shown = { applicantName: NAME, idNumber: masked(person), mobile: maskedMobile() };
    expect(at(begun, "form")).toEqual(shown);
    const found = await seen(person, textAt(begun, "id"));
    expect(at(found, "heldFields")).toEqual([
      { path: ["applicantName"], label: { en: "Applicant's name" }, source: "PERSON_NAME", shown: NAME },
      {
        path: ["idNumber"],
        label: { en: "Identity number" },
        source: "PERSON_ID_NUMBER",
        shown: masked(person),
      },
      { path: ["mobile"], label: { en: "Mobile number" }, source: "PERSON_MOBILE", shown: maskedMobile() },
    ]);
    expect(JSON.stringify(at(found, "problems"))).not.toMatch(/applicantName|idNumber|mobile/);
    expect(JSON.stringify(found)).not.toContain(person.idNumber);
  });

  it("a first sign-in that proves name and number is enough", async () => {
    const idNumber = newIdNumber();
    const token = await platform.tokens.sign({ [CLAIMS.name]: "林新", [CLAIMS.idNumber]: idNumber });
    expect(at(await start(token), "form")).toEqual({
      ...{ applicantName: "林新", idNumber: `${idNumber.slice(0, 6)}********${idNumber.slice(14)}` },
    });
  });

  it("another value for it is refused, also by somebody who is right; what was shown is taken back as such", async () => {
    const id = textAt(await start(person.token), "id");
    for (const [name, value] of [
      ["idNumber", person.idNumber],
      ["applicantName", "李小红"],
      ["mobile", mobile],
    ] as const) {
      expect(await saveCase(platform, person.token, id, { ...OWN, [name]: value })).toMatchObject({
        ...{ __typename: "InvalidInput", code: "FORM_FIELD_HELD", path: ["form", name] },
      });
    }
    const saved = await saveCase(platform, person.token, id, {
      ...OWN,
      idNumber: masked(person),
      mobile: null,
    });
    expect(saved).toMatchObject({ form: { ...OWN, idNumber: masked(person) }, problems: [] });
  });

  it("handed in, officers read it as it is, the applicant masked", async () => {
    const id = await handedIn();
    const officer = await allRounder(platform);
    const whole = { ...OWN, applicantName: NAME, idNumber: person.idNumber, mobile };
    expect(at(await seen(officer, id), "form")).toEqual(whole);
    expect(at(await seen(person, id), "form")).toEqual({
      ...whole,
      idNumber: masked(person),
      mobile: maskedMobile(),
    });
  });

  it("it is filled in anew when it is handed in, and when it is corrected", async () => {
    const id = textAt(await start(person.token), "id");
    await saveCase(platform, person.token, id, OWN);
    await state(person, "王晓明");
    await submitCase(platform, person.token, id);
    const officer = await allRounder(platform);
    expect(at(await seen(officer, id), "form", "applicantName")).toBe("王晓明");
    const faults = `fields: [{ name: "rentalAddress", note: "请写明门牌号" }], materials: []`;
    await act(platform, officer, id, "accept", `requestCorrection(id: "${id}", input: { ${faults} })`);
    await state(person, "王小名");
    expect(at(await seen(person, id), "form", "applicantName")).toBe("王小名");
    expect(at(await seen(officer, id), "form", "applicantName")).toBe("王晓明");
    expect(
      await saveCase(platform, person.token, id, { rentalAddress: "朝阳区建国路 1 号 302" }),
    ).toMatchObject({
      ...{ status: "CORRECTION", problems: [] },
    });
    expect(at(await seen(officer, id), "form", "idNumber")).toBe(person.idNumber);
    expect(await submitCase(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(at(await seen(officer, id), "form")).toMatchObject({
      applicantName: "王小名",
      idNumber: person.idNumber,
    });
  });

  it("what it holds no more is asked for, and what it did not hold is as it was typed in", async () => {
    const id = textAt(await start(person.token), "id");
    await saveCase(platform, person.token, id, OWN);
    await removeTelephone(platform, person.token);
    const missing = [{ code: "FORM_FIELD_MISSING", path: ["form", "mobile"] }];
    expect(at(await seen(person, id), "problems")).toEqual(missing);
    await saveCase(platform, person.token, id, { mobile: "13900139000" });
    await submitCase(platform, person.token, id);
    expect(at(await seen(person, id), "form")).toMatchObject({
      mobile: "13900139000",
      idNumber: masked(person),
    });
    const unknown = await newApplicant(platform);
    const other = textAt(await start(unknown.token), "id");
    expect(at(await saveCase(platform, unknown.token, other, RENT_FORM), "form")).toEqual(RENT_FORM);
    expect(at(await seen(unknown, other), "heldFields")).toEqual([]);
  });

  it("rules decide on the true value, and their traces do not say it", async () => {
    const field = { type: "string", format: "citizen-id", "x-held": "PERSON_ID_NUMBER" };
    const form = forPeople({ type: "object", properties: { idNumber: field }, required: ["idNumber"] });
    const holds = {
      and: [{ "===": [{ var: "facts.identity.isOwn" }, true] }, { "!==": [{ var: "form.idNumber" }, ""] }],
    };
    const check = {
      code: "own",
      name: { zh: "本人", en: "Own" },
      failed: { zh: "不符合。", en: "Not so." },
      advice: { zh: "请更正。", en: "Put it right." },
      holds,
      otherwise: "REJECT",
    } as const;
    const rule = { samplePercent: 1, checks: [{ ...check, ground: { law: "条例", article: "第一条" } }] };
    await publishItem(platform, draftOf({ code: `HELD-${count}000`, form, rule, materials: [] }), {
      "110000": "GENERAL",
    });
    const id = textAt(await start(person.token, { item: `HELD-${count}000` }), "id");
    const decided = await submitCase(platform, person.token, id);
    const { outcome, inputs } = await rulingOf(platform, { ...person, payoutAccount: "" }, decided);
    expect({ outcome, inputs }).toEqual({
      ...{ outcome: "APPROVED", inputs: { "facts.identity.isOwn": "true", "form.idNumber": '"…"' } },
    });
  });
});

describe("who acts for somebody is shown no more of them than before:", () => {
  it("an agent the name, and neither number", async () => {
    const agent = await newApplicant(platform);
    await authorise(platform, person, agent);
    const query = "{ me { principals { ref } } }";
    const { data } = await platform.call({ token: agent.token, query });
    const principal = textAt(data, "me", "principals", 0, "ref");
    const begun = await start(agent.token, { for: { person: principal } });
    expect(at(begun, "form")).toEqual({ applicantName: NAME });
    const id = textAt(begun, "id");
    const found = await seen(agent, id);
    expect(at(found, "heldFields")).toMatchObject([{ shown: NAME }, { shown: null }, { shown: null }]);
    expect(await saveCase(platform, agent.token, id, { idNumber: person.idNumber })).toMatchObject({
      code: "FORM_FIELD_HELD",
    });
    await saveCase(platform, agent.token, id, OWN);
    expect(at(await submitCase(platform, agent.token, id), "form")).toEqual({ ...OWN, applicantName: NAME });
    expect(at(await seen(person, id), "form", "mobile")).toBe(maskedMobile());
  });

  it("a clerk what the person at the window is shown", async () => {
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(platform, clerk, person.idNumber), "id");
    const begun = await start(clerk.token, { attendance });
    expect(at(begun, "form")).toEqual({
      applicantName: NAME,
      idNumber: masked(person),
      mobile: maskedMobile(),
    });
  });

  it("a partner nothing but what the person's consent opens to it", async () => {
    const both = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const;
    const partner = await seedPartner(platform, { scopes: [...both, "PROFILE_READ"] });
    const begin = async (scopes: Parameters<typeof seedConsent>[3]): Promise<Json> => {
      const citizen = await seedConsent(platform, partner, person.id, scopes);
      const query = `mutation ($input: StartApplicationInput!, $key: ID!) {
        startApplication(input: $input, idempotencyKey: $key) { ... on Application { id form ${HELD} } } }`;
      const input = { item: BY_HAND, region: CHAOYANG, for: { citizen } };
      const answer = await platform.call({
        apiKey: partner.liveKey,
        query,
        variables: { input, key: randomUUID() },
      });
      expect(answer.errors).toEqual([]);
      return at(answer.data, "startApplication");
    };
    const begun = await begin(both);
    expect(at(begun, "form")).toEqual({});
    expect(at(begun, "heldFields")).toMatchObject([{ shown: null }, { shown: null }, { shown: null }]);
    const profiled = await begin([...both, "PROFILE_READ"]);
    expect(at(profiled, "form")).toEqual({ applicantName: NAME, idNumber: masked(person) });
  });
});

describe("what the platform holds of an enterprise", () => {
  it("stands in its group; its representative's numbers are shown to nobody else", async () => {
    const { creditCode } = await newEnterprise(platform, { representative: person });
    const agent = await newApplicant(platform);
    await authorise(platform, person, agent, { enterprise: creditCode });
    const asRegistered = { businessName: "北京好味道餐饮有限公司", creditCode };
    const own = await start(person.token, { item: FOOD, for: { enterprise: creditCode } });
    expect(at(own, "form")).toEqual({
      ...asRegistered,
      representative: { name: NAME, idNumber: masked(person), mobile: maskedMobile() },
    });
    const theirs = await start(agent.token, { item: FOOD, for: { enterprise: creditCode } });
    expect(at(theirs, "form")).toEqual({ ...asRegistered, representative: { name: NAME } });
    const changed = { representative: { name: "李" } };
    expect(await saveCase(platform, agent.token, textAt(theirs, "id"), changed)).toMatchObject({
      ...{ code: "FORM_FIELD_HELD", path: ["form", "representative", "name"] },
    });
  });
});

it("the number that a register states can be opened for nobody else's record", async () => {
  const { secrets, now } = platform.context({ kind: "CITIZEN", mode: "live", id: person.id });
  expect(dateAt(now)).toBe("2026-03-02");
  const { idNumber } = person;
  if (!isIdentityNumber(idNumber, LAST_DAY)) throw new Error("no number");
  const { sealedIdNumber } = profileOf({ citizenId: person.id, name: NAME, idNumber }, secrets);
  const other = profileOf({ citizenId: "ctz_0000000000000000", name: NAME, idNumber }, secrets);
  expect(sealedIdNumber).not.toContain(idNumber);
  expect(other.sealedIdNumber).not.toBe(sealedIdNumber);
});
