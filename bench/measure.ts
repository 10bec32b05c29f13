import type { TestPlatform } from "../test/support/platform.ts";

/** One line of the report. */
export type Figure = { readonly what: string; readonly measured: string; readonly bound: string };

/** The figures as docs/measured.md has them. */
export function printTable(figures: readonly (Figure & { readonly command: string })[]): void {
  console.log("| what | measured | bound | command |\n| --- | --- | --- | --- |");
  for (const { what, measured, bound, command } of figures)
    console.log(`| ${what} | ${measured} | ${bound} | \`${command}\` |`);
}

export type Operation = () => Promise<unknown>;

const BLOCKS = 60;
const WARM_BLOCKS = 10;
const BLOCK = 50;

/**
 * Median milliseconds of each operation. They take turns in blocks, so that a noisy machine slows all of them
 * alike and each runs as warm as it would alone.
 */
export async function medians<N extends string>(
  operations: Readonly<Record<N, Operation>>,
  blocks = BLOCKS,
): Promise<Record<N, number>> {
  const names = Object.keys(operations) as N[];
  const taken = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let block = 0; block < blocks; block += 1) {
    for (const name of names) {
      for (let i = 0; i < BLOCK; i += 1) {
        const ms = await millisecondsOf(operations[name]);
        if (block >= WARM_BLOCKS) taken.get(name)?.push(ms);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<N, number>;
}

async function millisecondsOf(operation: Operation): Promise<number> {
  const started = performance.now();
  await operation();
  return performance.now() - started;
}

/** The log line of the last request: what it cost, by name. */
export const lastCost = ({ logs }: Pick<TestPlatform, "logs">): Readonly<Record<string, unknown>> =>
  logs.findLast(({ message }) => message === "request") ?? {};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Operations per second with `concurrency` of them under way at any time. */
export async function throughput(operation: Operation, concurrency: number, forMs: number): Promise<number> {
  const until = performance.now() + forMs;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      await operation();
      done += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (done / (performance.now() - started)) * 1_000;
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;
