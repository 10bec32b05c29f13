import {
  type Environment,
  readSettings,
  type SecretSource,
  type SettingStatements,
  type Settings,
  type SettingsOf,
  settingProblems,
} from "../settings.ts";
import { readTrustedIssuers, SIGN_IN_VARIABLES, type TrustedIssuer } from "./trusted-issuers.ts";

/**
 * The settings that belong to all services, as a function is told them from outside; each service states its own beside
 * them. Names are used by the CDK stack, the local platform and the tests alike.
 */
export const CONFIG = {
  tablePrefix: "CIVIGRAPH_TABLE_PREFIX",
  metricsNamespace: "CIVIGRAPH_METRICS_NAMESPACE",
  ...SIGN_IN_VARIABLES,
  /** The id of the secret in Secrets Manager that holds the platform's root secret. */
  secretId: "CIVIGRAPH_SECRET_ID",
  /** The root secret itself, for development and tests only. */
  secret: "CIVIGRAPH_SECRET",
  /** The name of the schedule that the function does. */
  schedule: "CIVIGRAPH_SCHEDULE",
  /** The name of the endpoint that the function answers. */
  endpoint: "CIVIGRAPH_ENDPOINT",
  /** The address of the bucket that holds the files. */
  filesUrl: "CIVIGRAPH_FILES_URL",
  /** The address of the bucket of the documents that everybody may read. */
  documentsUrl: "CIVIGRAPH_DOCUMENTS_URL",
} as const;

/** Where in the bucket a file is put, and where it stays once it is checked. */
export const FILE_PREFIXES = { uploads: "uploads", kept: "kept" } as const;

/** So long an upload waits to be checked; then it goes away, and is to be sent again. */
export const UPLOADS_KEPT_DAYS = 2;

/** The settings that belong to all services, as they are read. */
export type CommonConfig = {
  readonly tablePrefix: string;
  /** Where CloudWatch counts requests: beside what the stage's alarms watch, whichever tables are served. */
  readonly metricsNamespace: string;
  readonly oidc: readonly TrustedIssuer[];
  readonly secret: SecretSource;
};

export type Config = CommonConfig & Settings;

/** The name that a function is told, of what it does. Throws where it is not set. */
export function readName(env: Environment, variable: "schedule" | "endpoint"): string {
  const name = env[CONFIG[variable]];
  if (!name) throw new Error(`configuration: ${CONFIG[variable]} is not set`);
  return name;
}

/** Throws where it is not set. */
export function readTablePrefix(env: Environment): string {
  const prefix = env[CONFIG.tablePrefix];
  if (!prefix) throw new Error(`configuration: ${CONFIG.tablePrefix} is not set`);
  return prefix;
}

/** Where the root secret is; undefined for a function that is not to derive keys from it. */
export function readSecretSource(env: Environment): SecretSource | undefined {
  const [value, id] = [env[CONFIG.secret], env[CONFIG.secretId]];
  return value ? { value } : id ? { id } : undefined;
}

/** Undefined for a function that is not to publish documents. Throws where it is no address. */
export function readDocumentsUrl(env: Environment): URL | undefined {
  const said = env[CONFIG.documentsUrl];
  return said === undefined ? undefined : new URL(said);
}

/** Throws where it is not set, or no address. */
export function readFilesUrl(env: Environment): URL {
  const url = URL.parse(env[CONFIG.filesUrl] ?? "");
  if (!url) throw new Error(`configuration: ${CONFIG.filesUrl} is not set`);
  return url;
}

/**
 * Reads the configuration of a function that serves callers, with the settings that services state; throws one line that
 * names every variable that is missing or wrong.
 */
export function readConfig<S extends SettingStatements>(
  env: Environment,
  stated: S,
): CommonConfig & SettingsOf<S> {
  const problems = [...settingProblems(stated, env)];
  const readRequired = (name: string): string => {
    const value = env[name];
    if (!value) problems.push(`${name} is not set`);
    return value ?? "";
  };
  const common: CommonConfig = {
    tablePrefix: readRequired(CONFIG.tablePrefix),
    metricsNamespace: readRequired(CONFIG.metricsNamespace),
    oidc: readTrustedIssuers(env, problems),
    secret: readSecretSource(env) ?? { id: readRequired(CONFIG.secretId) },
  };
  if (problems.length > 0) throw new Error(`configuration: ${problems.join("; ")}`);
  return { ...common, ...readSettings(stated, env) };
}
