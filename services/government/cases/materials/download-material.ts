import { recordsTable } from "../../../kernel/database/tables.ts";
import type { FileLink, Files } from "../../../kernel/files/file-store.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import type { CasePorts } from "../change-case.ts";
import { FILE_TYPES, getMaterials, type MaterialFile } from "./index.ts";
import type { FileUnknown } from "./upload-material.ts";

export type DownloadPorts = CasePorts & { readonly files: Files };

export type Download = FileLink & { readonly file: MaterialFile; readonly expiresAt: Instant };

export type NotReady = { readonly code: "FILE_NOT_READY"; readonly path: readonly string[] };

const DOWNLOAD_LINK_SECONDS = 300;

/**
 * A link to a file of a case that the caller may read, for five minutes. Who fetches what is on record before the link
 * is given away. Only what was checked is given away at all.
 */
export async function downloadMaterial(
  ports: DownloadPorts,
  application: Application,
  fileId: string,
): Promise<Result<Download, FileUnknown | NotReady>> {
  const { actor, now, mode, requestId, files } = ports;
  const materials = await getMaterials(ports, application.id);
  const file = materials.files.find(({ id }) => id === fileId);
  if (!file) return err({ code: "FILE_NOT_FOUND" });
  if (file.status !== "READY") return err({ code: "FILE_NOT_READY", path: ["file"] });
  const recorded = await ports.commit({
    ...{ actor, at: now, requestId, aggregate: application.id, table: recordsTable(mode), writes: [] },
    action: "materials.case.fetched",
    reason: `${file.material}: ${file.id}`,
  });
  if (!recorded.ok) throw new Error("a fetch that expects nothing was refused as stale");
  const place = { mode, application: application.id, file: file.id };
  const as = { name: file.name, contentType: FILE_TYPES[file.type].contentType };
  const link = await files.store.downloadLink(place, as, DOWNLOAD_LINK_SECONDS);
  return ok({ ...link, file, expiresAt: plusMs(now, DOWNLOAD_LINK_SECONDS * 1_000) });
}
