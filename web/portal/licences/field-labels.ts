import type { Text } from "../../shared/texts/text.ts";

const entryOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const isText = (value: unknown): value is Text =>
  typeof entryOf(value, "zh") === "string" && typeof entryOf(value, "en") === "string";

/** The label of a field in the content of a licence type; undefined where it has no such field. */
export function fieldLabel(content: Readonly<Record<string, unknown>>, field: string): Text | undefined {
  const label = entryOf(entryOf(content["properties"], field), "x-label");
  return isText(label) ? label : undefined;
}
