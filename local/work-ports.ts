import type { Ports } from "../services/app/compose.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import type { PutDocument } from "../services/kernel/documents/publish-documents.ts";
import type { WorkPorts } from "../services/kernel/service-runtime.ts";

/** The ports of what services do besides answering the API, in a process that answers it, too. */
export const workPorts = (
  { client, secrets, ...outside }: Pick<Ports, "client" | "secrets" | "config" | "parts" | "runtime" | "log">,
  putDocument: PutDocument,
): WorkPorts => ({
  ...outside,
  open: () => {
    const database = openDatabase(client, outside.config.tablePrefix);
    return { database, commit: commitTo(database) };
  },
  tables: { call: client, prefix: outside.config.tablePrefix },
  secrets: () => secrets,
  putDocument,
  now: outside.runtime.now,
  pace: "LOCAL",
});
