import type { Database } from "../../../kernel/database/database.ts";
import { isFields } from "../../../kernel/fields.ts";
import {
  type Expression,
  expressionProblem,
  type LicenceAct,
  type LicenceTerms,
  readableFacts,
  readsOf,
  type Violation,
  violation,
} from "../../catalogue/index.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { COUNT_DIGITS_MAX, isCountable } from "./counted-number.ts";
import { LICENCE_FACTS, NUMBER_FACT } from "./licence-facts.ts";

const PLACE = "licence";

/** The acts whose version says something of its own. */
const SAYING = ["ISSUE", "CHANGE", "RENEW"] as const satisfies readonly LicenceAct[];

/** All that keeps an item's terms of a licence from ever being brought about, by the type that is in force. */
export async function termsViolations(
  database: Pick<Database, "get">,
  terms: LicenceTerms | undefined,
): Promise<readonly Violation[]> {
  if (!terms) return [];
  const type = await findLicenceType(terms.type, undefined, database);
  const { act, content, number, region, holderCreditCode, until } = terms;
  const says = SAYING.some((one) => one === act);
  const problems = [
    ...Object.entries(content).flatMap(([field, one]) =>
      expressionViolations(one, [PLACE, "content", field], [NUMBER_FACT]),
    ),
    ...Object.entries({ number, region, holderCreditCode, until }).flatMap(([name, one]) =>
      one === undefined ? [] : expressionViolations(one, [PLACE, name]),
    ),
    ...(act === "ISSUE" || region === undefined
      ? []
      : [violation("LICENCE_REGION_OF_ACT", [PLACE, "region"])]),
    ...countViolations(terms),
    ...(act === "ISSUE" || number !== undefined
      ? []
      : [violation("LICENCE_NUMBER_UNSAID", [PLACE, "number"])]),
    ...(says || Object.keys(content).length === 0
      ? []
      : [violation("LICENCE_CONTENT_OF_ACT", [PLACE, "content"])]),
    ...(act === "ISSUE" || act === "RENEW" || until === undefined
      ? []
      : [violation("LICENCE_END_OF_ACT", [PLACE, "until"])]),
    ...windowViolations(terms),
  ];
  return type
    ? [...problems, ...fieldViolations(terms, type)]
    : [...problems, violation("LICENCE_TYPE_UNKNOWN", [PLACE, "type"], { value: terms.type })];
}

function countViolations({ act, number, counted }: LicenceTerms): readonly Violation[] {
  if (!counted) return [];
  const path = [PLACE, "counted"];
  return [
    ...(act === "ISSUE" && number === undefined ? [] : [violation("LICENCE_COUNT_OF_ACT", path)]),
    ...(isCountable(counted)
      ? []
      : [violation("LICENCE_COUNT_UNFIT", path, { max: String(COUNT_DIGITS_MAX) })]),
    ...counted.series.flatMap((part, i) => expressionViolations(part, [...path, "series", String(i)])),
  ];
}

const WINDOW_MAX_WORKING_DAYS = 366;

function windowViolations({ act, window }: LicenceTerms): readonly Violation[] {
  if (!window) return [];
  if (act !== "RENEW") return [violation("LICENCE_WINDOW_OF_ACT", [PLACE, "window"])];
  const { opensWorkingDays = WINDOW_MAX_WORKING_DAYS, inTimeWorkingDays } = window;
  const isSound =
    inTimeWorkingDays >= 1 &&
    inTimeWorkingDays <= opensWorkingDays &&
    opensWorkingDays <= WINDOW_MAX_WORKING_DAYS;
  const values = { max: String(WINDOW_MAX_WORKING_DAYS) };
  return isSound ? [] : [violation("LICENCE_WINDOW_OUT_OF_RANGE", [PLACE, "window"], values)];
}

function expressionViolations(
  expression: Expression,
  path: readonly string[],
  besides: readonly string[] = [],
): readonly Violation[] {
  const problem = expressionProblem(expression);
  if (problem) return [violation(`EXPRESSION_${problem}`, path)];
  const known = [
    ...readableFacts(LICENCE_FACTS).filter((fact) => fact.startsWith(`facts.${LICENCE_FACTS.name}.`)),
    ...besides,
  ];
  return readsOf(expression)
    .filter((read) => !read.startsWith("form.") && !known.includes(read))
    .map((value) => violation("FACT_UNKNOWN", path, { value, known: known.join(", ") }));
}

/** A field that the type does not know would be refused by its content, and one that it asks for would be missing. */
function fieldViolations({ act, content }: LicenceTerms, type: PublishedType): readonly Violation[] {
  const { properties, required } = type.content;
  const known = isFields(properties) ? Object.keys(properties) : [];
  const asked = Array.isArray(required) ? required.filter((one) => typeof one === "string") : [];
  const said = Object.keys(content);
  return [
    ...said
      .filter((field) => !known.includes(field))
      .map((field) => violation("LICENCE_FIELD_UNKNOWN", [PLACE, "content", field], { field })),
    ...(act === "ISSUE" ? asked : [])
      .filter((field) => !said.includes(field))
      .map((field) => violation("LICENCE_FIELD_UNSAID", [PLACE, "content", field], { field })),
  ];
}
