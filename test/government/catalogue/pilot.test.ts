import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  checkLimits,
  citizenAsker,
  isFor,
  PILOT_PARTNERS_MAX,
} from "../../../services/government/catalogue/pilot.ts";
import { pilotPlace } from "../../../services/government/catalogue/pilot-draw.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { deriveSecrets, type Secrets } from "../../../services/kernel/process/secrets.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { draftOf, publishItem, region } from "./items.ts";

const WHERE = "110105";
const people = Array.from({ length: 2_000 }, () => newId("ctz", systemRuntime));
const secrets = deriveSecrets("a root secret for tests, long enough to be taken");

describe("the draw of a pilot", () => {
  const drawn = (
    code: string,
    sharePercent: number,
    from: Pick<Secrets, "mac"> = secrets,
  ): readonly CitizenId[] =>
    people.filter((one) =>
      isFor({ code, stage: "PILOT", sharePercent }, { placeIn: (item) => pilotPlace(item, one, from) }),
    );

  it("takes about the share that was asked for: nobody at 0, everybody at 100", () => {
    expect(drawn("ITEM-A", 0)).toEqual([]);
    expect(drawn("ITEM-A", 100)).toEqual(people);
    expect(drawn("ITEM-A", 20).length / people.length).toBeGreaterThan(0.15);
    expect(drawn("ITEM-A", 20).length / people.length).toBeLessThan(0.25);
  });

  it("keeps whoever was in as the share grows", () => {
    for (const [smaller, larger] of [
      [1, 5],
      [5, 20],
      [20, 70],
    ] as const) {
      const now = new Set(drawn("ITEM-A", larger));
      expect(drawn("ITEM-A", smaller).every((one) => now.has(one))).toBe(true);
    }
  });

  it("is another for another item, so that it is not the same people who try everything out", () => {
    const other = new Set(drawn("ITEM-B", 20));
    const both = drawn("ITEM-A", 20).filter((one) => other.has(one));
    expect(both.length / people.length).toBeLessThan(0.08);
  });

  it("asks of an invited partner nothing, and of no other partner's citizens where some are invited", () => {
    const [invited, other] = [newId("ptn", systemRuntime), newId("ptn", systemRuntime)];
    const pilot = { code: "ITEM-A", stage: "PILOT", sharePercent: 50 } as const;
    const through = (partner: typeof invited, partners: readonly (typeof invited)[]) =>
      people.filter((one) => isFor({ ...pilot, partners }, citizenAsker(one, secrets, partner)));
    expect(through(invited, [invited])).toEqual(people);
    expect(through(other, [invited])).toEqual([]);
    expect(through(other, [])).toEqual(drawn("ITEM-A", 50));
  });

  it("cannot be worked out without the platform's key", () => {
    const guess = deriveSecrets("another root secret, which is just as long");
    expect(drawn("ITEM-A", 20)).not.toEqual(drawn("ITEM-A", 20, guess));
  });
});

describe("the limits of a pilot", () => {
  const partners = Array.from({ length: PILOT_PARTNERS_MAX + 1 }, () => newId("ptn", systemRuntime));

  it("are a whole share and so many partners as a list can hold; nothing but a pilot has them", () => {
    expect(checkLimits("PILOT", { partners: partners.slice(1), sharePercent: 0 }).ok).toBe(true);
    expect(checkLimits("PILOT", { partners })).toMatchObject({ error: { code: "TOO_MANY" } });
    expect(checkLimits("PILOT", { partners: ["somebody"] })).toMatchObject({
      error: { code: "NO_SUCH_PARTNER", path: ["pilot", "partners"] },
    });
    for (const sharePercent of [-1, 101]) {
      expect(checkLimits("PILOT", { partners: [], sharePercent })).toMatchObject({
        error: { code: "SHARE_OUT_OF_RANGE", path: ["pilot", "sharePercent"] },
      });
    }
    for (const stage of ["OFF", "GENERAL"] as const) {
      expect(checkLimits(stage, { partners: [] })).toMatchObject({ error: { code: "LIMITS_WITHOUT_PILOT" } });
    }
  });
});

let platform: TestPlatform;
let editor: string;
let invited: LivePartner;
let other: LivePartner;
let code = "";
let count = 0;
beforeAll(async () => {
  platform = await startPlatform();
  editor = await platform.tokens.officer({ id: "ofc_0123456789abcdef", roles: ["CATALOGUE_EDITOR"] });
  const scopes = ["CONSENT_REQUEST"] as const;
  [invited, other] = [await seedPartner(platform, { scopes }), await seedPartner(platform, { scopes })];
});
beforeEach(async () => {
  count += 1;
  code = `PILOT-${String(count).padStart(4, "0")}`;
  await publishItem(platform, draftOf({ code, regions: [region("110000"), region("310000")] }), {});
});
afterAll(() => platform.stop());

type Pilot = { readonly sharePercent?: number; readonly partners?: readonly string[] };

const rollOut = async (where: string, stage: string, pilot?: Pilot, reason = "先行先试"): Promise<Json> => {
  const query = `mutation ($code: ID!, $where: RegionCode!, $stage: RollOutStage!, $pilot: PilotInput, $reason: String!) {
    result: rollOutServiceItem(code: $code, region: $where, stage: $stage, pilot: $pilot, reason: $reason) {
      __typename ... on Refusal { code message } ... on InvalidInput { path }
      ... on ServiceItem { rollOut { region stage since sharePercent partners } } } }`;
  const { data, errors } = await platform.call({
    token: editor,
    query,
    variables: { code, where, stage, pilot, reason },
  });
  expect(errors).toEqual([]);
  return at(data, "result");
};

/** Whether the catalogue shows the item to a caller, in its list and by its code. */
async function isShown(caller: { readonly token?: string; readonly apiKey?: string }): Promise<boolean> {
  const query = `{ serviceItem(code: "${code}", region: "${WHERE}") { code }
    serviceItems(region: "${WHERE}", first: 100) { edges { node { code } } } }`;
  const { data, errors } = await platform.call({ query, ...caller });
  expect(errors).toEqual([]);
  const listed = JSON.stringify(at(data, "serviceItems")).includes(code);
  expect(at(data, "serviceItem") !== null).toBe(listed);
  return listed;
}

const placed = (isWanted: (place: number) => boolean): Promise<string> => {
  const one = people.find((person) => isWanted(pilotPlace(code, person, platform.ports.secrets)));
  if (!one) throw new Error("nobody is drawn so");
  return platform.tokens.citizen(one);
};

describe("an item in pilot", () => {
  it("is there for everybody in the region where nothing limits it", async () => {
    await rollOut(WHERE, "PILOT");
    expect(await isShown({})).toBe(true);
    expect(await isShown({ token: await platform.tokens.citizen() })).toBe(true);
    expect(await isShown({ apiKey: other.liveKey })).toBe(true);
  });

  it("with a share shows to those who were drawn, and to officers", async () => {
    await rollOut(WHERE, "PILOT", { sharePercent: 30 });
    expect(await isShown({ token: await placed((place) => place < 30) })).toBe(true);
    expect(await isShown({ token: await placed((place) => place >= 30) })).toBe(false);
    expect(await isShown({})).toBe(false);
    expect(await isShown({ apiKey: other.liveKey })).toBe(false);
    expect(await isShown({ token: editor })).toBe(true);
  });

  it("shows to the invited partners, and to no other", async () => {
    await rollOut(WHERE, "PILOT", { sharePercent: 0, partners: [invited.partnerId] });
    expect(await isShown({ apiKey: invited.liveKey })).toBe(true);
    expect(await isShown({ apiKey: other.liveKey })).toBe(false);
    expect(await isShown({ token: await platform.tokens.citizen() })).toBe(false);
    await rollOut(WHERE, "PILOT", { partners: [invited.partnerId] });
    expect(await isShown({ apiKey: other.liveKey })).toBe(false);
    expect(await isShown({ token: await platform.tokens.citizen() })).toBe(true);
  });

  it("keeps its limits with the next version", async () => {
    await rollOut(WHERE, "PILOT", { sharePercent: 0, partners: [invited.partnerId] });
    await publishItem(
      platform,
      draftOf({ code, visits: 1, regions: [region("110000"), region("310000")] }),
      {},
    );
    expect(await isShown({ apiKey: invited.liveKey })).toBe(true);
    expect(await isShown({ token: await platform.tokens.citizen() })).toBe(false);
  });

  it("goes on when its share grows: the date is that of its beginning", async () => {
    const first = at(await rollOut(WHERE, "PILOT", { sharePercent: 5 }), "rollOut", 0, "since");
    platform.clock.advance(86_400_000);
    editor = await platform.tokens.officer({ id: "ofc_0123456789abcdef", roles: ["CATALOGUE_EDITOR"] });
    expect(at(await rollOut(WHERE, "PILOT", { sharePercent: 50 }), "rollOut")).toEqual([
      { region: WHERE, stage: "PILOT", since: first, sharePercent: 50, partners: [] },
    ]);
  });

  it("invites only partners that there are, and limits only pilots", async () => {
    const stranger = newId("ptn", systemRuntime);
    expect(await rollOut(WHERE, "PILOT", { partners: [stranger] })).toMatchObject({
      code: "NO_SUCH_PARTNER",
      path: ["pilot", "partners"],
    });
    expect(await rollOut(WHERE, "GENERAL", { sharePercent: 5 })).toMatchObject({
      code: "LIMITS_WITHOUT_PILOT",
      path: ["pilot"],
    });
  });

  it("tells nobody but those who work on it which partners are invited", async () => {
    await rollOut(WHERE, "PILOT", { partners: [invited.partnerId] });
    const query = `{ serviceItem(code: "${code}") { rollOut { stage partners } } }`;
    for (const caller of [{}, { apiKey: invited.liveKey }, { token: await platform.tokens.citizen() }]) {
      expect((await platform.call({ query, ...caller })).errors[0]?.extensions["code"]).toMatch(
        /FORBIDDEN|UNAUTHENTICATED/,
      );
    }
  });
});

describe("the history of a roll-out", () => {
  const history = async (args = "", token = editor): Promise<Json> => {
    const query = `{ serviceItem(code: "${code}") { rollOutHistory${args} {
      edges { cursor node { at officer { id } reason changes { region from { ...S } to { ...S } } } }
      pageInfo { hasNextPage } } } } fragment S on RollOutStageOfRegion { stage sharePercent partners }`;
    const { data, errors } = await platform.call({ query, token });
    expect(errors).toEqual([]);
    return at(data, "serviceItem", "rollOutHistory");
  };
  const stage = (name: string, more: Pilot = {}) => ({
    stage: name,
    sharePercent: null,
    partners: [],
    ...more,
  });

  it("says of each change who made it, when, why, from what and to what, newest first", async () => {
    await rollOut(WHERE, "PILOT", { sharePercent: 5 }, "先在朝阳区试点");
    await rollOut(WHERE, "PILOT", { sharePercent: 5 }, "重复提交，不是变更");
    await rollOut(WHERE, "PILOT", { sharePercent: 20, partners: [invited.partnerId] }, "扩大试点");
    await rollOut(WHERE, "GENERAL", undefined, "试点结束，全面推开");
    const limited = { sharePercent: 20, partners: [invited.partnerId] };
    const officer = "ofc_0123456789abcdef";
    const moment = platform.clock.now();
    expect(at(await history(), "edges")).toMatchObject(
      [
        { reason: "试点结束，全面推开", from: stage("PILOT", limited), to: stage("GENERAL") },
        { reason: "扩大试点", from: stage("PILOT", { sharePercent: 5 }), to: stage("PILOT", limited) },
        { reason: "先在朝阳区试点", from: stage("OFF"), to: stage("PILOT", { sharePercent: 5 }) },
      ].map(({ reason, ...change }) => ({
        node: { at: moment, officer: { id: officer }, reason, changes: [{ region: WHERE, ...change }] },
      })),
    );
  });

  it("names what a new version switches off, because it is no longer offered there", async () => {
    await rollOut("310000", "GENERAL");
    await publishItem(platform, draftOf({ code, regions: [region("110000")] }), {});
    expect(at(await history("(first: 1)"), "edges", 0, "node")).toMatchObject({
      reason: "依法公布",
      changes: [{ region: "310000", from: stage("GENERAL"), to: stage("OFF") }],
    });
  });

  it("is read page by page", async () => {
    for (const share of [1, 2, 3]) await rollOut(WHERE, "PILOT", { sharePercent: share });
    const first = await history("(first: 2)");
    expect(at(first, "pageInfo", "hasNextPage")).toBe(true);
    const rest = await history(`(first: 2, after: "${at(first, "edges", 1, "cursor")}")`);
    expect(at(rest, "edges", 0, "node", "changes", 0, "to", "sharePercent")).toBe(1);
    expect(at(rest, "pageInfo", "hasNextPage")).toBe(false);
  });

  it("is for those who work on the catalogue or supervise it", async () => {
    const query = `{ serviceItem(code: "${code}") { rollOutHistory { edges { cursor } } } }`;
    for (const caller of [{ token: await platform.tokens.citizen() }, { apiKey: invited.liveKey }]) {
      expect((await platform.call({ query, ...caller })).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    }
    await history("", await platform.tokens.officer({ roles: ["SUPERVISOR"] }));
  });
});
