import type { Files } from "../../../kernel/files/file-store.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { Changed, Found } from "../change-case.ts";
import type { ApplicationId } from "../ids.ts";
import type { ApplicantPorts, OwnFound } from "../mandate/change-own-case.ts";
import { act } from "../transition.ts";
import type { MaterialFile } from "./material.ts";
import { getMaterials } from "./store.ts";

export type UploadPorts = ApplicantPorts & { readonly files: Files };

export type FileUnknown = { readonly code: "FILE_NOT_FOUND" };

/** Nothing is written. */
export const noChange = ({ application }: Found): Changed => ({ application, action: "material-unchanged" });

/** All that is done to a case's materials is a saving of the case, so that it is guarded as one. */
export const saveCase = ({ application, by }: OwnFound): Result<Application, NotAllowed> =>
  act(application, "SAVE", by, { savedAt: by.now });

/** A file of a case as it is on record now. */
export async function findFile(
  ports: UploadPorts,
  application: ApplicationId,
  id: string,
): Promise<MaterialFile | undefined> {
  const { files } = await getMaterials(ports, application);
  return files.find((file) => file.id === id);
}
