import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issuerKeysOf } from "../issuer-keys/issuer-keys.ts";
import { JILIN, JILIN_OFFICE } from "../trust/trust.ts";
import { ISSUERS, STATUSES, startTrusting } from "./trusted-jilin.ts";
import {
  ELECTRICIAN,
  mapType,
  openBeijing,
  presented,
  startTwoRegions,
  type TwoRegions,
  trustJilin,
} from "./two-regions.ts";

const MINUTE_MS = 60_000;

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  ({ two, beijing } = await startTrusting());
});
afterAll(() => two.stop());

/** A holder of a licence of Jilin's in Beijing, and what Jilin publishes. */
async function meet() {
  const held = await two.issue(await two.newPerson());
  await two.advance(5 * MINUTE_MS);
  const application = await beijing.begin(held.person);
  const use = async () =>
    beijing.use(
      { token: held.person.here.token },
      { application, presentation: await presented(beijing, held, application, two.here.clock) },
    );
  return { held, use };
}

/** The document that is published at an address now, as an answer of HTTP. */
const copyOf = (address: string): Response => {
  const found = two.there.published.handle(new URL(address).pathname);
  return new Response(found?.body ?? "", { headers: { "cache-control": "max-age=60" } });
};

/** Answers in the place of Jilin where the address is one of these. */
const instead = (where: RegExp, answer: (address: string) => Promise<Response>) =>
  two.meddle((address) => (where.test(address) ? answer(address) : undefined));

const UNKNOWN = (reason: string) => ({
  ...{ __typename: "ForeignLicenceNotUsed", code: "FOREIGN_LICENCE_UNKNOWN" },
  message: expect.stringContaining(reason),
});

describe("what another platform publishes", () => {
  it.each([
    ["status list", STATUSES, 1, "the list of its status is older than one of before"],
    ["list of issuers", ISSUERS, 5, "the list of its region's issuers is older than one of before"],
  ])("is not believed where its %s is older than one that was seen", async (_, where, minutes, reason) => {
    const { use } = await meet();
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    const address = two.sent.findLast((one) => where.test(one)) ?? expect.fail("it was not fetched");
    const older = copyOf(address);
    // Copies are kept for so long.
    await two.advance(minutes * MINUTE_MS);
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    const stop = instead(where, async () => older.clone());
    await two.advance(minutes * MINUTE_MS);
    expect(await use()).toMatchObject(UNKNOWN(reason));
    stop();
    await two.advance(5 * MINUTE_MS);
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
  });

  it("is not believed once a list is over", async () => {
    const { use } = await meet();
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    // Jilin publishes nothing for six minutes.
    two.here.clock.advance(6 * MINUTE_MS);
    two.there.clock.advance(6 * MINUTE_MS);
    expect(await use()).toMatchObject(UNKNOWN("the list of its status is out of date"));
  });

  it.each([
    [
      "is of another place",
      STATUSES,
      "its status cannot be looked up",
      () => copyOf("https://jilin.test/documents/licences/status/live/0x"),
    ],
    ["is signed by nobody known", STATUSES, "its status cannot be looked up", forged],
    ["is signed by nobody known", ISSUERS, "issuers cannot be verified", forged],
    ["leads elsewhere", ISSUERS, "does not answer", async () => redirect()],
    ["is a fault", ISSUERS, "does not answer", async () => new Response("", { status: 500 })],
    ["is longer than any list", ISSUERS, "does not answer", async () => new Response("x".repeat(2_300_000))],
    ["never comes", ISSUERS, "does not answer", () => Promise.reject(new TypeError("fetch failed"))],
    [
      "never comes",
      STATUSES,
      "its status cannot be looked up",
      () => Promise.reject(new TypeError("fetch failed")),
    ],
  ] as const)("leaves the licence unknown where a list %s (%s)", async (_, where, reason, answer) => {
    const { use } = await meet();
    const before = two.sent.length;
    const stop = instead(where, async (address) => answer(address));
    expect(await use()).toMatchObject(UNKNOWN(reason));
    stop();
    // Nothing but the platform's own address is ever called.
    expect(two.sent.slice(before).every((address) => address.startsWith("https://jilin.test/"))).toBe(true);
    await two.advance(5 * MINUTE_MS);
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
  });

  it("is fetched once for all who come in the next minute", async () => {
    const { use } = await meet();
    await use();
    const before = two.sent.length;
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    expect(two.sent.length).toBe(before);
  });
});

describe("a key of another region's issuer", () => {
  it("that its own platform reports as given away signs nothing that counts, before we hear of it", async () => {
    const world = await startTwoRegions();
    const side = openBeijing(world);
    await trustJilin(world);
    await mapType(world, ELECTRICIAN);
    const held = await world.issue(await world.newPerson());
    const application = await side.begin(held.person);
    const use = async () =>
      side.use(
        { token: held.person.here.token },
        { application, presentation: await presented(side, held, application, world.here.clock) },
      );
    const since = world.there.clock.now();
    await issuerKeysOf(world.there).report({ issuer: JILIN_OFFICE, keyId: world.keyId }, since);
    await world.advance(5 * MINUTE_MS);
    expect(await use()).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("was given away") },
    });
    await world.stop();
  });

  it("that is recorded here as given away signs nothing that counts, whatever its platform says", async () => {
    const { use } = await meet();
    expect(await use()).toMatchObject({ __typename: "FilledMaterial" });
    const [issuer, later] = [`${JILIN}.${JILIN_OFFICE}`, two.here.clock.now()];
    await two.trust.compromise(issuer, two.keyId, later);
    // Signed before that, by its own word alone.
    expect(await use()).toMatchObject(UNKNOWN("given away later"));
    await two.trust.compromise(issuer, two.keyId, "2026-01-02T00:00:00.000Z");
    expect(await use()).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_NOT_VALID", message: expect.stringContaining("was given away") },
    });
  });
});

/** The list as it is published, its signature another. */
async function forged(address: string): Promise<Response> {
  const [header = "", claims = "", signature = ""] = (await copyOf(address).text()).split(".");
  const other = signature.startsWith("A") ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  return new Response([header, claims, other].join("."));
}

const redirect = (): Response =>
  new Response("", { status: 302, headers: { location: "http://169.254.169.254/latest/meta-data/" } });
