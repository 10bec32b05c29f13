import type { Problem } from "../../shared/ui/problem.ts";

/** All that is wrong with a control, by its id. */
export const problemAt = (id: string, problems: readonly Problem[]): string | undefined =>
  problems
    .filter(({ field }) => field === id)
    .map(({ text }) => text)
    .join(" ") || undefined;
