import { Ajv2020 } from "ajv/dist/2020.js";
import type { Form, FormProblem } from "./service-item.ts";

const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const PROBLEMS_MAX = 10;

/** Keywords whose values are data and no schemas. */
const DATA: readonly string[] = ["const", "enum", "default", "examples"];

let validator: Ajv2020 | undefined;

/**
 * What keeps a form from being a JSON Schema of draft 2020-12: none for a valid one. The form itself is never
 * compiled: it only has to stand up to the draft's own schema, and its patterns have to be regular expressions,
 * which that schema leaves to the format "regex".
 */
export function formProblems(form: Form): FormProblem[] {
  const { $schema } = form;
  if ($schema !== undefined && $schema !== DRAFT)
    return [{ problem: `$schema must be ${DRAFT}`, path: ["$schema"] }];
  validator ??= new Ajv2020({ allErrors: true, logger: false });
  validator.validateSchema(form);
  // The draft's schema has a branch for each vocabulary, and each branch complains anew about the same place.
  const places = Map.groupBy(validator.errors ?? [], ({ instancePath }) => instancePath);
  const broken = [...places].map(([pointer, [error]]) => ({
    problem: error?.message ?? "",
    path: steps(pointer),
  }));
  return [...broken, ...wrongPatterns(form, [])].slice(0, PROBLEMS_MAX);
}

const steps = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

function wrongPatterns(value: unknown, path: readonly string[]): FormProblem[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const here = [...path, name];
    // A property may be named like a keyword; then a schema stands there, which is looked into like any other.
    if (DATA.includes(name) && path.at(-1) !== "properties") return [];
    if (name === "pattern" && typeof inner === "string") return isPattern(inner) ? [] : [notRegular(here)];
    const names = name === "patternProperties" && typeof inner === "object" ? Object.keys(inner ?? {}) : [];
    const wrong = names
      .filter((pattern) => !isPattern(pattern))
      .map((pattern) => notRegular([...here, pattern]));
    return [...wrong, ...wrongPatterns(inner, here)];
  });
}

const notRegular = (path: readonly string[]): FormProblem => ({
  problem: "must be a regular expression",
  path,
});

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
