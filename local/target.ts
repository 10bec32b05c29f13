import { DynamoDBClient, type DynamoDBClientConfig, paginateScan } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type AwsEnvironment, endpointIn } from "../services/kernel/aws/environment.ts";
import type { CallLimits } from "../services/kernel/aws/post.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { type Database, openDatabase, type StoredItem } from "../services/kernel/database/database.ts";
import { physicalName, type TableName } from "../services/kernel/database/tables.ts";
import { OutcomeUnknown } from "../services/kernel/database/transaction.ts";
import { lineFrom, openWire } from "../services/kernel/database/wire.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import { loadSecret } from "../services/kernel/process/secret-source.ts";
import { deriveSecrets, type Secrets } from "../services/kernel/process/secrets.ts";
import type { Environment } from "../services/kernel/settings.ts";
import { LOCAL, localSecret, runningPlatform } from "./settings.ts";
import { SetupProblem } from "./setup-problem.ts";

const ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

/** A batch of a hundred may take its time; and an import waits rather than fails. */
const LIMITS: CallLimits = { connectTimeoutMs: 2_000, answerTimeoutMs: 15_000, attemptsMax: 5 };

/** The tables that are worked on. */
export type Tables = {
  readonly open: () => { readonly database: Database; readonly commit: ReturnType<typeof commitTo> };
  readonly tablePrefix: string;
  /** For messages: where they are. */
  readonly name: string;
};

/** The platform that is written to. */
export type Target = Tables & { readonly secrets: Secrets };

export type ScannedTables = Tables & {
  /** All records of a table, in no order; what was acknowledged before is among them. */
  readonly scan: (table: TableName) => AsyncIterable<StoredItem>;
};

/**
 * The target that the environment names, or else the platform that runs on this machine. Throws where there is neither.
 */
export async function openTarget(env: Environment): Promise<Target> {
  const named = env[CONFIG.tablePrefix];
  const value = env[CONFIG.secret];
  const id = env[CONFIG.secretId];
  if (named && !value && !id) {
    throw new SetupProblem(`${CONFIG.tablePrefix} is set, but ${CONFIG.secretId} is not`);
  }
  const tables = await openTables(env);
  const secret = named
    ? await loadSecret(value ? { value } : { id: id ?? "" }, () => awsOf(new DynamoDBClient({}), env))
    : await localSecret();
  return { ...tables, secrets: deriveSecrets(secret) };
}

/** As `openTarget`, for what needs no secret. */
export async function openTables(env: Environment): Promise<ScannedTables> {
  const { endpoint, tablePrefix, isLocal } = await coordinates(env);
  const options: DynamoDBClientConfig = {
    ...(endpoint ? { endpoint } : {}),
    ...(isLocal ? { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } } : {}),
  };
  const bare = new DynamoDBClient(options);
  const call = openWire(async () => ({ ...lineFrom(await awsOf(bare, env, endpoint)), limits: LIMITS }));
  return {
    open: () => {
      const database = openDatabase(call, tablePrefix);
      return { database, commit: commitTo(database) };
    },
    scan: async function* (table) {
      const wanted = { TableName: physicalName(tablePrefix, table), ConsistentRead: true };
      for await (const { Items = [] } of paginateScan({ client: bare }, wanted)) {
        for (const item of Items) yield unmarshall(item);
      }
    },
    tablePrefix,
    name: `${tablePrefix} at ${endpoint ?? "AWS"}`,
  };
}

/** As whom the SDK would call AWS, and where: an operator may have a profile, a session, or the environment's keys. */
async function awsOf(
  { config }: DynamoDBClient,
  env: Environment,
  endpoint = env[ENDPOINT],
): Promise<AwsEnvironment> {
  const region = await config.region();
  const endpointOf = endpointIn(region, { ...env, [ENDPOINT]: endpoint });
  return { region, credentials: config.credentials, endpointOf };
}

type Coordinates = {
  readonly endpoint: string | undefined;
  readonly tablePrefix: string;
  readonly isLocal: boolean;
};

async function coordinates(env: Environment): Promise<Coordinates> {
  const endpoint = env[ENDPOINT] || undefined;
  const tablePrefix = env[CONFIG.tablePrefix];
  if (tablePrefix) return { endpoint, tablePrefix, isLocal: false };
  if (env[CONFIG.secret] || env[CONFIG.secretId]) {
    throw new SetupProblem(`${CONFIG.secretId} is set, but ${CONFIG.tablePrefix} is not`);
  }
  // With an endpoint of its own the local platform keeps its tables there.
  const engine = endpoint ?? (await runningPlatform())?.engine;
  if (!engine) {
    throw new SetupProblem(
      `no platform is running here: start it with \`npm start\` first, or set ${CONFIG.tablePrefix} and ${CONFIG.secretId} to write to a deployed one`,
    );
  }
  return { endpoint: engine, tablePrefix: LOCAL.tablePrefix, isLocal: true };
}

/** Throws in one line where the tables cannot be read. */
export async function checkTarget({ open, name }: Tables, table: TableName): Promise<void> {
  try {
    await open().database.get(table, { pk: "nobody", sk: "nothing" });
  } catch (error) {
    throw new SetupProblem(`the tables ${name} cannot be read (${reasonOf(error)})`);
  }
}

/** Whether it is the database's or the way's to it; anything else is a fault of ours. */
export const isFailure = (error: unknown): boolean =>
  error instanceof OutcomeUnknown || (error instanceof Error && ("$fault" in error || "code" in error));

/** In a line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error instanceof OutcomeUnknown && error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? String(cause.code) : "";
  return `${cause.name}: ${cause.message || code}`.split("\n", 1).join("");
}
