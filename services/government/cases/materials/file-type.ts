import type { MessageCode } from "../../../kernel/message.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";

/** The types that may be sent: by their names in HTTP, and by the bytes that they begin with. */
export const FILE_TYPES = {
  PDF: { contentType: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  JPEG: { contentType: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
  PNG: { contentType: "image/png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** A scanned page has 1 to 3 MB. */
export const FILE_SIZE_MAX_BYTES = 20 * 1_024 * 1_024;
const NAME_LENGTH = { min: 1, max: 100 };

/** Separators of paths, and what some system would read into a name; a leading dot hides a file. */
const NAME_TAKES_NOT = /[/\\:*?"<>|]|^\./;
const SHA256 = /^[0-9a-f]{64}$/;

/** Whether a file begins as one of its type does. */
export const isOfType = (head: Uint8Array, type: FileType): boolean =>
  FILE_TYPES[type].begins.every((byte, i) => head[i] === byte);

/** A file as its sender describes it. */
export type DescribedFile = {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type BadDescription = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** Brings a description into its one form; errors name the field. */
export function checkDescription(given: DescribedFile): Result<DescribedFile, BadDescription> {
  const name = checkText(given.fileName, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["fileName"] });
  if (NAME_TAKES_NOT.test(name.value)) return err({ code: "FILE_NAME_INVALID", path: ["fileName"] });
  const { sizeBytes } = given;
  if (sizeBytes < 1 || sizeBytes > FILE_SIZE_MAX_BYTES) {
    const values = { max: String(FILE_SIZE_MAX_BYTES) };
    return err({ code: "FILE_SIZE_OUT_OF_RANGE", values, path: ["sizeBytes"] });
  }
  const sha256 = given.sha256.toLowerCase();
  if (!SHA256.test(sha256)) return err({ code: "SHA256_INVALID", path: ["sha256"] });
  return ok({ fileName: name.value, sizeBytes, sha256 });
}
