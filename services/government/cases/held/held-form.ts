import type { Scope } from "../../../kernel/actor.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { HeldStatement, HeldValue } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";

/** Those of a case's circle who are shown a value; officers see what was handed in. */
export type Readers =
  /** Everybody: it is no secret. */
  | "CIRCLE"
  /** People who act in it themselves, or at a window: the subject, and who may act for them. */
  | "PEOPLE"
  /** The person alone whom it is about. */
  | "OWNER";

/** A kind of value that the platform holds, and who may be shown one. */
export type HeldKind = HeldStatement & {
  readonly readers: Readers;
  /** A partner is shown it, too, whose key and consent hold this for the person whom it is about. */
  readonly scope?: Scope;
  /** How it is shown, where nobody needs all of it to know it by. */
  readonly mask?: (value: string) => string;
};

/** A field of a case's form that the platform has filled in; kept with the form once that is handed in. */
export type HeldMark = {
  readonly path: readonly string[];
  readonly source: HeldValue;
  /** The person whom the value is about, where it is about one. */
  readonly owner?: CitizenId | undefined;
};

/** Such a field with its value. */
export type HeldIn = HeldMark & { readonly value: string };

/** As whom somebody looks at a form. */
export type Viewer =
  | { readonly kind: "OFFICE" }
  | { readonly kind: "PERSON"; readonly id: CitizenId }
  /** `scopesFor` are those that its key and a person's consent hold. */
  | { readonly kind: "PARTNER"; readonly scopesFor: (owner: CitizenId) => readonly Scope[] };

/** A value as somebody may see it; undefined where they may not. */
function shownTo(
  viewer: Viewer,
  { readers, scope, mask }: HeldKind,
  { value, owner }: HeldIn,
): string | undefined {
  if (viewer.kind === "OFFICE") return value;
  const shown = mask ? mask(value) : value;
  if (readers === "CIRCLE") return shown;
  if (viewer.kind === "PERSON") return readers === "PEOPLE" || owner === viewer.id ? shown : undefined;
  return scope && owner && viewer.scopesFor(owner).includes(scope) ? shown : undefined;
}

const isObject = (value: unknown): value is FormData =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path; undefined where there is none. */
export function valueIn(form: FormData, [name = "", ...rest]: readonly string[]): unknown {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (rest.length === 0) return value;
  return isObject(value) ? valueIn(value, rest) : undefined;
}

/** A form with this value at a path, in groups that are made where there are none. */
function withValue(form: FormData, [name = "", ...rest]: readonly string[], value: unknown): FormData {
  const inner = Object.hasOwn(form, name) ? form[name] : undefined;
  const next = rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value);
  return { ...form, [name]: next };
}

/** A form with nothing at a path, nor in a group that was there for it alone. */
function withoutValue(form: FormData, [name = "", ...rest]: readonly string[]): FormData {
  const { [name]: inner, ...others } = form;
  if (inner === undefined) return form;
  if (rest.length === 0 || !isObject(inner)) return rest.length === 0 ? others : form;
  const left = withoutValue(inner, rest);
  return Object.keys(left).length === 0 ? others : { ...form, [name]: left };
}

/** The applicant's own values: without what the platform has filled in. */
export const ownIn = (form: FormData, marks: readonly HeldMark[]): FormData =>
  marks.reduce((left, { path }) => withoutValue(left, path), form);

/** The form with what the platform holds, whatever somebody else has written there. */
export const filledWith = (form: FormData, held: readonly HeldIn[]): FormData =>
  held.reduce((filled, { path, value }) => withValue(filled, path, value), form);

/** The values that stand where a form's marks say that the platform has filled them in. */
export const heldIn = (form: FormData, marks: readonly HeldMark[]): readonly HeldIn[] =>
  marks.flatMap((mark) => {
    const value = valueIn(form, mark.path);
    return typeof value === "string" ? [{ ...mark, value }] : [];
  });

/** Kinds by their names. */
export type HeldKinds = ReadonlyMap<string, HeldKind>;

/** A held field as somebody may see it. */
export type ShownField = HeldMark & { readonly shown: string | undefined };

/** The fields that the platform has filled in, each as somebody may see it. */
export const showHeld = (viewer: Viewer, kinds: HeldKinds, held: readonly HeldIn[]): readonly ShownField[] =>
  held.map(({ value, ...mark }) => {
    const kind = kinds.get(mark.source);
    return { ...mark, shown: kind && shownTo(viewer, kind, { ...mark, value }) };
  });

/** The form as somebody may see it. */
export const shownForm = (form: FormData, fields: readonly ShownField[]): FormData =>
  fields.reduce(
    (left, { path, shown }) =>
      shown === undefined ? withoutValue(left, path) : withValue(left, path, shown),
    form,
  );

/** A caller's own value for a field that the platform has filled in; `path` leads to it. */
export type FieldHeld = { readonly code: "FORM_FIELD_HELD"; readonly path: readonly string[] };

/**
 * Changes without what the platform has filled in: what a caller sends back as it was shown to them is no value of theirs, nor
 * is nothing. Any other is refused, by the first such field.
 */
export function ownChanges(changes: FormData, fields: readonly ShownField[]): Result<FormData, FieldHeld> {
  let own = changes;
  for (const { path, shown } of fields) {
    const given = valueIn(changes, path);
    if (given === undefined || (given === null && path.length === 1)) continue;
    if (given !== null && given !== shown) return err({ code: "FORM_FIELD_HELD", path: ["form", ...path] });
    own = withoutValue(own, path);
  }
  return ok(own);
}
