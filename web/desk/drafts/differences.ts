export type Difference = {
  /** The names on the way to it, and the places in lists, counted from 1. */
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

/** Each value that one has and the other has not, or has otherwise, at the deepest place that says so. */
export function differencesBetween(before: unknown, after: unknown): readonly Difference[] {
  return differencesAt(before, after, []);
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function differencesAt(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    const names = [...new Set([...one.keys(), ...other.keys()])];
    const step = (name: string): string => (Array.isArray(after) ? String(Number(name) + 1) : name);
    return names.flatMap((name) => differencesAt(one.get(name), other.get(name), [...path, step(name)]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ place: path.join(" / "), before: shown(before), after: shown(after) }];
}

const shown = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
};
