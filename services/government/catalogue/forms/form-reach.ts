import type { FormProblem } from "../service-item.ts";
import { DAY_KEYWORDS, TODAY } from "./day-keywords.ts";
import {
  asObject,
  chainOf,
  chainsOf,
  entriesOf,
  fieldIn,
  isSchema,
  itemsIn,
  type Part,
  partsOf,
  pathOf,
  type References,
  referencesOf,
  type Schema,
} from "./form-parts.ts";
import { readPattern } from "./linear-pattern.ts";

/** Bounds of what a form comes to once its references are followed. */
const PARTS_MAX = 500;
const FIELDS_MAX = 200;
/** Names under all `required` and `dependentRequired`. */
const ASKED_MAX = 1_000;
const DEPTH_MAX = 32;
/** About entries of lists: they are asked of each entry. */
const LISTED_PARTS_MAX = 60;
/** Of all patterns together, in states: as many steps a character of what is filled in may cost. */
const PATTERNS_SIZE_MAX = 3_000;

/** Where the walk stands: at a schema about one value. */
type Place = {
  /** The schemas that declare the fields of the value. */
  readonly declared: readonly Schema[];
  /** The schemas that declare the fields beside the value; undefined for one that is no field. */
  readonly beside: readonly Schema[] | undefined;
  /** The schema only refines a value that is declared elsewhere. */
  readonly isBranch: boolean;
  readonly isListed: boolean;
  readonly depth: number;
  readonly followed: readonly Schema[];
};

/** All that was reached so far, as often as it was reached. */
type Count = {
  parts: number;
  listedParts: number;
  fields: number;
  asked: number;
  patternsSize: number;
};

/**
 * Problems of a form as a whole: references that lead nowhere or back to themselves, fields that nobody declares or
 * that say no type, and more of all that than a form may have, however few words say it.
 */
export function reachProblems(form: Schema): readonly FormProblem[] {
  const root = asObject(form);
  const references = referencesOf(root);
  const count: Count = { parts: 0, listedParts: 0, fields: 0, asked: 0, patternsSize: 0 };
  const problems = new Map<string, FormProblem>();
  const report = (problem: string, path: readonly string[]): void => {
    problems.set(JSON.stringify([problem, path]), { problem, path });
  };
  const visit = (schema: Schema, path: readonly string[], place: Place): void => {
    addTo(count, schema, place);
    const excess = place.depth > DEPTH_MAX ? `must nest at most ${DEPTH_MAX} levels deep` : excessOf(count);
    if (excess) {
      report(`${excess}, references followed`, []);
      return;
    }
    for (const [problem, ...more] of [
      ...undeclaredNames(schema, place),
      ...dayProblems(schema, place, references),
    ])
      report(problem, [...path, ...more]);
    const { $ref } = schema;
    const target = references($ref);
    if (target && place.followed.includes(target)) report("must not lead back to itself", [...path, "$ref"]);
    else if (target)
      visit(target, pathOf($ref), {
        ...place,
        depth: place.depth + 1,
        followed: [...place.followed, target],
      });
    else if ($ref !== undefined) report("must lead to a schema of this form", [...path, "$ref"]);
    for (const part of partsOf(schema, path)) {
      if (excessOf(count)) return;
      if (part.about === "definition") continue;
      if (!isSchema(part.schema)) {
        addTo(count, {}, place);
        continue;
      }
      const within = placeOf(part, part.schema, place, references);
      const problem = part.about === "same value" ? undefined : typeProblem(part.schema, within, references);
      if (problem) report(problem, part.path);
      visit(part.schema, part.path, within);
    }
  };
  if (root.type !== "object") report("must be object: a form has fields", ["type"]);
  const start = { beside: undefined, isBranch: false, isListed: false, depth: 0 };
  visit(root, [], { ...start, declared: chainOf(root, references), followed: [root] });
  const excess = excessOf(count);
  if (excess) report(`${excess}, references followed`, []);
  return [...problems.values()];
}

function addTo(
  count: Count,
  { properties, pattern, required, dependentRequired }: Schema,
  { isListed }: Place,
): void {
  count.parts += 1;
  count.listedParts += isListed ? 1 : 0;
  count.fields += isSchema(properties) ? Object.keys(properties).length : 0;
  const asked = [required, ...entriesOf(dependentRequired).map(([, others]) => others)];
  count.asked += asked.reduce<number>((sum, names) => sum + (Array.isArray(names) ? names.length : 0), 0);
  const read = typeof pattern === "string" ? readPattern(pattern) : undefined;
  count.patternsSize += read?.ok ? read.value.size : 0;
}

function excessOf({ parts, listedParts, fields, asked, patternsSize }: Count): string | undefined {
  if (parts > PARTS_MAX) return `must have at most ${PARTS_MAX} schemas`;
  if (listedParts > LISTED_PARTS_MAX)
    return `must have at most ${LISTED_PARTS_MAX} schemas about entries of lists`;
  if (fields > FIELDS_MAX) return `must have at most ${FIELDS_MAX} properties`;
  if (asked > ASKED_MAX) return `must ask for at most ${ASKED_MAX} names under required`;
  if (patternsSize > PATTERNS_SIZE_MAX) return `must have patterns of at most ${PATTERNS_SIZE_MAX} states`;
  return undefined;
}

/** The place of a part within the place of the schema that it stands in. */
function placeOf(part: Part, schema: Schema, place: Place, references: References): Place {
  const { declared, depth, followed } = place;
  const isBranch = place.isBranch || part.about === "same value" || part.keyword === "contains";
  if (part.about === "same value") return { ...place, isBranch, depth: depth + 1 };
  const own = chainOf(schema, references);
  const inherited = (part.name === undefined ? itemsIn(declared) : fieldIn(declared, part.name)).flatMap(
    (known) => chainOf(known, references),
  );
  return {
    declared: isBranch ? inherited : own,
    beside: part.about === "field" ? declared : undefined,
    isListed: place.isListed || part.about === "element",
    ...{ isBranch, depth: depth + 1, followed },
  };
}

/** Each value says what it is, and a list of what. */
function typeProblem(
  schema: Schema,
  { declared, isBranch }: Place,
  references: References,
): string | undefined {
  const own = chainOf(schema, references);
  const leadsOn = own.at(-1)?.["$ref"] !== undefined;
  if (!leadsOn && !own.some(({ type }) => type !== undefined)) return "must say its type";
  const isList = own.some(({ type }) => type === "array");
  const isClear = itemsIn(own).length > 0 || (isBranch && itemsIn(declared).length > 0);
  return isList && !isClear ? "must say of what its items are" : undefined;
}

type Found = readonly [problem: string, ...path: readonly string[]];

const UNDECLARED = "must name fields that properties declares";

/** Fields that a schema asks for, or refines, and that do not exist: nobody could ever fill them in. */
function undeclaredNames(schema: Schema, { declared, isBranch }: Place): readonly Found[] {
  const { required, dependentRequired, dependentSchemas, properties } = schema;
  const isKnown = (name: unknown): boolean => typeof name !== "string" || fieldIn(declared, name).length > 0;
  const found: Found[] = [];
  if (Array.isArray(required) && !required.every(isKnown)) found.push([UNDECLARED, "required"]);
  for (const [name, others] of entriesOf(dependentRequired)) {
    if (isKnown(name) && (!Array.isArray(others) || others.every(isKnown))) continue;
    found.push([UNDECLARED, "dependentRequired", name]);
  }
  for (const [name] of entriesOf(dependentSchemas))
    if (!isKnown(name)) found.push([UNDECLARED, "dependentSchemas", name]);
  for (const [name] of isBranch ? entriesOf(properties) : [])
    if (!isKnown(name)) found.push([UNDECLARED, "properties", name]);
  return found;
}

/** Days are compared with today, or with the day of a field beside. */
function dayProblems(schema: Schema, { declared, beside }: Place, references: References): readonly Found[] {
  const isDay = (chain: readonly Schema[]): boolean => chain.some(({ format }) => format === "date");
  const isOther = (name: string): boolean =>
    beside !== undefined && isDay(chainsOf(fieldIn(beside, name), references));
  return DAY_KEYWORDS.flatMap((keyword): readonly Found[] => {
    const other = schema[keyword];
    if (other === undefined) return [];
    if (!isDay(declared)) return [["must stand beside the format date", keyword]];
    const isKnown = other === TODAY || (typeof other === "string" && isOther(other));
    return isKnown ? [] : [[`must be "${TODAY}", or the name of a date beside it`, keyword]];
  });
}
