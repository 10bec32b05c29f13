import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { FileLink } from "../../../kernel/files/file-store.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { type AuthorityEnded, changeOwnCase } from "../mandate/change-own-case.ts";
import { readCaseItem } from "../read-case-item.ts";
import { materialCaseOf } from "./case-materials.ts";
import { findFile, noChange, saveCase, type UploadPorts } from "./change-materials.ts";
import { type BadDescription, checkDescription, FILE_TYPES, type FileType } from "./file-type.ts";
import { findHeldMaterials, type HeldParts } from "./find-held.ts";
import { announce, type MaterialFile, type NotUploadable, takesFiles } from "./material.ts";
import { getMaterials, putMaterials } from "./store.ts";

export type UploadWish = {
  readonly idempotencyKey: string;
  readonly application: string;
  /** Its code in the item. */
  readonly material: string;
  readonly fileName: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** An earlier file, whose place this one takes once it is ready. */
  readonly replaces: string | undefined;
};

type NotAnnounced = NotAllowed | NotUploadable | { readonly code: "IDEMPOTENCY_MISMATCH" };
export type UploadRefusal = NotAnnounced | NoSuchCase | AuthorityEnded | BadDescription;

/** `link` only while the file can still be sent. */
export type RequestedUpload = {
  readonly application: Application;
  readonly file: MaterialFile;
  readonly link: (FileLink & { readonly expiresAt: Instant }) | undefined;
};

/** Time to send 20 MB over a slow line. */
const UPLOAD_LINK_SECONDS = 900;

/**
 * Announces a file and answers where to send it: a link that takes these bytes only, and not for long. Said again with
 * the same key it is the same file, with a new link.
 */
export async function requestUpload(
  ports: UploadPorts & HeldParts,
  wish: UploadWish,
): Promise<Result<RequestedUpload, UploadRefusal>> {
  const described = checkDescription(wish);
  if (!described.ok) return described;
  const { fileName: name, sizeBytes, sha256 } = described.value;
  const { material, type, replaces } = wish;
  // A key is one file of one case, so that no two files have one id.
  const operation = `requestMaterialUpload ${wish.application}`;
  const id = idempotentId("mat", ports.actor, operation, wish.idempotencyKey);
  const content = { material, name, type, sizeBytes, sha256 };
  const request = fingerprintOf([content, replaces]);
  if (replaces !== undefined && !isId("mat", replaces)) {
    return err({ code: "FILE_TO_REPLACE_UNKNOWN", path: ["replaces"] });
  }
  const announced = await changeOwnCase<NotAnnounced>(ports, wish.application, async (found) => {
    const { application, item } = found;
    const materials = await getMaterials(ports, application.id);
    const earlier = materials.files.find((file) => file.id === id);
    if (earlier) {
      return earlier.request === request ? ok(noChange(found)) : err({ code: "IDEMPOTENCY_MISMATCH" });
    }
    const saved = saveCase(found);
    if (!saved.ok) return saved;
    const asked = item.materials.filter(({ code }) => code === material);
    const [held] = await findHeldMaterials(ports, asked, {
      subject: application.subject,
      asks: async () => materials.asks ?? [],
    });
    const file = { id, ...content, request, ...(replaces === undefined ? {} : { replaces }) };
    const next = announce(materials, materialCaseOf(application, item), file, { held, now: ports.now });
    if (!next.ok) return next;
    const how = { action: "material-announced", reason: `${material}: ${id}` };
    return ok({ application: saved.value, ...how, writes: [putMaterials(ports, next.value)] });
  });
  if (!announced.ok) return announced;
  const application = announced.value;
  const file = await findFile(ports, application.id, id);
  if (!file) throw new Error("a file was announced and is not on record");
  return ok({ application, file, link: await linkFor(ports, application, file) });
}

async function linkFor(
  ports: UploadPorts,
  application: Application,
  { id: file, material, status, sizeBytes, sha256, type }: MaterialFile,
): Promise<RequestedUpload["link"]> {
  const { files, mode, now } = ports;
  const isOpen = takesFiles(materialCaseOf(application, await readCaseItem(ports, application)), material);
  if (status !== "AWAITED" || !isOpen) return undefined;
  const expected = { sizeBytes, sha256, contentType: FILE_TYPES[type].contentType };
  const place = { mode, record: application.id, file };
  const link = await files.store.uploadLink(place, expected, UPLOAD_LINK_SECONDS);
  return { ...link, expiresAt: plusMs(now, UPLOAD_LINK_SECONDS * 1_000) };
}
