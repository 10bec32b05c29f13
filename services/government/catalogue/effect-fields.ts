import { isFields } from "../../kernel/fields.ts";
import type { EffectStatement } from "./approval-effect.ts";
import type { Violation } from "./item-terms.ts";

/**
 * The fields that an item's effect reads and its form does not ask for. One counts only where it stands under the
 * form's own `properties`, is required there without a condition, and takes nothing but texts of the format.
 */
export function unaskedFields(
  form: Readonly<Record<string, unknown>>,
  effect: Pick<EffectStatement, "asks"> | undefined,
): Violation[] {
  const { properties, required } = form;
  return (effect?.asks ?? []).flatMap(({ name, format }) => {
    const field = isFields(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const isAsked = isFields(field) && field["type"] === "string" && field["format"] === format;
    const isRequired = Array.isArray(required) && required.includes(name);
    const path = ["form", "properties", name];
    return isAsked && isRequired
      ? []
      : [{ code: "EFFECT_FIELD_MISSING" as const, values: { field: name, format }, path }];
  });
}
