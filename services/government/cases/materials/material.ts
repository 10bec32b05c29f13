import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { HeldRecord } from "../../catalogue/index.ts";
import type { ApplicationId, MaterialFileId } from "../ids.ts";
import type { FileType } from "./file-type.ts";
import type { MemberAsks } from "./member-ask.ts";
import type { RecordEnd } from "./record-end.ts";

export const FILE_STATUSES = ["AWAITED", "SCANNING", "READY", "REJECTED", "REPLACED"] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** Why a file that was put is not taken. */
export const REJECTIONS = [
  "FILE_NOT_AS_ANNOUNCED",
  "FILE_NOT_ITS_TYPE",
  "FILE_INFECTED",
  "FILE_UNSCANNABLE",
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** A file of a material, announced before it is sent: its bytes are known by their number and their SHA-256. */
export type MaterialFile = {
  readonly id: MaterialFileId;
  /** The code of the material in the item. */
  readonly material: string;
  readonly name: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly status: FileStatus;
  readonly requestedAt: Instant;
  /** When it was found to be there, whole. */
  readonly uploadedAt?: Instant | undefined;
  readonly rejection?: Rejection | undefined;
  /** The file whose place it takes once it is ready. */
  readonly replaces?: MaterialFileId | undefined;
  readonly replacedAt?: Instant | undefined;
  /** Tells one request from another under the same key. */
  readonly request: string;
};

/** Where what stands for a material comes from: each service that holds some merges its name into this. */
export interface HeldSources {
  CITIZEN_REGISTER: true;
  ENTERPRISE_REGISTER: true;
}

/** The proof that is kept of a record that is not the platform's own: each service that brings one merges it into this. */
// biome-ignore lint/suspicious/noEmptyInterface: each service that brings such records merges their proof into this
export interface Evidence {}

/** A record as its source states it. */
export type HeldStatement = {
  /** The source's name for it, for example an account's number. */
  readonly reference: string;
  /** The day as of which the source stated it. */
  readonly statedOn: CivilDate;
};

/** A record that stands for a material. */
export type HeldMaterial = HeldStatement & { readonly source: keyof HeldSources };

/**
 * A record that stood for a material, looked at again: it still does, another takes its place, nothing stands for it any more, or
 * those who know did not answer.
 */
export type SecondLook =
  | { readonly how: "STANDS" }
  | { readonly how: "GIVES_WAY"; readonly to: HeldStatement }
  | { readonly how: "OVER"; readonly end: RecordEnd }
  | { readonly how: "UNANSWERED" };

/** The record that stands for a material since the case was handed in. */
export type FilledMaterial = HeldMaterial & {
  readonly material: string;
  readonly takenAt: Instant;
  /** Of one that the applicant has brought. */
  readonly brought?: Brought | undefined;
  /** The member of the household whose it is, by their consent; none for the subject's own. */
  readonly member?: CitizenId | undefined;
  /** The fields of a licence that the item asks for. */
  readonly fields?: readonly string[] | undefined;
  /** The record that stood for it when the case was handed in, where another has taken its place since. */
  readonly handedIn?: (HeldStatement & { readonly takenAt: Instant }) | undefined;
  /** It was found to stand for nothing any more when the case was worked on, and nothing else took its place. */
  readonly over?: { readonly how: RecordEnd; readonly noticedAt: Instant } | undefined;
  /** Since then those who know whether it still stands were asked, and did not answer. */
  readonly unansweredSince?: Instant | undefined;
};

/** A record that the applicant has brought from elsewhere: it stands for a material of a draft until then. */
export type Brought = { readonly until: Instant; readonly evidence: Evidence };

/** The materials of one case: every file that was announced, and what was filled. */
export type CaseMaterials = MemberAsks & {
  readonly application: ApplicationId;
  readonly files: readonly MaterialFile[];
  readonly filled: readonly FilledMaterial[];
  /** Brought by the applicant, at most one for each material: the last. */
  readonly brought?: readonly FilledMaterial[] | undefined;
  readonly revision: number;
};

/** A material as the case's item asks for it. */
export type AskedMaterial = {
  readonly code: string;
  readonly required: boolean;
  readonly replacedByLicence?: string;
  readonly licenceOf?: "HOUSEHOLD";
  readonly licenceFields?: readonly string[];
  readonly filledBy?: HeldRecord;
};

/** As much of a case as its materials depend on. */
export type MaterialCase = {
  readonly asked: readonly AskedMaterial[];
  /** Whether the applicant can change it now. */
  readonly isOpen: boolean;
  /** While a correction is asked for: the materials that its notice names, and since when. */
  readonly correction?: { readonly materials: readonly string[]; readonly at: Instant } | undefined;
};

/** Whether it is looked up anew each time what stands for its materials. */
export const isDraft = ({ isOpen, correction }: MaterialCase): boolean => isOpen && !correction;

export const isNamed = ({ correction }: MaterialCase, code: string): boolean =>
  !!correction?.materials.includes(code);

/** Whether files can be sent for a material now: in a draft for each, in a correction for those that are named. */
export const takesFiles = (kase: MaterialCase, code: string): boolean =>
  kase.isOpen && (!kase.correction || isNamed(kase, code));

/** Why nothing is taken for a material now. */
export type NotOpen = {
  readonly code: "MATERIAL_UNKNOWN" | "MATERIAL_NOT_OPEN" | "MATERIAL_HELD" | "MATERIAL_OF_HOUSEHOLD";
  readonly path: readonly string[];
};

/** Why nothing can be sent or brought for a material; `held` is what stands for it by the platform's own records. */
export function whyNotOpen(
  kase: MaterialCase,
  material: string,
  held: HeldMaterial | undefined,
): NotOpen | undefined {
  const refuse = (code: NotOpen["code"]): NotOpen => ({ code, path: ["material"] });
  if (!kase.asked.some(({ code }) => code === material)) return refuse("MATERIAL_UNKNOWN");
  if (!takesFiles(kase, material)) return refuse("MATERIAL_NOT_OPEN");
  return held && !isNamed(kase, material) ? refuse("MATERIAL_HELD") : undefined;
}

/** In force of one material at once. */
const FILES_PER_MATERIAL_MAX = 10;
/** On record of one case, replaced and rejected ones included: the record stays below some 40 kB. */
const FILES_PER_CASE_MAX = 100;
/** Announced and not sent by then, a file is forgotten. */
const AWAITED_MS = 2 * DAY_MS;

export type NotUploadable = {
  readonly code: NotOpen["code"] | "FILE_TO_REPLACE_UNKNOWN" | "TOO_MANY_FILES";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

export type Announcement = Pick<
  MaterialFile,
  "id" | "material" | "name" | "type" | "sizeBytes" | "sha256" | "replaces" | "request"
>;

/**
 * Takes note of a file that is about to be sent, for a material that is open: in a draft each that nothing stands for,
 * in a correction those that the notice names.
 */
export function announce(
  materials: CaseMaterials,
  kase: MaterialCase,
  announced: Announcement,
  { held, now }: { readonly held: HeldMaterial | undefined; readonly now: Instant },
): Result<CaseMaterials, NotUploadable> {
  const { material, replaces } = announced;
  const refuse = (code: NotUploadable["code"], field: string, max = 0) =>
    err({ code, values: { max: String(max) }, path: [field] });
  const closed = whyNotOpen(kase, material, held);
  if (closed) return err(closed);
  const files = materials.files.filter(
    ({ status, requestedAt }) => status !== "AWAITED" || now < plusMs(requestedAt, AWAITED_MS),
  );
  const replaced = files.find(({ id }) => id === replaces);
  if (replaces !== undefined && (replaced?.material !== material || replaced.status !== "READY")) {
    return refuse("FILE_TO_REPLACE_UNKNOWN", "replaces");
  }
  const inForce = files.filter((file) => file.material === material && isInForce(file) && file !== replaced);
  if (inForce.length >= FILES_PER_MATERIAL_MAX)
    return refuse("TOO_MANY_FILES", "material", FILES_PER_MATERIAL_MAX);
  if (files.length >= FILES_PER_CASE_MAX) return refuse("TOO_MANY_FILES", "material", FILES_PER_CASE_MAX);
  const file: MaterialFile = { ...announced, status: "AWAITED", requestedAt: now };
  return ok(withFiles(materials, [...files, file]));
}

const isInForce = ({ status }: MaterialFile): boolean => status !== "REJECTED" && status !== "REPLACED";

const withFiles = (materials: CaseMaterials, files: readonly MaterialFile[]): CaseMaterials => ({
  ...{ ...materials, files, revision: materials.revision + 1 },
});

/** The state of the bytes: not there yet, not scanned yet, taken, or why not. */
export type Inspection = "MISSING" | "PENDING" | "TAKEN" | Rejection;

export type NotReceivable = {
  readonly code: "UPLOAD_MISSING" | "MATERIAL_NOT_OPEN";
  readonly path: readonly string[];
};

/** Whether a file still waits for its bytes, or for the scanner. */
export const isUnderWay = ({ status }: MaterialFile): boolean =>
  status === "AWAITED" || status === "SCANNING";

/** Takes note of what was found of a file's bytes; once it is ready, the file that it replaces goes out of force. */
export function receive(
  materials: CaseMaterials,
  file: MaterialFile,
  found: Inspection,
  now: Instant,
): Result<CaseMaterials, NotReceivable> {
  if (found === "MISSING") return err({ code: "UPLOAD_MISSING", path: ["file"] });
  const uploaded = { ...file, uploadedAt: file.uploadedAt ?? now };
  if (found === "PENDING" && file.status === "SCANNING") return ok(materials);
  const next: MaterialFile =
    found === "PENDING"
      ? { ...uploaded, status: "SCANNING" }
      : found === "TAKEN"
        ? { ...uploaded, status: "READY" }
        : { ...uploaded, status: "REJECTED", rejection: found };
  const files = materials.files.map((one): MaterialFile => {
    if (one.id === file.id) return next;
    const isReplaced = next.status === "READY" && one.id === file.replaces;
    return isReplaced ? { ...one, status: "REPLACED", replacedAt: now } : one;
  });
  return ok(withFiles(materials, files));
}

/** The files and records that stand for materials when the case is handed in, kept as they stood then. */
export const fill = (materials: CaseMaterials, filled: readonly FilledMaterial[]): CaseMaterials => ({
  ...{ ...materials, filled, revision: materials.revision + 1 },
});
