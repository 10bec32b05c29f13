import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createGraphqlHandler } from "../services/graphql/compose.ts";
import { documentClient } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { tokenVerifier } from "../services/platform/oidc.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { deriveSecrets } from "../services/platform/secrets.ts";
import { demoCredentials } from "./demo.ts";
import { SetupProblem, startEngine } from "./engine.ts";
import { graphiqlPage } from "./graphiql/serve.ts";
import { httpFront } from "./http-front.ts";
import { localIssuer } from "./issuer.ts";
import { FOLDER, localConfig, localSecret } from "./settings.ts";
import { createTables } from "./tables.ts";

/** `npm start`: the platform on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const port = Number(process.env["PORT"] ?? 4000);
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  const server = createServer();
  await listen(server, port);
  const given = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  const engine = given
    ? { endpoint: given, stop: async () => undefined }
    : await startEngine({ dataFile: join(FOLDER, "data.sqlite") });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const secret = await localSecret();
  const config = localConfig(secret);
  await createTables(client, config.tablePrefix);
  const issuer = await localIssuer();
  const ports = {
    config,
    client: documentClient(client),
    secrets: deriveSecrets(secret),
    verifyToken: tokenVerifier(config.oidc, issuer.keySet),
    runtime: systemRuntime,
    log: jsonLog,
  };
  const endpoint = `http://localhost:${port}/graphql`;
  const demo = await demoCredentials(ports, issuer, endpoint);
  await writeFile(join(FOLDER, "demo.json"), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  const page = graphiqlPage(demo, join(FOLDER, "graphiql"));
  server.on("request", httpFront(createGraphqlHandler(ports), page, port));
  console.log(
    `GraphQL    ${endpoint}\nGraphiQL   http://localhost:${port}/\nDemo keys  ${join(FOLDER, "demo.json")}\nCtrl-C stops.`,
  );
  page.prepare().catch((error: unknown) => console.error(`GraphiQL could not be bundled: ${String(error)}`));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
      client.destroy();
      engine.stop().then(() => process.exit(0), fail);
    });
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = error.code === "EADDRINUSE";
      reject(
        inUse ? new SetupProblem(`port ${port} is in use: stop what listens there, or set PORT`) : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function fail(error: unknown): never {
  console.error(error instanceof SetupProblem ? error.message : error);
  process.exit(1);
}

main().catch(fail);
