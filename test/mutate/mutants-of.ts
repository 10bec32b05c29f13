import { readFile } from "node:fs/promises";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** One small change of a file, which a test should notice. */
export type Mutant = {
  readonly id: string;
  /** As editors count lines, from 1. */
  readonly line: number;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
};

const SILENT = {
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => true, isErrorEnabled: () => true, isFatalEnabled: () => true },
  ...{ trace: () => undefined, debug: () => undefined, info: () => undefined },
  ...{ warn: console.warn, error: console.error, fatal: console.error },
};

/** The file with all its mutants inside, each behind a switch, and what they are. */
export async function mutantsOf(
  path: string,
): Promise<{ readonly code: string; readonly mutants: readonly Mutant[] }> {
  const content = await readFile(path, "utf8");
  const lines = content.split("\n");
  const options = { plugins: null, ignorers: [], excludedMutations: [] };
  const { files, mutants } = await new Instrumenter(SILENT).instrument(
    [{ name: path, content, mutate: true }],
    options,
  );
  return {
    code: files[0]?.content ?? "",
    mutants: mutants.map(({ id, mutatorName, replacement, location: { start, end } }) => ({
      ...{ id, kind: mutatorName, line: start.line + 1, after: onOneLine(replacement) },
      before: onOneLine(between(lines, start, end)),
    })),
  };
}

type Place = { readonly line: number; readonly column: number };

function between(lines: readonly string[], start: Place, end: Place): string {
  const inside = lines.slice(start.line, end.line + 1);
  const last = inside.length - 1;
  return inside
    .map((line, i) => line.slice(i === 0 ? start.column : 0, i === last ? end.column : undefined))
    .join("\n");
}

const onOneLine = (code: string): string => code.replaceAll(/\s+/g, " ").trim();
