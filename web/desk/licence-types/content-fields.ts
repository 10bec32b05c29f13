import type { Text } from "../../shared/texts/text.ts";
import { asText, asValues, type Values } from "../drafts/values.ts";

const contentOf = (values: Values): Values => asValues(values["content"]);

/** The schemas of the fields at the top of a type's content, by their names. */
export const contentFields = (values: Values): Values => asValues(contentOf(values)["properties"]);

/** A field as people know it; its name for programs where it has no label yet. */
export function fieldText(values: Values, name: string): Text {
  const { zh, en } = asValues(asValues(contentFields(values)[name])["x-label"]);
  return { zh: asText(zh) || name, en: asText(en) || name };
}

/** The names of fields before and after a change in which one of them was called otherwise; undefined for any other change. */
export function renaming(
  next: Values,
  before: Values,
): { readonly from: string; readonly to: string } | undefined {
  const [names, earlier] = [next, before].map((values) => Object.keys(contentFields(values)));
  if (!names || !earlier || names.length !== earlier.length) return undefined;
  const [from, ...gone] = earlier.filter((name) => !names.includes(name));
  const to = names.find((name) => !earlier.includes(name));
  if (from === undefined || to === undefined || gone.length > 0) return undefined;
  return earlier.indexOf(from) === names.indexOf(to) ? { from, to } : undefined;
}
