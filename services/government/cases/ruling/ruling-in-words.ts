import { type InputWords, inputWords } from "../../catalogue/index.ts";
import type { CheckedInput, CheckTrace, Ruling } from "./ruling.ts";

type NamedInput = CheckedInput & InputWords;

/** A decision by rule as people read it. */
export type RulingInWords = Omit<Ruling, "checks"> & {
  readonly checks: readonly (Omit<CheckTrace, "inputs"> & { readonly inputs: readonly NamedInput[] })[];
};

/** Its inputs by their names. Told as it is read: a trace keeps the values alone. */
export const inWords = (ruling: Ruling, terms: Parameters<typeof inputWords>[2]): RulingInWords => ({
  ...ruling,
  checks: ruling.checks.map((check) => ({
    ...check,
    inputs: check.inputs.map((input) => ({
      ...input,
      ...inputWords(input.path, JSON.parse(input.value), terms),
    })),
  })),
});
