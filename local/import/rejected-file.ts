import { type FileHandle, open, rm, stat, truncate } from "node:fs/promises";
import { isSystemError } from "../setup-problem.ts";

/** The refused rows of a file, beside it. They hold identity numbers: nobody but its owner may read them. */
export type RejectedFile = {
  /** Appends lines, whose characters are bytes (latin1), and gives the file's length; makes it for the first one. */
  readonly append: (lines: readonly string[]) => Promise<number>;
  readonly close: () => Promise<void>;
};

const MODE = 0o600;

export const rejectedFile = (file: string): string => `${file}.rejected`;

/** Whether the file still holds what it held when it was `bytes` long. */
export async function stillHolds(file: string, bytes: number): Promise<boolean> {
  if (bytes === 0) return true;
  try {
    return (await stat(rejectedFile(file))).size >= bytes;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    throw error;
  }
}

/** Goes on behind the first `bytes`, or anew at 0; what an import that ended later has left behind them is dropped. */
export async function openRejected(file: string, header: string, bytes: number): Promise<RejectedFile> {
  const path = rejectedFile(file);
  if (bytes > 0) await truncate(path, bytes);
  else await rm(path, { force: true });
  let length = bytes;
  let opened: FileHandle | undefined;
  return {
    append: async (lines) => {
      if (lines.length === 0) return length;
      opened ??= await open(path, "a", MODE);
      const all = length === 0 && header ? [header, ...lines] : lines;
      const text = Buffer.from(`${all.join("\n")}\n`, "latin1");
      await opened.appendFile(text);
      length += text.length;
      return length;
    },
    close: async () => opened?.close(),
  };
}
