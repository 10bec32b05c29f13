import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getApplication, putApplication } from "../../../services/government/cases/store.ts";
import { isId } from "../../../services/kernel/ids.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  fileCase,
  meetOnMonday,
  mutateCase,
  newOfficer,
  startCasework,
  type TestOfficer,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";
import { applyForRent, newSaver } from "./savers.ts";

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
const FUND = "BJ-GJJ";

const REMEDIES = `against servedOn isTold isReconsiderationFirst isStateCouncilOpen isProvisional text
  authority { name { zh } address { zh } telephone online } article { en } orElse { name { zh } }
  reconsiderationDays reconsiderationUntil court { name { zh } online } actionMonths actionUntil
  actionAfterReconsiderationDays`;

async function remediesIn(id: string, token = applicant.token): Promise<Json> {
  const query = `{ node(id: "${id}") { ... on Application { status remedies { ${REMEDIES} } } } }`;
  const answer = await platform.call({ token, query });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "node", "remedies");
}

type Statement = Readonly<Record<string, unknown>> & { readonly region: string };

/** States something as an editor of all departments in Beijing, from 2026 on. */
async function state(input: Statement, by: { readonly region?: string } = {}): Promise<Json> {
  const token = await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], region: "11", ...by });
  const query = `mutation ($input: RemedyStatementInput!) { done: stateRemedies(input: $input, reason: "核定") {
    __typename ... on Refusal { code } ... on InvalidInput { path }
    ... on RemedyStatement { rows { effectiveFrom body level } } } }`;
  const answer = await platform.call({
    token,
    query,
    variables: { input: { effectiveFrom: "2026-01-01", ...input } },
  });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "done");
}

const named = (zh: string) => ({ name: { zh, en: zh } });

async function noticeOf(region: string, department: string): Promise<Json> {
  const query = `{ remedyNotice(region: "${region}", department: "${department}") {
    authority { name { zh } online } isNamed article { en } orElse { name { zh } } isStateCouncilOpen court { name { zh } } } }`;
  return at((await platform.call({ query })).data, "remedyNotice");
}

const refuse = async (how = {}): Promise<string> => {
  const id = await acceptCase(platform, applicant, officer, how);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "不符合")`);
  await act(
    platform,
    officer,
    id,
    "decide",
    `rejectApplication(id: "${id}", reason: "缴存不足三个月", ${GROUND})`,
  );
  return id;
};

const revoke = async (id: string): Promise<Json> => {
  const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  return mutateCase(
    platform,
    supervisor.token,
    `revokeApplication(id: "${id}", reason: "材料虚假", ${GROUND})`,
  );
};

/** Each act that goes against somebody, or that looks like one, as the platform does it; the id of its case. */
const ACTS: readonly (readonly [string, string | null, () => Promise<string>])[] = [
  ["a refusal by people", "REFUSAL", () => refuse()],
  [
    "a refusal by rule",
    "REFUSAL",
    async () => {
      const saver = await newSaver(platform, { months: ["2026-02"] });
      applicant = saver;
      return textAt(await applyForRent(platform, saver), "id");
    },
  ],
  [
    "not to accept",
    "NON_ACCEPTANCE",
    async () => {
      const id = await fileCase(platform, applicant);
      const no = `rejectApplication(id: "${id}", reason: "不属于本部门职权", ${GROUND})`;
      await act(platform, officer, id, "accept", no);
      return id;
    },
  ],
  [
    "the revocation of what people granted",
    "REVOCATION",
    async () => {
      const id = await acceptCase(platform, applicant, officer);
      await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "齐全")`);
      await act(platform, officer, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);
      await revoke(id);
      return id;
    },
  ],
  [
    "the withdrawal of a payment",
    "PAYMENT_WITHDRAWAL",
    async () => {
      const saver = await newSaver(platform);
      applicant = saver;
      const id = textAt(await applyForRent(platform, saver), "id");
      await revoke(id);
      return id;
    },
  ],
  [
    "an end for want of a correction",
    "LAPSE",
    async () => {
      const id = await fileCase(platform, applicant);
      const notice = `requestCorrection(id: "${id}", input: { fields: [{ name: "monthlyRent", note: "不符" }] })`;
      await act(platform, officer, id, "accept", notice);
      platform.clock.set("2026-04-01T16:00:00.000Z");
      await runClocks(platform);
      return id;
    },
  ],
  [
    "no decision by the last day of the law",
    "DELAY",
    async () => {
      const id = await acceptCase(platform, applicant, officer);
      platform.clock.set("2026-04-30T02:00:00.000Z");
      return id;
    },
  ],
  [
    "a grant",
    null,
    async () => {
      const saver = await newSaver(platform);
      applicant = saver;
      return textAt(await applyForRent(platform, saver), "id");
    },
  ],
  [
    "a correction notice, which decides nothing",
    null,
    async () => {
      const id = await fileCase(platform, applicant);
      const notice = `requestCorrection(id: "${id}", input: { fields: [{ name: "monthlyRent", note: "不符" }] })`;
      await act(platform, officer, id, "accept", notice);
      return id;
    },
  ],
  [
    "what the applicant has taken back",
    null,
    async () => {
      const id = await fileCase(platform, applicant);
      await mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "已另行办理")`);
      return id;
    },
  ],
];

describe("the legal remedies", () => {
  it.each(ACTS)("against %s: %s", async (_, against, done) => {
    const remedies = await remediesIn(await done());
    if (against === null) return expect(remedies).toBeNull();
    expect(remedies).toMatchObject({
      ...{ against, isTold: true, isReconsiderationFirst: against === "DELAY" },
      authority: { name: { zh: "北京市人民政府" } },
      ...{ reconsiderationDays: 60, actionMonths: 6, actionAfterReconsiderationDays: 15 },
      actionUntil: against === "DELAY" ? null : expect.any(String),
    });
  });

  it("name the authority with its address, the court, and the day on which each ends", async () => {
    const authority = {
      ...named("北京市人民政府"),
      ...{ address: named("通州区某街1号").name, telephone: "010-00000000" },
      online: "https://fuyi.example.cn/",
    };
    await state({ region: "110000", authority, court: named("通州区人民法院") });
    const remedies = await remediesIn(await refuse());
    expect(remedies).toMatchObject({
      ...{ servedOn: "2026-03-02", reconsiderationUntil: "2026-05-06", actionUntil: "2026-09-02" },
      authority: { address: { zh: "通州区某街1号" }, online: "https://fuyi.example.cn/" },
      court: { name: { zh: "通州区人民法院" } },
    });
    for (const told of ["https://fuyi.example.cn/", "until 2026-05-06", "until 2026-09-02", "15 days"]) {
      expect(textAt(remedies, "text")).toContain(told);
    }
  });

  it("stay as the decision has named them, also where another office is stated since", async () => {
    const id = await refuse();
    const told = await remediesIn(id);
    await state({ region: "110000", authority: named("另一机构"), effectiveFrom: "2026-02-01" });
    expect(await remediesIn(id)).toEqual(told);
    expect(at(await remediesIn(await refuse()), "authority", "name", "zh")).toBe("另一机构");
  });

  it("end up to a year after a decision that has told of none", async () => {
    const id = await refuse();
    const store = { database: platform.database(), mode: "live" } as const;
    const found = isId("app", id) ? await getApplication(store, id) : undefined;
    if (!found?.decision) throw new Error("no decision");
    const { remedies: _, ...decision } = found.decision;
    const before = { ...found, decision, revision: found.revision + 1 };
    await store.database.transact([putApplication(store, before, found)], `untold ${id}`);
    expect(await remediesIn(id)).toMatchObject({
      ...{ isTold: false, reconsiderationUntil: "2027-03-02", actionUntil: "2027-03-02" },
    });
    expect(textAt(await remediesIn(id), "text")).toContain("You were not told");
  });

  it("were not told either where the authority has no name, and its own line has to be stated", async () => {
    await state({ region: "110105", department: FUND, body: "TAX", level: "COUNTY" });
    expect(await remediesIn(await refuse())).toMatchObject({
      ...{ isTold: false, authority: { name: { zh: "上一级主管部门" } } },
    });
    await state({
      region: "110105",
      department: FUND,
      body: "TAX",
      level: "COUNTY",
      authority: named("市税务局"),
    });
    expect(await remediesIn(await refuse())).toMatchObject({
      ...{ isTold: true, authority: { name: { zh: "市税务局" } } },
      article: { en: "Administrative Reconsideration Law, art. 27" },
    });
    await state({ region: "110105", department: FUND, body: "AUTHORISED_BODY", level: "PROVINCE" });
  });

  it("are shown to an officer before they refuse, and never to the applicant as if it were done", async () => {
    const id = await acceptCase(platform, applicant, officer);
    const query = `{ node(id: "${id}") { ... on Application { remediesIfRefused { isNamed article { en } } } } }`;
    const answer = await platform.call({ token: officer.token, query });
    expect(at(answer.data, "node", "remediesIfRefused", "isNamed")).toBe(true);
    expect(await remediesIn(id)).toBeNull();
    const { errors } = await platform.call({ token: applicant.token, query });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
  });
});

/** By the kind of department, and its level: the authority over what it decides in Chaoyang. */
const DEPARTMENTS = [
  ["DEPARTMENT", "COUNTY", "北京市朝阳区人民政府", true],
  ["DEPARTMENT", "PROVINCE", "另一机构", true],
  ["AUTHORISED_BODY", "PROVINCE", "另一机构", true],
  ["GOVERNMENT", "COUNTY", "另一机构", true],
  ["JUSTICE_BUREAU", "COUNTY", "北京市朝阳区人民政府", true],
  ["TAX", "COUNTY", "上一级主管部门", false],
  ["CUSTOMS", "PROVINCE", "上一级主管部门", false],
  ["FINANCIAL_REGULATOR", "PROVINCE", "上一级主管部门", false],
  ["FOREIGN_EXCHANGE", "PROVINCE", "上一级主管部门", false],
  ["STATE_SECURITY", "PROVINCE", "上一级主管部门", false],
  ["STATE_COUNCIL_DEPARTMENT", "PROVINCE", "作出决定的机关", true],
] as const;

describe("a statement", () => {
  it.each(DEPARTMENTS)("about a department makes of %s, %s: %s", async (body, level, zh, isNamed) => {
    await state({ region: "110000", authority: named("另一机构"), effectiveFrom: "2026-02-01" });
    const department = `T-${body}-${level}`;
    await state({ region: "110000", department, body, level });
    expect(await noticeOf("110105", department)).toMatchObject({ isNamed, authority: { name: { zh } } });
  });

  it("is not needed: a department of which nothing is stated is one of its region's government", async () => {
    expect(await noticeOf("110105", "T-UNKNOWN")).toMatchObject({
      ...{ isNamed: true, authority: { name: { zh: "北京市朝阳区人民政府" }, online: null } },
      court: { name: { zh: "有管辖权的人民法院" } },
    });
  });

  it("holds from its day on, and the next one from its own", async () => {
    for (const [effectiveFrom, zh] of [
      ["2026-01-01", "旧址"],
      ["2026-03-03", "新址"],
    ] as const) {
      await state({ region: "110106", authority: named(zh), effectiveFrom });
    }
    const name = async () => at(await noticeOf("110106", "T-ANY"), "authority", "name", "zh");
    expect(await name()).toBe("旧址");
    platform.clock.set("2026-03-02T16:00:00.000Z");
    expect(await name()).toBe("新址");
  });

  it.each([
    ["of another region", { region: "310000" }, "REMEDY_OUTSIDE_JURISDICTION"],
    ["with a kind for a government", { region: "110000", body: "TAX" }, "REMEDY_NOT_OF_GOVERNMENT"],
    ["of a code that is none", { region: "110000", department: "a b" }, "REMEDY_DEPARTMENT_WRONG"],
    [
      "with a link that is not https",
      { region: "110000", authority: { ...named("x"), online: "http://fuyi.example.cn" } },
      "REMEDY_LINK_WRONG",
    ],
    ["with an office that has no name", { region: "110000", court: named(" ") }, "TEXT_LENGTH"],
  ])("is refused: one %s", async (_, input, code) => {
    expect(await state(input)).toMatchObject({ __typename: "InvalidInput", code });
  });
});
