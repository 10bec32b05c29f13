import type { GraphQLSchema } from "graphql";
import { authenticate } from "../api/authenticate.ts";
import { PERSONS_READ_MAX, tooManyPersons } from "../api/consents.ts";
import type { Context } from "../api/context.ts";
import { createHttpHandler, type HttpEvent, type HttpHandler } from "../api/http.ts";
import { languageOf } from "../api/language.ts";
import type { VerifyToken } from "../api/oidc.ts";
import { buildSchema } from "../api/schema.ts";
import { createServer } from "../api/server.ts";
import { trackSubjects } from "../api/subjects.ts";
import type { ProvenCitizen } from "../api/token-claims.ts";
import { openZones } from "../government/regions/index.ts";
import type { Actor } from "../kernel/actor.ts";
import { commitTo } from "../kernel/commit/commit.ts";
import type { DatabaseCall } from "../kernel/database/calls.ts";
import { openDatabase } from "../kernel/database/database.ts";
import type { Files } from "../kernel/files/file-store.ts";
import type { Parts } from "../kernel/parts.ts";
import type { Config } from "../kernel/process/config.ts";
import type { Log } from "../kernel/process/log.ts";
import type { Secrets } from "../kernel/process/secrets.ts";
import type { Runtime } from "../kernel/runtime.ts";
import { openAccessLog, openConsentBook, openEnrolment } from "../people/citizens/index.ts";
import { openSignIns } from "../people/officers/index.ts";
import { authenticateKey } from "../people/partners/index.ts";
import type { Api } from "./api.ts";
import { sayIn } from "./messages.ts";

/** The things that the platform needs from outside, made once for each process. */
export type Ports = {
  readonly config: Config;
  readonly client: DatabaseCall;
  readonly secrets: Secrets;
  readonly verifyToken: VerifyToken;
  readonly files: Files;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly parts: Parts;
};

/**
 * The GraphQL API as one function of an HTTP event: what Lambda, the local server and the tests all run. One who makes
 * several in a process builds their `schema` once.
 */
export function createGraphqlHandler(
  ports: Ports,
  { resolvers, prefetches }: Api,
  schema: GraphQLSchema = buildSchema(resolvers),
): HttpHandler {
  const server = createServer(schema, prefetches, ports.log);
  const { log, config } = ports;
  const { metricsNamespace } = config;
  const signIns = openSignIns(() => {
    const database = openDatabase(ports.client, config.tablePrefix);
    return { database, commit: commitTo(database) };
  });
  const known = { enrol: openEnrolment(), signIns };
  const answer = createHttpHandler(server, (event) => contextFor(event, ports, known), sayIn, {
    log,
    metricsNamespace,
  });
  const zonesAreKnown = openZones({ open: () => openDatabase(ports.client, config.tablePrefix), log });
  // Regions are read from a request's text before anything else; one that speaks of none asks no database for zones.
  return async (event) => {
    if (mentionsRegions(event)) await zonesAreKnown();
    return answer(event);
  };
}

/** Whether a request may have to do with regions, by its text: a field or an argument of that name, or a zone's code. */
const mentionsRegions = ({ body, isBase64Encoded }: HttpEvent): boolean =>
  isBase64Encoded || /region|\d{4}(?:5[7-9]|[67]\d|80)/i.test(body ?? "");

/** The people whom a process has found on record, so that it does not look for each request. */
type Known = {
  readonly enrol: ReturnType<typeof openEnrolment>;
  readonly signIns: ReturnType<typeof openSignIns>;
};

function contextFor(
  event: HttpEvent,
  { config, client, secrets, verifyToken, files, runtime, log, parts }: Ports,
  { enrol, signIns }: Known,
): Context {
  const { requestId } = event.requestContext;
  const now = runtime.now();
  const database = openDatabase(client, config.tablePrefix);
  const commit = commitTo(database);
  const credentials = {
    authorization: event.headers["authorization"],
    apiKey: event.headers["x-api-key"],
  };
  const language = languageOf(event.headers["accept-language"]);
  const unfinished: Promise<void>[] = [];
  // A last use or a sign-in that is not on record is a pity; it must not cost the caller the answer.
  const beside = (what: string) => (write: Promise<void>) => {
    unfinished.push(write.catch(() => log("WARN", `${what} was not recorded`, { requestId })));
  };
  const afterwards = beside("the last use of a key");
  let settled: Actor | undefined;
  // The address is the request context's; a header could be forged.
  const { sourceIp } = event.requestContext.http;
  const authenticator = {
    verifyToken,
    enrolCitizen: (proven: ProvenCitizen) => enrol(proven, { database, commit, requestId, now, secrets }),
    authenticateKey: (key: string) => authenticateKey(key, { sourceIp, now, secrets, database, afterwards }),
  };
  const authentication = authenticate(credentials, authenticator, now).then((actor) => {
    settled = actor;
    if (actor.kind === "OFFICER") beside("an officer's sign-in")(signIns(actor, { now, requestId }));
    return actor;
  });
  // Awaited before execution; a document that fails validation never gets there, and must not crash the process.
  authentication.catch(() => undefined);
  const actor = (): Actor => {
    if (!settled) throw new Error("the caller is not known yet");
    return settled;
  };
  const consents = openConsentBook({ database, now, actor });
  // Apollo copies the context's own properties before the caller is known; what is inherited it leaves alone.
  const caller: Pick<Context, "actor"> = Object.create({
    get actor() {
      return actor();
    },
  });
  return Object.assign(caller, {
    requestId,
    now,
    runtime,
    language,
    say: sayIn(language),
    sayIn,
    config,
    secrets,
    files,
    log,
    parts,
    database,
    commit,
    authentication,
    subjects: trackSubjects(),
    consents,
    accessLog: openAccessLog({
      ...{ database, consents, actor, now, requestId },
      personsMax: PERSONS_READ_MAX,
      tooMany: tooManyPersons,
    }),
    unfinished,
  });
}
