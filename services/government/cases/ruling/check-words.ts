import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import type { CheckTrace } from "./ruling.ts";

/** A check as the rule has it, without what came of it: the same for all cases that it was asked of in the same words. */
export type CheckWords = Pick<CheckTrace, "code" | "name" | "ground" | "advice"> & {
  /** The places that it reads. */
  readonly reads: readonly string[];
};

/** The outcome of a check in one case: the result, the values that were read, and the finding where it is not the name. */
export type CheckOutcome = readonly [
  result: CheckTrace["result"],
  values: readonly string[],
  finding?: CheckTrace["finding"],
];

export const wordsOf = (checks: readonly CheckTrace[]): readonly CheckWords[] =>
  checks.map(({ code, name, ground, advice, inputs }) => ({
    ...{ code, name, ground, advice, reads: inputs.map(({ path }) => path) },
  }));

/** Tells words from any other: a trace names those that it is to be read with, and nobody can change them. */
export const digestOf = (words: readonly CheckWords[]): string =>
  fingerprintOf(
    words.map(({ code, name, ground, advice, reads }) => [
      ...[code, name.zh, name.en, ground?.law ?? null, ground?.article ?? null],
      ...[advice.zh, advice.en, reads],
    ]),
  );

export const outcomesOf = (checks: readonly CheckTrace[]): readonly CheckOutcome[] =>
  checks.map(({ result, inputs, name, finding }) => {
    const values = inputs.map(({ value }) => value);
    const isName = finding.zh === name.zh && finding.en === name.en;
    return isName ? [result, values] : [result, values, finding];
  });

/** The trace again. Throws where words and outcomes are not of the same checks. */
export function tracesOf(
  words: readonly CheckWords[],
  outcomes: readonly CheckOutcome[],
): readonly CheckTrace[] {
  if (words.length !== outcomes.length) throw new Error("a trace is not of the checks that it names");
  return words.map(({ reads, ...check }, i) => {
    const [result = "UNCLEAR", values = [], finding = check.name] = outcomes[i] ?? [];
    if (values.length !== reads.length) throw new Error(`the trace of ${check.code} reads otherwise`);
    return { ...check, result, finding, inputs: reads.map((path, n) => ({ path, value: values[n] ?? "" })) };
  });
}
