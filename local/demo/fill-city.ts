import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Ports } from "../../services/app/compose.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { openDatabase } from "../../services/kernel/database/database.ts";
import { FOLDER, readText, replaceText } from "../settings.ts";
import { fileDemoCases } from "./cases.ts";
import type { DemoFiles } from "./filing.ts";

/** Where it is, the demo city's cases are all there. */
export const FILLED_NOTE = join(FOLDER, "cases-filed");

/**
 * Fills the demo city with people and their applications, beside the platform's first minutes: it answers meanwhile. A
 * part that is stopped goes on with the next start. `stop` ends it, and `ended` is when it has come to an end.
 */
export function startFilling(
  ports: Ports,
  { send }: Pick<DemoFiles, "send">,
): { readonly ended: Promise<void>; readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const ended = fill(ports, send, ending.signal).catch((error: unknown) => {
    // An engine that is stopped first is no failure of the filling.
    if (!ending.signal.aborted) console.error(`the demo city's cases could not be filed: ${String(error)}`);
  });
  const stop = (): Promise<void> => {
    ending.abort();
    return ended;
  };
  return { ended, stop };
}

async function fill(
  { client, config, runtime, secrets, log, files, parts }: Ports,
  send: DemoFiles["send"],
  signal: AbortSignal,
): Promise<void> {
  if ((await readText(FILLED_NOTE)) !== undefined) return;
  const open = () => openDatabase(client, config.tablePrefix);
  const database = open();
  const writes = {
    ...{ database, open, commit: commitTo(database), requestId: `demo-cases-${randomUUID()}` },
    ...{ runtime, secrets, config, log, parts, now: runtime.now() },
  };
  if (await fileDemoCases(writes, { files, send }, signal)) await replaceText(FILLED_NOTE, `${writes.now}\n`);
}
