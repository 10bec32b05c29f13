import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../services/app/api.ts";
import { createGraphqlHandler } from "../../../services/app/compose.ts";
import type { Citizen } from "../../../services/kernel/actor.ts";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { DAY_MS, HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { hashApiKey } from "../../../services/people/partners/api-key-hash.ts";
import { createApiKey, reviewPartner } from "../../../services/people/partners/index.ts";
import { must } from "../../support/must.ts";
import {
  at,
  type Call,
  eventOf,
  type Json,
  startPlatform,
  type TestPlatform,
  textAt,
} from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { partnerManager, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const KEY = "id name mode scopes status createdAt expiresAt networks lastUsedAt";
const REFUSED = "__typename ... on Refusal { code } ... on NotAllowedNow { state availableActions }";
const ISSUED = `${REFUSED} ... on InvalidInput { path } ... on IssuedApiKey { secret apiKey { ${KEY} } }`;

/** The calls of the representative's app. */
async function run(who: CitizenId, query: string, variables: Call["variables"] = {}): Promise<Json> {
  const token = await platform.tokens.citizen(who);
  const { data, errors } = await platform.call({ query, token, variables });
  expect(errors).toEqual([]);
  return at(data, "result");
}

const create = (who: CitizenId, input: object, key = randomUUID()): Promise<Json> =>
  run(
    who,
    `mutation ($key: ID!, $input: CreateApiKeyInput!) {
      result: createApiKey(idempotencyKey: $key, input: $input) { ${ISSUED} } }`,
    { key, input: { name: "前端", mode: "LIVE", scopes: ["PROFILE_READ"], ...input } },
  );
const rotate = (who: CitizenId, id: string, hours: number, key = randomUUID()): Promise<Json> =>
  run(
    who,
    `mutation ($key: ID!, $id: ID!) {
      result: rotateApiKey(idempotencyKey: $key, id: $id, graceHours: ${hours}) { ${ISSUED} } }`,
    { key, id },
  );
const revoke = (who: CitizenId, id: string): Promise<Json> =>
  run(who, `mutation ($id: ID!) { result: revokeApiKey(id: $id) { ${REFUSED} ... on ApiKey { ${KEY} } } }`, {
    id,
  });

const VIEWER = "{ viewer { kind id mode scopes keyExpiresAt } }";
const use = (apiKey: string, ip?: string) => platform.call({ query: VIEWER, apiKey, ...(ip ? { ip } : {}) });

async function refusalOf(
  apiKey: string,
  ip?: string,
): Promise<{ status: number; message: string | undefined }> {
  const { status, errors } = await use(apiKey, ip);
  return { status, message: errors[0]?.message };
}

async function listKey(who: CitizenId, keyId: string): Promise<Json> {
  const query = `{ me { partners { apiKeys { ${KEY} } } } }`;
  const { data } = await platform.call({ query, token: await platform.tokens.citizen(who) });
  const keys = at(data, "me", "partners", 0, "apiKeys");
  if (!Array.isArray(keys)) throw new Error("no list of keys");
  return keys.find((key) => textAt(key, "id") === keyId) ?? null;
}

const REVOKED = { status: 401, message: "The API key has been revoked." };
const EXPIRED = { status: 401, message: "The API key has expired; rotate it." };

describe("the life of a key", () => {
  it("is made, used, listed with its last use, rotated with both valid in the grace, and revoked", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const made = await create(who, { partnerId });
    const [secret, id] = [textAt(made, "secret"), textAt(made, "apiKey", "id")];
    const year = plusMs(platform.clock.now(), 365 * DAY_MS);
    expect(at(made, "apiKey")).toMatchObject({
      status: "ACTIVE",
      mode: "LIVE",
      expiresAt: year,
      lastUsedAt: null,
    });

    const viewer = {
      kind: "PARTNER",
      id: partnerId,
      mode: "LIVE",
      scopes: ["PROFILE_READ"],
      keyExpiresAt: year,
    };
    expect((await use(secret)).data).toEqual({ viewer });
    const asBearer = await platform.call({ query: VIEWER, headers: { authorization: `Bearer ${secret}` } });
    expect(asBearer.data).toEqual({ viewer });
    expect(await listKey(who, id)).toMatchObject({ lastUsedAt: platform.clock.now() });

    platform.clock.advance(DAY_MS);
    const graceEnds = plusMs(platform.clock.now(), 24 * HOUR_MS);
    const rotated = await rotate(who, id, 24);
    const next = textAt(rotated, "secret");
    expect(at(rotated, "apiKey")).toMatchObject({ mode: "LIVE", scopes: ["PROFILE_READ"], name: "前端" });
    expect(at((await use(secret)).data, "viewer", "keyExpiresAt")).toBe(graceEnds);
    expect((await use(next)).status).toBe(200);
    expect(await rotate(who, id, 24)).toMatchObject({ state: "ROTATED", availableActions: ["revokeApiKey"] });
    platform.clock.advance(24 * HOUR_MS);
    expect(await refusalOf(secret)).toEqual(REVOKED);
    expect((await use(next)).status).toBe(200);
    expect(await listKey(who, id)).toMatchObject({ status: "REVOKED" });

    const nextId = textAt(rotated, "apiKey", "id");
    expect(await revoke(who, nextId)).toMatchObject({ __typename: "ApiKey", status: "REVOKED" });
    expect(await refusalOf(next)).toEqual(REVOKED);
    expect(await revoke(who, nextId)).toMatchObject({
      code: "NOT_ALLOWED_NOW",
      state: "REVOKED",
      availableActions: [],
    });
  });

  it("without grace ends with its rotation", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const made = await create(who, { partnerId, mode: "TEST", networks: ["203.0.113.0/24"] });
    const rotated = await rotate(who, textAt(made, "apiKey", "id"), 0);
    expect(at(rotated, "apiKey")).toMatchObject({
      mode: "TEST",
      networks: ["203.0.113.0/24"],
      expiresAt: null,
    });
    expect(await refusalOf(textAt(made, "secret"))).toEqual(REVOKED);
    expect((await use(textAt(rotated, "secret"))).status).toBe(200);
  });

  it("in its grace can be revoked at once", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const made = await create(who, { partnerId });
    await rotate(who, textAt(made, "apiKey", "id"), 168);
    expect(await revoke(who, textAt(made, "apiKey", "id"))).toMatchObject({ status: "REVOKED" });
    expect(await refusalOf(textAt(made, "secret"))).toEqual(REVOKED);
  });

  it("ends at its expiry", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const made = await create(who, { partnerId, expiresAt: plusMs(platform.clock.now(), HOUR_MS) });
    platform.clock.advance(HOUR_MS - 1);
    expect((await use(textAt(made, "secret"))).status).toBe(200);
    platform.clock.advance(1);
    expect(await refusalOf(textAt(made, "secret"))).toEqual(EXPIRED);
    expect(await rotate(who, textAt(made, "apiKey", "id"), 1)).toMatchObject({ state: "EXPIRED" });
  });

  it("of a suspended partner is refused at once, in both modes, and works again after the reinstatement", async () => {
    const {
      partnerId,
      representative: who,
      ...keys
    } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const review = async (action: "suspend" | "reinstate") => {
      const actor = partnerManager();
      const context = platform.context(actor);
      must(await reviewPartner(partnerId, { action, reason: "核查" }, { actor, now: context.now }, context));
    };
    await review("suspend");
    for (const key of [keys.testKey, keys.liveKey]) {
      expect(await refusalOf(key)).toEqual({ status: 401, message: "The partner is suspended." });
    }
    expect(await create(who, { partnerId })).toMatchObject({ state: "SUSPENDED", availableActions: [] });
    await review("reinstate");
    for (const key of [keys.testKey, keys.liveKey]) expect((await use(key)).status).toBe(200);
  });

  it("is refused from another network, whatever a header says", async () => {
    const { liveKey } = await seedPartner(platform, {
      scopes: ["PROFILE_READ"],
      networks: ["203.0.113.0/24", "2001:db8::/32"],
    });
    for (const ip of ["203.0.113.9", "::ffff:203.0.113.9", "2001:db8::9"]) {
      expect((await use(liveKey, ip)).status).toBe(200);
    }
    const forged = {
      ...{ "x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9" },
      "cloudfront-viewer-address": "203.0.113.9:443",
    };
    const answer = await platform.call({
      query: VIEWER,
      apiKey: liveKey,
      ip: "198.51.100.1",
      headers: forged,
    });
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.message).toBe("The API key may not be used from this network address.");
  });
});

describe("a new key", () => {
  it.each([
    [{ scopes: [] }, "SCOPES_EMPTY", ["input", "scopes"]],
    [{ scopes: ["HOUSING_FUND_READ"] }, "SCOPES_NOT_GRANTED", ["input", "scopes"]],
    [{ networks: ["10.0.0.0/99"] }, "NETWORK_INVALID", ["input", "networks", "0"]],
    [{ expiresAt: "2020-01-01T00:00:00Z" }, "EXPIRY_OUT_OF_RANGE", ["input", "expiresAt"]],
    [{ mode: "LIVE" }, "LIVE_ACCESS_MISSING", ["input", "mode"]],
  ])("with %j is refused before live access, and told where", async (change, code, path) => {
    const { partnerId, representative } = await seedPartner(platform, {
      scopes: ["PROFILE_READ"],
      live: false,
    });
    const refused = await create(representative, { partnerId, mode: "TEST", ...change });
    expect(refused).toMatchObject({ __typename: "InvalidInput", code, path });
  });

  it("is the 20th at most, also when many are asked for at once", async () => {
    const { partnerId, representative } = await seedPartner(platform, {
      scopes: ["PROFILE_READ"],
      live: false,
    });
    const actor: Citizen = { kind: "CITIZEN", mode: "live", id: representative };
    const make = () => {
      const context = platform.context(actor);
      const wish = { partnerId, name: "k", mode: "test", scopes: ["PROFILE_READ"], networks: [] } as const;
      return createApiKey(
        randomUUID(),
        { ...wish, expiresAt: undefined },
        { actor, now: context.now },
        context,
      );
    };
    for (let made = 1; made < 19; made += 1) must(await make());
    const two = await Promise.all([make(), make()]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ error: { code: "TOO_MANY", values: { max: "20" } } });
  });

  it("that takes the last place is shown, and not refused, to the same call that comes while it is made", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    for (let made = 1; made < 19; made += 1) await create(who, { partnerId });
    const key = randomUUID();
    const first: Json[] = [];
    platform.gate.delayRead("iss_", async () => {
      first.push(await create(who, { partnerId }, key));
    });
    expect(await create(who, { partnerId }, key)).toEqual(first[0]);
    expect(first[0]).toMatchObject({ __typename: "IssuedApiKey" });
  });

  it("is shown to the same call that comes while it is made, whichever of its records is read first", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const key = randomUUID();
    const first: Json[] = [];
    platform.gate.tearRead('"seed"', "NAMED", async () => {
      first.push(await create(who, { partnerId }, key));
    });
    const second = await create(who, { partnerId }, key);
    expect(first).toEqual(first.map(() => second));
    expect(second).toMatchObject({ __typename: "IssuedApiKey" });
  });

  it("of a rotation made twice at once is one key", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const id = textAt(await create(who, { partnerId }), "apiKey", "id");
    const both = await Promise.all([rotate(who, id, 1), rotate(who, id, 1)]);
    expect(both.map((answer) => textAt(answer, "__typename")).sort()).toEqual([
      "IssuedApiKey",
      "NotAllowedNow",
    ]);
  });
});

describe("other people's partners and keys", () => {
  it("answer exactly as unknown ones, to the representative's sandbox self too", async () => {
    const { partnerId, representative } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const id = textAt(await create(representative, { partnerId }), "apiKey", "id");
    const stranger = platform.newCitizen();
    const unknown = [
      await create(stranger, { partnerId: "ptn_0000000000000000" }),
      await rotate(stranger, "0".repeat(24), 1),
      await revoke(stranger, "0".repeat(24)),
    ];
    const foreign = [
      await create(stranger, { partnerId }),
      await rotate(stranger, id, 1),
      await revoke(stranger, id),
    ];
    expect(foreign).toEqual(unknown);
    expect(foreign).toEqual(Array(3).fill({ __typename: "NotFound", code: "NOT_FOUND" }));
    const sandbox: Citizen = { kind: "CITIZEN", mode: "test", id: representative };
    const context = platform.context(sandbox);
    const wish = { partnerId, name: "k", mode: "test", scopes: ["PROFILE_READ"], networks: [] } as const;
    const by = { actor: sandbox, now: context.now };
    expect(await createApiKey(randomUUID(), { ...wish, expiresAt: undefined }, by, context)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it.each(["", "'; --", "../..", "0".repeat(5_000)])("and so does %.20j", async (id) => {
    const who = platform.newCitizen();
    expect(await revoke(who, id)).toMatchObject({ code: "NOT_FOUND" });
    expect(await create(who, { partnerId: id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a key's secret", () => {
  it("is shown once: no record and no log line holds it, in use, rotation and revocation", async () => {
    const { partnerId, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const made = await create(who, { partnerId });
    const rotated = await rotate(who, textAt(made, "apiKey", "id"), 1);
    const texts = [textAt(made, "secret"), textAt(rotated, "secret")];
    for (const text of texts) await use(text);
    await revoke(who, textAt(made, "apiKey", "id"));
    await use(texts[0] ?? "");
    const items = (
      await platform.documents.send(
        new ScanCommand({ TableName: physicalName(platform.ports.config.tablePrefix, "registry") }),
      )
    ).Items;
    const records = JSON.stringify(items);
    const logs = JSON.stringify(platform.logs);
    expect(records).toContain(textAt(made, "apiKey", "id"));
    for (const text of texts) {
      const secret = text.split("_")[3] ?? "";
      expect(secret).toHaveLength(32);
      expect(records).not.toContain(secret);
      expect(logs).not.toContain(secret);
      expect(records).toContain(hashApiKey(secret, platform.ports.secrets));
    }
  });
});

describe("the last use", () => {
  it("that cannot be written costs no answer, and is warned of in the log", async () => {
    const { liveKey } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const { client } = platform.ports;
    const readOnly: typeof client = (operation, input) =>
      operation === "UpdateItem" ? Promise.reject(new Error("no writes today")) : client(operation, input);
    const handler = createGraphqlHandler({ ...platform.ports, client: readOnly }, api, schema);
    const answer = await handler(eventOf({ query: "{ viewer { kind } }", apiKey: liveKey }));
    expect(JSON.parse(answer.body ?? "")).toEqual({ data: { viewer: { kind: "PARTNER" } } });
    expect(platform.logs).toContainEqual(
      expect.objectContaining({ level: "WARN", message: "the last use of a key was not recorded" }),
    );
  });

  it("is written before the answer leaves, even to a document that is not valid", async () => {
    const { liveKey, representative: who } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    platform.clock.advance(1_000);
    expect((await platform.call({ query: "{ nothing }", apiKey: liveKey })).status).toBe(400);
    const id = liveKey.split("_")[2] ?? "";
    expect(await listKey(who, id)).toMatchObject({ lastUsedAt: platform.clock.now() });
  });
});
