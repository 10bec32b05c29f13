import { partsOf } from "../../local/tables-page.ts";
import type { AccessPattern } from "../../services/kernel/access-pattern.ts";

/**
 * The product of a template: a key, a beginning of sort keys, first and last of them, or a key of an index or
 * partition.
 */
type Made =
  | string
  | readonly string[]
  | { readonly pk: string; readonly sk: string }
  | { readonly pk?: string; readonly skPrefix: string };

/** A key template, and what it made of probes. */
export type KeyTemplate = { readonly name: string; readonly value: Made };

const PROBE = "probe";
/** Stands for a subject, or for several texts at once. */
const PROBES = {
  ...{ kind: "PERSON", citizenId: PROBE, region: PROBE, department: PROBE, month: PROBE },
  toString: () => PROBE,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
  typeof value === "string" && !/undefined|\[object/.test(value);

function isMade(value: unknown): value is Made {
  if (Array.isArray(value)) return value.length > 0 && value.every(isText);
  if (!isRecord(value)) return isText(value);
  const { pk, sk, skPrefix } = value;
  return (isText(pk) && isText(sk)) || ((pk === undefined || isText(pk)) && isText(skPrefix));
}

/** All ways to give so many arguments, texts first. */
function waysToCall(arity: number): readonly (readonly unknown[])[] {
  if (arity === 0) return [[]];
  return [PROBE, PROBES].flatMap((first) => waysToCall(arity - 1).map((rest) => [first, ...rest]));
}

/**
 * The product of a function from the first arguments that it understands; undefined where it makes no key (a number of
 * a shard).
 */
function madeBy(name: string, make: (...args: readonly unknown[]) => unknown): Made | undefined {
  for (const args of waysToCall(make.length)) {
    try {
      const value = make(...args);
      if (typeof value === "number") return undefined;
      if (isMade(value)) return value;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error(`${name} makes no key of any probe`);
}

const isFunction = (value: unknown): value is (...args: readonly unknown[]) => unknown =>
  typeof value === "function";

/** The key templates that a module exports: those of its `keys`, or of the one whose name ends so. */
export function templatesOf(exports: Readonly<Record<string, unknown>>): readonly KeyTemplate[] {
  return Object.entries(exports)
    .filter(([name]) => name === "keys" || name.endsWith("Keys"))
    .flatMap(([object, templates]) =>
      Object.entries(isRecord(templates) ? templates : {}).flatMap(([template, value]) => {
        const name = `${object}.${template}`;
        const made = isFunction(value) ? madeBy(name, value) : value;
        if (made === undefined) return [];
        if (!isMade(made)) throw new Error(`${name} is no template of a key`);
        return [{ name, value: made }];
      }),
    );
}

/** Whether a text is what a part of a pattern says; what stands in braces is any text without "#". */
function isOf(text: string, part: string): boolean {
  const literal = part.split(/\{[^}]*\}/).map((each) => each.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join("[^#]+")}$`).test(text);
}

/** Whether the key of a pattern is what a template makes, as far as the template says. */
export function meets({ value }: KeyTemplate, { key, index }: AccessPattern): boolean {
  const [pk, sk] = partsOf(key);
  const isBeginning = sk?.endsWith("…") ?? false;
  const begins = (text: string): boolean => sk !== undefined && isBeginning && isOf(text, sk.slice(0, -1));
  if (typeof value === "string") {
    if (index) return isOf(value, pk) || (sk !== undefined && isOf(value, sk));
    // A partition by itself, or beside a beginning.
    return (sk === undefined || isBeginning) && isOf(value, pk);
  }
  if (index) return false;
  if ("skPrefix" in value) return begins(value.skPrefix) && (value.pk === undefined || isOf(value.pk, pk));
  if ("sk" in value) return sk !== undefined && !isBeginning && isOf(value.pk, pk) && isOf(value.sk, sk);
  return value.every((text) => begins(text) || begins(text.replace(/~$/, "")));
}
