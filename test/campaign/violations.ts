import { SEED } from "./campaigns.ts";

/** One broken promise, and the run that has shown it. */
export type Violation = {
  readonly file: string;
  readonly seed: string;
  readonly promise: string;
  readonly what: string;
};

type Run = { readonly file: string; readonly seed: string };

/** The report of vitest's reporter "json", as far as it is read here. */
type Report = {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const WHAT_LENGTH_MAX = 2_000;

/** The promises that a run found broken; a run that broke down without one has kept none. */
export function violationsIn(run: Run, text: string | undefined, lastWords: string): readonly Violation[] {
  const violation = (promise: string, what: string): Violation => ({
    ...{ ...run, promise },
    what: what.slice(0, WHAT_LENGTH_MAX),
  });
  if (text === undefined) return [violation("a run comes to its end", lastWords)];
  const { success, testResults }: Report = JSON.parse(text);
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => violation(fullName, failureMessages.join("\n"))),
  );
  if (success || failed.length > 0) return failed;
  return [violation("a run comes to its end", testResults.map(({ message }) => message).join("\n"))];
}

/** A violation with the command that shows it again. */
export const tellViolation = ({ file, seed, promise, what }: Violation): string =>
  [
    `NOT KEPT: ${promise}`,
    ...what.split("\n").map((line) => `    ${line}`),
    `  again: ${SEED}=${seed} npx vitest run ${file}`,
  ].join("\n");
