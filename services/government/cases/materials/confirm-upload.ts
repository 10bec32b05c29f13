import { err, ok, type Result } from "../../../kernel/result.ts";
import type { NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { type AuthorityEnded, changeOwnCase } from "../mandate/change-own-case.ts";
import { materialCaseOf } from "./case-materials.ts";
import { type FileUnknown, findFile, noChange, saveCase, type UploadPorts } from "./change-materials.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { isUnderWay, type NotReceivable, receive, takesFiles } from "./material.ts";
import type { RequestedUpload } from "./request-upload.ts";
import { getMaterials, putMaterials } from "./store.ts";

type NotConfirmed = NotAllowed | FileUnknown | NotReceivable;
export type ConfirmRefusal = NotConfirmed | NoSuchCase | AuthorityEnded;
export type ConfirmedUpload = Pick<RequestedUpload, "application" | "file">;

/**
 * Has the platform look at what was sent: it takes it, refuses it for good, or waits for the virus scanner, and is then
 * to be asked again. Asked again about a file that is settled it changes nothing.
 */
export async function confirmUpload(
  ports: UploadPorts,
  id: string,
  fileId: string,
): Promise<Result<ConfirmedUpload, ConfirmRefusal>> {
  const confirmed = await changeOwnCase<NotConfirmed>(ports, id, async (found) => {
    const { application, item } = found;
    const materials = await getMaterials(ports, application.id);
    const file = materials.files.find((one) => one.id === fileId);
    if (!file) return err({ code: "FILE_NOT_FOUND" });
    if (!isUnderWay(file)) return ok(noChange(found));
    const saved = saveCase(found);
    if (!saved.ok) return saved;
    if (!takesFiles(materialCaseOf(application, item), file.material)) {
      return err({ code: "MATERIAL_NOT_OPEN", path: ["file"] });
    }
    const place = { mode: ports.mode, record: application.id, file: file.id };
    const next = receive(materials, file, await inspectUpload(ports.files, place, file), ports.now);
    if (!next.ok) return next;
    if (next.value === materials) return ok(noChange(found));
    const status = next.value.files.find((one) => one.id === file.id)?.status ?? "";
    const how = { action: `material-${status.toLowerCase()}`, reason: `${file.material}: ${file.id}` };
    return ok({ application: saved.value, ...how, writes: [putMaterials(ports, next.value)] });
  });
  if (!confirmed.ok) return confirmed;
  const file = await findFile(ports, confirmed.value.id, fileId);
  return file ? ok({ application: confirmed.value, file }) : err({ code: "FILE_NOT_FOUND" });
}
