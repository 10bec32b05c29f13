import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LICENCES } from "../../../../services/government/licences/service.ts";
import { act, newOfficer, submitAsIs } from "../../cases/casework.ts";
import { API, ISSUERS, STATUSES, startTrusting } from "./trusted-jilin.ts";
import { type Meddle, meetHolder, type openBeijing, presented, type TwoRegions } from "./two-regions.ts";

const MINUTE_MS = 60_000;

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  ({ two, beijing } = await startTrusting());
});
afterAll(() => two.stop());

let stop: (() => void) | undefined;
afterEach(() => stop?.());
/** Copies of before are kept no longer. */
beforeEach(() => two.advance(5 * MINUTE_MS));

const lines = () =>
  two.here.logs.flatMap(({ message, address, reason }) =>
    message.startsWith("platform of another region") ? [{ message, address, reason }] : [],
  );

/** The lines about other platforms while somebody shows a licence, and then while an officer looks again at it. */
async function saidWhile(way: "CODE" | "PRESENTATION", meddle: Meddle) {
  const { held, application, by } = await meetHolder(two, beijing);
  const show = async () =>
    beijing.use(by, {
      application,
      ...(way === "CODE"
        ? { code: await two.code(held) }
        : { presentation: await presented(beijing, held, application, two.here.clock) }),
    });
  expect(await show()).toMatchObject({ __typename: "FilledMaterial" });
  await submitAsIs(two.here, by.token, application, { key: randomUUID() });
  await two.advance(5 * MINUTE_MS);
  const before = lines().length;
  stop = two.meddle(meddle);
  const officer = await newOfficer(two.here, { roles: ["ACCEPTOR"] });
  const answer = await act(
    two.here,
    officer,
    application,
    "accept",
    `acceptApplication(id: "${application}")`,
  );
  expect(answer).toMatchObject({ __typename: "Application" });
  return lines().slice(before);
}

const [NO_ANSWER, WRONG_ANSWER] = [
  "platform of another region: no answer",
  "platform of another region: wrong answer",
];
const instead =
  (where: RegExp, answer: (address: string) => Promise<Response>): Meddle =>
  (address) =>
    where.test(address) ? answer(address) : undefined;
const json = async (body: object): Promise<Response> => Response.json(body);

describe("operators are told of a platform of another region", () => {
  it.each([
    [
      "is out of reach",
      "CODE",
      API,
      () => Promise.reject(new TypeError("fetch failed")),
      NO_ANSWER,
      "CONNECTION_LOST",
    ],
    ["refuses our key", "CODE", API, async () => new Response("", { status: 401 }), NO_ANSWER, "REFUSED"],
    [
      "answers with a fault",
      "CODE",
      API,
      () => json({ errors: [{ message: "fault" }] }),
      NO_ANSWER,
      "REFUSED",
    ],
    [
      "answers something else",
      "CODE",
      API,
      () => json({ data: { result: null } }),
      WRONG_ANSWER,
      "UNREADABLE",
    ],
    [
      "has no list",
      "PRESENTATION",
      STATUSES,
      async () => new Response("", { status: 404 }),
      NO_ANSWER,
      "REFUSED",
    ],
    [
      "has a list that is none",
      "PRESENTATION",
      STATUSES,
      async () => new Response("none"),
      WRONG_ANSWER,
      "UNREADABLE",
    ],
    [
      "has issuers that are none",
      "PRESENTATION",
      ISSUERS,
      async () => new Response("none"),
      WRONG_ANSWER,
      "UNREADABLE",
    ],
  ] as const)("that %s", async (_, way, where, answer, message, reason) => {
    const said = await saidWhile(way, instead(where, answer));
    expect(said).toMatchObject([{ message, reason, address: expect.stringContaining("https://jilin.test") }]);
  });

  const shown = async () => {
    const { held, application, by } = await meetHolder(two, beijing);
    return async () =>
      beijing.use(by, {
        application,
        presentation: await presented(beijing, held, application, two.here.clock),
      });
  };

  it.each([
    ["status list", STATUSES, 1],
    ["list of issuers", ISSUERS, 5],
  ])("whose %s is older than one that was seen", async (_, where, minutes) => {
    const use = await shown();
    await use();
    const address = two.sent.findLast((one) => where.test(one)) ?? expect.fail("it was not fetched");
    const older = two.there.published.handle(new URL(address).pathname)?.body ?? "";
    // Copies are kept for so long.
    await two.advance(minutes * MINUTE_MS);
    await use();
    await two.advance(minutes * MINUTE_MS);
    const before = lines().length;
    stop = two.meddle(instead(where, async () => new Response(older)));
    await use();
    expect(lines().slice(before)).toEqual([{ message: WRONG_ANSWER, address, reason: "ROLLED_BACK" }]);
  });

  it("whose status list is over", async () => {
    const use = await shown();
    await use();
    // Jilin publishes nothing for six minutes.
    two.here.clock.advance(6 * MINUTE_MS);
    two.there.clock.advance(6 * MINUTE_MS);
    const before = lines().length;
    await use();
    const address = two.sent.findLast((one) => STATUSES.test(one));
    expect(lines().slice(before)).toEqual([{ message: WRONG_ANSWER, address, reason: "OVER" }]);
  });

  it("by nothing where it answers as was agreed", async () => {
    for (const way of ["CODE", "PRESENTATION"] as const)
      expect(await saidWhile(way, () => undefined)).toEqual([]);
  });

  it("by lines that raise alarms", () => {
    const counted = LICENCES.inApi.lines.flatMap(({ message, alarm }) => (alarm ? [message] : []));
    expect(counted).toEqual(expect.arrayContaining([NO_ANSWER, WRONG_ANSWER]));
  });
});
