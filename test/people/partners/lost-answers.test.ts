import { randomUUID } from "node:crypto";
import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../services/app/api.ts";
import { createGraphqlHandler } from "../../../services/app/compose.ts";
import { physicalName, TIME_TO_LIVE } from "../../../services/kernel/database/tables.ts";
import { deriveSecrets } from "../../../services/kernel/process/secrets.ts";
import { losing } from "../../support/losing.ts";
import { at, eventOf, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";

const SCOPES = ["CONSENT_REQUEST", "PROFILE_READ", "HOUSING_FUND_READ"] as const;
const MINUTE_MS = 60_000;

let platform: TestPlatform;
let partner: LivePartner;
let other: LivePartner;
let token: string;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** Each test has a partner of its own, so that what one makes another does not count. */
async function newPartners(): Promise<void> {
  partner = await seedPartner(platform, { scopes: SCOPES });
  other = await seedPartner(platform, { scopes: SCOPES });
  token = await platform.tokens.citizen(partner.representative);
}

const REFUSED = `__typename ... on Refusal { code message } ... on InvalidInput { path }
  ... on SecretNoLongerShown { about }`;
const ISSUED = `${REFUSED} ... on IssuedApiKey { secret apiKey { id status } }`;

type Operation = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

const run = async (operation: Operation, by: { token?: string; apiKey?: string }): Promise<Json> => {
  const { data, errors } = await platform.call({ ...operation, ...by });
  expect(errors).toEqual([]);
  return at(data, "result");
};

const create = (key: string, input: object = {}): Operation => ({
  query: `mutation ($key: ID!, $input: CreateApiKeyInput!) {
    result: createApiKey(idempotencyKey: $key, input: $input) { ${ISSUED} } }`,
  variables: {
    key,
    input: {
      ...{ partnerId: partner.partnerId, name: "前端", mode: "LIVE", scopes: ["PROFILE_READ"] },
      ...input,
    },
  },
});

const rotate = (key: string, id: string, graceHours = 24): Operation => ({
  query: `mutation ($key: ID!, $id: ID!, $graceHours: Int!) {
    result: rotateApiKey(idempotencyKey: $key, id: $id, graceHours: $graceHours) { ${ISSUED} } }`,
  variables: { key, id, graceHours },
});

const ask = (key: string, input: object = {}): Operation => ({
  query: `mutation ($key: ID!, $input: RequestConsentInput!) {
    result: requestConsent(idempotencyKey: $key, input: $input) {
      ${REFUSED} ... on RequestedConsent { token request { id answerBy } } } }`,
  variables: { key, input: { scopes: ["PROFILE_READ"], purpose: "贷款预审", days: 30, ...input } },
});

const keysOf = async (): Promise<readonly Json[]> => {
  const { data } = await platform.call({ token, query: "{ me { partners { apiKeys { id } } } }" });
  const keys = at(data, "me", "partners", 0, "apiKeys");
  if (!Array.isArray(keys)) throw new Error("no list of keys");
  return keys;
};

type Kind = {
  readonly what: string;
  readonly secretAt: string;
  readonly aboutAt: readonly string[];
  /** The operation under a key, and what makes it another one. */
  readonly operation: () => Promise<(key: string) => Operation>;
  readonly others: (key: string) => Promise<readonly Operation[]>;
  readonly by: () => { readonly token?: string; readonly apiKey?: string };
};

const keyId = (text: string): string => text.split("_")[2] ?? "";

const KINDS: readonly Kind[] = [
  {
    ...{ what: "createApiKey", secretAt: "secret", aboutAt: ["apiKey", "id"] },
    operation: async () => (key) => create(key),
    others: async (key) => [
      create(key, { name: "后端" }),
      create(key, { mode: "TEST" }),
      create(key, { scopes: ["PROFILE_READ", "HOUSING_FUND_READ"] }),
      create(key, { networks: ["203.0.113.0/24"] }),
      create(key, { expiresAt: "2026-12-24T00:00:00Z" }),
    ],
    by: () => ({ token }),
  },
  {
    ...{ what: "rotateApiKey", secretAt: "secret", aboutAt: ["apiKey", "id"] },
    operation: async () => {
      const made = await run(create(randomUUID()), { token });
      return (key) => rotate(key, textAt(made, "apiKey", "id"));
    },
    others: async (key) => [rotate(key, keyId(partner.liveKey))],
    by: () => ({ token }),
  },
  {
    ...{ what: "requestConsent", secretAt: "token", aboutAt: ["request", "id"] },
    operation: async () => (key) => ask(key),
    others: async (key) => [
      ask(key, { scopes: ["HOUSING_FUND_READ"] }),
      ask(key, { purpose: "别的用途" }),
      ask(key, { days: 31 }),
    ],
    by: () => ({ apiKey: partner.liveKey }),
  },
];

describe.each(KINDS)("$what, whose answer was lost", ({ operation, secretAt, aboutAt, others, by }) => {
  it("asked again with its key answers with the same secret, for ten minutes and no longer", async () => {
    await newPartners();
    const asked = (await operation())(randomUUID());
    const first = await run(asked, by());
    platform.clock.advance(10 * MINUTE_MS - 1);
    expect(await run(asked, by())).toEqual(first);
    platform.clock.advance(1);
    const late = await run(asked, by());
    expect(late).toMatchObject({
      ...{ __typename: "SecretNoLongerShown", code: "SECRET_NO_LONGER_SHOWN" },
      about: textAt(first, ...aboutAt),
    });
    expect(textAt(late, "message")).toContain("10 minutes");
    expect(JSON.stringify(late)).not.toContain(textAt(first, secretAt));
  });

  it("asked again at once, several times, is done once", async () => {
    await newPartners();
    const asked = (await operation())(randomUUID());
    const answers = await Promise.all(Array.from({ length: 4 }, () => run(asked, by())));
    expect(new Set(answers.map((answer) => textAt(answer, secretAt))).size).toBe(1);
  });

  it("asked for something else with its key is refused, within the ten minutes and after", async () => {
    await newPartners();
    const key = randomUUID();
    await run((await operation())(key), by());
    for (const wait of [0, 11 * MINUTE_MS]) {
      platform.clock.advance(wait);
      for (const another of await others(key)) {
        expect(await run(another, by())).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
      }
    }
  });

  it("asked with another key is another one", async () => {
    await newPartners();
    const asked = await operation();
    const first = await run(asked(randomUUID()), by());
    const second = await run(asked(randomUUID()), by());
    if (at(second, "__typename") === "NotAllowedNow") return;
    expect(textAt(second, secretAt)).not.toBe(textAt(first, secretAt));
  });

  it("is refused with a key that cannot be copied", async () => {
    await newPartners();
    expect(await run((await operation())("short"), by())).toMatchObject({
      ...{ code: "IDEMPOTENCY_KEY_INVALID", path: ["idempotencyKey"] },
    });
  });

  it("asked again after the database has forgotten, early, is refused and not done anew", async () => {
    await newPartners();
    const asked = (await operation())(randomUUID());
    await run(asked, by());
    for (const table of ["registry", "records-live"] as const) {
      const TableName = physicalName(platform.ports.config.tablePrefix, table);
      const { documents } = platform;
      const { Items = [] } = await documents.send(new ScanCommand({ TableName }));
      for (const { pk, sk, [TIME_TO_LIVE]: ttl } of Items) {
        if (ttl === undefined) continue;
        expect(sk).toBe("seed");
        await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    }
    expect(await run(asked, by())).toMatchObject({ __typename: "SecretNoLongerShown" });
  });

  it("leaves the secret in no record, not for the ten minutes either", async () => {
    await newPartners();
    const first = await run((await operation())(randomUUID()), by());
    const secret = textAt(first, secretAt)
      .split("_")
      .find((part) => part.length === 32);
    expect(secret).toBeDefined();
    for (const table of ["registry", "records-live"] as const) {
      const TableName = physicalName(platform.ports.config.tablePrefix, table);
      const { Items } = await platform.documents.send(new ScanCommand({ TableName }));
      expect(JSON.stringify(Items)).not.toContain(secret);
    }
  });
});

describe("createApiKey", () => {
  it("whose commit has an unknown outcome leaves, after a repetition, one key that is known", async () => {
    await newPartners();
    const before = (await keysOf()).length;
    for (const lost of ["request", "answer"] as const) {
      const asked = create(randomUUID());
      const client = losing(platform.ports.client, lost, new Error("connect ECONNRESET"));
      await createGraphqlHandler({ ...platform.ports, client }, api, schema)(eventOf({ ...asked, token }));
      const secret = textAt(await run(asked, { token }), "secret");
      expect((await platform.call({ query: "{ viewer { kind } }", apiKey: secret })).status).toBe(200);
    }
    expect(await keysOf()).toHaveLength(before + 2);
  });

  it("with the key of another person, or for another partner, shows nobody what is not theirs", async () => {
    await newPartners();
    const key = randomUUID();
    const mine = await run(create(key), { token });
    const theirs = create(key, { partnerId: other.partnerId });
    expect(await run(theirs, { token })).toMatchObject({ __typename: "NotFound" });
    const another = { token: await platform.tokens.citizen(other.representative) };
    expect(textAt(await run(theirs, another), "secret")).not.toBe(textAt(mine, "secret"));
    expect(await run(create(key), another)).toMatchObject({ __typename: "NotFound" });
  });
});

describe("an issued secret", () => {
  it("is told by none of what it is made of alone: root, seed and the caller's key", () => {
    const [one, two] = ["one root secret of many characters", "another root secret, as long as that"].map(
      (root) => deriveSecrets(root).issuedSecret,
    );
    const secret = one?.("seed", "key");
    expect(secret).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/);
    expect(one?.("seed", "key")).toBe(secret);
    for (const changed of [two?.("seed", "key"), one?.("seed2", "key"), one?.("seed", "key2")]) {
      expect(changed).not.toBe(secret);
    }
  });
});
