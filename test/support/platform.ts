import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { openLocalDocuments } from "../../local/documents.ts";
import { type Engine, startEngine } from "../../local/engine.ts";
import { openLocalFiles } from "../../local/files.ts";
import { localLine } from "../../local/local-line.ts";
import { createTables } from "../../local/tables.ts";
import { PERSONS_READ_MAX, tooManyPersons } from "../../services/api/consents.ts";
import type { Context } from "../../services/api/context.ts";
import type { HttpEvent } from "../../services/api/http.ts";
import { CLAIMS, tokenVerifier } from "../../services/api/oidc.ts";
import { trackSubjects } from "../../services/api/subjects.ts";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler, type Ports } from "../../services/app/compose.ts";
import { sayIn } from "../../services/app/messages.ts";
import { openParts } from "../../services/app/parts.ts";
import { SETTINGS } from "../../services/app/settings.ts";
import { openKmsKeys } from "../../services/government/licences/issuer-keys/kms-keys.ts";
import { openPeerPlatforms } from "../../services/government/licences/recognition/open-peers.ts";
import type { Actor, Mode, Role } from "../../services/kernel/actor.ts";
import type { CallLimits } from "../../services/kernel/aws/post.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { type Database, openDatabase } from "../../services/kernel/database/database.ts";
import { CALL_LIMITS, openWire } from "../../services/kernel/database/wire.ts";
import type { VirusScan } from "../../services/kernel/files/file-store.ts";
import { type CitizenId, newId } from "../../services/kernel/ids.ts";
import type { LogFields } from "../../services/kernel/process/log.ts";
import { deriveSecrets } from "../../services/kernel/process/secrets.ts";
import { type Instant, plusMs, systemRuntime } from "../../services/kernel/runtime.ts";
import { type Environment, readSettings } from "../../services/kernel/settings.ts";
import { openAccessLog, openConsentBook } from "../../services/people/citizens/index.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import { schema } from "./schema.ts";
import { openTextKeeper } from "./text-keeper.ts";
import { transactionGate } from "./transaction-gate.ts";

export type Call = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip?: string;
};

/** JSON of an answer, to be walked with `at`. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, Json>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Json;
  readonly errors: readonly AnswerError[];
  /** The body as it was sent. */
  readonly text: string;
};

export type LogLine = { readonly level: string; readonly message: string } & LogFields;

const START = "2026-11-23T02:00:00.000Z" as Instant;
const ISSUER = "https://issuer.test";
const AUDIENCE = "civigraph-test";
const PREFIX = "civigraph-test";

/** As in production, but waits less for an answer that never comes. */
const IMPATIENT = { ...CALL_LIMITS, answerTimeoutMs: 400 };
/** A busy machine may take its time. */
const PATIENT = { ...CALL_LIMITS, connectTimeoutMs: 10_000, answerTimeoutMs: 20_000 };

/** Waits patiently once no call meets a fault any more: an answer is late then because the machine is busy. */
function limitsUnder(faults: FaultProxy, isImpatient: boolean): CallLimits {
  const now = (): CallLimits => (faults.isCalm() ? PATIENT : isImpatient ? IMPATIENT : CALL_LIMITS);
  return {
    attemptsMax: CALL_LIMITS.attemptsMax,
    get connectTimeoutMs() {
      return now().connectTimeoutMs;
    },
    get answerTimeoutMs() {
      return now().answerTimeoutMs;
    },
  };
}

export type TestPlatform = Awaited<ReturnType<typeof startPlatform>>;

type Options = {
  /** Every call of the database goes through it; it stops with the platform. */
  readonly faults?: FaultProxy;
  /** Waits less for an answer that never comes, while calls meet faults. Only where these are time-outs. */
  readonly isImpatient?: boolean;
  /** Settings of its payment gateways; without them it has none. */
  readonly gateways?: string;
  /** Settings of its bank-account check; without them the sandbox answers. */
  readonly accountCheck?: string;
  /** The variables by which it is told of AWS' key management; without them it has none. */
  readonly keyManagement?: Environment;
  /** In place of the local virus scanner. */
  readonly scan?: VirusScan;
  /** One that others use, too, in place of one of its own in memory. */
  readonly engine?: Engine;
  /** The address by which it names itself. */
  readonly siteOrigin?: string;
  /** In place of the root secret of all others. */
  readonly secret?: string;
  /** Settings of the platforms of other regions, and the way there; without them it reaches nobody. */
  readonly peers?: { readonly settings?: string; readonly send: Parameters<typeof openPeerPlatforms>[2] };
};

/** The whole platform on a real engine in memory, with a clock that only the test moves. */
export async function startPlatform({
  faults,
  isImpatient,
  gateways,
  accountCheck,
  keyManagement,
  scan,
  engine: given,
  siteOrigin = "https://city.test",
  secret = "a root secret for tests, long enough to be taken",
  peers,
}: Options = {}) {
  const engine = given ?? (await startEngine());
  const clock = testClock();
  faults?.forwardTo(engine.endpoint, () => Date.parse(clock.now()));
  const endpoint = faults?.endpoint ?? engine.endpoint;
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await createTables(client, PREFIX);
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const keySet = createLocalJWKSet({
    keys: [{ ...(await exportJWK(publicKey)), kid: "test", alg: "ES256" }],
  });
  const gate = transactionGate();
  const limits = faults ? limitsUnder(faults, isImpatient === true) : PATIENT;
  const logs: LogLine[] = [];
  const clients = [{ id: AUDIENCE, signsIn: ["CITIZEN", "OFFICER"] }] as const;
  const oidc = [{ issuer: ISSUER, jwksUrl: `${ISSUER}/jwks`, clients, claims: undefined }];
  const texts = openTextKeeper();
  const outside: Pick<Ports, "runtime" | "log"> = {
    runtime: { ...systemRuntime, now: clock.now },
    log: (level, message, fields = {}) => logs.push({ level, message, ...fields }),
  };
  const folder = await mkdtemp(join(tmpdir(), "civigraph-files-"));
  const local = openLocalFiles({ folder, origin: "http://files.test", secret, now: clock.now });
  const secrets = deriveSecrets(secret);
  const config: Ports["config"] = {
    tablePrefix: PREFIX,
    metricsNamespace: "civigraph/test",
    oidc,
    secret: { value: secret },
    ...readSettings(SETTINGS, {}),
    sandboxPaysLive: true,
    derivesIssuerKeys: true,
    siteOrigin,
    licencePeers: peers?.settings ? { value: peers.settings } : undefined,
    paymentGateways: gateways ? { value: gateways } : undefined,
    bankAccountCheck: accountCheck ? { value: accountCheck } : undefined,
  };
  const ports: Ports = {
    config,
    client: gate.pass(openWire(() => localLine(endpoint, limits))),
    secrets,
    verifyToken: tokenVerifier(oidc, secrets, () => keySet),
    parts: {
      ...(await openParts({ config, ...outside })),
      ...{ textMessages: texts.textMessages, kmsKeys: openKmsKeys(keyManagement ?? {}) },
      peerPlatforms: await openPeerPlatforms(config, outside, peers?.send ?? unreachable),
    },
    files: scan ? { ...local.files, scan } : local.files,
    ...outside,
  };
  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT({ sub: randomUUID(), ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "test" })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(Date.parse(clock.now()) / 1_000)
      .setExpirationTime(claims.exp ?? Date.parse(clock.now()) / 1_000 + 3_600)
      .sign(privateKey);
  const handler = createGraphqlHandler(ports, api, schema);
  const database = (): Database => openDatabase(ports.client, PREFIX);

  let started = 0;
  let running = 0;
  return {
    engine,
    client,
    /** The tables as a test may look at them, past the platform. */
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    gate,
    ports,
    clock,
    logs,
    /** The text messages that were sent, and what becomes of the next ones. */
    texts,
    handler,
    /** The documents that were published for everybody. */
    published: openLocalDocuments(),
    /** The store behind the links to files. */
    files: local.handle,
    send: local.send,
    database,
    newCitizen: (): CitizenId => newId("ctz", systemRuntime),
    context: (actor: Actor): Context => contextFor(ports, database(), actor),
    tokens: {
      sign,
      citizen: (
        id: CitizenId = newId("ctz", systemRuntime),
        { mode = "live" as Mode, ...claims }: { readonly mode?: Mode; readonly exp?: number } = {},
      ): Promise<string> => sign({ [CLAIMS.citizen]: id, [CLAIMS.mode]: mode, ...claims }),
      officer: ({
        id = newId("ofc", systemRuntime),
        roles = [],
        region = "",
        departments = [],
        person = newId("ctz", systemRuntime),
        name = "",
        ...claims
      }: OfficerOptions = {}) =>
        sign({
          ...claims,
          [CLAIMS.officer]: id,
          [CLAIMS.roles]: roles.join(" "),
          [CLAIMS.region]: region,
          [CLAIMS.departments]: departments.join(" "),
          [CLAIMS.person]: person,
          [CLAIMS.name]: name,
        }),
    },
    call: async (call: Call): Promise<Answer> => {
      started += 1;
      running += 1;
      const [own, isAlone, before] = [started, running === 1, logs.length];
      const [met, seen] = [faults?.met() ?? 0, faults?.seen().length ?? 0];
      const result = await handler(eventOf(call)).finally(() => {
        running -= 1;
      });
      const logged = logs.slice(before).findLast(({ message }) => message === "request");
      // No estimate counts in that others' changes have it decide anew, that faults have it call anew, nor what it meets in records
      // that a planted bug has broken before.
      const isUndisturbed =
        !faults ||
        (faults.isCalm() &&
          faults.spoilt() === 0 &&
          faults.met() === met &&
          faults.seen().length - seen === logged?.["calls"]);
      if (isAlone && started === own && isUndisturbed) checkTaken(call, logged);
      const text = result.body ?? "";
      const body = JSON.parse(text) as { data?: Json; errors?: AnswerError[] };
      faults?.noteOperation({ isUnknown: body.errors?.some(isUnknown) === true });
      return {
        status: result.statusCode ?? 0,
        headers: Object.fromEntries(Object.entries(result.headers ?? {}).map(([k, v]) => [k, String(v)])),
        data: body.data ?? null,
        errors: body.errors ?? [],
        text,
      };
    },
    stop: async (): Promise<void> => {
      client.destroy();
      await faults?.stop();
      if (!given) await engine.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** No test calls out of this machine. */
const unreachable = async (): Promise<never> => {
  throw new Error("no platform of another region is there");
};

const isUnknown = ({ extensions }: AnswerError): boolean => extensions["code"] === "OUTCOME_UNKNOWN";

/**
 * Throws where a request has taken more than it was weighed with: whatever a test calls, so that none has to think of
 * it.
 */
function checkTaken({ query }: Call, line: LogLine | undefined): void {
  for (const taken of ["calls", "writeUnits"]) {
    const most = line?.[`${taken}AtMost`];
    if (Number(line?.[taken]) > Number(most))
      throw new Error(`${taken}: ${line?.[taken]}, of ${most} at most, for ${query}`);
  }
}

type OfficerOptions = {
  readonly id?: `ofc_${string}`;
  readonly roles?: readonly Role[];
  readonly region?: string;
  readonly departments?: readonly string[];
  readonly person?: CitizenId | "";
  readonly name?: string;
  readonly exp?: number;
};

/** An API Gateway HTTP API v2 event for a call. */
export function eventOf({
  query,
  variables,
  token,
  apiKey,
  headers = {},
  ip = "203.0.113.7",
}: Call): HttpEvent {
  return httpEvent(JSON.stringify({ query, variables }), {
    ip,
    headers: {
      "content-type": "application/json",
      "accept-language": "en",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(apiKey ? { "x-api-key": apiKey } : {}),
      ...headers,
    },
  });
}

export function httpEvent(
  body: string,
  {
    ip = "203.0.113.7",
    headers,
    method = "POST",
  }: { ip?: string; headers: Record<string, string>; method?: string },
): HttpEvent {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: "/graphql",
    rawQueryString: "",
    headers,
    requestContext: {
      accountId: "000000000000",
      apiId: "test",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path: "/graphql", protocol: "HTTP/1.1", sourceIp: ip, userAgent: "test" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: false,
  };
}

/** Walks into an answer: `at(data, "partners", "edges", 0)`. Throws where there is nothing. */
export function at(json: Json, ...path: readonly (string | number)[]): Json {
  let here: Json | undefined = json;
  for (const step of path) {
    here =
      typeof here === "object" && here !== null ? (here as Record<string | number, Json>)[step] : undefined;
    if (here === undefined) throw new Error(`nothing at ${path.join(".")} in ${JSON.stringify(json)}`);
  }
  return here ?? null;
}

export const textAt = (json: Json, ...path: readonly (string | number)[]): string => {
  const value = at(json, ...path);
  if (typeof value !== "string") throw new Error(`no text at ${path.join(".")} in ${JSON.stringify(json)}`);
  return value;
};

function testClock() {
  let now = START;
  return {
    now: (): Instant => now,
    set: (instant: string): void => {
      now = instant as Instant;
    },
    advance: (ms: number): void => {
      now = plusMs(now, ms);
    },
  };
}

function contextFor(ports: Ports, database: Database, actor: Actor): Context {
  const now = ports.runtime.now();
  const consents = openConsentBook({ database, now, actor: () => actor });
  const requestId = randomUUID();
  return {
    ...ports,
    requestId,
    now,
    language: "en",
    say: sayIn("en"),
    sayIn,
    database,
    commit: commitTo(database),
    authentication: Promise.resolve(actor),
    actor,
    subjects: trackSubjects(),
    consents,
    accessLog: openAccessLog({
      ...{ database, consents, actor: () => actor, now, requestId },
      personsMax: PERSONS_READ_MAX,
      tooMany: tooManyPersons,
    }),
    unfinished: [],
  };
}
