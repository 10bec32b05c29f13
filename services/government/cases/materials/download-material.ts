import type { Citizen, Officer, Partner, Scope } from "../../../kernel/actor.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { FileLink, Files } from "../../../kernel/files/file-store.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import type { CasePorts, NoSuchCase } from "../change-case.ts";
import { SCOPE_TO_READ } from "../circle.ts";
import { type NamedCase, readNamedCase } from "../read-case.ts";
import type { FileUnknown } from "./change-materials.ts";
import { FILE_TYPES } from "./file-type.ts";
import type { MaterialFile } from "./material.ts";
import { getMaterials } from "./store.ts";

export type DownloadPorts = Omit<CasePorts, "actor" | "log"> &
  Parameters<typeof readNamedCase>[0] & {
    readonly files: Files;
    /** On record what a partner or an officer reads of whom, of an officer with the case. */
    readonly accessLog: {
      readonly note: (
        citizen: CitizenId,
        field: string,
        scopes: readonly Scope[],
        application: Application,
      ) => void;
    };
  };

export type DownloadWish = {
  readonly application: NamedCase;
  /** The file's own id. */
  readonly file: string;
};

export type Download = FileLink & {
  readonly application: Application;
  readonly file: MaterialFile;
  readonly expiresAt: Instant;
};

export type NotReady = { readonly code: "FILE_NOT_READY"; readonly path: readonly string[] };

const DOWNLOAD_LINK_SECONDS = 300;

/**
 * A link to a file of a case that the caller may read, for five minutes. Only what was checked is given away; it is on
 * record who fetches what before the link is given away, and of a partner or an officer in its citizen's access log too.
 */
export async function downloadMaterial(
  ports: DownloadPorts,
  wish: DownloadWish,
): Promise<Result<Download, NoSuchCase | FileUnknown | NotReady>> {
  const { actor, now, mode, requestId, files } = ports;
  const application = await readNamedCase(ports, wish.application);
  if (!application) return err({ code: "APPLICATION_NOT_FOUND" });
  const materials = await getMaterials(ports, application.id);
  const file = materials.files.find(({ id }) => id === wish.file);
  if (!file) return err({ code: "FILE_NOT_FOUND" });
  if (file.status !== "READY") return err({ code: "FILE_NOT_READY", path: ["file"] });
  noteAccess(ports, actor, application);
  const recorded = await ports.commit({
    ...{ actor, at: now, requestId, aggregate: application.id, table: recordsTable(mode), writes: [] },
    action: "materials.case.fetched",
    reason: `${file.material}: ${file.id}`,
  });
  if (!recorded.ok) throw new Error("a fetch that expects nothing was refused as stale");
  const place = { mode, record: application.id, file: file.id };
  const as = { name: file.name, contentType: FILE_TYPES[file.type].contentType };
  const link = await files.store.downloadLink(place, as, DOWNLOAD_LINK_SECONDS);
  return ok({ ...link, application, file, expiresAt: plusMs(now, DOWNLOAD_LINK_SECONDS * 1_000) });
}

/** Of an enterprise's case it is the person who handles it that is read of. */
function noteAccess(
  { accessLog }: DownloadPorts,
  { kind }: Citizen | Officer | Partner,
  application: Application,
): void {
  if (kind === "CITIZEN") return;
  const { subject, citizenId } = application;
  const read = subject.kind === "PERSON" ? subject.citizenId : citizenId;
  accessLog.note(read, "MaterialDownload.url", kind === "PARTNER" ? [SCOPE_TO_READ] : [], application);
}
