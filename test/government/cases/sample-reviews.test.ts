import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { submitApplication } from "../../../services/government/cases/applicant/submit-application.ts";
import { isSampled } from "../../../services/government/cases/ruling/sample-review.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  authorise,
  CHAOYANG,
  newApplicant,
  newOfficer,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";
import { DEPARTMENT, publishRuledItem, RULED } from "./ruled-item.ts";

const OTHER_ITEM = "TEST-RULED-2";
const ALL_DRAWN = "TEST-RULED-3";

let platform: TestPlatform;
let reviewer: TestOfficer;
let supervisor: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  await publishRuledItem(platform);
  await publishRuledItem(platform, { code: OTHER_ITEM });
  await publishRuledItem(platform, { code: ALL_DRAWN, samplePercent: 100 });
  reviewer = await newOfficer(platform, { roles: ["DECIDER"] });
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
});
afterAll(() => platform.stop());

const DAYS = [
  "2026-03-02",
  "2026-03-03",
  "2026-03-04",
  "2026-03-05",
  "2026-03-06",
  "2026-03-09",
  "2026-03-10",
];
let day = "";
beforeEach(() => {
  day = DAYS.shift() ?? "2026-03-11";
  platform.clock.set(`${day}T02:00:00.000Z`);
});

async function ruledCase(item = RULED, applicant = newApplicant(platform)): Promise<string> {
  const { token } = await applicant;
  const id = textAt(await startCase(platform, token, { item }), "id");
  await saveCase(platform, token, id, { name: "王小明" });
  await submitCase(platform, token, id);
  return id;
}

async function listed(
  list: string,
  { by = reviewer, ofDay = day }: { by?: TestOfficer; ofDay?: string } = {},
): Promise<readonly string[]> {
  const only = list === "rulingsToReview" ? `, day: "${ofDay}"` : "";
  const query = `{ list: ${list}(region: "${CHAOYANG}", department: "${DEPARTMENT}", first: 100${only}) {
    edges { node { application { id } } } } }`;
  const answer = await platform.call({ token: by.token, query });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const edges = at(answer.data, "list", "edges");
  return Array.isArray(edges) ? edges.map((edge: Json) => textAt(edge, "node", "application", "id")) : [];
}

async function mutate(by: TestOfficer, mutation: string): Promise<Json> {
  const fields = `__typename ... on Refusal { code } ... on NotAllowedNow { availableActions }
    ... on SampleReview { status availableActions finding { text by { id } } answer { text by { id } } }`;
  const { data, errors } = await platform.call({
    token: by.token,
    query: `mutation { done: ${mutation} { ${fields} } }`,
  });
  return errors[0] ? { error: errors[0].extensions["code"] ?? null } : at(data, "done");
}
const confirm = (id: string, by = reviewer) => mutate(by, `confirmRuling(id: "${id}", note: "与规则一致")`);
const object = (id: string, by = reviewer) => mutate(by, `objectToRuling(id: "${id}", reason: "姓名有误")`);
const answer = (id: string, by = supervisor) =>
  mutate(by, `answerObjection(id: "${id}", answer: "已另案撤销")`);

describe("the daily sample of decisions by rule", () => {
  it("has the first decision of each item of a day, however small the item's share", async () => {
    const first = await ruledCase();
    const other = await ruledCase(OTHER_ITEM);
    expect((await listed("rulingsToReview")).toSorted()).toEqual(
      expect.arrayContaining([first, other].toSorted()),
    );
    platform.clock.advance(86_400_000);
    DAYS.shift();
    const nextDay = await ruledCase();
    expect(await listed("rulingsToReview", { ofDay: "2026-03-03" })).toContain(nextDay);
    expect(await listed("rulingsToReview")).not.toContain(nextDay);
  });

  it("has the others by chance, with the share that the item states", async () => {
    const drawn = await Promise.all(Array.from({ length: 4 }, () => ruledCase(ALL_DRAWN)));
    expect(await listed("rulingsToReview")).toEqual(expect.arrayContaining(drawn));
    await ruledCase();
    const ruledWith = async (draw: number): Promise<string> => {
      const { id: citizen, token } = await newApplicant(platform);
      const id = textAt(await startCase(platform, token, { item: RULED }), "id");
      await saveCase(platform, token, id, { name: "王小明" });
      const actor = { kind: "CITIZEN", mode: "live", id: citizen } as const;
      const { database, commit, now, requestId, secrets, config, parts, log } = platform.context(actor);
      const ports = { database, commit, now, requestId, secrets, mode: "live", config, parts, log } as const;
      const wish = { idempotencyKey: randomUUID(), duplicateReason: undefined };
      const acting = { kind: "CITIZEN", citizen } as const;
      const random = (bytes: number) => new Uint8Array(bytes).fill(draw);
      must(await submitApplication({ ...ports, actor, acting, runtime: { random } }, id, wish));
      return id;
    };
    // One per cent is drawn: of 256 values the lowest three.
    const [undrawn, drawnOne] = [await ruledWith(3), await ruledWith(2)];
    const list = await listed("rulingsToReview");
    expect(list).toContain(drawnOne);
    expect(list).not.toContain(undrawn);
    expect(await confirm(undrawn)).toMatchObject({ __typename: "NotFound" });
  });

  it("has one first, of many that are decided at once", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => ruledCase(OTHER_ITEM)));
    const drawn = (await listed("rulingsToReview")).filter((id) => all.includes(id));
    expect(drawn.length).toBeGreaterThanOrEqual(1);
    const records = await Promise.all(
      all.map((id) => platform.database().get("records-live", { pk: id, sk: "ruling" })),
    );
    expect(records.filter((record) => record?.["isSampled"] === true)).toHaveLength(drawn.length);
  });

  it("draws, of those by chance, as many as the share says", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (percent) => {
        const draws = Array.from({ length: 256 }, (_, draw) =>
          isSampled({ isFirstOfDay: false, draw }, percent),
        );
        expect(draws.filter((drawn) => drawn).length).toBe(Math.ceil((percent * 256) / 100));
        expect(isSampled({ isFirstOfDay: true, draw: 255 }, percent)).toBe(true);
      }),
    ));
});

describe("the review of a decision by rule", () => {
  it("confirms it, once, and stands in the trail of the case", async () => {
    const id = await ruledCase();
    const both = await Promise.all([confirm(id), object(id, supervisor)]);
    expect(both.map((one) => textAt(one, "__typename")).toSorted()).toEqual([
      "NotAllowedNow",
      "SampleReview",
    ]);
    expect(await listed("rulingsToReview")).not.toContain(id);
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(String(trail.at(-1)?.["action"])).toMatch(/^supervision\.case\.ruling-(confirmed|objected)$/);
    expect(brokenLink(id, trail)).toBeUndefined();
  });

  it("brings an objection before a supervisor, and leaves the decision as it is", async () => {
    const id = await ruledCase();
    expect(await object(id)).toMatchObject({
      status: "OBJECTED",
      finding: { text: "姓名有误", by: { id: reviewer.id } },
    });
    expect(await listed("rulingObjections", { by: supervisor })).toContain(id);
    const query = `{ node(id: "${id}") { ... on Application { status rulingReview { status } } } }`;
    expect((await platform.call({ token: supervisor.token, query })).data).toEqual({
      node: { status: "DELIVERED", rulingReview: { status: "OBJECTED" } },
    });
    expect(await answer(id)).toMatchObject({ status: "ANSWERED", answer: { text: "已另案撤销" } });
    expect(await listed("rulingObjections", { by: supervisor })).not.toContain(id);
    expect(await answer(id)).toMatchObject({ code: "NOT_ALLOWED_NOW", availableActions: [] });
  });

  it("is for deciders and supervisors of the jurisdiction, never for one's own case, that of whom one acts for, or one's own objection", async () => {
    const applicant = await newApplicant(platform);
    const id = await ruledCase(RULED, Promise.resolve(applicant));
    const own = await newOfficer(platform, { roles: ["DECIDER"], person: applicant.id });
    expect(await confirm(id, own)).toMatchObject({ code: "NOT_ALLOWED_NOW", availableActions: [] });
    const agent = await newApplicant(platform);
    await authorise(platform, applicant, agent);
    const agents = await newOfficer(platform, { roles: ["DECIDER"], person: agent.id });
    expect(await confirm(id, agents)).toMatchObject({ code: "NOT_ALLOWED_NOW", availableActions: [] });
    for (const by of [own, agents]) expect(await listed("rulingsToReview", { by })).not.toContain(id);
    const elsewhere = await newOfficer(platform, { roles: ["DECIDER"], region: "31" });
    expect(await confirm(id, elsewhere)).toMatchObject({ __typename: "NotFound" });
    const acceptor = await newOfficer(platform, { roles: ["ACCEPTOR"] });
    expect(await confirm(id, acceptor)).toEqual({ error: "FORBIDDEN" });
    await expect(listed("rulingsToReview", { by: elsewhere })).rejects.toThrow("FORBIDDEN");
    await object(id, supervisor);
    expect(await answer(id, supervisor)).toMatchObject({ code: "NOT_ALLOWED_NOW", availableActions: [] });
  });
});
