import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAIMS } from "../../../services/api/oidc.ts";
import { api } from "../../../services/app/api.ts";
import { createGraphqlHandler } from "../../../services/app/compose.ts";
import { isIdentityNumber, maskIdNumber } from "../../../services/field/identity-document.ts";
import { LAST_DAY } from "../../../services/kernel/civil-date.ts";
import type { DatabaseCall } from "../../../services/kernel/database/calls.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { getProfile, putProfile } from "../../../services/people/citizens/index.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { eventOf, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const ME = "{ me { name maskedIdNumber } viewer { kind id mode } }";
const NAME = "林新";

function newcomer() {
  const idNumber = newIdNumber();
  const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
  return { id, idNumber, claims: { [CLAIMS.name]: NAME, [CLAIMS.idNumber]: idNumber } };
}

const ask = async (claims: Readonly<Record<string, unknown>>, query = ME) =>
  platform.call({ query, token: await platform.tokens.sign(claims) });

const profileOf = (id: CitizenId, mode: "live" | "test" = "live") =>
  getProfile(platform.database(), mode, id);

describe("a first sign-in with a proven name and number", () => {
  it("makes the citizen's record, which no register has dated", async () => {
    const { id, idNumber, claims } = newcomer();
    const { data } = await ask(claims);
    const masked = isIdentityNumber(idNumber, LAST_DAY) ? maskIdNumber(idNumber) : "";
    expect(data).toEqual({
      me: { name: NAME, maskedIdNumber: masked },
      viewer: { kind: "CITIZEN", id, mode: "LIVE" },
    });
    const profile = await profileOf(id);
    expect(profile).toMatchObject({ citizenId: id, name: NAME, maskedIdNumber: masked });
    expect(profile).not.toHaveProperty("recordedAt");
    const [entry, ...more] = await trailOf(platform.database(), "records-live", id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: id,
      action: "citizens.citizen.enrolled",
      reason: "proven by https://issuer.test",
    });
  });

  it("is one person, however often and by however many at once", async () => {
    const { id, claims } = newcomer();
    const all = await Promise.all(Array.from({ length: 8 }, () => ask(claims)));
    for (const { data } of all) expect(data).toMatchObject({ viewer: { id } });
    await ask(claims);
    expect(await trailOf(platform.database(), "records-live", id)).toHaveLength(1);
  });

  it("is the person whom a token of before names", async () => {
    const { id, claims } = newcomer();
    await ask(claims);
    expect((await ask({ [CLAIMS.citizen]: id })).data).toMatchObject({ me: { name: NAME } });
    expect((await ask({ ...claims, [CLAIMS.citizen]: id })).data).toMatchObject({ viewer: { id } });
  });

  it("is known under the name that was proven last, whichever token comes last", async () => {
    const { id, claims } = newcomer();
    const before = await platform.tokens.sign(claims);
    await platform.call({ query: ME, token: before });
    platform.clock.advance(1_000);
    const renamed = { ...claims, [CLAIMS.name]: "林心" };
    expect((await ask(renamed)).data).toMatchObject({ me: { name: "林心" } });
    expect((await platform.call({ query: ME, token: before })).data).toMatchObject({ me: { name: "林心" } });
    const handler = createGraphqlHandler(platform.ports, api, schema);
    const anotherProcess = await handler(eventOf({ query: ME, token: before }));
    expect(JSON.parse(anotherProcess.body ?? "")).toMatchObject({ data: { me: { name: "林心" } } });
    const trail = await trailOf(platform.database(), "records-live", id);
    expect(trail.map(({ action }) => action)).toEqual([
      "citizens.citizen.enrolled",
      "citizens.citizen.renamed",
    ]);
  });

  it("writes over nothing that a register has stated", async () => {
    const { id, claims } = newcomer();
    const recordedAt = platform.clock.now();
    const stated = { citizenId: id, name: "林登记", maskedIdNumber: "110105********0000", recordedAt };
    await platform.database().transact([putProfile(platform.database(), "live", stated)], "stated");
    expect((await ask(claims)).data).toMatchObject({ me: { name: "林登记" } });
    expect(await trailOf(platform.database(), "records-live", id)).toEqual([]);
  });

  it("of the sandbox stays in the sandbox", async () => {
    const { id, claims } = newcomer();
    const { data } = await ask({ ...claims, [CLAIMS.mode]: "test" });
    expect(data).toMatchObject({ viewer: { id, mode: "TEST" } });
    expect([(await profileOf(id, "test"))?.name, await profileOf(id)]).toEqual([NAME, undefined]);
  });

  it("asks the database once a process whether somebody is known", async () => {
    const { claims } = newcomer();
    const token = await platform.tokens.sign(claims);
    const calls: string[] = [];
    const client: DatabaseCall = (operation, input) => {
      calls.push(operation);
      return platform.ports.client(operation, input);
    };
    const handler = createGraphqlHandler({ ...platform.ports, client }, api, schema);
    const event = eventOf({ query: "{ viewer { id } }", token });
    await handler(event);
    expect(calls).not.toEqual([]);
    calls.length = 0;
    await handler(event);
    expect(calls).toEqual([]);
  });

  it("is not lost where the database fails: the next call enrols", async () => {
    const { id, claims } = newcomer();
    const token = await platform.tokens.sign(claims);
    let fails = true;
    const client: DatabaseCall = (operation, input) => {
      if (fails && operation === "TransactWriteItems") throw new Error("down");
      return platform.ports.client(operation, input);
    };
    const handler = createGraphqlHandler({ ...platform.ports, client }, api, schema);
    const event = eventOf({ query: ME, token });
    const failed = await handler(event);
    expect([failed.statusCode, JSON.parse(failed.body ?? "")]).toMatchObject([
      503,
      { errors: [{ extensions: { code: "UNAVAILABLE", retryable: true } }] },
    ]);
    expect(await profileOf(id)).toBeUndefined();
    fails = false;
    expect(JSON.parse((await handler(event)).body ?? "")).toMatchObject({ data: { viewer: { id } } });
  });
});

describe("claims that prove nobody", () => {
  const refused = async (claims: Readonly<Record<string, unknown>>) => {
    const { status, errors } = await ask(claims);
    return [status, errors[0]?.extensions["code"]];
  };

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["a number alone", { [CLAIMS.name]: undefined }],
    ["a name that shows as another", { [CLAIMS.name]: "林\u202e新" }],
    ["a name that is none", { [CLAIMS.name]: "   " }],
    ["a name without an end", { [CLAIMS.name]: "林".repeat(101) }],
    ["a name that is no text", { [CLAIMS.name]: { zh: "林新" } }],
    ["a number with a wrong check", { [CLAIMS.idNumber]: "110105194912310021" }],
    ["a number of before 1999", { [CLAIMS.idNumber]: "110105491231002" }],
    ["somebody else's id beside the number", { [CLAIMS.citizen]: "ctz_0123456789abcdef" }],
    [
      "an officer's as well",
      { [CLAIMS.officer]: "ofc_0123456789abcdef", [CLAIMS.citizen]: "ctz_0123456789abcdef" },
    ],
  ])("%s is refused, and leaves no record", async (_, claims) => {
    const { id, claims: good } = newcomer();
    expect(await refused(JSON.parse(JSON.stringify({ ...good, ...claims })))).toEqual([
      401,
      "UNAUTHENTICATED",
    ]);
    expect(await profileOf(id)).toBeUndefined();
  });
});

describe("an officer's proven number", () => {
  it("says who they are as a person, and makes no citizen of them", async () => {
    const { id, claims } = newcomer();
    const officer = { ...claims, [CLAIMS.officer]: "ofc_0123456789abcdef", [CLAIMS.roles]: "REVIEWER" };
    expect((await ask(officer, "{ viewer { kind } }")).data).toEqual({ viewer: { kind: "OFFICER" } });
    expect(await profileOf(id)).toBeUndefined();
    const another = { ...officer, [CLAIMS.person]: "ctz_0123456789abcdef" };
    expect((await ask(another, "{ viewer { kind } }")).status).toBe(401);
  });
});
