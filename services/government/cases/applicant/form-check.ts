import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isId } from "../../../kernel/ids.ts";
import type { MessageCode } from "../../../kernel/message.ts";
import type { FormData } from "../application.ts";
import type { FormProblem } from "../form-problem.ts";
import { PAYOUT_ACCOUNT_FORMAT } from "../named-accounts.ts";

/** A version of an item never changes, so what its form compiles to can be kept. */
export type FormSchema = {
  readonly code: string;
  readonly version: number;
  readonly form: Readonly<Record<string, unknown>>;
};

const PROBLEMS_MAX = 100;
const COMPILED_MAX = 200;

const compiled = new Map<string, ValidateFunction>();

/** Keywords that only say that others under them failed, or that none did. */
const COMPOUND: readonly string[] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/** All that keeps a form from being handed in: none for one that its item's JSON Schema takes. */
export function formProblems(item: FormSchema, form: FormData): readonly FormProblem[] {
  const validate = validatorOf(item);
  if (validate(form)) return [];
  const errors = validate.errors ?? [];
  const plain = errors.filter(({ keyword }) => !COMPOUND.includes(keyword));
  const problems = (plain.length > 0 ? plain : errors).slice(0, PROBLEMS_MAX).map(problemOf);
  const places = Map.groupBy(problems, ({ path }) => path.join("/"));
  return [...places.values()].flatMap(([first]) => first ?? []);
}

function validatorOf({ code, version, form }: FormSchema): ValidateFunction {
  const key = `${code}.${version}`;
  const known = compiled.get(key);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addFormat(PAYOUT_ACCOUNT_FORMAT, (text: string) => isId("pac", text));
  const validate = ajv.compile(form);
  if (compiled.size >= COMPILED_MAX) compiled.clear();
  compiled.set(key, validate);
  return validate;
}

function problemOf({ keyword, instancePath, params }: ErrorObject): FormProblem {
  const here = instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const given: Readonly<Record<string, unknown>> = params;
  const limit = String(given["limit"] ?? "");
  const problem = (
    code: MessageCode,
    values: Readonly<Record<string, string>> = {},
    ...more: readonly string[]
  ) => ({
    ...{ code, values, path: [...here, ...more] },
  });
  switch (keyword) {
    case "required":
    case "dependentRequired":
      return problem("FORM_FIELD_MISSING", {}, String(given["missingProperty"]));
    case "additionalProperties":
    case "unevaluatedProperties":
      return problem(
        "FORM_FIELD_UNKNOWN",
        {},
        String(given["additionalProperty"] ?? given["unevaluatedProperty"]),
      );
    case "type":
      return problem("FORM_TYPE", { type: String(given["type"]) });
    case "enum":
      return problem("FORM_CHOICE", { choices: listOf(given["allowedValues"]) });
    case "const":
      return problem("FORM_CHOICE", { choices: listOf([given["allowedValue"]]) });
    case "pattern":
      return problem("FORM_PATTERN");
    case "format":
      return problem("FORM_FORMAT", { format: String(given["format"]) });
    case "minLength":
    case "minItems":
    case "minimum":
    case "exclusiveMinimum":
    case "maxLength":
    case "maxItems":
    case "maximum":
    case "exclusiveMaximum":
      return problem(`FORM_${BOUND[keyword]}`, { limit });
    case "uniqueItems":
      return problem("FORM_REPEATED");
    default:
      return problem("FORM_NOT_TAKEN");
  }
}

const BOUND = {
  minLength: "TOO_SHORT",
  maxLength: "TOO_LONG",
  minItems: "TOO_FEW",
  maxItems: "TOO_MANY",
  minimum: "TOO_LOW",
  exclusiveMinimum: "NOT_ABOVE",
  maximum: "TOO_HIGH",
  exclusiveMaximum: "NOT_BELOW",
} as const;

const listOf = (values: unknown): string =>
  (Array.isArray(values) ? values : []).map((value: unknown) => JSON.stringify(value)).join(", ");
