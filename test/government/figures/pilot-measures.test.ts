import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rollOutServiceItem } from "../../../services/government/catalogue/index.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  newApplicant,
  newOfficer,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "../cases/casework.ts";
import { DEPARTMENT, publishRuledItem, REFUSED, RULED } from "../cases/ruled-item.ts";
import { editorOf, region } from "../catalogue/items.ts";

const [PILOT_DISTRICT, OTHER_DISTRICT] = ["110105", "110108"] as const;

let platform: TestPlatform;
let supervisor: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  await publishRuledItem(platform);
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "11" });
  await rollOut("PILOT");
  for (const name of ["王小明", "李小红", REFUSED]) await applied(PILOT_DISTRICT, name);
  for (const name of ["张三", REFUSED]) await applied(OTHER_DISTRICT, name);
});
afterAll(() => platform.stop());

async function rollOut(stage: "PILOT" | "GENERAL"): Promise<void> {
  const actor = editorOf();
  const context = platform.context(actor);
  const wish = { region: region(PILOT_DISTRICT), stage, reason: "先行先试" };
  must(await rollOutServiceItem(RULED, wish, { actor, now: context.now }, context));
}

async function applied(where: string, name: string): Promise<void> {
  const { token } = await newApplicant(platform);
  const id = textAt(await startCase(platform, token, { item: RULED, region: where }), "id");
  await saveCase(platform, token, id, { name });
  await submitCase(platform, token, id);
}

async function measures(
  where: string,
  { item = RULED, month = "2026-03", by = supervisor } = {},
): Promise<Json> {
  await sweep(platform);
  const figures = "received decided approved decidedByRule medianWorkingDays withdrawn";
  const query = `{ done: pilotMeasures(item: "${item}", region: "${where}", from: "2026-03", to: "${month}") {
    __typename ... on PilotMeasures { pilot { ${figures} } rest { ${figures} } } ... on Refusal { code } } }`;
  const { data, errors } = await platform.call({ token: by.token, query });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, "done");
}

describe("a pilot's measures", () => {
  it("stand beside those of the rest, in the city as a whole", async () => {
    expect(await measures("110000")).toMatchObject({
      pilot: { received: 3, decided: 3, approved: 2, decidedByRule: 3, medianWorkingDays: 0 },
      rest: { received: 2, decided: 2, approved: 1, decidedByRule: 2, medianWorkingDays: 0 },
    });
  });

  it("are of one district where one is named", async () => {
    const none = { received: 0, decided: 0, medianWorkingDays: null };
    expect(await measures(PILOT_DISTRICT)).toMatchObject({ pilot: { received: 3 }, rest: none });
    expect(await measures(OTHER_DISTRICT)).toMatchObject({ pilot: none, rest: { received: 2 } });
  });

  it("still count a case that began in it when the item is on for all", async () => {
    const { token } = await newApplicant(platform);
    const id = textAt(await startCase(platform, token, { item: RULED, region: PILOT_DISTRICT }), "id");
    await rollOut("GENERAL");
    await saveCase(platform, token, id, { name: "赵六" });
    await submitCase(platform, token, id);
    await applied(PILOT_DISTRICT, "钱七");
    expect(await measures(PILOT_DISTRICT)).toMatchObject({
      pilot: { received: 4, approved: 3 },
      rest: { received: 1, approved: 1 },
    });
  });

  it("take no part in the figures of the item as a whole: nothing counts twice", async () => {
    await sweep(platform);
    const query = `{ done: caseFigures(region: "110000", department: "${DEPARTMENT}", item: "${RULED}",
      from: "2026-03", to: "2026-03") { ... on CaseFigures { total { received } } } }`;
    const { data } = await platform.call({ token: supervisor.token, query });
    const both = await measures("110000");
    const received = Number(at(both, "pilot", "received")) + Number(at(both, "rest", "received"));
    expect(at(data, "done", "total", "received")).toBe(received);
  });

  it("are closed to officers of another region or department, and of no item that was never published", async () => {
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "31" });
    const others = await newOfficer(platform, { roles: ["SUPERVISOR"], departments: ["BJ-GA"] });
    for (const by of [elsewhere, others]) {
      expect(await measures("110000", { by })).toMatchObject({ __typename: "OutsideJurisdiction" });
    }
    expect(await measures("110000", { item: "NO-SUCH-ITEM" })).toMatchObject({ __typename: "NotFound" });
    expect(await measures("110000", { month: "2027-03" })).toMatchObject({ code: "MONTHS_OUT_OF_RANGE" });
  });
});
