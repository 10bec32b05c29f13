import type { RowProblem } from "../../services/field/register-file/row-problem.ts";
import { allWritten, type Counts } from "./counts.ts";

const LINE_EVERY_MS = 3_000;

const number = new Intl.NumberFormat("en");
const say = (count: number): string => number.format(count);

/** Tells on the error output how far an import is: one line rewritten on a terminal, else a line now and then. */
export type Progress = { readonly show: (counts: Counts, share: number) => void; readonly end: () => void };

export function startProgress(before: Counts, out: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let shown = started;
  let isOpen = false;
  return {
    show: (counts, share) => {
      const now = performance.now();
      if (!out.isTTY && now - shown < LINE_EVERY_MS) return;
      shown = now;
      const perSecond = Math.round((counts.read - before.read) / ((now - started) / 1_000));
      const line = `${Math.floor(share * 100)} %: ${say(counts.read)} rows read, ${say(allWritten(counts))} written, ${say(counts.refused)} refused, ${say(perSecond)} rows/s`;
      out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
      isOpen = out.isTTY;
    },
    end: () => {
      if (isOpen) out.write("\n");
      isOpen = false;
    },
  };
}

export type Ending = {
  readonly counts: Counts;
  /** The counts that stood in the checkpoint that this import went on from. */
  readonly before: Counts;
  readonly seconds: number;
  readonly rejected: string;
};

/** The work of an import that reached the end of its file. */
export function summaryOf({ counts, before, seconds, rejected }: Ending): string {
  const { read, written, refused, problems } = counts;
  const rows = read - before.read;
  const lines = [
    `${say(read)} rows read: ${say(allWritten(counts))} written, ${say(refused)} refused`,
    `  written: ${Object.entries(written)
      .map(([type, count]) => `${type} ${say(count)}`)
      .join(", ")}`,
  ];
  const byCount = Object.entries(problems).sort(([, a], [, b]) => b - a);
  for (const [code, count] of byCount) lines.push(`  refused: ${code} ${say(count)}`);
  const same = read - allWritten(counts) - refused;
  if (same > 0) lines.push(`  unchanged: ${say(same)}, which say what the platform has`);
  if (before.read > 0) lines.push(`  before this run: ${say(before.read)} rows`);
  lines.push(`${seconds.toFixed(1)} s, ${say(Math.round(rows / seconds))} rows/s`);
  if (refused > 0) lines.push(`The refused rows, with their lines and what is wrong, are in ${rejected}`);
  return lines.join("\n");
}

/** "NOT_A_DATE balanceOn: balanceOn is not a date …; …" */
export const problemsText = <C extends string>(
  problems: readonly RowProblem<C>[],
  sentenceOf: (problem: RowProblem<C>) => string,
): string => problems.map((each) => `${each.code}: ${sentenceOf(each)}`).join("; ");
