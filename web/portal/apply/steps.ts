import type { ApplicationToFill } from "../../shared/forms/application-to-fill.ts";
import { FORM_PAGE, type FormPage } from "../../shared/forms/form-parts.ts";
import { type FieldProblem, problemsOf } from "../../shared/forms/form-view.ts";
import { namesOn, openFields, problemsIn } from "../../shared/forms/open-fields.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";

/** A page of an application; `key` stands in its address. */
export type Step =
  | { readonly kind: "form"; readonly key: string; readonly page: FormPage }
  | { readonly kind: "materials" | "check"; readonly key: string };

/** How a page of the form is called in an address, by its place among them. */
export const formKey = (place: number): string => `page${place + 1}`;

/** Where one goes on from a step: back to the check, for who has come from there. */
export const nextKey = (steps: readonly Step[], step: Step, from: "check" | undefined): string =>
  (from === undefined && steps[steps.indexOf(step) + 1]?.key) || "check";

/** The pages of an application in their order: of one that is sent back those alone on which something is asked for. */
export function stepsOf(application: ApplicationToFill): readonly Step[] {
  const open = openFields(application);
  const formPages = readFragment(FORM_PAGE, application.item.formPages);
  const forms = formPages.map((page, i): Step => ({ kind: "form", key: formKey(i), page }));
  const asked = forms.filter(
    (step) => step.kind === "form" && (!open || namesOn(step.page).some((name) => open.has(name))),
  );
  const materials = application.materials ?? [];
  const hasMaterials = open ? materials.some(({ isEditable }) => isEditable) : materials.length > 0;
  return [
    ...asked,
    ...(hasMaterials ? [{ kind: "materials", key: "materials" } as const] : []),
    { kind: "check", key: "check" },
  ];
}

const isOfMaterials = ({ path }: FieldProblem): boolean => path[0] === "materials";

const materialProblems = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter(isOfMaterials);

/**
 * The first page with something to do; the last where there is nothing. As far as the platform could tell, an application that is
 * sent back was right, so one begins with the first.
 */
export function firstStepToDo(application: ApplicationToFill, steps: readonly Step[]): Step | undefined {
  if (application.status === "CORRECTION") return steps[0];
  const problems = problemsIn(application);
  return steps.find(
    (step) =>
      step.kind === "check" ||
      (step.kind === "form"
        ? problemsOf(problems, namesOn(step.page)).length > 0
        : materialProblems(problems).length > 0),
  );
}

/** The page on which a problem is put right. */
export function stepOf(problem: FieldProblem, steps: readonly Step[]): Step | undefined {
  if (isOfMaterials(problem)) return steps.find(({ kind }) => kind === "materials");
  const name = problem.path[1] ?? "";
  return steps.find((step) => step.kind === "form" && namesOn(step.page).includes(name));
}
