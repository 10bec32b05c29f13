import { readdirSync, readFileSync, statSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STAGES } from "../../infra/stages.ts";
import { publishDemoLicenceTypes } from "../../local/demo/licence-types.ts";
import { type Engine, startEngine } from "../../local/engine.ts";
import { localLine } from "../../local/local-line.ts";
import { createTables } from "../../local/tables.ts";
import { CLAIMS } from "../../services/api/oidc.ts";
import { openParts } from "../../services/app/parts.ts";
import { WORK } from "../../services/app/schedules.ts";
import { SECRET_NAMES, SETTINGS } from "../../services/app/settings.ts";
import { readStatusList } from "../../services/government/licences/status/status-list.ts";
import { OPEN_LISTS } from "../../services/government/licences/status/status-place.ts";
import { statusKey } from "../../services/government/licences/status/status-signer.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { openDatabase } from "../../services/kernel/database/database.ts";
import { openWire } from "../../services/kernel/database/wire.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { deriveSecrets } from "../../services/kernel/process/secrets.ts";
import { plusMs, systemRuntime } from "../../services/kernel/runtime.ts";
import { idVariableOf, readSettings } from "../../services/kernel/settings.ts";
import { readSourceMap } from "../../services/kernel/source-map.ts";
import { editorOf } from "../government/catalogue/items.ts";
import { certificate, ISSUER } from "../government/licences/import/licence-rows.ts";
import { commitChange, eventFor, toldTo } from "../kernel/outbox/events.ts";
import { startLicenceRegister } from "../support/licence-register.ts";
import { newKey } from "../support/new-key.ts";
import { startPaymentGateway } from "../support/payment-gateway.ts";
import { httpEvent } from "../support/platform.ts";
import { startS3Bucket } from "../support/s3-bucket.ts";
import { type Bundle, boot, bundlesOf, jsonServer, type Lambda, type Sent } from "./boot.ts";
import { BUNDLED_STACK, sharedSynthesis } from "./shared-synthesis.ts";

const AUDIENCE = "the-app-client";
const DESK = "the-desk";
const OFFICER = "ofc_0123456789abcdef";
const DEVELOPMENT_ONLY = ["dynoxide", "graphiql", "aws-cdk", "cdk-nag", "fast-check", "demo.json"];
const CITIZEN = "ctz_0123456789abcdef";
const DISABILITY = "disability-certificate";

const [{ name: stage, servedPrefix }] = STAGES;
const bundles = bundlesOf(await sharedSynthesis(), BUNDLED_STACK);

const { privateKey, publicKey } = await generateKeyPair("RS256");
const jwk = { ...(await exportJWK(publicKey)), kid: "pool", alg: "RS256" };
const issuer = await jsonServer(() => ({ status: 200, body: { keys: [jwk] } }));
const gateway = await startPaymentGateway();
const register = await startLicenceRegister();
const AWS_KEYS = { accessKeyId: "test", secretAccessKey: "test" };
const documents = await startS3Bucket(AWS_KEYS, "local", systemRuntime.now);
const ARN = "arn:aws:secretsmanager:local:000000000000:secret:";
const GATEWAYS = "CIVIGRAPH_PAYMENT_GATEWAYS_ID";
/** The secrets, by the variables that a function is told their ARNs by. */
const kept: Record<string, string> = {
  [CONFIG.secretId]: "a root secret as Secrets Manager makes it: 64 letters and digits",
  [GATEWAYS]: `{"live":${gateway.secret}}`,
  CIVIGRAPH_BANK_ACCOUNT_CHECK_ID: "{}",
  CIVIGRAPH_LICENCE_PEERS_ID: "{}",
  CIVIGRAPH_TEXT_MESSAGES_ID: "{}",
  CIVIGRAPH_LICENCE_REGISTERS_ID: JSON.stringify({
    live: { "disabled-persons": { authority: ISSUER, types: [DISABILITY], ...JSON.parse(register.secret) } },
  }),
};
/** The secrets that were asked for, by their ARNs. */
const asked: string[] = [];
const secretStore = await jsonServer((_, headers, body) => {
  expect(headers["x-amz-target"]).toBe("secretsmanager.GetSecretValue");
  const { SecretId } = JSON.parse(body);
  asked.push(SecretId);
  return { status: 200, body: { SecretString: kept[SecretId.replace(ARN, "")] } };
});
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  const client = new DynamoDBClient({ endpoint: engine.endpoint, ...local });
  await createTables(client, servedPrefix);
  client.destroy();
});
afterAll(async () => {
  gateway.stop();
  register.stop();
  documents.stop();
  await Promise.all([engine.stop(), issuer.stop(), secretStore.stop()]);
});

const local = { region: "local", credentials: AWS_KEYS };

/** The template's settings, with the values that only a deployment knows, and those that Lambda itself adds. */
function environmentOf({ environment }: Bundle): Record<string, string> {
  const deployed: Record<string, string> = {
    [CONFIG.oidcIssuer]: issuer.url,
    [CONFIG.oidcAudience]: `portal=${AUDIENCE} desk=${DESK}`,
    [CONFIG.oidcJwksUrl]: `${issuer.url}/.well-known/jwks.json`,
    [CONFIG.oidcOfficersIssuer]: `${issuer.url}/officers`,
    [CONFIG.oidcOfficersJwksUrl]: `${issuer.url}/.well-known/jwks.json`,
    ...Object.fromEntries(Object.keys(kept).map((variable) => [variable, `${ARN}${variable}`])),
    [CONFIG.filesUrl]: "https://files.test",
    [CONFIG.documentsUrl]: documents.url.href,
  };
  const value = (name: string, given: unknown): string => {
    const known = typeof given === "string" ? given : deployed[name];
    if (known === undefined) throw new Error(`the test does not know what ${name} would be`);
    return known;
  };
  return {
    ...Object.fromEntries(Object.entries(environment).map(([name, given]) => [name, value(name, given)])),
    AWS_REGION: local.region,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretStore.url,
  };
}

const query = (text: string, headers: Record<string, string> = {}): object =>
  httpEvent(JSON.stringify({ query: text }), { headers: { "content-type": "application/json", ...headers } });

const dataOf = ({ result, error }: Sent): unknown => {
  expect(error).toBeUndefined();
  const { data, errors } = JSON.parse(result?.body ?? "{}");
  expect(errors).toBeUndefined();
  return data;
};

/** The functions of the stage, by how their names in the template begin, with what they may weigh. */
const BUNDLE_BYTES_MAX = {
  Graphql: 1_600_000,
  PaymentNotification: 690_000,
  WalletCall: 690_000,
  DeliverEvents: 630_000,
  VerifyLedger: 630_000,
  EndRides: 630_000,
  CollectFares: 630_000,
  PayAutomatically: 630_000,
  RunCaseClocks: 630_000,
  CloseHallDays: 630_000,
  SettleDays: 630_000,
  PublishDocuments: 630_000,
  TakeLicenceChanges: 630_000,
} as const;
type FunctionName = keyof typeof BUNDLE_BYTES_MAX;

function bundleOf(name: FunctionName): Bundle {
  const found = bundles.find((bundle) => bundle.name.startsWith(name));
  if (!found) throw new Error(`the stage has no function ${name}`);
  return found;
}

const linesOf = (lambda: Lambda): Record<string, unknown>[] =>
  lambda
    .output()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("every function of the stage is booted here", () => {
  expect(bundles).toHaveLength(Object.keys(BUNDLE_BYTES_MAX).length);
});

test("all schedules are one bundle, which does not start without the name of one", async () => {
  const scheduled = bundles.filter(({ environment }) => CONFIG.schedule in environment);
  expect(scheduled).toHaveLength(WORK.length);
  const [bundle, ...others] = scheduled;
  if (!bundle) throw new Error("the stage has no schedule");
  expect(new Set(others.map(({ file }) => file))).toEqual(new Set([bundle.file]));
  const { [CONFIG.schedule]: _, ...nameless } = environmentOf(bundle);
  await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.schedule} is not set`);
  const unknown = { ...nameless, [CONFIG.schedule]: "close-the-sea" };
  await expect(boot(bundle, unknown)).rejects.toThrow("no service has a schedule close-the-sea");
});

test("what is posted to is answered by a function that is told which endpoint it is", async () => {
  const bundle = bundleOf("PaymentNotification");
  const { [CONFIG.endpoint]: _, ...nameless } = environmentOf(bundle);
  await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.endpoint} is not set`);
  const unknown = { ...nameless, [CONFIG.endpoint]: "sea-shells" };
  await expect(boot(bundle, unknown)).rejects.toThrow("no service answers an endpoint sea-shells");
});

test("a function asks for the secrets that it may read, and for no other", async () => {
  for (const bundle of bundles) {
    asked.length = 0;
    const lambda = await boot(bundle, environmentOf(bundle));
    await lambda.stop();
    const told = [CONFIG.secretId, ...SECRET_NAMES.map((secret) => idVariableOf(SETTINGS[secret]))];
    const readable = told.filter((name) => name in bundle.environment);
    expect([bundle.name, asked.toSorted()]).toEqual([
      bundle.name,
      readable.map((name) => environmentOf(bundle)[name]).toSorted(),
    ]);
  }
});

describe.each(Object.entries(BUNDLE_BYTES_MAX))("the bundle of %s", (name, bytesMax) => {
  const bundle = bundleOf(name as FunctionName);

  test("holds nothing of the SDK's clients: every call of the database goes by the bare protocol", () => {
    const { sources } = readSourceMap(bundle.file) ?? expect.fail("no map");
    expect(sources.filter((file) => file.includes("kernel/database/wire.ts"))).toHaveLength(1);
    expect(sources.filter((file) => /@aws-sdk\/(client|lib)-|sdk-calls\.ts/.test(file))).toEqual([]);
  });

  test("is one file within its budget, and its map, of which Node knows nothing", () => {
    // Each of the others is loaded when something first needs it.
    const beside = ["calendar.cjs", "licence-registers.mjs", "rules.cjs", "validator.cjs"];
    const ofApi = [
      ...["descriptions.mjs", "foreign-licence.mjs", "licence-credential.mjs", "licence-font.otf"],
      ...["licence-pages.mjs", "ip-addresses.cjs", "region-names.cjs"],
    ];
    const ofEndpoints = ["licence-credential.mjs", "wallet-protocol.mjs"];
    const isEndpoint = CONFIG.endpoint in bundle.environment;
    const others = name === "Graphql" ? ofApi : isEndpoint ? ofEndpoints : [];
    expect(readdirSync(bundle.folder)).toEqual(
      ["index.mjs", "index.mjs.map", ...beside, ...others].toSorted(),
    );
    expect(statSync(bundle.file).size).toBeLessThanOrEqual(bytesMax);
    expect(readFileSync(bundle.file, "utf8")).not.toContain("//# sourceMappingURL");
    expect(JSON.parse(readFileSync(`${bundle.file}.map`, "utf8")).sourcesContent).toBeUndefined();
  });

  test("holds nothing that only development needs", () => {
    const code = readFileSync(bundle.file, "utf8").toLowerCase();
    expect(DEVELOPMENT_ONLY.filter((name) => code.includes(name))).toEqual([]);
  });
});

/** The files that a bundle was made of, as its map names them. */
const sourcesOf = ({ file }: Bundle): readonly string[] =>
  JSON.parse(readFileSync(`${file}.map`, "utf8")).sources;

test("carries resolvers and what they stand on in the API's bundle alone", () => {
  const isOfApi = (source: string): boolean =>
    /services\/(api\/|app\/api\.ts)|resolvers\.ts$|node_modules\/graphql\//.test(source);
  const counts = Object.keys(BUNDLE_BYTES_MAX).map((name) => [
    name,
    sourcesOf(bundleOf(name as FunctionName)).filter(isOfApi).length,
  ]);
  const [[, ofApi] = [], ...others] = counts;
  expect(ofApi).toBeGreaterThan(100);
  expect(others.filter(([, count]) => count !== 0)).toEqual([]);
});

const tokenOf = (audience: string, pool: string, claims: Readonly<Record<string, string>>): Promise<string> =>
  new SignJWT({ sub: "somebody", token_use: "id", ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "pool" })
    .setIssuer(`${issuer.url}${pool}`)
    .setAudience(audience)
    .setExpirationTime("5 minutes")
    .sign(privateKey);

describe("the API, booted from its bundle,", () => {
  const bundle = bundleOf("Graphql");
  let lambda: Lambda;
  beforeAll(async () => {
    lambda = await boot(bundle, environmentOf(bundle));
  });
  afterAll(() => lambda.stop());

  test("answers a caller whom it does not know", async () => {
    expect(dataOf(await lambda.invoke(query("{ viewer { kind } }")))).toEqual({
      viewer: { kind: "ANONYMOUS" },
    });
  });

  test("reads the tables of its stage", async () => {
    const { text } = newKey("ptn_0000000000000000", "live", systemRuntime);
    const { result } = await lambda.invoke(query("{ viewer { kind } }", { "x-api-key": text }));
    expect([result?.statusCode, result?.body]).toEqual([401, expect.stringContaining("UNAUTHENTICATED")]);
  });

  test("takes a token that one of the stage's user pools signed for its front-end, and no other", async () => {
    const claims = { [CLAIMS.citizen]: CITIZEN, [CLAIMS.officer]: OFFICER };
    const ask = async (audience: string, pool = ""): Promise<Sent> => {
      const authorization = `Bearer ${await tokenOf(audience, pool, claims)}`;
      return lambda.invoke(query("{ viewer { kind id } }", { authorization }));
    };
    expect(dataOf(await ask(AUDIENCE))).toEqual({ viewer: { kind: "CITIZEN", id: CITIZEN } });
    expect(dataOf(await ask(DESK, "/officers"))).toEqual({ viewer: { kind: "OFFICER", id: OFFICER } });
    for (const [client, pool] of [["another-client"], [DESK], [AUDIENCE, "/officers"]] as const)
      expect((await ask(client, pool)).result?.body).toContain('"code":"UNAUTHENTICATED"');
  });

  test("loads the validator when a form is judged, and the calendar when a working day is asked for", async () => {
    const editor = {
      ...{ [CLAIMS.officer]: OFFICER, [CLAIMS.name]: "陈洁", [CLAIMS.roles]: "CATALOGUE_EDITOR" },
      ...{ [CLAIMS.region]: "110000", [CLAIMS.departments]: "civil" },
    };
    const authorization = `Bearer ${await tokenOf(DESK, "/officers", editor)}`;
    const form = '{type: "object", properties: {a: {type: "texts"}}}';
    const judged = await lambda.invoke(
      query(`{ formPreview(form: ${form}) { violations { path } } }`, { authorization }),
    );
    expect(dataOf(judged)).toEqual({
      formPreview: { violations: [{ path: ["form", "properties", "a", "type"] }] },
    });
    const fareOn = async (day: string): Promise<unknown> =>
      dataOf(
        await lambda.invoke(
          query(`{ transitFare(mode: METRO, region: "110000", distanceKm: "32.1", on: "${day}",
            entry: { station: "tongyunmen", at: "${day}T06:30:00+08:00" }) { percent } }`),
        ),
      );
    // A Monday, and the Sunday before it.
    expect(await fareOn("2026-07-06")).toEqual({ transitFare: { percent: 50 } });
    expect(await fareOn("2026-07-05")).toEqual({ transitFare: { percent: 100 } });
  });

  test("loads the descriptions of the schema when somebody asks for them", async () => {
    const authorization = `Bearer ${await tokenOf(AUDIENCE, "", { [CLAIMS.citizen]: CITIZEN })}`;
    const asked = query(`{ __type(name: "PageInfo") { description } }`, { authorization });
    expect(dataOf(await lambda.invoke(asked))).toEqual({ __type: { description: "Access: everybody." } });
  });

  test("logs one JSON line a request, by its id", () => {
    const lines = linesOf(lambda);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatchObject({
        level: "INFO",
        timestamp: expect.any(String),
        requestId: expect.any(String),
      });
    }
  });

  test("counts its requests by the namespace that the stage's alarms have", () => {
    for (const line of linesOf(lambda)) {
      expect(line["_aws"]).toMatchObject({ CloudWatchMetrics: [{ Namespace: `civigraph/${stage}` }] });
    }
  });

  test("does not start without a secret, a table prefix or an issuer", async () => {
    const { [CONFIG.tablePrefix]: _, ...nameless } = environmentOf(bundle);
    await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.tablePrefix} is not set`);
    const { [CONFIG.secretId]: __, ...secretless } = environmentOf(bundle);
    await expect(boot(bundle, secretless)).rejects.toThrow(`${CONFIG.secretId} is not set`);
    const refusing = await jsonServer(() => ({ status: 400, body: { __type: "ResourceNotFoundException" } }));
    const lost = { ...environmentOf(bundle), AWS_ENDPOINT_URL_SECRETS_MANAGER: refusing.url };
    await expect(boot(bundle, lost)).rejects.toThrow("ResourceNotFoundException");
    await refusing.stop();
  });
});

test("a fault of the API is logged with the lines of this repository at which it arose, and no word of the database", async () => {
  const bundle = bundleOf("Graphql");
  const answer = {
    __type: "com.amazon.coral.validate#ValidationException",
    message: "the key is partner#ptn_0",
  };
  const refusing = await jsonServer(() => ({ status: 400, body: answer }));
  const lost = await boot(bundle, { ...environmentOf(bundle), AWS_ENDPOINT_URL_DYNAMODB: refusing.url });
  const { text } = newKey("ptn_0000000000000000", "live", systemRuntime);
  const { result } = await lost.invoke(query("{ viewer { kind } }", { "x-api-key": text }));
  expect(result?.body).toContain('"code":"INTERNAL"');
  const fault = linesOf(lost).find(({ message }) => message === "fault");
  expect(fault?.["cause"]).toMatch(/^ValidationException\n {4}at /);
  expect(fault?.["cause"]).toMatch(/ {4}at (async )?services\/kernel\/aws\/json-calls\.ts:\d+:\d+/);
  expect(lost.output()).not.toContain("partner#");
  await Promise.all([lost.stop(), refusing.stop()]);
});

test("the API does not start without a place for files", async () => {
  const bundle = bundleOf("Graphql");
  const { [CONFIG.filesUrl]: _, ...fileless } = environmentOf(bundle);
  await expect(boot(bundle, fileless)).rejects.toThrow(`${CONFIG.filesUrl} is not set`);
});

describe("what answers wallets, booted from its bundle,", () => {
  const bundle = bundleOf("WalletCall");
  let lambda: Lambda;
  beforeAll(async () => {
    const site = { [SETTINGS.siteOrigin.variable]: "https://city.test" };
    lambda = await boot(bundle, { ...environmentOf(bundle), ...site });
  });
  afterAll(() => lambda.stop());

  const called = (rawPath: string, method = "POST"): object => ({
    ...httpEvent("", { headers: {}, method }),
    rawPath,
  });

  test("reads the types of its stage, and loads the protocol for its documents", async () => {
    const { result } = await lambda.invoke(
      called("/.well-known/openid-credential-issuer/openid/live", "GET"),
    );
    expect(JSON.parse(result?.body ?? "")).toMatchObject({
      credential_issuer: "https://city.test/openid/live",
      credential_configurations_supported: {},
    });
  });

  test("draws nonces by its own secret, and refuses codes that nobody was given", async () => {
    const { result } = await lambda.invoke(called("/openid/live/nonce"));
    expect(JSON.parse(result?.body ?? "")).toEqual({
      c_nonce: expect.stringMatching(/^\d+\.[\w-]+\.[\w-]+$/),
    });
    const form = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:pre-authorized_code",
      ...{ "pre-authorized_code": "x", tx_code: "000000" },
    }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const refused = await lambda.invoke({ ...httpEvent(form, { headers }), rawPath: "/openid/live/token" });
    expect([refused.result?.statusCode, refused.result?.body]).toEqual([400, '{"error":"invalid_grant"}']);
  });
});

describe("the delivery of events, booted from its bundle,", () => {
  const bundle = bundleOf("DeliverEvents");
  let lambda: Lambda;
  beforeAll(async () => {
    lambda = await boot(bundle, environmentOf(bundle));
  });
  afterAll(() => lambda.stop());

  test("delivers what waits, once, and logs how the outbox stands", async () => {
    const platform = {
      database: () =>
        openDatabase(
          openWire(() => localLine(engine.endpoint)),
          servedPrefix,
        ),
      clock: { now: () => plusMs(systemRuntime.now(), -90_000) },
    };
    await commitChange(platform, { aggregate: "booted", event: eventFor(CITIZEN) });
    for (const _ of [1, 2]) expect((await lambda.invoke({})).error).toBeUndefined();
    expect(await toldTo(platform.database(), CITIZEN)).toHaveLength(1);
    const line = {
      level: "INFO",
      message: "outbox",
      failed: 0,
      dead: 0,
      finished: true,
      oldestAgeSeconds: 0,
      postponed: 0,
      oldestPostponedSeconds: 0,
    };
    expect(linesOf(lambda)).toEqual([
      expect.objectContaining({ ...line, delivered: 1 }),
      expect.objectContaining({ ...line, delivered: 0 }),
    ]);
  });

  test("fails where the tables cannot be reached, so that the call is counted as missed", async () => {
    const lost = await boot(bundle, {
      ...environmentOf(bundle),
      AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1",
    });
    expect((await lost.invoke({})).error).toContain("ECONNREFUSED");
    const [line, ...faults] = linesOf(lost);
    // It tells of itself, and of nothing that it does not know: the alarms on age and dead letters have nothing to go by.
    expect(line).toMatchObject({ level: "INFO", message: "outbox", delivered: 0 });
    expect(line).not.toHaveProperty("oldestAgeSeconds");
    expect(line).not.toHaveProperty("dead");
    const cause = expect.stringContaining("ECONNREFUSED");
    expect(faults).toEqual([
      ...Array(10).fill(expect.objectContaining({ level: "ERROR", message: "fault", cause })),
      expect.objectContaining({ level: "ERROR", message: "more faults of the same run" }),
    ]);
    expect(lost.output()).not.toContain("127.0.0.1");
    await lost.stop();
  });

  test("needs no root secret and no issuer, and does not start without a table prefix", async () => {
    const { [CONFIG.tablePrefix]: _, ...nameless } = environmentOf(bundle);
    await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.tablePrefix} is not set`);
  });
});

test("what publishes documents, booted from its bundle, signs the lists of both modes and puts them into the bucket", async () => {
  // Beside the lists of statuses one of issuers, the trust list, and the keys of both kinds of lists.
  const ALL = OPEN_LISTS + 4;
  const bundle = bundleOf("PublishDocuments");
  const environment = environmentOf(bundle);
  const lambda = await boot(bundle, environment);
  expect((await lambda.invoke({})).error).toBeUndefined();
  const line = { level: "INFO", message: "published documents", published: ALL, unpublished: 0 };
  expect(linesOf(lambda)).toEqual(
    ["live", "test"].map((mode) => expect.objectContaining({ ...line, mode, finished: true })),
  );
  await lambda.stop();
  expect(documents.objects.size).toBe(2 * ALL);
  const { bytes, ...served } = documents.objects.get("documents/licences/status/test/31") ?? expect.fail();
  expect(served).toMatchObject({ type: "application/statuslist+jwt", cacheControl: "public, max-age=60" });
  const keys = [statusKey(deriveSecrets(kept[CONFIG.secretId] ?? ""), "test")];
  const list = await readStatusList(bytes.toString("utf8"), keys, Date.now() / 1_000);
  const uri = `${environment["CIVIGRAPH_SITE_ORIGIN"]}/documents/licences/status/test/31`;
  expect(list).toMatchObject({ ok: true, value: { list: uri } });

  const { [CONFIG.documentsUrl]: _, ...nowhere } = environment;
  const lost = await boot(bundle, nowhere);
  expect((await lost.invoke({})).error).toContain("this function states no need of documents");
  await lost.stop();
});

test("what asks registers, booted from its bundle, takes their licences by what stands beside it", async () => {
  const [one, other] = [editorOf(), editorOf()];
  const database = openDatabase(
    openWire(() => localLine(engine.endpoint)),
    servedPrefix,
  );
  const commit = commitTo(database);
  const outside = { config: readSettings(SETTINGS, {}), runtime: systemRuntime, log: () => undefined };
  const writes = { database, commit, requestId: "types", now: systemRuntime.now() };
  await publishDemoLicenceTypes(one, other, { ...writes, parts: await openParts(outside) });
  const [, refused] = register.state(certificate("BOOT1"), certificate("BOOT2", { region: "119999" }));
  const bundle = bundleOf("TakeLicenceChanges");
  const lambda = await boot(bundle, { ...environmentOf(bundle), BOOT_REMAINING_MS: "150000" });
  for (const _ of [1, 2]) expect((await lambda.invoke({})).error).toBeUndefined();
  await lambda.stop();
  const line = {
    level: "INFO",
    message: "licences of registers",
    mode: "live",
    unanswered: 0,
    finished: true,
  };
  expect(linesOf(lambda).filter(({ message, mode }) => message === line.message && mode === "live")).toEqual([
    expect.objectContaining({ ...line, changes: 2, written: 1, refused: 1 }),
    expect.objectContaining({ ...line, changes: 0, written: 0, refused: 0 }),
  ]);
  expect(
    register.questions.map(({ after, refused }) => [after, refused.map(({ change }) => change)]),
  ).toEqual([
    [null, []],
    ["place-2", [refused]],
  ]);
});

describe("what takes payment notifications, booted from its bundle,", () => {
  const bundle = bundleOf("PaymentNotification");
  let lambda: Lambda;
  beforeAll(async () => {
    lambda = await boot(bundle, environmentOf(bundle));
  });
  afterAll(() => lambda.stop());

  const paymentId = "pay_0123456789abcdef";
  gateway.books.handle("/v1/charges", { paymentId, amount: "88.00", currency: "CNY", beginBy: "9999" });
  const post = (mode: string) => {
    const { body, headers } = gateway.notification(paymentId);
    return { ...httpEvent(body, { headers }), rawPath: `/payment-notifications/${mode}` };
  };
  const answerOf = ({ result }: Sent) => [result?.statusCode, result?.body];

  test("believes the gateway of its mode by its signature, and looks the payment up", async () => {
    expect(answerOf(await lambda.invoke(post("live")))).toEqual([404, '{"code":"PAYMENT_UNKNOWN"}']);
    const forged = { ...post("live"), body: "{}" };
    expect(answerOf(await lambda.invoke(forged))).toEqual([401, '{"code":"WRONG_SIGNATURE"}']);
    expect(answerOf(await lambda.invoke(post("test")))).toEqual([404, '{"code":"GATEWAY_UNKNOWN"}']);
  });

  test("has the gateway send again what finds no tables, and what came while no gateway is configured", async () => {
    const lost = await boot(bundle, {
      ...environmentOf(bundle),
      AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1",
    });
    expect(answerOf(await lost.invoke(post("live")))).toEqual([503, '{"code":"TRY_AGAIN"}']);
    await lost.stop();
    kept[GATEWAYS] = "{}";
    const unset = await boot(bundle, environmentOf(bundle));
    kept[GATEWAYS] = `{"live":${gateway.secret}}`;
    expect(answerOf(await unset.invoke(post("live")))).toEqual([404, '{"code":"GATEWAY_UNKNOWN"}']);
    await unset.stop();
  });
});

describe("the verification of ledgers, booted from its bundle,", () => {
  const bundle = bundleOf("VerifyLedger");

  test("verifies both ledgers, and logs how they stand; the next call has nothing to do", async () => {
    const lambda = await boot(bundle, environmentOf(bundle));
    for (const _ of [1, 2]) expect((await lambda.invoke({})).error).toBeUndefined();
    const line = { level: "INFO", message: "ledger", finished: true, imbalanceFen: 0, differences: 0 };
    expect(linesOf(lambda)).toEqual(
      ["live", "test", "live", "test"].map((mode) => expect.objectContaining({ ...line, mode })),
    );
    await lambda.stop();
  });

  test("fails where the tables cannot be reached, and does not start without a table prefix", async () => {
    const unreachable = { ...environmentOf(bundle), AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" };
    const lost = await boot(bundle, unreachable);
    expect((await lost.invoke({})).error).toContain("ECONNREFUSED");
    await lost.stop();
    const { [CONFIG.tablePrefix]: _, ...nameless } = environmentOf(bundle);
    await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.tablePrefix} is not set`);
  });
});

describe.each([
  ["what ends rides", "EndRides", { message: "rides", ended: 0, inArrears: 0 }],
  [
    "what collects fares",
    "CollectFares",
    { message: "collected fares", collected: 0, refused: 0, failed: 0 },
  ],
  ["what pays bills by themselves", "PayAutomatically", { message: "automatic payments", paid: 0, left: 0 }],
  ["what settles days", "SettleDays", { message: "settlements", closed: 0, oldestDueSeconds: 0 }],
  ["what closes the days of halls", "CloseHallDays", { message: "hall days", noShows: 0, lagSeconds: 0 }],
  [
    "what runs the clocks of cases",
    "RunCaseClocks",
    {
      ...{ message: "case clocks", overdue: 0, lagSeconds: 0 },
      ...{ evaluationsOverdue: 0, rectificationsOverdue: 0, ordersDrawn: 0, ordersLagSeconds: 0 },
    },
  ],
] as const)("%s, booted from its bundle,", (_, name, counts) => {
  const bundle = bundleOf(name);

  test("does what is due in both modes, and logs how it stands", async () => {
    const lambda = await boot(bundle, environmentOf(bundle));
    expect((await lambda.invoke({})).error).toBeUndefined();
    const line = { level: "INFO", finished: true, ...counts };
    expect(linesOf(lambda)).toEqual(
      ["live", "test"].map((mode) => expect.objectContaining({ ...line, mode })),
    );
    await lambda.stop();
  });

  test("fails where the tables cannot be reached, and does not start without a table prefix", async () => {
    const unreachable = { ...environmentOf(bundle), AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" };
    const lost = await boot(bundle, unreachable);
    expect((await lost.invoke({})).error).toContain("ECONNREFUSED");
    await lost.stop();
    const { [CONFIG.tablePrefix]: _, ...nameless } = environmentOf(bundle);
    await expect(boot(bundle, nameless)).rejects.toThrow(`${CONFIG.tablePrefix} is not set`);
  });
});
