import type { Spec } from "./specs.ts";
import { controlId, listAt, type Values } from "./values.ts";

/** The same control at the place of an entry. */
export const specUnder = (spec: Spec, path: readonly string[]): Spec => ({
  ...spec,
  path: [...path, ...spec.path],
});

/** All controls that some specifications stand for, with those of the entries that there are. */
export const controlsOf = (specs: readonly Spec[], values: Values): readonly Spec[] =>
  specs.flatMap((spec) => [
    spec,
    ...(spec.kind === "list"
      ? listAt(values, ...spec.path).flatMap((_, i) =>
          controlsOf(
            spec.entry.map((one) => specUnder(one, [...spec.path, String(i)])),
            values,
          ),
        )
      : []),
  ]);

/** The id of the control that a place is in; undefined where there is none. */
export function controlAt(ids: ReadonlySet<string>, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const id = controlId(path.slice(0, length));
    if (ids.has(id)) return id;
  }
  return undefined;
}
