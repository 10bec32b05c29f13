import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import type { FormData } from "../application.ts";

/** Bounds of what can be filled in, whatever the item asks for. */
const FORM_BYTES_MAX = 32_768;
const FORM_DEPTH_MAX = 8;
const TEXT_LENGTH_MAX = 4_000;

export type UnusableForm = {
  readonly code: "FORM_TOO_LARGE" | "FORM_TOO_DEEP" | "TEXT_LENGTH" | "CONTROL_CHARACTERS";
  readonly values: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** A form as it can be kept: its texts trimmed and in Unicode's composed form. Errors name the place. */
export function checkForm(form: FormData): Result<FormData, UnusableForm> {
  const checked = checkObject(form, ["form"]);
  if (!checked.ok) return checked;
  if (Buffer.byteLength(JSON.stringify(checked.value)) > FORM_BYTES_MAX) {
    return err({ code: "FORM_TOO_LARGE", values: { max: String(FORM_BYTES_MAX) }, path: ["form"] });
  }
  return checked;
}

function checkObject(object: object, path: readonly string[]): Result<FormData, UnusableForm> {
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    const checked = checkValue(value, [...path, name]);
    if (!checked.ok) return checked;
    kept.push([name, checked.value]);
  }
  return ok(Object.fromEntries(kept));
}

/** Looks no deeper than the bound, so that no input can exhaust the stack. */
function checkValue(value: unknown, path: readonly string[]): Result<unknown, UnusableForm> {
  if (typeof value === "string") {
    const text = checkText(value, 0, TEXT_LENGTH_MAX);
    return text.ok ? text : err({ ...text.error, path });
  }
  if (typeof value !== "object" || value === null) return ok(value);
  if (path.length > FORM_DEPTH_MAX) {
    return err({ code: "FORM_TOO_DEEP", values: { max: String(FORM_DEPTH_MAX) }, path });
  }
  if (!Array.isArray(value)) return checkObject(value, path);
  const kept: unknown[] = [];
  for (const [i, element] of value.entries()) {
    const checked = checkValue(element, [...path, String(i)]);
    if (!checked.ok) return checked;
    kept.push(checked.value);
  }
  return ok(kept);
}
