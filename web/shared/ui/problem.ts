import type { AnyEnd } from "../graphql/use-act.ts";

/** A problem of a form: the id of the field that it is about, and what to do about it. */
export type Problem = { readonly field: string; readonly text: string };

/** A refusal that is about a field of the form, by the id of that field. */
export function refusedField(
  ended: AnyEnd | undefined,
  fieldAt: (path: readonly string[]) => string | undefined,
): readonly Problem[] {
  if (ended?.kind !== "refused") return [];
  const field = ended.path && fieldAt(ended.path);
  return field === undefined ? [] : [{ field, text: ended.message }];
}
