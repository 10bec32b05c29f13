import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import type { CommonConfig } from "../services/kernel/process/config.ts";
import { deriveSecrets } from "../services/kernel/process/secrets.ts";
import type { Environment } from "../services/kernel/settings.ts";
import { damageProblem, isSystemError } from "./setup-problem.ts";

/** Where the local platform keeps its data, keys and demo credentials. */
export const FOLDER = ".local";

const SECRET_FILE = join(FOLDER, "secret");
/** Where a running platform can be reached; there only while it runs, or after a kill. */
const PLATFORM_FILE = join(FOLDER, "platform.json");
const CONNECT_TIMEOUT_MS = 1_000;

/** The local root secret: made on the first start and kept, because stored keys and references depend on it. */
export async function localSecret(): Promise<string> {
  const secret = await keptText(SECRET_FILE, async () => randomBytes(48).toString("base64url"));
  try {
    deriveSecrets(secret);
  } catch (error) {
    throw damageProblem(
      `${SECRET_FILE} is damaged (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  return secret;
}

/** The issuer of the tokens that tools print, the same whatever port the platform has. */
export const LOCAL_TOKENS = {
  issuer: "http://localhost/local-issuer",
  audience: "civigraph-local",
  jwksUrl: "http://localhost/unused",
} as const;

/** The settings that belong to all services, but for the secret. */
export const LOCAL: Omit<CommonConfig, "secret"> = {
  tablePrefix: "civigraph-local",
  metricsNamespace: "civigraph/local",
  oidc: [
    {
      ...{ issuer: LOCAL_TOKENS.issuer, jwksUrl: LOCAL_TOKENS.jwksUrl },
      clients: [{ id: LOCAL_TOKENS.audience, signsIn: ["CITIZEN", "OFFICER"] }],
      claims: undefined,
    },
  ],
};

/**
 * The facts that a tool has to know, beside the root secret, to work on the same tables as the platform that runs here.
 */
export type RunningPlatform = {
  /** The DynamoDB endpoint. */
  readonly engine: string;
  /** For `readConfig`, to which `CIVIGRAPH_SECRET` is to be added from `localSecret()`. */
  readonly environment: Environment;
};

/** Tells tools where the platform is; the answer takes that back. */
export async function announcePlatform(running: RunningPlatform): Promise<() => Promise<void>> {
  const platform = { ...running, pid: process.pid };
  await replaceText(PLATFORM_FILE, `${JSON.stringify(platform, null, 2)}\n`);
  return () => rm(PLATFORM_FILE, { force: true });
}

/** The platform that runs on this folder; undefined if none does, whatever one that was killed has left behind. */
export async function runningPlatform(): Promise<RunningPlatform | undefined> {
  const text = await readText(PLATFORM_FILE);
  const known = text === undefined ? undefined : parse(text);
  if (!known || !isAlive(known.pid) || !(await isListening(known.engine))) return undefined;
  return { engine: known.engine, environment: known.environment };
}

function parse(text: string): (RunningPlatform & { readonly pid: number }) | undefined {
  try {
    const { engine, environment, pid } = JSON.parse(text);
    const whole = URL.canParse(engine) && Number.isInteger(pid) && typeof environment === "object";
    return whole ? { engine, environment: { ...environment }, pid } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one all the same.
    return isSystemError(error) && error.code === "EPERM";
  }
}

function isListening(endpoint: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(endpoint);
  const socket = connect({
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(port) || (protocol === "https:" ? 443 : 80),
  });
  return new Promise<boolean>((resolve) => {
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => resolve(false));
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  }).finally(() => socket.destroy());
}

/** A file's text; `make` provides it where there is no such file yet. Readable by its owner only. */
export async function keptText(file: string, make: () => Promise<string>): Promise<string> {
  const known = await readText(file);
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, await make(), { mode: 0o600 });
  try {
    // It appears at once and whole. Where somebody else was faster, theirs holds.
    await link(draft, file);
  } catch (error) {
    if (!(isSystemError(error) && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, "utf8");
}

/** Writes a file anew, by the folder's one user: one who reads meanwhile, or after a kill, finds old or new text, whole. */
export async function replaceText(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}

/** The text of a file of the folder; undefined where there is no such file. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") return undefined;
    throw damageProblem(`${file} cannot be read (${error.code})`);
  }
}
