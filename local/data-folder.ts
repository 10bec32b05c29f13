import type { Stats } from "node:fs";
import { access, constants, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FOLDER } from "./settings.ts";
import { damageProblem, isSystemError, SetupProblem } from "./setup-problem.ts";

/** The engine keeps all records in it. */
export const DATA_FILE = resolve(FOLDER, "data.sqlite");
/** Names a table for as long as it is being made. */
export const TABLE_NOTE = join(FOLDER, "unfinished-table");
/**
 * A process that works on the folder holds a lock on this file, which the system takes back whatever end it comes to.
 */
const LOCK_FILE = join(FOLDER, "lock");

const SQLITE_BUSY = 5;
/** For the engine of a platform that was killed, which may be closing yet. */
const BUSY_TIMEOUT_MS = 3_000;
const CHECKED_BYTES_MAX = 64 * 1024 * 1024;

/** Makes the folder where there is none and keeps it for this process; the answer lets it go. */
export async function openFolder(): Promise<() => void> {
  try {
    await mkdir(FOLDER, { recursive: true, mode: 0o700 });
    await access(FOLDER, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "EEXIST") throw damageProblem(`${resolve(FOLDER)} is not a folder`);
    throw new SetupProblem(
      `the data folder ${resolve(FOLDER)} cannot be written (${error.code}): give yourself the right to`,
    );
  }
  const letGo = lock();
  await removeDrafts();
  return letGo;
}

/** Removes the folder with all that the local platform keeps; not while a platform runs on it. */
export async function removeFolder(): Promise<void> {
  const found = await statOf(FOLDER);
  const letGo = found?.isDirectory() ? await openFolder() : undefined;
  await rm(FOLDER, { recursive: true, force: true });
  letGo?.();
}

/**
 * Throws where the records are no database, or one with pages that were lost: the engine would open many of those
 * and fail in the middle of a request. A large file is left to the engine, because to read it all takes time.
 */
export async function checkRecords(): Promise<void> {
  const found = await statOf(DATA_FILE);
  if (!found || found.size > CHECKED_BYTES_MAX) return;
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(DATA_FILE, { timeout: BUSY_TIMEOUT_MS });
    const [first] = file.prepare("PRAGMA quick_check(1)").all();
    const verdict = first?.["quick_check"];
    if (verdict !== "ok") throw new Error(String(verdict));
  } catch (error) {
    throw damageProblem(
      `${DATA_FILE} is damaged (${error instanceof Error ? lastLine(error.message) : error})`,
    );
  } finally {
    file?.close();
  }
}

const lastLine = (text: string): string => text.split("\n").at(-1) ?? "";

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** SQLite's own file lock, because Node has no other that a killed process cannot leave behind. */
function lock(): () => void {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(LOCK_FILE, { timeout: 0 });
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file?.close();
    const busy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
    throw busy
      ? new SetupProblem(`a platform is running on ${resolve(FOLDER)}: stop it first`)
      : damageProblem(`${LOCK_FILE} is damaged`);
  }
  const held = file;
  return () => held.close();
}

/** The folders of what browsers are given, each built once. */
export const GRAPHIQL_FOLDER = join(FOLDER, "graphiql");
export const WEB_FOLDER = join(FOLDER, "web");

/** The leftovers of a build that was interrupted; nobody else is at it now. */
async function removeDrafts(): Promise<void> {
  for (const folder of [GRAPHIQL_FOLDER, WEB_FOLDER]) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => each.startsWith("draft-"))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
