import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import { isFieldName } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";

/** Bounds of what can be filled in, whatever the item asks for. */
const FORM_BYTES_MAX = 32_768;
const FORM_DEPTH_MAX = 8;
const TEXT_LENGTH_MAX = 4_000;
/** Texts, numbers, lists and all else that a form holds: an item's form is asked of each of them. */
const VALUES_MAX = 1_000;

export type UnusableForm = {
  readonly code:
    | "FORM_TOO_LARGE"
    | "FORM_TOO_DEEP"
    | "FORM_VALUES_TOO_MANY"
    | "FORM_FIELD_UNKNOWN"
    | "TEXT_LENGTH"
    | "CONTROL_CHARACTERS";
  readonly values: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** A form as it can be kept: its texts trimmed and in Unicode's composed form. Errors name the place. */
export function checkForm(form: FormData): Result<FormData, UnusableForm> {
  if (countValues(form, VALUES_MAX) > VALUES_MAX) {
    return err({ code: "FORM_VALUES_TOO_MANY", values: { max: String(VALUES_MAX) }, path: ["form"] });
  }
  const checked = checkObject(form, ["form"]);
  if (!checked.ok) return checked;
  if (Buffer.byteLength(JSON.stringify(checked.value)) > FORM_BYTES_MAX) {
    return err({ code: "FORM_TOO_LARGE", values: { max: String(FORM_BYTES_MAX) }, path: ["form"] });
  }
  return checked;
}

/** Counts no further than to one more than `max`. */
function countValues(form: FormData, max: number): number {
  const open: unknown[] = [form];
  let count = 0;
  for (let value = open.pop(); value !== undefined && count <= max; value = open.pop()) {
    const inner = typeof value === "object" && value !== null ? Object.values(value) : [];
    count += inner.length;
    if (count <= max) open.push(...inner);
  }
  return count;
}

const UNREADABLE = { name: "…", known: "—" };

function checkObject(object: object, path: readonly string[]): Result<FormData, UnusableForm> {
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    // No form can ask for it, and it is not said again: it may be long, or no text at all.
    if (!isFieldName(name)) return err({ code: "FORM_FIELD_UNKNOWN", values: UNREADABLE, path });
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
