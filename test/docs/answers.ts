import { isInterfaceType } from "graphql";
import type { Json } from "../support/platform.ts";
import { schema } from "../support/schema.ts";

const refusal = schema.getType("Refusal");
const refusals = new Set(
  isInterfaceType(refusal) ? schema.getPossibleTypes(refusal).map(({ name }) => name) : [],
);

/** Where an answer is none. Paths are as the document asks, without the places in lists. */
export type Shortcomings = {
  /** Refusals, which are known by their `__typename` or, where nobody asked for it, by `code` and `message`. */
  readonly refused: readonly string[];
  /** Root fields that are null, and lists that have nothing in them wherever they stand. */
  readonly empty: readonly string[];
};

export function shortcomingsOf(data: Json): Shortcomings {
  const refused: string[] = [];
  const [empty, filled] = [new Set<string>(), new Set<string>()];
  const walk = (value: Json, path: string): void => {
    if (isList(value)) {
      (value.length > 0 ? filled : empty).add(path);
      for (const each of value) walk(each, path);
    } else if (isObject(value)) {
      const { __typename: type, code } = value;
      const isRefusal =
        typeof type === "string" ? refusals.has(type) : typeof code === "string" && "message" in value;
      if (isRefusal) refused.push(`${path}: ${String(code ?? type)}`);
      for (const [name, each] of Object.entries(value)) walk(each, path ? `${path}.${name}` : name);
    }
  };
  walk(data, "");
  const missing = isObject(data) ? Object.keys(data).filter((name) => data[name] === null) : ["data"];
  return { refused, empty: [...missing, ...[...empty].filter((path) => !filled.has(path))] };
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);
