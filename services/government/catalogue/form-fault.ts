import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText } from "../../kernel/text.ts";
import type { Violation } from "./item-terms.ts";
import type { Form } from "./service-item.ts";

const DEPTH_MAX = 32;
const BYTES_MAX = 64 * 1024;

/** The form as JSON can keep it. */
export function checkForm(form: Form): Result<Form, Violation> {
  const fault = faultIn(form, DEPTH_MAX);
  if (fault) return err({ code: fault, values: { max: String(DEPTH_MAX) }, path: ["form"] });
  const json = JSON.stringify(form);
  if (Buffer.byteLength(json) > BYTES_MAX) {
    return err({ code: "FORM_TOO_LARGE", values: { max: String(BYTES_MAX) }, path: ["form"] });
  }
  return ok(JSON.parse(json));
}

/** Looks no deeper than `depth`, so that no input can exhaust the stack. */
function faultIn(value: unknown, depth: number): "FORM_TOO_DEEP" | "CONTROL_CHARACTERS" | undefined {
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
