import { formProblems } from "./form-schema.ts";
import { formGaps } from "./forms/form-gaps.ts";
import { type FormPage, formPages } from "./forms/form-pages.ts";
import type { HeldStatements } from "./held-value.ts";
import type { Violation } from "./item-terms.ts";
import { type Form, type FormReview, formViolations } from "./service-item.ts";

/** How a form is looked at before it is published. */
export const reviewOf = (heldValues: HeldStatements): FormReview => ({
  problems: formProblems,
  gaps: (form) => formGaps(form, heldValues),
});

export type FormPreview = { readonly pages: readonly FormPage[]; readonly violations: readonly Violation[] };

/** A form that is being written, as people would fill it in; without pages as long as it is none. */
export function previewForm(form: Form, review: FormReview): FormPreview {
  const violations = formViolations(form, review);
  const isForm = violations.every(({ code }) => code !== "FORM_INVALID");
  return { pages: isForm ? formPages(form) : [], violations };
}
