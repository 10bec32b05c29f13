import { useMemo, useState } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import type { Problem } from "./problem.ts";

/** A problem in both languages; one that the platform has told is in the language of the answer. */
export type FoundProblem = { readonly field: string; readonly text: Text | string };

type Problems = {
  /** For the summary: the same list until others are found, because a new one takes the focus. */
  readonly problems: readonly Problem[];
  readonly problemOf: (field: string) => string | undefined;
  readonly find: (found: readonly FoundProblem[]) => void;
};

/** The problems that were found when a form was sent. */
export function useProblems(): Problems {
  const { language } = useTexts();
  const [found, find] = useState<readonly FoundProblem[]>([]);
  const problems = useMemo(
    () => found.map(({ field, text }) => ({ field, text: typeof text === "string" ? text : text[language] })),
    [found, language],
  );
  return { problems, find, problemOf: (field) => problems.find((each) => each.field === field)?.text };
}
