import type { Mode } from "../actor.ts";
import type { GlobalId } from "../ids.ts";

/** The place of a file. Its owner's name for it is no part of that. */
export type FilePlace = {
  readonly mode: Mode;
  /** The files of one record stand together. */
  readonly record: GlobalId;
  readonly file: GlobalId;
};

/** The one content that may be put there. */
export type ExpectedFile = {
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly contentType: string;
};

/**
 * The request that a front-end sends, as it is written here: another method, header or content is refused by the store.
 */
export type FileLink = {
  readonly method: "GET" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The file that is there, as the store itself has it. */
export type StoredFile = {
  readonly sizeBytes: number;
  /** Hexadecimal; undefined where the store has none. */
  readonly sha256: string | undefined;
  /** Its first bytes, up to `FILE_HEAD_BYTES`. */
  readonly head: Uint8Array;
};

/**
 * Where files are put and fetched past the API, by links that hold for a short time only. A file that was put and is
 * not kept in time goes away; one that is kept stays. Everything may be repeated. Throws where the store does not
 * answer.
 */
export type FileStore = {
  readonly uploadLink: (place: FilePlace, expected: ExpectedFile, seconds: number) => Promise<FileLink>;
  /** The file that was put; undefined where none was. */
  readonly findUpload: (place: FilePlace) => Promise<StoredFile | undefined>;
  /** Moves what was put to where it stays. */
  readonly keep: (place: FilePlace) => Promise<void>;
  /** A link to a kept file; it is saved under `name` and never shown in place. */
  readonly downloadLink: (
    place: FilePlace,
    as: { readonly name: string; readonly contentType: string },
    seconds: number,
  ) => Promise<FileLink>;
};

/** PENDING: not scanned yet. UNSCANNABLE: whether it is clean cannot be told, so it is not taken. */
export type ScanVerdict = "CLEAN" | "INFECTED" | "PENDING" | "UNSCANNABLE";

/** A virus scanner's word about a file that was put and is not kept yet. */
export type VirusScan = (place: FilePlace) => Promise<ScanVerdict>;

export type Files = { readonly store: FileStore; readonly scan: VirusScan };

/** Enough to tell a file's type. */
export const FILE_HEAD_BYTES = 16;

/** Where in the store a file is: among what was put, or among what is kept. */
export const filePath = (prefix: string, { mode, record, file }: FilePlace): string =>
  `${prefix}/${mode}/${record}/${file}`;
