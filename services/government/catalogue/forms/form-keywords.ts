import { checkText } from "../../../kernel/text.ts";
import type { FormProblem } from "../service-item.ts";
import { FORMAT_NAMES } from "./form-formats.ts";
import { entriesOf, isSchema, type Part, partsOf, type Schema } from "./form-parts.ts";
import { WORD_KEYWORDS, wordProblems } from "./form-words.ts";
import { readPattern } from "./linear-pattern.ts";
import type { PatternProblem } from "./pattern-syntax.ts";

/** All that a form may be made of. Any other keyword might refer to anywhere, wait, or cost more than it seems to. */
const KEYWORDS: readonly string[] = [
  ...["title", "description", "$comment", "default", "examples", "deprecated", "readOnly", "writeOnly"],
  ...["$defs", "$ref", "type", "enum", "const", "properties", "required", "additionalProperties"],
  ...["minLength", "maxLength", "pattern", "format", "x-notAfter", "x-notBefore"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["items", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"],
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas"],
  ...["minProperties", "maxProperties", ...WORD_KEYWORDS],
];

const NAME_LENGTH_MAX = 64;
const CHOICES_MAX = 300;
/** As they stand there, used or not: nothing else is asked of a form that has more. */
const SCHEMAS_MAX = 1_000;

const PATTERN_PROBLEMS: Readonly<Record<PatternProblem, string>> = {
  NOT_REGULAR: "must be a regular expression",
  NOT_LINEAR:
    "must be matched in linear time: without looking ahead, behind or at the edge of a word, and without references back",
  TOO_LARGE: "must be a smaller pattern: repetitions count as often as they repeat",
};

/** The schemas of a form as they stand there, its own first; undefined where they are too many to be looked at. */
export function schemasIn(form: Schema): readonly Part[] | undefined {
  const found: Part[] = [{ schema: form, path: [], about: "definition", keyword: "" }];
  for (const { schema, path } of found) {
    if (isSchema(schema)) found.push(...partsOf(schema, path));
    if (found.length > SCHEMAS_MAX) return undefined;
  }
  return found;
}

export const TOO_MANY_SCHEMAS: FormProblem = {
  problem: `must have at most ${SCHEMAS_MAX} schemas`,
  path: [],
};

/** Problems of the schemas of a form, each looked at by itself. */
export const keywordProblems = (schemas: readonly Part[]): readonly FormProblem[] =>
  schemas.flatMap((part) => {
    const { schema, path, about } = part;
    const names = nameProblems(part);
    if (isSchema(schema)) return [...names, ...problemsOf(schema, path)];
    return about === "same value" ? names : [...names, { problem: "must be a schema with a type", path }];
  });

function nameProblems({ name, path }: Part): readonly FormProblem[] {
  if (name === undefined || isFieldName(name)) return [];
  return [
    { problem: `must have names of 1 to ${NAME_LENGTH_MAX} visible characters`, path: path.slice(0, -1) },
  ];
}

/** "__proto__" would be read as something else than a field by the code that a schema compiles to. */
export const isFieldName = (name: string): boolean => {
  const checked = checkText(name, 1, NAME_LENGTH_MAX);
  return checked.ok && checked.value === name && name !== "__proto__";
};

function problemsOf(schema: Schema, path: readonly string[]): readonly FormProblem[] {
  const at = (problem: string, ...more: readonly string[]): FormProblem => ({
    problem,
    path: [...path, ...more],
  });
  const problems = Object.keys(schema)
    .filter((keyword) => !KEYWORDS.includes(keyword))
    .map((keyword) => at("must not have this keyword", keyword.slice(0, NAME_LENGTH_MAX)));
  const { pattern, format, additionalProperties, enum: choices, dependentRequired } = schema;
  if (typeof pattern === "string") {
    const read = readPattern(pattern);
    if (!read.ok) problems.push(at(PATTERN_PROBLEMS[read.error], "pattern"));
  }
  if (format !== undefined && !FORMAT_NAMES.some((known) => known === format))
    problems.push(at(`must be one of ${FORMAT_NAMES.join(", ")}`, "format"));
  if (additionalProperties !== undefined && additionalProperties !== false)
    problems.push(at("must be false: each field is named under properties", "additionalProperties"));
  if (Array.isArray(choices) && choices.length > CHOICES_MAX)
    problems.push(at(`must have at most ${CHOICES_MAX} choices`, "enum"));
  if (!entriesOf(dependentRequired).every(([name]) => isFieldName(name)))
    problems.push(at(`must have names of 1 to ${NAME_LENGTH_MAX} visible characters`, "dependentRequired"));
  return [...problems, ...wordProblems(schema, path)];
}
