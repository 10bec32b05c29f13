import type { FilePlace, Files } from "../../../kernel/files/file-store.ts";
import { isOfType } from "./file-type.ts";
import type { Inspection, MaterialFile } from "./material.ts";

/**
 * Looks at what was put for a file: whether it is there, is what was announced, begins as its type does, and is clean.
 * A file that is taken is kept from then on. Nothing is believed of what the sender says of it.
 */
export async function inspectUpload(
  { store, scan }: Files,
  place: FilePlace,
  { sizeBytes, sha256, type }: MaterialFile,
): Promise<Inspection> {
  const found = await store.findUpload(place);
  if (!found) return "MISSING";
  if (found.sizeBytes !== sizeBytes || found.sha256 !== sha256) return "FILE_NOT_AS_ANNOUNCED";
  if (!isOfType(found.head, type)) return "FILE_NOT_ITS_TYPE";
  const verdict = await scan(place);
  switch (verdict) {
    case "PENDING":
      return "PENDING";
    case "INFECTED":
      return "FILE_INFECTED";
    case "UNSCANNABLE":
      return "FILE_UNSCANNABLE";
    case "CLEAN":
      await store.keep(place);
      return "TAKEN";
  }
}
