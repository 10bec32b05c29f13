import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createGraphqlHandler } from "../services/graphql/compose.ts";
import { readConfig } from "../services/platform/config.ts";
import { documentClient } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { tokenVerifier } from "../services/platform/oidc.ts";
import { loadRootSecret } from "../services/platform/root-secret.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { deriveSecrets } from "../services/platform/secrets.ts";

/** All attempts together end before the function does (infra/service-stack.ts), so that a caller is told. */
const CONNECTION_TIMEOUT_MS = 500;
const REQUEST_TIMEOUT_MS = 2_000;
const ATTEMPTS_MAX = 3;

const config = readConfig(process.env);
// Region, credentials and a local engine's endpoint come from the standard AWS environment.
const client = new DynamoDBClient({
  maxAttempts: ATTEMPTS_MAX,
  requestHandler: {
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  },
});

export const handler = createGraphqlHandler({
  config,
  client: documentClient(client),
  secrets: deriveSecrets(await loadRootSecret(config.secret)),
  verifyToken: tokenVerifier(config.oidc),
  runtime: systemRuntime,
  log: jsonLog,
});
