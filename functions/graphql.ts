import { tokenVerifier } from "../services/api/oidc.ts";
import { api } from "../services/app/api.ts";
import { createGraphqlHandler } from "../services/app/compose.ts";
import { openParts } from "../services/app/parts.ts";
import { SETTINGS } from "../services/app/settings.ts";
import { readAwsEnvironment } from "../services/kernel/aws/environment.ts";
import { lineFrom, openWire } from "../services/kernel/database/wire.ts";
import { openS3Files } from "../services/kernel/files/s3-files.ts";
import { readConfig, readFilesUrl } from "../services/kernel/process/config.ts";
import { jsonLog } from "../services/kernel/process/log.ts";
import { loadSecret } from "../services/kernel/process/secret-source.ts";
import { deriveSecrets } from "../services/kernel/process/secrets.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";

const config = readConfig(process.env, SETTINGS);
const filesUrl = readFilesUrl(process.env);
const aws = readAwsEnvironment(process.env);

const outside = { runtime: systemRuntime, log: jsonLog };
const [root, parts] = await Promise.all([loadSecret(config.secret), openParts({ config, ...outside })]);

const secrets = deriveSecrets(root);

export const handler = createGraphqlHandler(
  {
    config,
    client: openWire(() => lineFrom(aws)),
    secrets,
    verifyToken: tokenVerifier(config.oidc, secrets),
    files: openS3Files({
      url: filesUrl,
      region: async () => aws.region,
      credentials: aws.credentials,
      now: systemRuntime.now,
    }),
    parts,
    ...outside,
  },
  api,
);
