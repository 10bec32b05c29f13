import { afterAll, beforeAll, expect, it } from "vitest";
import { at, type Json, type TestPlatform } from "../../support/platform.ts";
import { acceptCase, act, CHAOYANG, meetOnMonday, RENT, startCasework } from "./casework.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

const GAP = "a decision names no online channel";
const linesOf = (message: string) => platform.logs.filter((line) => line.message === message);

const ONLINE = "https://fy.example.gov.cn/";

async function stateOnline(effectiveFrom: string): Promise<void> {
  const token = await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], region: "11" });
  const authority = `authority: { name: { zh: "市政府行政复议办公室", en: "Office for Reconsideration" }, online: "${ONLINE}" }`;
  const query = `mutation { stateRemedies(input: { region: "110000", effectiveFrom: "${effectiveFrom}", ${authority} },
    reason: "公布网上渠道") { __typename } }`;
  expect((await platform.call({ token, query })).data).toEqual({
    stateRemedies: { __typename: "RemedyStatement" },
  });
}

async function gaps(): Promise<Json> {
  const token = await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], region: "11" });
  const query = `{ editedItem(code: "${RENT}") { onlineRemedyGaps } }`;
  return at((await platform.call({ token, query })).data, "editedItem", "onlineRemedyGaps");
}

it("an act that is served online without an online channel says so, its limits stay, and the channel is told once it is stated", async () => {
  const { applicant, officer } = await meetOnMonday(platform);
  const id = await acceptCase(platform, applicant, officer);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "不符合")`);
  const no = `rejectApplication(id: "${id}", reason: "缴存不足三个月",
    ground: { law: "住房公积金管理条例", article: "第二十四条" })`;
  await act(platform, officer, id, "decide", no);
  const read = async () => {
    const query = `{ node(id: "${id}") { ... on Application { remedies {
      isTold isOnlineTold onlineNow reconsiderationUntil text authority { online } } } } }`;
    const headers = { "accept-language": "en" };
    return at((await platform.call({ token: applicant.token, query, headers })).data, "node", "remedies");
  };
  // Operators are told, once.
  expect(linesOf(GAP)).toEqual([
    expect.objectContaining({ level: "WARN", region: CHAOYANG, department: "BJ-GJJ" }),
  ]);
  // Editors are told before it comes to that.
  expect(await gaps()).toEqual(["110000"]);
  const served = await read();
  expect(served).toMatchObject({
    ...{ isTold: true, isOnlineTold: false, onlineNow: null, authority: { online: null } },
    text: expect.stringContaining("has to come with one (Administrative Reconsideration Law, art. 22)"),
  });

  platform.clock.set("2026-03-10T02:00:00.000Z");
  await stateOnline("2026-03-10");
  expect(await gaps()).toEqual([]);
  const supplied = await read();
  // The act keeps what it named.
  expect(supplied).toMatchObject({
    ...{ isTold: true, isOnlineTold: false, onlineNow: ONLINE, authority: { online: null } },
    reconsiderationUntil: at(served, "reconsiderationUntil"),
    text: expect.stringContaining(ONLINE),
  });

  // One that names it troubles nobody, and neither does the sandbox.
  const other = await acceptCase(platform, applicant, officer);
  await act(platform, officer, other, "review", `finishStep(id: "${other}", opinion: "不符合")`);
  await act(platform, officer, other, "decide", no.replace(id, other));
  expect(linesOf(GAP)).toHaveLength(1);
});
