import { randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import type { Settled } from "../../services/field/register-file/row.ts";
import type { Mode } from "../../services/kernel/actor.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { isSystemError, SetupProblem } from "../setup-problem.ts";
import { isFailure, reasonOf, type Target } from "../target.ts";
import { type Checkpoint, readCheckpoint, removeCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { add, type Counts, nothingOf } from "./counts.ts";
import type { ImportKind } from "./import-kind.ts";
import { problemsText, startProgress, summaryOf } from "./progress.ts";
import { openRejected, rejectedFile, stillHolds } from "./rejected-file.ts";
import { type FileRow, type Format, rowsOf } from "./source-file.ts";

export type Source = {
  readonly path: string;
  readonly file: FileHandle;
  readonly size: number;
  readonly format: Format;
  /** Tells the file by its content. */
  readonly fileId: string;
};

/** The outcomes of the rows, also in words; the import has ended unless the signal stopped it. */
export type Outcome = { readonly ended: boolean; readonly counts: Counts; readonly report: string };

export type Orders = {
  readonly mode: Mode;
  readonly signal: AbortSignal;
  /** Takes a line that cannot wait for the report. */
  readonly notice: (line: string) => void;
};

/**
 * Imports a file from where the last import of it was interrupted, or from its beginning. After every window the
 * refused rows are written first and the checkpoint after them, so that what the checkpoint knows is always there.
 */
export async function runImport<C extends string>(
  kind: ImportKind<C>,
  source: Source,
  target: Target,
  { mode, signal, notice }: Orders,
): Promise<Outcome> {
  const { path, file, size, format, fileId } = source;
  const { secrets, tablePrefix } = target;
  const from = await findStart(
    source,
    { target: secrets.sign(`${kind.name} import ${tablePrefix} ${mode}`), counts: nothingOf(kind.written) },
    notice,
  );
  const rejected = await openRejected(path, format.rejectedHeader, from.rejectedBytes);
  const progress = startProgress(from.counts, process.stderr);
  const started = performance.now();
  let at = from;
  const onSettled = async (settled: Settled<FileRow, string, C>): Promise<void> => {
    const { end, nextLine } = settled.last;
    const lines = settled.refused.map(({ row, problems }) =>
      format.rejectedRow(row, problemsText(problems, kind.sentenceOf)),
    );
    const rejectedBytes = await rejected.append(lines);
    at = { ...at, place: { position: end, line: nextLine }, rejectedBytes, counts: add(at.counts, settled) };
    await writeCheckpoint(path, at);
    progress.show(at.counts, end / size);
  };
  const ports = { ...target, runtime: systemRuntime, requestId: `import-${randomUUID()}` };
  const options = { mode, fileId, reason: basename(path), signal, onSettled };
  let ended = false;
  try {
    // At once, to find out whether it can be written.
    await writeCheckpoint(path, at);
    ended = await kind.run(rowsOf(file, size, format, from.place), options, ports);
  } catch (error) {
    if (!isSystemError(error) && !isFailure(error)) throw error;
    throw new SetupProblem(`the import has failed (${reasonOf(error)}): ${waysOn(at)}`);
  } finally {
    progress.end();
    await rejected.close();
  }
  const { counts } = at;
  if (!ended) return { ended, counts, report: `the import was stopped: ${waysOn(at)}` };
  await removeCheckpoint(path);
  const seconds = (performance.now() - started) / 1_000;
  const report = summaryOf({ counts, before: from.counts, seconds, rejected: rejectedFile(path) });
  if ((await file.stat()).size !== size) notice(`${path} has changed while it was read: import it again`);
  return { ended, counts, report };
}

const waysOn = ({ counts: { read } }: Checkpoint): string =>
  `${read} rows are done; the same command goes on behind them`;

async function findStart(
  { path, format, fileId }: Source,
  given: Pick<Checkpoint, "target" | "counts">,
  notice: Orders["notice"],
): Promise<Checkpoint> {
  const fresh = { ...given, fileId, place: format.start, rejectedBytes: 0 };
  const known = await readCheckpoint(path, Object.keys(given.counts.written));
  if (!known) return fresh;
  const misfit = known.ok ? await misfitOf(known.value, fresh, path) : known.error;
  if (known.ok && !misfit) {
    notice(`goes on behind the ${known.value.counts.read} rows that are done already`);
    return known.value;
  }
  notice(`begins anew: the checkpoint ${misfit}`);
  return fresh;
}

async function misfitOf(known: Checkpoint, now: Checkpoint, path: string): Promise<string | undefined> {
  if (known.fileId !== now.fileId) return "is of another content of the file";
  if (known.target !== now.target) return "is of another platform or mode";
  const isThere = await stillHolds(path, known.rejectedBytes);
  return isThere ? undefined : `knows more refused rows than ${rejectedFile(path)} holds`;
}
