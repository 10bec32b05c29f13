import { readFile, rm } from "node:fs/promises";
import { err, ok, type Result } from "../../services/kernel/result.ts";
import { replaceText } from "../settings.ts";
import { isSystemError } from "../setup-problem.ts";
import type { Counts } from "./counts.ts";
import type { Place } from "./source-file.ts";

/** How far an import has come: everything before `place` stands in the database and in the file of refused rows. */
export type Checkpoint = {
  /** Tells the file by its content. */
  readonly fileId: string;
  /** Tells the platform and the mode. */
  readonly target: string;
  readonly place: Place;
  /** The length of the file of refused rows. */
  readonly rejectedBytes: number;
  readonly counts: Counts;
};

const checkpointFile = (file: string): string => `${file}.checkpoint`;

/** Undefined where there is none. `written` are the things that the file's rows can come to. */
export async function readCheckpoint(
  file: string,
  written: readonly string[],
): Promise<Result<Checkpoint, "is damaged"> | undefined> {
  try {
    const checkpoint = parse(await readFile(checkpointFile(file), "utf8"), written);
    return checkpoint ? ok(checkpoint) : err("is damaged");
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parse(text: string, written: readonly string[]): Checkpoint | undefined {
  try {
    const { fileId, target, place, rejectedBytes, counts } = JSON.parse(text);
    const checkpoint: Checkpoint = {
      fileId,
      target,
      place: { position: place.position, line: place.line },
      rejectedBytes,
      counts: {
        read: counts.read,
        // One that was written before files could state a kind of rows has counted none.
        written: Object.fromEntries(written.map((one) => [one, counts.written[one] ?? 0])),
        refused: counts.refused,
        problems: { ...counts.problems },
      },
    };
    return isWhole(checkpoint) ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

function isWhole({ fileId, target, place, rejectedBytes, counts }: Checkpoint): boolean {
  const numbers = [
    place.position,
    place.line,
    rejectedBytes,
    counts.read,
    counts.refused,
    ...Object.values(counts.written),
    ...Object.values(counts.problems),
  ];
  return (
    typeof fileId === "string" &&
    typeof target === "string" &&
    numbers.every((each) => Number.isSafeInteger(each) && each >= 0)
  );
}

/** Replaces the one before at once and whole. */
export const writeCheckpoint = (file: string, checkpoint: Checkpoint): Promise<void> =>
  replaceText(checkpointFile(file), `${JSON.stringify(checkpoint)}\n`);

export const removeCheckpoint = (file: string): Promise<void> => rm(checkpointFile(file), { force: true });
