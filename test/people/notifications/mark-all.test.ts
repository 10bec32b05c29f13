import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { eventId } from "../../../services/kernel/commit/event.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { receiveEvent } from "../../../services/people/notifications/receive-event.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

let citizen: CitizenId;
let token: string;
beforeEach(async () => {
  citizen = platform.newCitizen();
  token = await platform.tokens.citizen(citizen);
});

let events = 0;

/** The citizen is told now of something that happened so long ago. */
async function tell(ageMs = 0): Promise<string> {
  const now = platform.clock.now();
  const happened = plusMs(now, -ageMs);
  events += 1;
  const id = eventId("records-live", citizen, events, happened);
  const database = platform.database();
  const event = {
    type: "telephone.changed",
    mode: "live",
    to: [citizen],
    payload: { about: citizen },
  } as const;
  const kept = await receiveEvent({ ...event, id, at: happened }, database, now);
  await database.transact(kept, randomUUID());
  platform.clock.advance(1_000);
  return `ntf_${id}`;
}

const asked = async (query: string, variables = {}, as = token): Promise<Json> => {
  const { data, errors } = await platform.call({ query, variables, token: as });
  expect(errors).toEqual([]);
  return data;
};
const unread = async () => at(await asked("{ me { unreadNotifications } }"), "me", "unreadNotifications");
const unreadIds = async (): Promise<readonly string[]> => {
  const edges = at(
    await asked("{ me { notifications(unreadOnly: true) { edges { node { id } } } } }"),
    "me",
    "notifications",
    "edges",
  );
  return Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "id")) : [];
};
const markAll = async (upTo: string, as = token): Promise<Json> =>
  at(
    await asked(
      `mutation ($upTo: ID!) { markAllNotificationsRead(upTo: $upTo) { __typename
        ... on AllNotificationsMarked { marked more } ... on Refusal { code } } }`,
      { upTo },
      as,
    ),
    "markAllNotificationsRead",
  );

it("marks what the citizen has seen, and not what came meanwhile", async () => {
  expect(await unread()).toBe(0);
  await tell();
  const seen = await tell();
  const meanwhile = await tell();
  expect(await unread()).toBe(3);
  const marked = { __typename: "AllNotificationsMarked", marked: 2, more: false };
  expect(await markAll(seen)).toEqual(marked);
  expect(await unreadIds()).toEqual([meanwhile]);
  expect(await unread()).toBe(1);
  expect(await markAll(seen)).toEqual({ ...marked, marked: 0 });
  expect(await markAll(meanwhile)).toEqual({ ...marked, marked: 1 });
  expect(await unread()).toBe(0);
});

it("leaves unread what was told of later, though it stands further down", async () => {
  await tell();
  const seen = await tell();
  const late = await tell(3_600_000);
  expect((await unreadIds()).at(-1)).toBe(late);
  expect(await markAll(seen)).toMatchObject({ marked: 2 });
  expect(await unreadIds()).toEqual([late]);
});

it("takes a hundred at once, and the same call again the next", async () => {
  let newest = "";
  for (let i = 0; i < 130; i += 1) newest = await tell();
  expect(await unread()).toBe(100);
  expect(await markAll(newest)).toMatchObject({ marked: 100, more: true });
  expect(await unread()).toBe(30);
  expect(await markAll(newest)).toMatchObject({ marked: 30, more: false });
  expect(await unread()).toBe(0);
});

it("marks nothing of anybody else, and nothing by an id that is none", async () => {
  const mine = await tell();
  const stranger = await platform.tokens.citizen();
  for (const [id, as] of [
    [mine, stranger],
    ["ntf_0123456789abcdef", token],
    ["cns_0123456789abcdef", token],
    ["", token],
  ] as const)
    expect(await markAll(id, as)).toEqual({ __typename: "NotFound", code: "NOT_FOUND" });
  expect(await unreadIds()).toEqual([mine]);
});
