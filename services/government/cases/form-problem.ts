import type { MessageCode } from "../../kernel/message.ts";
import { type LocalizedText, labelOf, materialOf, type ServiceItem } from "../catalogue/index.ts";

/** A mistake in a form, and its place: `path` leads to the field, so that a front-end can show it beside it. */
export type FormProblem = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
  /** Values that each language says in its own words. */
  readonly words?: Readonly<Record<string, LocalizedText>>;
  /** The part of the application; the form where it is not said. */
  readonly under?: "materials";
  readonly path: readonly string[];
};

/** A problem with the name of its field, its material, or the form as a whole. */
export type NamedProblem = FormProblem & { readonly label: LocalizedText };

/** Names what each problem is about, as the item calls it. */
export const nameProblems = (
  { form, materials }: Pick<ServiceItem, "form" | "materials">,
  problems: readonly FormProblem[],
): readonly NamedProblem[] =>
  problems.map((problem) => {
    const [code] = problem.path;
    const material = problem.under && materialOf({ materials }, code);
    return { ...problem, label: material ? material.name : labelOf(form, problem.path) };
  });
