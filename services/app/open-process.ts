import { readAwsEnvironment } from "../kernel/aws/environment.ts";
import { commitTo } from "../kernel/commit/commit.ts";
import { openDatabase } from "../kernel/database/database.ts";
import { lineFrom, openWire } from "../kernel/database/wire.ts";
import { openS3Documents } from "../kernel/documents/s3-documents.ts";
import { readDocumentsUrl, readSecretSource, readTablePrefix } from "../kernel/process/config.ts";
import { jsonLog } from "../kernel/process/log.ts";
import { loadSecret } from "../kernel/process/secret-source.ts";
import { deriveSecrets } from "../kernel/process/secrets.ts";
import { systemRuntime } from "../kernel/runtime.ts";
import type { WorkPorts } from "../kernel/service-runtime.ts";
import { type Environment, readSettings } from "../kernel/settings.ts";
import { openParts } from "./parts.ts";
import { SETTINGS } from "./settings.ts";

/**
 * The ports of what services do besides answering the API, as the environment names them. All parts are opened: one whose
 * secret this function may not read is told of none, reads none and connects to nobody.
 */
export async function openProcess(env: Environment): Promise<WorkPorts> {
  const prefix = readTablePrefix(env);
  const aws = readAwsEnvironment(env);
  const call = openWire(() => lineFrom(aws));
  const config = readSettings(SETTINGS, env);
  const outside = { config, runtime: systemRuntime, log: jsonLog };
  const source = readSecretSource(env);
  const secrets = source && deriveSecrets(await loadSecret(source, () => aws));
  const documentsUrl = readDocumentsUrl(env);
  const { credentials } = aws;
  const s3 = { region: async () => aws.region, credentials, now: systemRuntime.now };
  return {
    ...outside,
    open: () => {
      const database = openDatabase(call, prefix);
      return { database, commit: commitTo(database) };
    },
    tables: { call, prefix },
    secrets: () => secrets ?? raise("the root secret"),
    putDocument: documentsUrl
      ? openS3Documents({ url: documentsUrl, ...s3 })
      : async () => raise("documents"),
    now: systemRuntime.now,
    parts: await openParts(outside),
    pace: "DEPLOYED",
  };
}

function raise(what: string): never {
  throw new Error(`configuration: this function states no need of ${what}`);
}
