import { readFragment } from "../generated/fragment-masking.ts";
import type { ApplicationToFill } from "./application-to-fill.ts";
import { type FormPage, fieldsIn } from "./form-parts.ts";
import { FIELD_PROBLEM, type FieldProblem } from "./form-view.ts";

/** The first names of a page's fields. */
export const namesOn = ({ fields }: FormPage): readonly string[] =>
  fieldsIn(fields, []).map(({ name }) => name);

/** The fields that a correction notice opens; undefined where all of them are open. */
export const openFields = ({ status, correction }: ApplicationToFill): ReadonlySet<string> | undefined =>
  status === "CORRECTION" ? new Set(correction?.fields.map(({ name }) => name)) : undefined;

/** The problems as the platform tells them of the application as it was saved. */
export const problemsIn = (application: ApplicationToFill): readonly FieldProblem[] =>
  application.problems.map((one) => readFragment(FIELD_PROBLEM, one));
