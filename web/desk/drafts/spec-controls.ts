import { valueAt } from "../../shared/forms/answers.ts";
import type { Text } from "../../shared/texts/text.ts";
import { propertiesOf } from "./form-edit.ts";
import type { Spec } from "./specs.ts";
import { asValues, controlId, listAt, type Values } from "./values.ts";

/** The same control at the place of an entry. */
export const specUnder = (spec: Spec, path: readonly string[]): Spec => ({
  ...spec,
  path: [...path, ...spec.path],
});

/** All controls that some specifications stand for, with the entries that there are, and what is in them. */
export const controlsOf = (specs: readonly Spec[], values: Values): readonly Spec[] =>
  specs.flatMap((spec) => [spec, ...controlsOf(partsOf(spec, values), values)]);

function partsOf(spec: Spec, values: Values): readonly Spec[] {
  if (spec.kind === "group") return spec.entry.map((one) => specUnder(one, spec.path));
  if (spec.kind !== "list") return [];
  return listAt(values, ...spec.path).map((_, i) => entryOf(spec, String(i)));
}

type ListSpec = Extract<Spec, { readonly kind: "list" }>;

/** An entry of a list: its controls answer one question together. */
export const entryOf = ({ path, one, entry }: ListSpec, at: string): Spec & { readonly kind: "group" } => ({
  ...{ kind: "group", path: [...path, at], label: entryName(one, at), entry },
});

/** A control on the way to a place, what it is called there, and the way from it on. */
type Step = { readonly spec: Spec; readonly name: Text; readonly rest: readonly string[] };

/** Of several ways, such as those of two versions, the one that leads furthest. */
const stepsTo = (specs: readonly Spec[], path: readonly string[]): readonly Step[] =>
  specs
    .filter((spec) => spec.path.every((step, i) => step === path[i]))
    .map((spec) => stepsFrom(spec, path.slice(spec.path.length)))
    .reduce((longest, steps) => (steps.length > longest.length ? steps : longest), []);

function stepsFrom(spec: Spec, rest: readonly string[]): readonly Step[] {
  const own = { spec, name: spec.label, rest };
  if (spec.kind === "group") return [own, ...stepsTo(spec.entry, rest)];
  const [at, ...within] = rest;
  // A list is spoken of as a whole, too, by what it lacks.
  if (spec.kind !== "list" || at === undefined || !/^\d+$/.test(at)) return [own];
  return [own, { spec, name: entryName(spec.one, at), rest: within }, ...stepsTo(spec.entry, within)];
}

/** A place by the names of the controls on the way to it; empty for a place that no control is at. */
export function placeOf(
  specs: readonly Spec[],
  path: readonly string[],
  say: (text: Text) => string,
): string {
  const steps = stepsTo(specs, path);
  const last = steps.at(-1);
  const within = last?.spec.kind === "group" ? withinForm(last.rest) : [];
  return [...steps.map(({ name }) => say(name)), ...within].join(" › ");
}

/** The names on the way within a form, which has no specifications; places in lists are counted from 1. */
const withinForm = (path: readonly string[]): readonly string[] =>
  path
    .filter((step) => step !== "properties")
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step));

/** A value as its control offers it; undefined where it is none of some that are offered. */
export function offeredAt(specs: readonly Spec[], path: readonly string[], value: string): Text | undefined {
  const spec = stepsTo(specs, path).at(-1)?.spec;
  if (spec?.kind === "tick") return value === "true" ? TICKED.yes : TICKED.no;
  if (spec?.kind !== "choice" && spec?.kind !== "choices") return undefined;
  return spec.options.find((option) => option.value === value)?.text;
}

const TICKED = { yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" } } satisfies Record<string, Text>;

const entryName = ({ zh, en }: Text, at: string): Text => {
  const n = Number(at) + 1;
  return { zh: `${zh} ${n}`, en: `${en} ${n}` };
};

/** Finds the control that a place is in; undefined where there is none. */
export type ControlFinder = (path: readonly string[]) => readonly string[] | undefined;

/**
 * Of the controls that some specifications stand for, and of the fields of the form that is among them.
 *
 * @param formAt The place of that form, if there is one.
 */
export function controlFinder(
  specs: readonly Spec[],
  values: Values,
  formAt?: readonly string[],
): ControlFinder {
  const fields = formAt ? Object.keys(propertiesOf(asValues(valueAt(values, formAt)))) : [];
  const ofForm = formAt ? [formAt, ...fields.map((field) => [...formAt, "properties", field])] : [];
  const ids = new Set([...controlsOf(specs, values).map(({ path }) => path), ...ofForm].map(controlId));
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = path.slice(0, length);
      if (ids.has(controlId(place))) return place;
    }
    return undefined;
  };
}
