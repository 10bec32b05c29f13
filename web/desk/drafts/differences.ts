export type Difference = {
  /** The names on the way to it, and the places in lists, counted from 1. */
  readonly place: string;
  /** The same, as it leads there. */
  readonly path: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** Each value that one has and the other has not, or has otherwise, at the deepest place that says so. */
export function differencesBetween(before: unknown, after: unknown): readonly Difference[] {
  return differencesAt(before, after, { path: [], names: [] });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type Place = { readonly path: readonly string[]; readonly names: readonly string[] };

function differencesAt(before: unknown, after: unknown, { path, names: way }: Place): readonly Difference[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    const names = [...new Set([...one.keys(), ...other.keys()])];
    const step = (name: string): string => (Array.isArray(after) ? String(Number(name) + 1) : name);
    return names.flatMap((name) =>
      differencesAt(one.get(name), other.get(name), { path: [...path, name], names: [...way, step(name)] }),
    );
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ place: way.join(" / "), path, before: shown(before), after: shown(after) }];
}

const shown = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
};
