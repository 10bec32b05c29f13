import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";

const making = new Map<string, Promise<string>>();

/**
 * A folder that is made once in a run, by the file that needs it first. Where two processes are at it at once, that of the
 * first to finish is everybody's.
 */
export function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const known = making.get(name) ?? madeBySomebody(name, make);
  making.set(name, known);
  return known;
}

async function madeBySomebody(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject("sharedFolder"), name);
  if (existsSync(folder)) return folder;
  const draft = await mkdtemp(`${folder}-`);
  await make(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}
