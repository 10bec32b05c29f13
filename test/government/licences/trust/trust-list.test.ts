import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyNode, nodesAt } from "../../../support/asking.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { historyIn } from "../../catalogue/api.ts";
import { draftOfType, typesOf } from "../types.ts";
import { issuerDraft, JILIN, JILIN_OFFICE, jwkOf, keyOf, mappingDraft, trustOf } from "./trust.ts";

let platform: TestPlatform;
let trust: ReturnType<typeof trustOf>;
const CODE = `${JILIN}.${JILIN_OFFICE}`;
const OWN = "own-licence";

beforeAll(async () => {
  platform = await startPlatform();
  trust = trustOf(platform);
  const types = typesOf(platform);
  await types.save(draftOfType(OWN, 1));
  expect(await types.publish(OWN)).toMatchObject({ version: 1 });
});
afterAll(() => platform.stop());

/** Each test has regions of its own, so that the one list is never in its way. */
let region = "";
let count = 0;
const REGIONS = [
  "130000",
  "140000",
  "150000",
  "210000",
  "230000",
  "320000",
  "330000",
  "340000",
  "350000",
  "360000",
];
beforeEach(() => {
  region = REGIONS[count] ?? expect.fail("no region is left");
  count += 1;
});
const ownIssuer = (changes: object = {}) => ({ ...issuerDraft({ region }), ...changes });
const ownCode = () => `${region}.${JILIN_OFFICE}`;
const versionNow = async (): Promise<number> => Number(at(await trust.list(), "version") ?? 0);

describe("an issuer's way into the trust list", () => {
  it("is drafted by one officer, agreed to by another, read by anybody, and each step is on record", async () => {
    expect(await trust.list()).toBeNull();
    const saved = await trust.saveIssuer(issuerDraft());
    expect(saved).toMatchObject({ __typename: "TrustedIssuer", code: CODE, creditCode: JILIN_OFFICE });
    expect(await trust.list()).toBeNull();
    const agreed = await trust.agree("ISSUER", CODE);
    expect(agreed).toEqual(saved);
    const list = await trust.list();
    expect(list).toMatchObject({ version: 1, act: "AGREED", kind: "ISSUER", code: CODE });
    expect(at(list, "at")).toBe(platform.clock.now());
    expect(nodesAt(list, "issuers")).toEqual([saved]);
    expect(await historyIn(platform, `trust:ISSUER:${CODE}`)).toEqual([
      { action: "licences.trust.drafted", reason: "" },
      { action: "licences.trust.agreed", reason: "version 1: 协议已签" },
    ]);
  });

  it("is agreed to by nobody who has saved it, under whatever sign-in", async () => {
    const one = await trust.editor();
    const again = await trust.editor({ person: one.person });
    await trust.saveIssuer(ownIssuer(), one.token);
    for (const { token } of [one, again]) {
      expect(await trust.agree("ISSUER", ownCode(), { token })).toMatchObject({ __typename: "SameOfficer" });
      const draft = await trust.draftIn("ISSUER", ownCode(), token);
      expect(at(draft, "availableActions")).toEqual(["saveTrustedIssuerDraft"]);
    }
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({ code: ownCode() });
  });

  it("is agreed to as its second officer has read it, and once", async () => {
    await trust.saveIssuer(ownIssuer());
    await trust.saveIssuer(ownIssuer({ platform: "https://other.example/" }));
    expect(await trust.agree("ISSUER", ownCode(), { draftRevision: 1 })).toMatchObject({
      ...{ code: "DRAFT_CHANGED", path: ["draftRevision"] },
    });
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({ platform: "https://other.example/" });
    const before = await versionNow();
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "AGREED", availableActions: ["saveTrustedIssuerDraft"] },
    });
    expect(await versionNow()).toBe(before);
  });

  it("belongs to officers who are responsible for its department and regions alone", async () => {
    const stranger = await trust.editor({ region: "310000" });
    const otherOffice = await trust.editor({ departments: ["BJ-OTHER"] });
    await trust.saveIssuer(ownIssuer());
    for (const { token } of [stranger, otherOffice]) {
      const outside = { __typename: "OutsideJurisdiction" };
      expect(await trust.saveIssuer(ownIssuer(), token)).toMatchObject(outside);
      expect(await trust.agree("ISSUER", ownCode(), { token, draftRevision: 1 })).toMatchObject(outside);
      expect(await trust.draftIn("ISSUER", ownCode(), token)).toBeNull();
      expect(nodesAt(await trust.drafts(token))).toEqual([]);
    }
    // It cannot be taken over by a draft that names the taker's own region.
    expect(await trust.saveIssuer(ownIssuer({ regions: ["310000"] }), stranger.token)).toMatchObject({
      __typename: "OutsideJurisdiction",
    });
    expect(nodesAt(await trust.drafts())).toContainEqual({ kind: "ISSUER", code: ownCode() });
    expect(await trust.agree("ISSUER", "none-such", { draftRevision: 1 })).toMatchObject({
      __typename: "NotFound",
    });
  });

  it("tells of all its versions by which change each was made, the newest first, page by page", async () => {
    await trust.saveIssuer(ownIssuer());
    await trust.agree("ISSUER", ownCode());
    await trust.compromise(ownCode(), "k1", platform.clock.now());
    const latest = await versionNow();
    const page = async (first: number, after: Json = null): Promise<Json> =>
      trust.run(
        `query ($first: Int, $after: String) { result: trustListVersions(first: $first, after: $after) {
          edges { node { version act kind code } } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
    const newest = await page(2);
    const about = { kind: "ISSUER", code: ownCode() };
    expect(nodesAt(newest)).toEqual([
      { version: latest, act: "KEY_COMPROMISED", ...about },
      { version: latest - 1, act: "AGREED", ...about },
    ]);
    const all = await everyNode((after) => page(2, after));
    expect(all.map((one) => at(one, "version"))).toEqual(
      Array.from({ length: latest }, (_, i) => latest - i),
    );
  });

  it("leaves the versions before it as they were, with their issuers and mappings", async () => {
    await trust.saveIssuer(ownIssuer());
    await trust.agree("ISSUER", ownCode());
    const first = await trust.list();
    const [version] = [await versionNow()];
    await trust.saveIssuer(ownIssuer({ platform: "https://second.example/" }));
    await trust.agree("ISSUER", ownCode());
    await trust.saveMapping(mappingDraft("later", OWN, { region }));
    await trust.agree("MAPPING", `${region}.later`);
    expect(await versionNow()).toBe(version + 2);
    expect(await trust.list(version)).toEqual(first);
    expect(at(await trust.list(version + 2), "mappings")).not.toEqual(at(first, "mappings"));
    for (const none of [0, -1, version + 3]) expect(await trust.list(none)).toBeNull();
    const codes = nodesAt(first, "issuers").map((node) => at(node, "code"));
    expect(await trust.walk("issuers", version, 1)).toEqual(codes);
    expect(await trust.walk("mappings", version, 2)).toEqual([]);
  });
});

describe("a key that was given away", () => {
  const LEAKED = "2026-11-20T10:00:00.000Z";
  const ownKeys = async () => at(nodeOf(await trust.list()), "keys");
  const nodeOf = (list: Awaited<ReturnType<typeof trust.list>>) =>
    nodesAt(list, "issuers").find((node) => at(node, "code") === ownCode()) ?? null;

  it("is recorded at once, by one officer, also by the one who drafted it; it makes the next version, and is told", async () => {
    const one = await trust.editor();
    await trust.saveIssuer(ownIssuer(), one.token);
    await trust.agree("ISSUER", ownCode());
    const before = await versionNow();
    const answer = await trust.compromise(ownCode(), "k1", LEAKED, one.token);
    expect(answer).toMatchObject({ keys: [{ keyId: "k1", compromisedSince: LEAKED }] });
    expect(await trust.list()).toMatchObject({
      version: before + 1,
      act: "KEY_COMPROMISED",
      code: ownCode(),
    });
    expect(nodeOf(await trust.list())).toEqual(answer);
    expect(at(nodeOf(await trust.list(before)), "keys")).toMatchObject([{ compromisedSince: null }]);
    expect((await historyIn(platform, `trust:ISSUER:${ownCode()}`)).at(-1)).toEqual({
      action: "licences.trust.key-compromised",
      reason: `version ${before + 1}: k1, ${LEAKED}: 对方来函`,
    });
  });

  it("stays so for good: no later time, no later draft and no other name brings it back; an earlier time is recorded", async () => {
    await trust.saveIssuer(ownIssuer());
    await trust.agree("ISSUER", ownCode());
    await trust.saveIssuer(ownIssuer({ name: { zh: "新名", en: "New name" } }));
    await trust.compromise(ownCode(), "k1", LEAKED);
    const version = await versionNow();
    await trust.compromise(ownCode(), "k1", "2026-11-21T00:00:00.000Z");
    expect(await versionNow()).toBe(version);
    // The draft from before does not know of it.
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({ keys: [{ compromisedSince: LEAKED }] });
    const earlier = "2026-11-01T00:00:00.000Z";
    await trust.compromise(ownCode(), "k1", earlier);
    expect(await ownKeys()).toMatchObject([{ compromisedSince: earlier }]);
    await trust.saveIssuer(ownIssuer({ keys: [keyOf("k2", 2)] }));
    await trust.agree("ISSUER", ownCode());
    await trust.saveIssuer(ownIssuer({ keys: [keyOf("k1", 1), keyOf("k2", 2)] }));
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({
      keys: [{ keyId: "k1", compromisedSince: earlier }, { compromisedSince: null }],
    });
    await trust.saveIssuer(ownIssuer({ keys: [keyOf("k3", 1)] }));
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({
      violations: [{ code: "KEY_COMPROMISED", path: ["keys", "0", "publicKey"] }],
    });
    await trust.saveIssuer(ownIssuer({ keys: [keyOf("k1", 5)] }));
    expect(await trust.agree("ISSUER", ownCode())).toMatchObject({ violations: [{ code: "KEY_ID_TAKEN" }] });
  });

  it("is recorded of a key in the list, not in the future, and by an officer who is responsible", async () => {
    await trust.saveIssuer(ownIssuer());
    expect(await trust.compromise(ownCode(), "k1", LEAKED)).toMatchObject({ __typename: "NotFound" });
    await trust.agree("ISSUER", ownCode());
    const { token } = await trust.editor({ region: "310000" });
    expect(await trust.compromise(ownCode(), "k1", LEAKED, token)).toMatchObject({
      __typename: "OutsideJurisdiction",
    });
    expect(await trust.compromise(ownCode(), "k9", LEAKED)).toMatchObject({
      ...{ code: "KEY_UNKNOWN", path: ["keyId"] },
    });
    expect(await trust.compromise(ownCode(), "k1", "2026-11-23T02:00:00.001Z")).toMatchObject({
      ...{ code: "COMPROMISE_IN_FUTURE", path: ["since"] },
    });
    expect(await ownKeys()).toMatchObject([{ publicKey: jwkOf(1), compromisedSince: null }]);
  });
});
