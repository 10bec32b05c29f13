import { createServer, type RequestListener, type Server } from "node:http";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tokenVerifier } from "../services/api/oidc.ts";
import { api } from "../services/app/api.ts";
import { createGraphqlHandler } from "../services/app/compose.ts";
import { ENDPOINTS, endpointHandler } from "../services/app/endpoints.ts";
import { openParts } from "../services/app/parts.ts";
import { openWire } from "../services/kernel/database/wire.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { deriveSecrets } from "../services/kernel/process/secrets.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import { LOCAL_ENVIRONMENT, localConfig } from "./config.ts";
import {
  checkRecords,
  DATA_FILE,
  GRAPHIQL_FOLDER,
  openFolder,
  TABLE_NOTE,
  WEB_FOLDER,
} from "./data-folder.ts";
import { startFilling } from "./demo/fill-city.ts";
import { ALWAYS_OPEN_HALL } from "./demo/halls.ts";
import { demoCredentials } from "./demo.ts";
import { type Engine, startEngine } from "./engine.ts";
import { fail } from "./fail.ts";
import { openLocalFiles } from "./files.ts";
import { GRAPHIQL_PATH, GRAPHIQL_THAT_FORGETS, graphiqlPage } from "./graphiql/serve.ts";
import { httpFront } from "./http-front.ts";
import { localIssuer } from "./issuer.ts";
import { DEMO_FILE, writeDemoFile } from "./known-city.ts";
import { localLine } from "./local-line.ts";
import { preparePages } from "./prepare-pages.ts";
import { announcePlatform, FOLDER, localSecret } from "./settings.ts";
import { damageProblem, SetupProblem } from "./setup-problem.ts";
import { demoAccounts } from "./sign-in/accounts.ts";
import { signInPlacesAt, trustedAt } from "./sign-in/clients.ts";
import { openSignIn } from "./sign-in/provider.ts";
import { startSweeper } from "./sweeper.ts";
import { createTables } from "./tables.ts";
import { webPages } from "./web/serve.ts";
import { workPorts } from "./work-ports.ts";

const DEFAULT_PORT = 4000;
/** Of Chaoyang in Beijing all items of the demo city are on. */
const REGION = "110105";
/** How long requests under way are waited for. */
const DRAIN_MS = 3_000;
const DRAIN_STEP_MS = 25;
const PARENT_CHECK_MS = 250;

/** `npm start`: the platform on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const opened = new AsyncDisposableStack();
  // npm hands on the Ctrl-C that the terminal has sent to all: it comes twice, and ends once.
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    opened.disposeAsync().then(() => process.exit(0), fail);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (process.env["npm_lifecycle_event"]) onceOrphaned(stop);
  try {
    await open(opened, portWanted());
  } catch (error) {
    if (stopping) return;
    await opened.disposeAsync();
    fail(error);
  }
}

/** An npm that is killed cannot tell us; without it nobody would know of us any more, but for the port we hold. */
function onceOrphaned(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), PARENT_CHECK_MS).unref();
}

async function open(opened: AsyncDisposableStack, wanted: number): Promise<void> {
  const server = createServer();
  const port = await listen(server, wanted);
  // A caller who asks before the platform stands is answered as soon as it does.
  const front = Promise.withResolvers<RequestListener>();
  server.on("request", (request, response) => front.promise.then((answer) => answer(request, response)));

  opened.defer(await openFolder());
  const secret = await localSecret();
  const origin = `http://localhost:${port}`;
  const config = { ...localConfig(secret), siteOrigin: origin };
  const issuer = await localIssuer();
  const engine = await openEngine(opened);
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  opened.defer(() => client.destroy());
  const outside = { runtime: systemRuntime, log: jsonLog };
  const local = openLocalFiles({ folder: join(FOLDER, "files"), origin, secret, now: systemRuntime.now });
  const secrets = deriveSecrets(secret);
  const ports = {
    config,
    client: openWire(() => localLine(engine.endpoint)),
    secrets,
    verifyToken: tokenVerifier([...config.oidc, trustedAt(origin)], secrets, () => issuer.keySet),
    parts: await openParts({ config, ...outside }),
    files: local.files,
    ...outside,
  };
  const endpoint = `${origin}/graphql`;
  const demo = await engine.use(async () => {
    await createTables(client, config.tablePrefix, engine.noteFile);
    return demoCredentials(ports, issuer, endpoint);
  });
  await writeDemoFile(demo);
  const filled = Promise.withResolvers<void>();
  const work = workPorts(ports);
  opened.defer(startSweeper(work, filled.promise));
  opened.defer(await announcePlatform({ engine: engine.endpoint, environment: LOCAL_ENVIRONMENT }));
  const graphiql = graphiqlPage(demo, GRAPHIQL_FOLDER);
  const web = webPages(
    { signIn: signInPlacesAt(origin), region: REGION, graphiql: GRAPHIQL_THAT_FORGETS },
    WEB_FOLDER,
  );
  opened.defer(web.stop);
  const handlers = {
    graphql: createGraphqlHandler(ports, api),
    endpoints: ENDPOINTS.map((stated) => ({ stated, answer: endpointHandler(stated.name, work) })),
    files: local.handle,
    signIn: openSignIn({
      ...{ origin, issuer, accounts: demoAccounts(demo.officer.ref, secrets) },
      now: systemRuntime.now,
    }).handle,
  };
  front.resolve(httpFront(handlers, [graphiql, web], port));
  const places = {
    Portal: `${origin}/`,
    Desk: `${origin}/desk`,
    Console: `${origin}/console`,
    Screen: `${origin}/screen/${ALWAYS_OPEN_HALL}`,
    GraphQL: endpoint,
    GraphiQL: `${origin}${GRAPHIQL_PATH}`,
    "Sign-in": `${origin}/.well-known/openid-configuration`,
    "Demo keys": DEMO_FILE,
    Data: resolve(FOLDER),
  };
  for (const [name, place] of Object.entries(places)) console.log(`${name.padEnd(10)} ${place}`);
  console.log("Ctrl-C stops.");
  const filling = startFilling(ports, local);
  filling.ended.then(filled.resolve);
  opened.defer(filling.stop);
  opened.defer(() => close(server));
  preparePages(web, graphiql, `${origin}/`);
}

type OpenEngine = {
  readonly endpoint: string;
  /** Says what its failing at first use means. */
  readonly use: <T>(first: () => Promise<T>) => Promise<T>;
  /** Where a table that is being made is noted; only of our own engine do we delete one. */
  readonly noteFile?: string;
};

async function openEngine(opened: AsyncDisposableStack): Promise<OpenEngine> {
  const given = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  if (given) {
    const silent = new SetupProblem(`no DynamoDB answers at ${given}: see AWS_ENDPOINT_URL_DYNAMODB`);
    return { endpoint: given, use: (first) => orElse(first, isOfNetwork, silent) };
  }
  await checkRecords();
  const engine = await startEngine({ dataFile: DATA_FILE });
  opened.defer(watch(engine));
  const unreadable = damageProblem(`${DATA_FILE} is damaged`);
  return {
    endpoint: engine.endpoint,
    noteFile: TABLE_NOTE,
    use: (first) => orElse(first, isFaultOfEngine, unreadable),
  };
}

/** An engine that ends unasked takes the platform with it: there is nothing left to answer from. */
function watch(engine: Engine): () => Promise<void> {
  let asked = false;
  engine.ended.then((complaint) => {
    if (!asked) fail(new SetupProblem(`the engine has stopped: ${complaint || "it was killed"}`));
  }, fail);
  return () => {
    asked = true;
    return engine.stop();
  };
}

async function orElse<T>(
  first: () => Promise<T>,
  isExpected: (error: unknown) => boolean,
  problem: SetupProblem,
): Promise<T> {
  try {
    return await first();
  } catch (error) {
    throw isExpected(error) ? problem : error;
  }
}

/** ECONNREFUSED and its like. */
const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string";

const isFaultOfEngine = (error: unknown): boolean =>
  error instanceof Error && "$fault" in error && error.$fault === "server";

function portWanted(): number {
  const text = process.env["PORT"] || String(DEFAULT_PORT);
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new SetupProblem(`PORT is not a port number: ${text}`);
}

/** The port that was taken; 0 takes any that is free. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "is in use: stop what listens there, or"
          : `cannot be used (${error.code}):`;
      reject(new SetupProblem(`port ${port} ${why} set PORT`));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** Takes no more requests, and lets those under way end. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that its client keeps open is idle only after the answer that it waits for now.
  const idle = setInterval(() => server.closeIdleConnections(), DRAIN_STEP_MS);
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

await main();
