import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { region, regionsWithin } from "../../../services/field/region.ts";
import { CASE_COUNTERS } from "../../../services/government/figures/case-counts.ts";
import {
  type Figures,
  figuresBy,
  figuresByMonth,
  figuresByRegion,
  figuresOf,
  medianOf,
} from "../../../services/government/figures/figures.ts";
import { readCounts } from "../../../services/government/figures/store.ts";
import { type Month, monthsBetween } from "../../../services/kernel/civil-date.ts";
import { startAnswerTime } from "../../support/answer-time.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  act,
  allRounder,
  BY_HAND,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "../cases/casework.ts";
import { runClocks } from "../cases/clocks.ts";
import { DEPARTMENT, publishRuledItem, REFUSED, RULED } from "../cases/ruled-item.ts";

let platform: TestPlatform;
let officer: TestOfficer;
let department: string;
beforeAll(async () => {
  platform = await startCasework();
  await publishRuledItem(platform);
  officer = await allRounder(platform);
});
afterAll(() => platform.stop());

/** Each test counts in a month of its own; each begins on a Monday without holidays around. */
const MONDAYS = [
  "2026-04-13",
  "2026-05-11",
  "2027-03-01",
  "2027-06-21",
  "2027-07-05",
  "2027-08-02",
  "2027-11-01",
  "2028-03-06",
];
let month = "";
beforeEach(async () => {
  const monday = MONDAYS.shift() ?? "2028-06-05";
  month = monday.slice(0, 7);
  platform.clock.set(`${monday}T02:00:00.000Z`);
});

const COUNTED = `received accepted deemedAccepted decided approved decidedInPromisedTime decidedInStatutoryTime
  decidedByRule shareDecidedByRule medianWorkingDays becameOverdue withdrawn complaints`;

async function figures(
  where: string,
  { from = month, to = month, by = officer }: { from?: string; to?: string; by?: TestOfficer } = {},
): Promise<Json> {
  await sweep(platform);
  const query = `{ done: caseFigures(${where}, from: "${from}", to: "${to}") { __typename
    ... on CaseFigures { total { ${COUNTED} } } ... on Refusal { code } } }`;
  const answer = await platform.call({ token: by.token, query });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const { total, ...rest } = Object(at(answer.data, "done"));
  return { ...rest, ...total };
}

type Split = { readonly figures: Readonly<Record<string, number>>; readonly [key: string]: unknown };

async function splits(
  where: string,
  { from = month, to = month } = {},
): Promise<
  Record<"byMonth" | "byRegion" | "byItem", readonly Split[]> & { readonly total: Split["figures"] }
> {
  const counted = "figures { received accepted decided withdrawn }";
  await sweep(platform);
  const query = `{ done: caseFigures(${where}, from: "${from}", to: "${to}") { ... on CaseFigures {
    total { received accepted decided withdrawn } byMonth { month ${counted} } byRegion { region { name } ${counted} }
    byItem { code item { name { en } } ${counted} } } } }`;
  const answer = await platform.call({ token: officer.token, query });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return Object(at(answer.data, "done"));
}

const handIn = async (
  { token }: Applicant,
  { item = BY_HAND, form = RENT_FORM as object, where = "110105" } = {},
): Promise<string> => {
  const id = textAt(await startCase(platform, token, { item, region: where }), "id");
  await saveCase(platform, token, id, { ...form });
  await submitCase(platform, token, id);
  return id;
};

async function decide(id: string): Promise<void> {
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
}
const refuse = (id: string) =>
  act(
    platform,
    officer,
    id,
    "decide",
    `rejectApplication(id: "${id}", reason: "不符合条件", ground: { law: "住房公积金管理条例", article: "第二十四条" })`,
  );
const departmentOf = async (id: string) => {
  const query = `{ node(id: "${id}") { ... on Application { department } } }`;
  return textAt((await platform.call({ token: officer.token, query })).data, "node", "department");
};

describe("figures that are counted when an event is delivered", () => {
  const received = async (): Promise<Json> => {
    const query = `{ done: caseFigures(region: "110105", from: "${month}", to: "${month}") {
      ... on CaseFigures { total { received } } } }`;
    return at((await platform.call({ token: officer.token, query })).data, "done", "total", "received");
  };
  const losing = async (isLost: "REQUEST" | "ANSWER"): Promise<void> => {
    platform.gate.hold(async (items, send) => {
      const isDelivery = JSON.stringify(items).includes("figures#");
      if (!isDelivery || isLost === "ANSWER") await send(items);
      if (isDelivery) throw new Error("the line is dead");
    });
    await sweep(platform);
    platform.gate.hold(undefined);
  };

  it("count each once, whoever delivers it how often, and whatever becomes of the answer", async () => {
    await handIn(await newApplicant(platform));
    expect(await received()).toBe(0);
    await Promise.all([sweep(platform), sweep(platform), sweep(platform)]);
    platform.clock.advance(3_600_000);
    await sweep(platform);
    expect(await received()).toBe(1);
    for (const isLost of ["REQUEST", "ANSWER"] as const) {
      await handIn(await newApplicant(platform));
      await losing(isLost);
      platform.clock.advance(3_600_000);
      await sweep(platform);
    }
    expect(await received()).toBe(3);
  });

  it("count what happens at once", async () => {
    const applicants = await Promise.all(Array.from({ length: 24 }, () => newApplicant(platform)));
    const before = Number(await received());
    await Promise.all(applicants.map((applicant) => handIn(applicant)));
    await Promise.all([sweep(platform), sweep(platform)]);
    platform.clock.advance(3_600_000);
    await sweep(platform);
    expect(await received()).toBe(before + 24);
  });
});

describe("figures", () => {
  it("tell what was received, accepted and decided, in time and late, and the median of working days", async () => {
    const applicants = await Promise.all([1, 2, 3, 4].map(() => newApplicant(platform)));
    const [one = "", two = "", three = "", four = ""] = await Promise.all(
      applicants.map((applicant) => handIn(applicant)),
    );
    department = await departmentOf(one);
    await decide(one);
    await refuse(one);
    await decide(two);
    await decide(three);
    // Two working days are promised, and three the law allows: the first is one day late, the second two.
    platform.clock.set(`${month}-04T02:00:00.000Z`);
    await refuse(two);
    platform.clock.set(`${month}-05T02:00:00.000Z`);
    await refuse(three);
    await mutateCase(
      platform,
      applicants[3]?.token ?? "",
      `withdrawApplication(id: "${four}", reason: "不需要了")`,
    );
    expect(await figures(`region: "110105", department: "${department}", item: "${BY_HAND}"`)).toMatchObject({
      ...{ received: 4, accepted: 3, deemedAccepted: 0, decided: 3, approved: 0, withdrawn: 1 },
      ...{ decidedInPromisedTime: 1, decidedInStatutoryTime: 2, medianWorkingDays: 3 },
      ...{ decidedByRule: 0, shareDecidedByRule: 0, complaints: 0 },
    });
  });

  it("tell which share was decided by rule", async () => {
    await handIn(await newApplicant(platform), { item: RULED, form: { name: "王小明" } });
    await handIn(await newApplicant(platform), { item: RULED, form: { name: REFUSED } });
    const id = await handIn(await newApplicant(platform));
    await decide(id);
    await refuse(id);
    expect(await figures(`region: "110105"`)).toMatchObject({
      ...{ received: 3, accepted: 3, decided: 3, approved: 1, decidedByRule: 2, shareDecidedByRule: 2 / 3 },
      ...{ decidedInPromisedTime: 3, medianWorkingDays: 0 },
    });
    expect(await figures(`region: "110105", department: "${DEPARTMENT}", item: "${RULED}"`)).toMatchObject({
      ...{ decided: 2, shareDecidedByRule: 1 },
    });
  });

  it("of a city and a province are the sums of their districts'", async () => {
    await handIn(await newApplicant(platform), { where: "110105" });
    await handIn(await newApplicant(platform), { where: "110101" });
    await handIn(await newApplicant(platform), { where: "110101", item: RULED, form: { name: "王小明" } });
    const received = async (where: string) => at(await figures(where), "received");
    expect(await received(`region: "110105"`)).toBe(1);
    expect(await received(`region: "110101"`)).toBe(2);
    expect(await received(`region: "110100"`)).toBe(3);
    expect(await received(`region: "110000"`)).toBe(3);
    expect(await received(`region: "110000", department: "${department}", item: "${BY_HAND}"`)).toBe(2);
    expect(await received(`region: "110102"`)).toBe(0);
  });

  it("count what the clock does by itself", async () => {
    await handIn(await newApplicant(platform), { where: "110106" });
    platform.clock.advance(20 * 86_400_000);
    const run = () => runClocks(platform);
    await run();
    await run();
    await run();
    expect(await figures(`region: "110106"`)).toMatchObject({
      ...{
        received: 1,
        accepted: 1,
        deemedAccepted: 1,
        becameOverdue: 1,
        decided: 0,
        medianWorkingDays: null,
      },
    });
  });

  it("count once what many ask for at once", async () => {
    const { token } = await newApplicant(platform);
    const id = textAt(await startCase(platform, token, { item: RULED }), "id");
    await saveCase(platform, token, id, { name: "王小明" });
    await Promise.all(
      Array.from({ length: 8 }, () => submitCase(platform, token, id, { key: "the-same-key" })),
    );
    expect(await figures(`region: "110105"`)).toMatchObject({ received: 1, decided: 1, decidedByRule: 1 });
  });

  it("take as many reads for many cases as for few", async () => {
    const reads = async (where: string) => {
      const database = platform.database();
      const months = monthsBetween(month as Month, month as Month, 1);
      if (!months.ok) throw new Error(months.error);
      await readCounts(
        { database, mode: "live" },
        { region: region(where), level: {}, months: months.value },
      );
      return database.usage().calls;
    };
    const before = [await reads("110105"), await reads("110000")];
    await Promise.all(
      Array.from({ length: 12 }, async () => fileCase(platform, await newApplicant(platform))),
    );
    expect(await figures(`region: "110000"`)).toMatchObject({ received: 12 });
    expect([await reads("110105"), await reads("110000")]).toEqual(before);
    expect(before[0]).toBe(1);
  });

  it.each([
    ["2026-11", "9999-12"],
    ["1900-01", "9999-12"],
    ["9999-12", "1900-01"],
    ["9998-12", "9999-12"],
  ])("are refused for %s to %s before a list of months is made of it", async (from, to) => {
    const takenMs = startAnswerTime(platform.engine.pid);
    expect(await figures(`region: "110105"`, { from, to })).toEqual({
      __typename: "InvalidInput",
      code: "MONTHS_OUT_OF_RANGE",
    });
    expect(takenMs()).toBeLessThan(1_000);
  });

  it("are for supervisors and auditors, of what lies in their jurisdiction, a year at most", async () => {
    const refused = { __typename: "OutsideJurisdiction" };
    const auditor = await newOfficer(platform, {
      roles: ["AUDITOR"],
      region: "1101",
      departments: ["BJ-GA"],
    });
    expect(await figures(`region: "110105", department: "BJ-GA"`, { by: auditor })).toMatchObject({
      received: 0,
    });
    expect(await figures(`region: "110105"`, { by: auditor })).toMatchObject(refused);
    expect(await figures(`region: "110000", department: "BJ-GA"`, { by: auditor })).toMatchObject(refused);
    expect(await figures(`region: "310000"`)).toMatchObject(refused);
    const range = (from: string, to: string) => figures(`region: "110105"`, { from, to });
    expect(await range("2026-01", "2026-12")).toMatchObject({ __typename: "CaseFigures" });
    expect(await range("2026-01", "2027-01")).toMatchObject({ code: "MONTHS_OUT_OF_RANGE" });
    expect(await range("2026-02", "2026-01")).toMatchObject({ code: "MONTHS_OUT_OF_RANGE" });
    const reviewer = await newOfficer(platform, { roles: ["REVIEWER"] });
    await expect(figures(`region: "110105"`, { by: reviewer })).rejects.toThrow("FORBIDDEN");
  });
});

describe("figures in their parts", () => {
  it("are each month's, each county's and each item's, with those that counted nothing", async () => {
    const before = month;
    await handIn(await newApplicant(platform), { where: "110105" });
    await handIn(await newApplicant(platform), { where: "110101" });
    platform.clock.set("2029-02-05T02:00:00.000Z");
    await handIn(await newApplicant(platform), { where: "110101" });
    const range = { from: before, to: "2029-02" };
    const { total, byMonth, byRegion, byItem } = await splits(
      `region: "110000", department: "${department}"`,
      range,
    );
    const received = (parts: readonly Split[], of: (part: Split) => unknown) =>
      Object.fromEntries(parts.map((part) => [of(part), part.figures["received"]]));
    const monthOf = (part: Split) => part["month"];
    const code = (part: Split) => part["code"];
    const name = (part: Split) => Object(part["region"]).name;
    expect(total["received"]).toBe(3);
    expect(byMonth).toHaveLength(9);
    expect(received(byMonth, monthOf)).toMatchObject({ [before]: 2, "2028-12": 0, "2029-02": 1 });
    expect(byRegion).toHaveLength(16);
    expect(received(byRegion, name)).toMatchObject({ 东城区: 2, 朝阳区: 1, 海淀区: 0 });
    expect(received(byItem, code)).toEqual({ [BY_HAND]: 3 });
    expect(byItem).toMatchObject([{ item: { name: { en: expect.any(String) } } }]);
    const county = await splits(`region: "110101", department: "${department}"`, range);
    expect(received(county.byItem, code)).toEqual({ [BY_HAND]: 2 });
  });

  it("are no items where no department is named, or where a province has many prefectures", async () => {
    expect(await splits(`region: "110000"`)).toMatchObject({ byItem: null });
    const everywhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "" });
    const query = `{ done: caseFigures(region: "510000", department: "SC-GA", from: "${month}", to: "${month}") {
      ... on CaseFigures { byItem { code } byRegion { region { name } } } } }`;
    const { data } = await platform.call({ token: everywhere.token, query });
    expect(at(data, "done", "byItem")).toBeNull();
  });

  const CODES = region("110000");
  const one = fc.record({
    month: fc.constantFrom("2026-01" as Month, "2026-02" as Month),
    region: fc.constantFrom(...regionsWithin(CODES)),
    counts: fc.dictionary(fc.constantFrom(...CASE_COUNTERS), fc.nat({ max: 1_000 })),
  });

  it("are together what they are in total", () =>
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (counted) => {
        const total = figuresOf(counted.map(({ counts }) => counts)).counts;
        const sumOf = (parts: readonly { readonly figures: Figures }[]) =>
          Object.fromEntries(
            CASE_COUNTERS.map((name) => [
              name,
              parts.reduce((sum, { figures }) => sum + figures.counts[name], 0),
            ]),
          );
        expect(sumOf(figuresByMonth(counted, ["2026-01" as Month]))).toEqual(total);
        expect(sumOf(figuresByRegion(counted, CODES))).toEqual(total);
        expect(sumOf(figuresBy(counted, ({ month, region }) => `${month}${region}`))).toEqual(total);
      }),
    ));
});

describe("the median of what was counted", () => {
  it("is that of the values themselves", () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 60 }), (values) => {
        const numbers = Array.from(
          { length: 61 },
          (_, value) => values.filter((one) => one === value).length,
        );
        const sorted = values.toSorted((a, b) => a - b);
        const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
        expect(medianOf(numbers)).toBe(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2);
      }),
    ));

  it("is none of nothing", () => expect(medianOf([0, 0])).toBeUndefined());
});
