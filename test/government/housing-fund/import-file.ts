import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { inject } from "vitest";
import { csvFormat } from "../../../local/import/csv-format.ts";
import { FUND_FILE, type ImportKind } from "../../../local/import/import-kind.ts";
import { ndjsonFormat } from "../../../local/import/ndjson-format.ts";
import { type Outcome, runImport } from "../../../local/import/run-import.ts";
import { fingerprintOf } from "../../../local/import/source-file.ts";
import type { Target } from "../../../local/target.ts";
import type { Mode } from "../../../services/kernel/actor.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { StoredItem } from "../../../services/kernel/database/database.ts";
import { physicalName, recordsTable } from "../../../services/kernel/database/tables.ts";
import type { TestPlatform } from "../../support/platform.ts";

let folder: string | undefined;
let files = 0;

export function removeFiles(): void {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
}

/** A file with this content, whose name nothing else has. */
export function newFile(content: string | Buffer, extension: "csv" | "ndjson" = "csv"): string {
  files += 1;
  folder ??= mkdtempSync(join(inject("sharedFolder"), "import-"));
  const path = join(folder, `${files}.${extension}`);
  writeFileSync(path, content);
  return path;
}

export const targetOf = (platform: TestPlatform): Target => {
  const { tablePrefix } = platform.ports.config;
  const openTables: Target["open"] = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  return { open: openTables, secrets: platform.ports.secrets, tablePrefix, name: tablePrefix };
};

export type Imported = Outcome & {
  /** The lines of the file of refused rows; none where there is no such file. */
  readonly rejected: readonly string[];
  readonly notices: readonly string[];
};

type Options = { readonly mode?: Mode; readonly target?: Target; readonly signal?: AbortSignal };

/** Imports a fund centre's file as the command does, within this process. */
export const importFile = (platform: TestPlatform, path: string, options?: Options): Promise<Imported> =>
  importAs(FUND_FILE, platform, path, options);

/** Imports a file of a kind. */
export async function importAs<C extends string>(
  kind: ImportKind<C>,
  platform: TestPlatform,
  path: string,
  { mode = "live", target = targetOf(platform), signal = new AbortController().signal }: Options = {},
): Promise<Imported> {
  await using file = await open(path);
  const { size } = await file.stat();
  const format = await (path.includes(".ndjson") ? ndjsonFormat : csvFormat)(file, size, kind.columns);
  const source = { path, file, size, format, fileId: await fingerprintOf(file, size) };
  const notices: string[] = [];
  const notice = (line: string) => notices.push(line);
  const outcome = await runImport(kind, source, target, { mode, signal, notice });
  return { ...outcome, rejected: rejectedOf(path), notices };
}

export const importText = (platform: TestPlatform, content: string | Buffer, options?: Options) =>
  importFile(platform, newFile(content), options);

function rejectedOf(path: string): readonly string[] {
  try {
    return readFileSync(`${path}.rejected`, "latin1").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}

type Tables = Pick<TestPlatform, "documents"> & { readonly ports: Pick<TestPlatform["ports"], "config"> };

/** Everything in the records of a mode, in the order of the keys. */
export async function itemsOf(
  { documents, ports }: Tables,
  mode: Mode = "live",
): Promise<readonly StoredItem[]> {
  const TableName = physicalName(ports.config.tablePrefix, recordsTable(mode));
  const items: StoredItem[] = [];
  let from: StoredItem | undefined;
  do {
    const start = from ? { ExclusiveStartKey: from } : {};
    const page = await documents.send(new ScanCommand({ TableName, ...start }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  const key = ({ pk, sk }: StoredItem): string => `${pk} ${sk}`;
  return items.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Without the audit trails, on which each import leaves its own. */
export const recordsOf = async (tables: Tables): Promise<readonly StoredItem[]> =>
  (await itemsOf(tables)).filter(({ pk }) => !String(pk).startsWith("audit#"));
