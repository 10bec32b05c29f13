import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventTexts } from "../../../services/app/parts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  acceptCase,
  BY_HAND,
  meetOnMonday,
  startCase,
  startCasework,
  type TestOfficer,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  ({ applicant, officer } = await meetOnMonday(platform));
});
afterAll(() => platform.stop());

async function told(language: string): Promise<readonly string[]> {
  await sweep(platform);
  const query = "{ me { notifications { edges { node { text } } } } }";
  const headers = { "accept-language": language };
  const { data } = await platform.call({ token: applicant.token, query, headers });
  const edges: Json = at(data, "me", "notifications", "edges");
  if (!Array.isArray(edges)) throw new Error("no list");
  return edges.map(({ node }) => textAt(node, "text"));
}

describe("a message about a case", () => {
  it("names the item and the number that a clerk can be told, in the reader's language", async () => {
    const id = await acceptCase(platform, applicant, officer);
    const query = "query ($id: ID!) { node(id: $id) { ... on Application { number } } }";
    const { data } = await platform.call({ token: applicant.token, query, variables: { id } });
    const number = textAt(data, "node", "number");
    expect(number).toMatch(/^\d{14}$/);
    // Both at one instant: either may stand above the other.
    expect((await told("zh")).toSorted()).toEqual([
      `您的“租房提取住房公积金”申请（办件编号 ${number}）已受理。`,
      `您的“租房提取住房公积金”申请（办件编号 ${number}）已提交，受理部门将在 5 个工作日内答复。`,
    ]);
    expect(await told("en")).toContain(
      `Your application for “Housing-fund withdrawal for rent” (case ${number}) was accepted for review.`,
    );
  });

  it("names the item alone before its receipt, when there is no number yet", async () => {
    await startCase(platform, applicant.token, { item: BY_HAND });
    platform.clock.advance(400 * 86_400_000);
    await runClocks(platform);
    expect(await told("zh")).toContain("您的“租房提取住房公积金”申请因逾期未提交、未确认或未补正而失效。");
  });

  it.each([...eventTexts].filter(([type]) => /^(application|evaluation)\./.test(type)))(
    "names the case: %s",
    (_, { zh, en }) => {
      expect(zh.split("{case}")).toHaveLength(2);
      expect(en.split("{case}")).toHaveLength(2);
    },
  );

  it.each([...eventTexts].filter(([type]) => type.startsWith("appointment.")))(
    "names the hall and the time: %s",
    (_, { zh, en }) => {
      for (const text of [zh, en]) expect(text).toMatch(/\{appointment\}|\{hall\}.*\{time\}/);
    },
  );
});

describe("a refusal of what a state does not allow", () => {
  it("says the state in words, and for programs as its code", async () => {
    const { applicant: another } = await meetOnMonday(platform);
    const id = await acceptCase(platform, another, officer);
    const query = `mutation { acceptApplication(id: "${id}") { ... on NotAllowedNow { message state } } }`;
    for (const [language, message] of [
      ["zh", "现在不能这样做：状态为“审查中”。"],
      ["en", "Not possible now: it stands at “In review”."],
    ] as const) {
      const headers = { "accept-language": language };
      const { data } = await platform.call({ token: officer.token, query, headers });
      expect(data).toEqual({ acceptApplication: { message, state: "IN_REVIEW" } });
    }
  });
});
