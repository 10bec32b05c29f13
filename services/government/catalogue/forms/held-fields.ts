import type { HeldStatements } from "../held-value.ts";
import type { Violation } from "../item-terms.ts";
import type { Schema } from "./form-parts.ts";
import { ANY_ENTRY, type WalkedField, walkForm } from "./form-walk.ts";

/** A field that the platform fills in with what it holds. */
export type HeldField = { readonly path: readonly string[]; readonly source: string };

/** The fields that a form lets the platform fill in; `source` is the name that the form gives. */
export const heldFields = (form: Schema): readonly HeldField[] =>
  walkForm(form).flatMap(({ path, schema }) => {
    const source = schema["x-held"];
    return typeof source === "string" && !path.includes(ANY_ENTRY) ? [{ path, source }] : [];
  });

/** Nothing else is asked of such a field: nobody could mend what the platform has filled in. */
const BOUNDS: readonly string[] = ["enum", "const", "pattern", "x-notAfter", "x-notBefore"];

type Gap = Pick<Violation, "code" | "values">;

/** The obstacle that keeps the platform from filling in a field whose form asks for that. */
export function heldGap(
  { path, schema }: WalkedField,
  all: readonly WalkedField[],
  held: HeldStatements,
): Gap | undefined {
  const source = schema["x-held"];
  if (source === undefined) return undefined;
  const statement = typeof source === "string" ? held.get(source) : undefined;
  if (!statement) {
    return {
      code: "FORM_HELD_UNKNOWN",
      values: { source: String(source), known: [...held.keys()].join(", ") },
    };
  }
  const isText = schema["type"] === "string" && schema["format"] === statement.format;
  const groups = all.filter(
    (one) => one.path.length < path.length && one.path.every((step, i) => step === path[i]),
  );
  const isSure =
    !path.includes(ANY_ENTRY) && groups.every(({ isRequired, when }) => isRequired && when.length === 0);
  const isFree = BOUNDS.every((keyword) => schema[keyword] === undefined);
  if (isText && isSure && isFree) return undefined;
  return { code: "FORM_HELD_UNFIT", values: { source: statement.source, format: statement.format ?? "—" } };
}
