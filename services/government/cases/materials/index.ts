export { openS3Files } from "../../../kernel/files/s3-files.ts";
export { type BadDescription, checkDescription, FILE_TYPES, type FileType } from "./file-type.ts";
export { findHeldMaterials, type HeldParts, type HeldPorts } from "./find-held.ts";
export { inspectUpload } from "./inspect-upload.ts";
export {
  announce,
  type CaseMaterials,
  fill,
  isDraft,
  isUnderWay,
  type MaterialCase,
  type MaterialFile,
  type NotReceivable,
  type NotUploadable,
  receive,
  takesFiles,
} from "./material.ts";
export {
  type MaterialProblem,
  type MaterialView,
  materialProblems,
  viewMaterials,
} from "./material-state.ts";
export { getMaterials, putMaterials } from "./store.ts";
