import { checkText } from "../../kernel/text.ts";

/** Looks no deeper than `depth`, so that no input can exhaust the stack. */
export function faultIn(value: unknown, depth: number): "FORM_TOO_DEEP" | "CONTROL_CHARACTERS" | undefined {
  if (typeof value === "string") {
    return checkText(value, 0, Number.POSITIVE_INFINITY).ok ? undefined : "CONTROL_CHARACTERS";
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === 0) return "FORM_TOO_DEEP";
  for (const [name, inner] of Object.entries(value)) {
    const fault = faultIn(name, depth) ?? faultIn(inner, depth - 1);
    if (fault) return fault;
  }
  return undefined;
}
