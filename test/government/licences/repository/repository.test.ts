import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  authorise,
  newApplicant,
  newEnterprise,
  RENT,
  startCase,
  startCasework,
} from "../../cases/casework.ts";
import { draftOf, publishItem } from "../../catalogue/items.ts";
import {
  ask,
  decide,
  done,
  HOLDER,
  itemOf,
  licenceOf,
  licencesOf,
  publishTypeWithItems,
  takeBack,
} from "./repository-world.ts";

const TYPE = "electrician";
let platform: TestPlatform;
let holder: Applicant;
beforeAll(async () => {
  platform = await startCasework();
  await publishTypeWithItems(platform, TYPE);
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  holder = await newApplicant(platform);
});
afterAll(() => platform.stop());

const item = (act: Parameters<typeof itemOf>[1]): string => itemOf(TYPE, act);
const issued = async (): Promise<string> => {
  await done(platform, holder, item("ISSUE"), HOLDER);
  return textAt(await licenceOf(platform, holder), "number");
};
const versionsOf = (licence: Json): Json[] => {
  const versions = at(licence, "versions");
  return Array.isArray(versions) ? versions : [];
};

describe("a licence of a type that is data", () => {
  it("is issued by the decision on an item that is data, too, and says what was applied for", async () => {
    const number = await issued();
    expect(number).toMatch(/^2026[0-9A-Z]{10}$/);
    expect(await licenceOf(platform, holder)).toMatchObject({
      ...{ status: "VALID", content: HOLDER, issuedOn: "2026-03-02", validUntil: "2028-03-01" },
      ...{ region: "110105", type: { code: TYPE, version: 1 }, suspendedAt: null, endedAt: null },
      issuer: { creditCode: "11100000000013338W", department: { code: "BJ-TEST" } },
      identifier: expect.stringMatching(
        new RegExp(
          `^1\\.2\\.156\\.3005\\.2\\.11100000000013338W\\d{3}\\.11100000000013338W\\.${number}\\.001\\.[0-9A-Z]$`,
        ),
      ),
    });
  });

  it("gets a next version by a change, which ends the one before and keeps number and end", async () => {
    const number = await issued();
    platform.clock.set("2026-09-01T02:00:00.000Z");
    await done(platform, holder, item("CHANGE"), { number, trade: "焊工" });
    const licence = await licenceOf(platform, holder);
    expect(licence).toMatchObject({
      number,
      validUntil: "2028-03-01",
      content: { ...HOLDER, trade: "焊工" },
    });
    expect(versionsOf(licence)).toMatchObject([
      { version: 2, act: "CHANGE", content: { trade: "焊工", grade: "甲" } },
      { version: 1, act: "ISSUE", content: HOLDER },
    ]);
  });

  it("is valid for another term from the decision on by a renewal, and says the same by a reissue", async () => {
    const number = await issued();
    platform.clock.set("2028-02-01T02:00:00.000Z");
    await done(platform, holder, item("RENEW"), { number });
    expect(await licenceOf(platform, holder)).toMatchObject({ validUntil: "2030-01-31", content: HOLDER });
    await done(platform, holder, item("REISSUE"), { number });
    const licence = await licenceOf(platform, holder);
    expect(licence).toMatchObject({ number, validUntil: "2030-01-31", content: HOLDER });
    expect(versionsOf(licence).map((one) => at(one, "act"))).toEqual(["REISSUE", "RENEW", "ISSUE"]);
  });

  it("is suspended and resumed, and ends when it is cancelled", async () => {
    const number = await issued();
    await done(platform, holder, item("SUSPEND"), { number });
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "SUSPENDED" });
    await done(platform, holder, item("RESUME"), { number });
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "VALID", suspendedAt: null });
    await done(platform, holder, item("CANCEL"), { number });
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "CANCELLED" });
  });

  it("expires on the day after its last one", async () => {
    await issued();
    platform.clock.set("2028-03-01T15:59:59.000Z");
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "VALID" });
    platform.clock.set("2028-03-01T16:00:00.000Z");
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "EXPIRED" });
  });
});

describe("taking a grant back", () => {
  it.each([
    ["what it had suspended is valid again", "SUSPEND", "VALID"],
    ["what it had cancelled stands again", "CANCEL", "VALID"],
  ] as const)("%s", async (_, acting, status) => {
    const number = await issued();
    const id = await done(platform, holder, item(acting), { number });
    await takeBack(platform, id);
    expect(await licenceOf(platform, holder)).toMatchObject({ status });
  });

  it("what it had resumed is suspended again", async () => {
    const number = await issued();
    await done(platform, holder, item("SUSPEND"), { number });
    const id = await done(platform, holder, item("RESUME"), { number });
    await takeBack(platform, id);
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "SUSPENDED" });
  });

  it("revokes the licence that it had issued, whatever came after", async () => {
    const id = await done(platform, holder, item("ISSUE"), HOLDER);
    const number = textAt(await licenceOf(platform, holder), "number");
    await done(platform, holder, item("CHANGE"), { number, trade: "焊工" });
    await takeBack(platform, id);
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "REVOKED" });
  });

  it("of a change makes a version that says again what the one before did, and all later ones fall with it", async () => {
    const number = await issued();
    const id = await done(platform, holder, item("CHANGE"), { number, trade: "焊工" });
    await done(platform, holder, item("CHANGE"), { number, remark: "夜间" });
    await takeBack(platform, id);
    const licence = await licenceOf(platform, holder);
    expect(licence).toMatchObject({ content: HOLDER, validUntil: "2028-03-01" });
    expect(versionsOf(licence).map((one) => at(one, "act"))).toEqual(["UNDO", "CHANGE", "CHANGE", "ISSUE"]);
  });
});

describe("an act on a licence is refused", () => {
  const refused = async (form: Readonly<Record<string, unknown>>, acting: Parameters<typeof itemOf>[1]) => {
    const asked = await ask(platform, holder, item(acting), form);
    const problems = at(asked, "problems");
    return Array.isArray(problems) ? problems.map((one) => at(one, "code")) : asked;
  };

  it("where the number is nobody's, or somebody else's", async () => {
    const number = await issued();
    expect(await refused({ number: "2026AAAAAAAAAA" }, "CHANGE")).toEqual(["LICENCE_NOT_IN_REPOSITORY"]);
    holder = await newApplicant(platform);
    expect(await refused({ number }, "CANCEL")).toEqual(["LICENCE_NOT_IN_REPOSITORY"]);
  });

  it.each([
    ["VALID", [], ["RESUME"], "LICENCE_NOT_SUSPENDED"],
    ["SUSPENDED", ["SUSPEND"], ["CHANGE", "RENEW", "REISSUE", "SUSPEND"], "LICENCE_SUSPENDED"],
    ["CANCELLED", ["CANCEL"], ["CHANGE", "RENEW", "REISSUE", "SUSPEND", "RESUME", "CANCEL"], "LICENCE_ENDED"],
  ] as const)("while it is %s", async (_, before, acts, code) => {
    const number = await issued();
    for (const one of before) await done(platform, holder, item(one), { number });
    for (const one of acts) expect(await refused({ number }, one)).toEqual([code]);
  });

  it("once its time is over, but for its cancellation", async () => {
    const number = await issued();
    platform.clock.set("2028-03-01T16:00:00.000Z");
    for (const one of ["CHANGE", "RENEW", "REISSUE", "SUSPEND"] as const)
      expect(await refused({ number }, one)).toEqual(["LICENCE_EXPIRED"]);
    await done(platform, holder, item("CANCEL"), { number });
    expect(await licenceOf(platform, holder)).toMatchObject({ status: "CANCELLED" });
  });

  it("where another decision came first, and the officer is told so", async () => {
    const number = await issued();
    const [cancelled, reissued] = await Promise.all(
      (["CANCEL", "REISSUE"] as const).map(async (one) =>
        textAt(await ask(platform, holder, item(one), { number }), "id"),
      ),
    );
    await decide(platform, cancelled ?? "");
    expect(await decide(platform, reissued ?? "")).toMatchObject({ code: "LICENCE_ENDED", path: ["id"] });
  });

  it("where the department is no issuing authority there any more", async () => {
    platform.clock.set("2027-01-01T02:00:00.000Z");
    const until = { issuers: [{ until: "2026-12-31" }] };
    await publishTypeWithItems(platform, "past-electrician", until);
    const asked = await ask(platform, holder, itemOf("past-electrician", "ISSUE"), HOLDER);
    expect(at(asked, "problems")).toMatchObject([{ code: "LICENCE_ISSUER_MISSING" }]);
  });

  it("where it is for people, and an enterprise applies", async () => {
    const { creditCode, representative } = await newEnterprise(platform);
    const asked = await ask(platform, representative, item("ISSUE"), HOLDER, creditCode);
    expect(at(asked, "problems")).toMatchObject([{ code: "LICENCE_HOLDER_KIND" }]);
  });
});

describe("a licence of an enterprise", () => {
  const seen = async (token: string): Promise<Json> => {
    const query = `{ me { enterprises { electronicLicences { edges { node { number content } } } } } }`;
    const { data, errors } = await platform.call({ token, query });
    expect(errors).toEqual([]);
    return at(data, "me", "enterprises", "0", "electronicLicences", "edges");
  };

  it("is seen by who binds it in all items, and by no agent of some", async () => {
    await publishTypeWithItems(platform, "workshop", { holderKind: "ENTERPRISE" });
    const { creditCode, representative } = await newEnterprise(platform);
    const agent = await newApplicant(platform);
    await authorise(platform, representative, agent, { enterprise: creditCode, items: [RENT] });
    const asked = await ask(platform, representative, itemOf("workshop", "ISSUE"), HOLDER, creditCode);
    await decide(platform, textAt(asked, "id"));
    expect(await seen(representative.token)).toMatchObject([{ node: { content: HOLDER } }]);
    expect(await seen(agent.token)).toEqual([]);
  });
});

describe("a material that names a type", () => {
  it("is filled by a valid licence of the applicant's own, and asked for once that is suspended", async () => {
    const code = "TEST-NEEDS-LICENCE";
    const paper = { code: "licence", name: { zh: "电工证", en: "Electrician's licence" }, required: true };
    await publishItem(platform, draftOf({ code, materials: [{ ...paper, replacedByLicence: TYPE }] }), {
      "110000": "GENERAL",
    });
    const filled = async (): Promise<Json> => {
      const { token } = holder;
      const id = textAt(await startCase(platform, token, { item: code }), "id");
      const query = `query ($id: ID!) { node(id: $id) { ... on Application {
        materials { state filled { source reference } } } } }`;
      const { data, errors } = await platform.call({ token, query, variables: { id } });
      expect(errors).toEqual([]);
      return at(data, "node", "materials");
    };
    expect(await filled()).toMatchObject([{ filled: null }]);
    const number = await issued();
    const { identifier } = Object(await licenceOf(platform, holder));
    expect(await filled()).toMatchObject([{ filled: { source: "LICENCES", reference: identifier } }]);
    await done(platform, holder, item("SUSPEND"), { number });
    expect(await filled()).toMatchObject([{ filled: null }]);
  });
});

it("is told to nobody but its holder", async () => {
  await issued();
  const id = textAt(await licenceOf(platform, holder), "id");
  const stranger = await newApplicant(platform);
  const query = `query ($id: ID!) { node(id: $id) { __typename id } }`;
  const read = async (token: string) => (await platform.call({ token, query, variables: { id } })).data;
  expect(await read(holder.token)).toEqual({ node: { __typename: "ElectronicLicence", id } });
  expect(await read(stranger.token)).toEqual({ node: null });
  expect(await licencesOf(platform, stranger)).toEqual([]);
});
