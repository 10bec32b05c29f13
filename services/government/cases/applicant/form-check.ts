import { dateAt } from "../../../kernel/civil-date.ts";
import type { MessageCode } from "../../../kernel/message.ts";
import type { Log } from "../../../kernel/process/log.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { askedOf, compileForm, type FormFinding, type FormJudge, labelOf } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";
import type { FormProblem } from "../form-problem.ts";
import type { HeldMark } from "../held/held-form.ts";
import { checkForm } from "./form-limits.ts";

/** A version of an item never changes, so what its form compiles to can be kept. */
export type FormSchema = {
  readonly code: string;
  readonly version: number;
  readonly form: Readonly<Record<string, unknown>>;
};

export type JudgingPorts = { readonly now: Instant; readonly log: Log };

const PROBLEMS_MAX = 100;
const COMPILED_MAX = 200;

const UNUSABLE: FormProblem = { code: "FORM_UNUSABLE", path: [] };

const compiled = new Map<string, FormJudge | undefined>();

/** Keywords that only say that others under them failed, or that none did. */
const COMPOUND: readonly string[] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];

/**
 * All that keeps a form from being handed in: none for one that its item's form takes today; `held` are the fields that the
 * platform has filled in. Nothing can be handed in by
 * a form that is none, as versions may have it that were published before forms had a profile; that is logged once.
 */
export function formProblems(
  item: FormSchema,
  form: FormData,
  { now, log }: JudgingPorts,
  held: readonly Pick<HeldMark, "path">[] = [],
): readonly FormProblem[] {
  const usable = checkForm(form);
  if (!usable.ok) return [{ ...usable.error, path: usable.error.path.slice(1) }];
  const judge = judgeOf(item, log);
  if (!judge) return [UNUSABLE];
  const findings = judge(askedOf(item.form, form), dateAt(now));
  const plain = findings.filter(({ keyword }) => !COMPOUND.includes(keyword));
  const problems = (plain.length > 0 ? plain : findings)
    .map((finding) => problemOf(finding, item.form))
    .filter(({ path }) => !isHeld(path, held))
    .slice(0, PROBLEMS_MAX);
  const places = Map.groupBy(problems, ({ path }) => path.join("/"));
  return [...places.values()].flatMap(([first]) => first ?? []);
}

/** Nobody could mend what the platform itself has filled in. */
const isHeld = (path: readonly string[], held: readonly Pick<HeldMark, "path">[]): boolean =>
  held.some((mark) => mark.path.length === path.length && mark.path.every((step, i) => step === path[i]));

/** Whether a form can be filled in at all. */
export const isUsable = (item: FormSchema, { log }: Pick<JudgingPorts, "log">): boolean =>
  judgeOf(item, log) !== undefined;

function judgeOf({ code, version, form }: FormSchema, log: Log): FormJudge | undefined {
  const key = `${code}.${version}`;
  if (compiled.has(key)) return compiled.get(key);
  const made = compileForm(form);
  if (!made.ok) log("ERROR", "a published form cannot be used", { item: code, version });
  if (compiled.size >= COMPILED_MAX) compiled.clear();
  const judge = made.ok ? made.value : undefined;
  compiled.set(key, judge);
  return judge;
}

function problemOf({ keyword, instancePath, params }: FormFinding, form: FormSchema["form"]): FormProblem {
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
      return problem("FORM_FIELD_UNKNOWN", {}, String(given["additionalProperty"]));
    case "type":
      return problem("FORM_TYPE", { type: String(given["type"]) });
    case "enum":
      return problem("FORM_CHOICE", { choices: listOf(given["allowedValues"]) });
    case "const":
      return problem("FORM_CHOICE", { choices: listOf([given["allowedValue"]]) });
    case "pattern":
      return problem("FORM_PATTERN");
    case "format":
      return problem(codeOfFormat(given["format"]), { format: String(given["format"]) });
    case "x-notAfter":
    case "x-notBefore":
      return problem(...dayProblem(keyword, String(given["than"]), here, form));
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

/** Formats that people know by another name than the form does. */
const FORMAT_CODES: Readonly<Record<string, MessageCode>> = {
  "citizen-id": "FORM_CITIZEN_ID",
  "credit-code": "FORM_CREDIT_CODE",
  region: "FORM_REGION",
  "mobile-cn": "FORM_MOBILE_CN",
  "bank-account": "FORM_BANK_ACCOUNT",
  money: "FORM_MONEY",
  date: "FORM_DATE",
};

const codeOfFormat = (format: unknown): MessageCode =>
  (typeof format === "string" ? FORMAT_CODES[format] : undefined) ?? "FORM_FORMAT";

/** A day is beyond today, or beyond that of a field beside it, which the message names as the form does. */
function dayProblem(
  keyword: "x-notAfter" | "x-notBefore",
  than: string,
  here: readonly string[],
  form: FormSchema["form"],
): [MessageCode, Readonly<Record<string, string>>] {
  if (than === "today") return [keyword === "x-notAfter" ? "FORM_AFTER_TODAY" : "FORM_BEFORE_TODAY", {}];
  const field = labelOf(form, [...here.slice(0, -1), than]).zh;
  return [keyword === "x-notAfter" ? "FORM_AFTER_FIELD" : "FORM_BEFORE_FIELD", { field }];
}

const listOf = (values: unknown): string =>
  (Array.isArray(values) ? values : []).map((value: unknown) => JSON.stringify(value)).join(", ");
