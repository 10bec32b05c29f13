import { hash } from "node:crypto";
import { _, Ajv2020, type ErrorObject, type KeywordDefinition } from "ajv/dist/2020.js";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_KEYWORDS, type DayKeyword, dayUnder, keepsTo } from "./forms/day-keywords.ts";
import { findFormat } from "./forms/form-formats.ts";
import { keywordProblems, schemasIn, TOO_MANY_SCHEMAS } from "./forms/form-keywords.ts";
import { asObject } from "./forms/form-parts.ts";
import { reachProblems } from "./forms/form-reach.ts";
import { WORD_KEYWORDS } from "./forms/form-words.ts";
import { readPattern } from "./forms/linear-pattern.ts";
import type { Form, FormProblem } from "./service-item.ts";

const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const PROBLEMS_MAX = 10;
const PROBLEM_LENGTH_MAX = 200;
/** Characters of all forms that are kept compiled, which take some ten times the room of their texts. */
const KEPT_MAX = 1_000_000;

/** Something wrong with what was filled in: the keyword that does not hold, and where. */
export type FormFinding = Pick<ErrorObject, "keyword" | "instancePath" | "params">;

/** Judges what was filled in, as of a day. */
export type FormJudge = (filledIn: unknown, today: CivilDate) => readonly FormFinding[];

/** All that keeps a form from being one of the platform's: nothing for one that can be compiled. */
export function formProblems(form: Form): readonly FormProblem[] {
  const made = compileForm(form);
  return made.ok ? [] : made.error.slice(0, PROBLEMS_MAX);
}

type Compiled = Result<FormJudge, readonly FormProblem[]>;

/** By the digest of the form's text, from which all that comes of it follows. */
const compiled = new Map<string, Compiled>();
let kept = 0;

/**
 * Compiles a form. It has to stand up to the schema of JSON Schema's draft 2020-12 and to the platform's profile of it, so
 * that judging by it ends in a time that the sizes of form and data bound. A form that is saved, previewed, published and
 * filled in is compiled once a process. Errors: all that is wrong with the form.
 */
export function compileForm(form: Form): Compiled {
  const text = JSON.stringify(form);
  const digest = hash("sha256", text);
  const known = compiled.get(digest);
  if (known) return known;
  const made = compileAnew(form);
  if (kept + text.length > KEPT_MAX) {
    compiled.clear();
    kept = 0;
  }
  compiled.set(digest, made);
  kept += text.length;
  return made;
}

function compileAnew(form: Form): Compiled {
  const { $schema, ...schema } = form;
  if ($schema !== undefined && $schema !== DRAFT)
    return err([{ problem: `$schema must be ${DRAFT}`, path: ["$schema"] }]);
  const schemas = schemasIn(schema);
  if (!schemas) return err([TOO_MANY_SCHEMAS]);
  const ofDraft = draftProblems(form);
  const places = new Set(ofDraft.map(({ path }) => path.join("/")));
  const ofProfile = keywordProblems(schemas).filter(({ path }) => !places.has(path.join("/")));
  if (ofDraft.length + ofProfile.length > 0) return err([...ofDraft, ...ofProfile]);
  const unbounded = reachProblems(schema);
  if (unbounded.length > 0) return err(unbounded);
  try {
    const validate = newValidator().compile(asObject(schema));
    return ok((filledIn, today) => (validate.call({ today }, filledIn) ? [] : (validate.errors ?? [])));
  } catch (error) {
    const problem = error instanceof Error ? error.message : "cannot be compiled";
    return err([{ problem: problem.slice(0, PROBLEM_LENGTH_MAX), path: [] }]);
  }
}

let validator: Ajv2020 | undefined;

function draftProblems(form: Form): readonly FormProblem[] {
  validator ??= new Ajv2020({ allErrors: true, logger: false });
  validator.validateSchema(form);
  // The draft's schema has a branch for each vocabulary, and each branch complains anew about the same place.
  const places = Map.groupBy(validator.errors ?? [], ({ instancePath }) => instancePath);
  return [...places].map(([pointer, [error]]) => ({
    problem: error?.message ?? "",
    path: steps(pointer),
  }));
}

const steps = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** One for each form, because a validator remembers all that it has compiled. */
function newValidator(): Ajv2020 {
  const ajv = new Ajv2020({
    ...{ strict: true, strictRequired: false, allErrors: true, ownProperties: true, passContext: true },
    ...{ validateSchema: false, addUsedSchema: false, messages: false, logger: false },
  });
  for (const keyword of ["pattern", "format"]) ajv.removeKeyword(keyword);
  ajv.addVocabulary([...WORD_KEYWORDS]);
  for (const keyword of [PATTERN, FORMAT, ...DAY_KEYWORDS.map(dayKeyword)]) ajv.addKeyword(keyword);
  return ajv;
}

/** Told to whatever judges a value. */
type Judging = { readonly today: CivilDate };

const OF_TEXT = { type: "string", schemaType: "string", errors: false } as const;

/** In place of the validator's own, which would try one way after the other. */
const PATTERN: KeywordDefinition = {
  ...OF_TEXT,
  keyword: "pattern",
  compile: (source: string) => {
    const read = readPattern(source);
    if (!read.ok) throw new Error("a pattern is not linear");
    return read.value.matches;
  },
};

/** In place of the validator's own, which knows no today. */
const FORMAT: KeywordDefinition = {
  ...OF_TEXT,
  keyword: "format",
  error: { message: "", params: ({ schemaCode }) => _`{format: ${schemaCode}}` },
  compile: (name: string) => {
    const takes = findFormat(name);
    if (!takes) throw new Error("a format is not known");
    return function (this: Judging, text: string) {
      return takes(text, this.today);
    };
  },
};

const dayKeyword = (keyword: DayKeyword): KeywordDefinition => ({
  ...OF_TEXT,
  keyword,
  error: { message: "", params: ({ schemaCode }) => _`{than: ${schemaCode}}` },
  compile: (than: string) =>
    function (this: Judging, day: string, at) {
      return keepsTo(keyword, day, dayUnder(than, this.today, at?.parentData ?? {}));
    },
});
