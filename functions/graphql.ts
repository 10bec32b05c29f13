import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createGraphqlHandler } from "../services/graphql/compose.ts";
import { readConfig } from "../services/platform/config.ts";
import { connect } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { tokenVerifier } from "../services/platform/oidc.ts";
import { loadRootSecret } from "../services/platform/root-secret.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { deriveSecrets } from "../services/platform/secrets.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

const config = readConfig(process.env);
// Region, credentials and a local engine's endpoint come from the standard AWS environment.
const client = new DynamoDBClient(CLIENT_LIMITS);

export const handler = createGraphqlHandler({
  config,
  client: connect(client),
  secrets: deriveSecrets(await loadRootSecret(config.secret)),
  verifyToken: tokenVerifier(config.oidc),
  runtime: systemRuntime,
  log: jsonLog,
});
