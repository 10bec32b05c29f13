import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventTexts } from "../../../services/app/parts.ts";
import { offered } from "../../../services/app/registry.ts";
import { EVENTS } from "../../../services/kernel/generated/events.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { amountOf } from "../../../services/people/notifications/notification.ts";
import { textOf } from "../../../services/people/notifications/text-of.ts";
import { nodesAt } from "../../support/asking.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";

let platform: TestPlatform;
let partner: LivePartner;
beforeAll(async () => {
  platform = await startPlatform();
  partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ"] });
});
afterAll(() => platform.stop());

let citizen: CitizenId;
let token: string;
beforeEach(async () => {
  citizen = platform.newCitizen();
  token = await platform.tokens.citizen(citizen);
});

const LIST = `query ($first: Int = 20, $after: String, $unreadOnly: Boolean = false) {
  me { notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    edges { node { id type at text read about partner { id name } amount } }
    pageInfo { hasNextPage endCursor } } } }`;
const MARK = `mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) { __typename
  ... on MarkedNotifications { notifications { id read } } ... on Refusal { code message } } }`;

async function list(variables: Record<string, unknown> = {}, headers = {}): Promise<Json> {
  const { data, errors } = await platform.call({ query: LIST, variables, token, headers });
  expect(errors).toEqual([]);
  return at(data, "me", "notifications");
}

const idsOf = (connection: Json): readonly string[] => nodesAt(connection).map((node) => textAt(node, "id"));

/** So many consents, a minute apart, each told of. */
async function consents(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    platform.clock.advance(60_000);
    await seedConsent(platform, partner, citizen, ["PROFILE_READ"]);
  }
  await sweep(platform);
}

const mark = async (ids: readonly string[], as = token): Promise<Json> => {
  const { data, errors } = await platform.call({ query: MARK, variables: { ids }, token: as });
  expect(errors).toEqual([]);
  return at(data, "markNotificationsRead");
};

describe("a citizen is told", () => {
  it("of a consent that was granted and taken back, in the order of time, the latest first", async () => {
    await consents(1);
    const granted = await list();
    const consent = textAt(granted, "edges", 0, "node", "about");
    platform.clock.advance(1_000);
    const query = "mutation ($id: ID!) { revokeConsent(id: $id) { __typename } }";
    const { data } = await platform.call({ query, variables: { id: consent }, token });
    expect(data).toEqual({ revokeConsent: { __typename: "Consent" } });
    await sweep(platform);
    expect(nodesAt(await list())).toMatchObject([
      { type: "consent.revoked", about: consent, at: platform.clock.now() },
      {
        type: "consent.granted",
        about: consent,
        read: false,
        partner: { id: partner.partnerId, name: "京城便民科技有限公司" },
        amount: null,
      },
    ]);
    const node = "query ($id: ID!) { node(id: $id) { __typename } }";
    const found = await platform.call({ query: node, variables: { id: consent }, token });
    expect(found.data).toEqual({ node: { __typename: "Consent" } });
  });

  it("as a representative, of each step of the partner, and of each key that is made", async () => {
    token = await platform.tokens.citizen(partner.representative);
    const types = nodesAt(await list()).map((node) => textAt(node, "type"));
    expect(types.toSorted()).toEqual([
      "api-key.created",
      "api-key.created",
      "partner.approved",
      "partner.live-granted",
    ]);
  });

  it("in the language of the request", async () => {
    await consents(1);
    const text = async (language: string): Promise<string> =>
      textAt(await list({}, { "accept-language": language }), "edges", 0, "node", "text");
    expect(await text("zh")).toBe("您已授权“京城便民科技有限公司”读取您的数据，可随时撤回。");
    expect(await text("en")).toContain("You allowed 京城便民科技有限公司 to read");
  });

  it("in two languages, of every event, with no gap that its payload does not fill", () => {
    const namings = offered("namings");
    expect([...eventTexts.keys()].toSorted()).toEqual(Object.keys(EVENTS).toSorted());
    for (const [type, text] of eventTexts) {
      const fields: readonly string[] = EVENTS[type as keyof typeof EVENTS];
      const named = namings.filter(({ field }) => fields.includes(field)).map(({ gap }) => gap);
      const filled = [...fields, ...named, ...(fields.includes("partnerId") ? ["partner"] : [])];
      for (const each of Object.values(text)) {
        const gaps = [...each.matchAll(/\{(\w+)\}/g)].map(([, gap = ""]) => gap);
        expect(filled).toEqual(expect.arrayContaining(gaps));
      }
    }
  });

  it("of something, where later code wrote an event that this code does not know", () => {
    for (const type of ["bill.burnt", "constructor"]) {
      const text = textOf({ type, payload: {} }, eventTexts, "en", { partner: "", hall: "" });
      expect(text).toBe("Something happened that cannot be shown at the moment.");
    }
  });

  it("of an amount, where the event has one", () => {
    expect(amountOf({ payload: { about: "x", amount: "123.45" } })).toBe(12_345n);
    expect(amountOf({ payload: { about: "x" } })).toBeUndefined();
  });
});

describe("the list", () => {
  it("goes on page by page, all or unread only, and a cursor holds for its own list", async () => {
    await consents(5);
    const all = idsOf(await list());
    expect(all).toHaveLength(5);
    for (const unreadOnly of [false, true]) {
      const seen: string[] = [];
      let after: Json = null;
      do {
        const page = await list({ first: 2, after, unreadOnly });
        seen.push(...idsOf(page));
        after = at(page, "pageInfo", "hasNextPage") ? at(page, "pageInfo", "endCursor") : null;
      } while (after);
      expect(seen).toEqual(all);
    }
    const after = textAt(await list({ first: 2 }), "pageInfo", "endCursor");
    const other = await platform.call({ query: LIST, variables: { after, unreadOnly: true }, token });
    expect(other.errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("costs two round trips at most, names of partners included", async () => {
    await consents(2);
    await list();
    expect(platform.logs.findLast(({ message }) => message === "request")).toMatchObject({
      roundTripsDeep: 2,
    });
  });

  it("shows nothing of anybody else, nor of the other mode", async () => {
    await consents(1);
    const [id = ""] = idsOf(await list());
    const other = await platform.tokens.citizen();
    const sandbox = await platform.tokens.citizen(citizen, { mode: "test" });
    const query = "query ($id: ID!) { node(id: $id) { __typename ... on Notification { type } } }";
    const read = async (as: string) => (await platform.call({ query, variables: { id }, token: as })).data;
    expect(await read(token)).toEqual({ node: { __typename: "Notification", type: "consent.granted" } });
    expect(await read(other)).toEqual({ node: null });
    expect(await read(sandbox)).toEqual({ node: null });
    token = sandbox;
    expect(idsOf(await list())).toEqual([]);
  });
});

describe("marking as read", () => {
  it("takes them off the unread, and once more is no mistake", async () => {
    await consents(3);
    const [latest = "", middle = "", first = ""] = idsOf(await list());
    const marked = { __typename: "MarkedNotifications", notifications: [{ id: middle, read: true }] };
    expect(await mark([middle, middle])).toEqual(marked);
    expect(await mark([middle])).toEqual(marked);
    expect(idsOf(await list({ unreadOnly: true }))).toEqual([latest, first]);
    expect(nodesAt(await list()).map((node) => at(node, "read"))).toEqual([false, true, false]);
  });

  it("marks nothing where one of them is unknown or somebody else's", async () => {
    await consents(1);
    const [mine = ""] = idsOf(await list());
    const stranger = await platform.tokens.citizen();
    expect(await mark([mine], stranger)).toMatchObject({ __typename: "NotFound" });
    for (const other of ["ntf_0123456789abcdef", "cns_0123456789abcdef", "", "ntf_"]) {
      expect(await mark([mine, other])).toMatchObject({ __typename: "NotFound", code: "NOT_FOUND" });
    }
    expect(idsOf(await list({ unreadOnly: true }))).toEqual([mine]);
  });

  it("takes a hundred at once, and no more", async () => {
    const ids = Array.from({ length: 101 }, (_, i) => `ntf_${String(i).padStart(16, "0")}`);
    expect(await mark(ids)).toMatchObject({ __typename: "InvalidInput", message: "At most 100." });
    expect(await mark([])).toMatchObject({ __typename: "MarkedNotifications" });
  });
});
