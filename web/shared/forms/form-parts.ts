import { graphql } from "../generated/gql.ts";
import type { FormPagePartsFragment } from "../generated/graphql.ts";

/** A page of a form as people fill it in: all that the renderer reads of an item, in force or a draft. */
export const FORM_PAGE = graphql(`
  fragment FormPageParts on FormPage {
    title {
      zh
      en
    }
    fields {
      name
      path
      widget
      required
      confirms
      example
      pattern
      maxItems
      notBefore
      notAfter
      label {
        zh
        en
      }
      hint {
        zh
        en
      }
      choices {
        value
        label {
          zh
          en
        }
      }
      when {
        path
        values
      }
    }
  }
`);

export type FormPage = FormPagePartsFragment;
export type FormField = FormPage["fields"][number];

/** Stands in a field's path for the place of an entry in a list. */
export const ANY_ENTRY = "*";

const isUnder = (path: readonly string[], above: readonly string[]): boolean =>
  above.every((step, i) => path[i] === step);

/** The fields that stand directly in a group, in the entries of a list, or at the top of a page. */
export function fieldsIn(fields: readonly FormField[], above: readonly string[]): readonly FormField[] {
  return fields.filter(({ path }) => path.length === above.length + 1 && isUnder(path, above));
}

/** The field that an entry of a list is where it is a plain value; undefined where it is made of fields. */
export const plainEntryOf = (fields: readonly FormField[], list: FormField): FormField | undefined =>
  fieldsIn(fields, list.path).find(({ name }) => name === ANY_ENTRY);
