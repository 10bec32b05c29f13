import type { RequestListener } from "node:http";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GRAPHIQL_PATH, GRAPHIQL_THAT_FORGETS } from "../infra/page-serving.ts";
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
import { GRAPHIQL_FOLDER, WEB_FOLDER } from "./data-folder.ts";
import { startFilling } from "./demo/fill-city.ts";
import { ALWAYS_OPEN_HALL } from "./demo/halls.ts";
import { demoCredentials } from "./demo.ts";
import { openLocalDocuments } from "./documents.ts";
import { openLocalFiles } from "./files.ts";
import { graphiqlPage } from "./graphiql/serve.ts";
import { httpFront } from "./http-front.ts";
import type { LocalIssuer } from "./issuer.ts";
import { type City, DEMO_FILE, writeDemoFile } from "./known-city.ts";
import { localLine } from "./local-line.ts";
import { openEngine } from "./open-engine.ts";
import { preparePages } from "./prepare-pages.ts";
import { announcePlatform, FOLDER } from "./settings.ts";
import { demoAccounts } from "./sign-in/accounts.ts";
import { signInPlacesAt, trustedAt } from "./sign-in/clients.ts";
import { openSignIn } from "./sign-in/provider.ts";
import { startSweeper } from "./sweeper.ts";
import { createTables } from "./tables.ts";
import { webPages } from "./web/serve.ts";
import { workPorts } from "./work-ports.ts";

/** Of Chaoyang in Beijing all items of the demo city are on. */
const REGION = "110105";

/** The ground that the platform stands on, found in order. */
type Ground = {
  readonly port: number;
  readonly secret: string;
  readonly issuer: LocalIssuer;
  /** Undefined where it is yet to be founded. */
  readonly city: City | undefined;
  /** The endpoint of a DynamoDB that is to serve instead of our own engine. */
  readonly databaseAt: string | undefined;
};

/** Opens the platform with its demo city, and tells where it is; what is opened goes to `opened`. */
export async function openPlatform(
  opened: AsyncDisposableStack,
  { port, databaseAt, secret, issuer, city }: Ground,
): Promise<RequestListener> {
  const origin = `http://localhost:${port}`;
  const config = { ...localConfig(secret), siteOrigin: origin };
  const engine = await openEngine(opened, databaseAt);
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
    return demoCredentials(ports, issuer, endpoint, city);
  });
  await writeDemoFile(demo);
  const filled = Promise.withResolvers<void>();
  const documents = openLocalDocuments();
  const work = workPorts(ports, documents.put);
  opened.defer(startSweeper(work, filled.promise));
  opened.defer(await announcePlatform({ engine: engine.endpoint, environment: LOCAL_ENVIRONMENT }));
  const graphiql = graphiqlPage(demo, GRAPHIQL_FOLDER);
  const web = webPages(
    {
      signIn: signInPlacesAt(origin),
      region: REGION,
      isDemonstration: true,
      graphiql: GRAPHIQL_THAT_FORGETS,
    },
    WEB_FOLDER,
  );
  opened.defer(web.stop);
  const handlers = {
    graphql: createGraphqlHandler(ports, api),
    endpoints: ENDPOINTS.map((stated) => ({ stated, answer: endpointHandler(stated.name, work) })),
    files: local.handle,
    documents: documents.handle,
    signIn: openSignIn({
      ...{ origin, issuer, accounts: demoAccounts(demo.officer.ref, secrets) },
      now: systemRuntime.now,
    }).handle,
  };
  tellPlaces(origin);
  const filling = startFilling(ports, local);
  filling.ended.then(filled.resolve);
  opened.defer(filling.stop);
  preparePages(web, graphiql, `${origin}/`);
  return httpFront(handlers, [graphiql, web], port);
}

function tellPlaces(origin: string): void {
  const places = {
    Portal: `${origin}/`,
    Desk: `${origin}/desk`,
    Console: `${origin}/console`,
    Screen: `${origin}/screen/${ALWAYS_OPEN_HALL}`,
    GraphQL: `${origin}/graphql`,
    GraphiQL: `${origin}${GRAPHIQL_PATH}`,
    "Sign-in": `${origin}/.well-known/openid-configuration`,
    "Demo keys": DEMO_FILE,
    Data: resolve(FOLDER),
  };
  for (const [name, place] of Object.entries(places)) console.log(`${name.padEnd(10)} ${place}`);
  console.log("Ctrl-C stops.");
}
