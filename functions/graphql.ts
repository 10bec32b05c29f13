import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createGraphqlHandler } from "../services/graphql/compose.ts";
import { openS3Files } from "../services/materials/index.ts";
import { openGateways } from "../services/payments/index.ts";
import { readConfig, readFilesUrl } from "../services/platform/config.ts";
import { connect } from "../services/platform/database.ts";
import { jsonLog } from "../services/platform/log.ts";
import { tokenVerifier } from "../services/platform/oidc.ts";
import { systemRuntime } from "../services/platform/runtime.ts";
import { loadSecret } from "../services/platform/secret-source.ts";
import { deriveSecrets } from "../services/platform/secrets.ts";
import { CLIENT_LIMITS } from "../services/platform/wire.ts";

const config = readConfig(process.env);
const filesUrl = readFilesUrl(process.env);
// Region, credentials and a local engine's endpoint come from the standard AWS environment.
const client = new DynamoDBClient(CLIENT_LIMITS);

const outside = { runtime: systemRuntime, log: jsonLog };
const [root, gateways] = await Promise.all([
  loadSecret(config.secret),
  openGateways(config.paymentGateways, outside),
]);

export const handler = createGraphqlHandler({
  config,
  client: connect(client),
  secrets: deriveSecrets(root),
  verifyToken: tokenVerifier(config.oidc),
  gateways,
  files: openS3Files({
    url: filesUrl,
    region: client.config.region,
    credentials: client.config.credentials,
    now: systemRuntime.now,
  }),
  ...outside,
});
