import { useState } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import type { Problem } from "./problem.ts";

/** A problem in both languages; one that the platform has told is in the language of the answer. */
export type FoundProblem = { readonly field: string; readonly text: Text | string };

type Problems = {
  readonly problems: readonly Problem[];
  readonly problemOf: (field: string) => string | undefined;
  readonly find: (found: readonly FoundProblem[]) => void;
};

/** The problems that were found when a form was sent. */
export function useProblems(): Problems {
  const { language } = useTexts();
  const [found, find] = useState<readonly FoundProblem[]>([]);
  const problems = found.map(({ field, text }) => ({
    ...{ field, text: typeof text === "string" ? text : text[language] },
  }));
  return { problems, find, problemOf: (field) => problems.find((each) => each.field === field)?.text };
}
