import type { CivilDate } from "../../../kernel/civil-date.ts";
import { addDays, addMonths, parseDate } from "../../../kernel/civil-date.ts";
import { isFields } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  compileForm,
  evaluateExpression,
  type LicenceTerms,
  type RuleInputs,
} from "../../catalogue/index.ts";
import type { LicenceType } from "../types/licence-type.ts";
import type { LicenceContent } from "./electronic-licence.ts";

/** Keeps a licence from saying what its type wants of it. */
export type ContentUnfit = {
  readonly code: "LICENCE_CONTENT_UNFIT" | "LICENCE_END_UNFIT";
  readonly values: Readonly<Record<string, string>>;
};

/**
 * The content of a licence by an item's terms, held to that of its type. `before` is the content of the version before: a field
 * that the terms do not name, or whose expression reads something that was not filled in, stays so. Errors: LICENCE_CONTENT_UNFIT with the field.
 */
export function contentBy(
  terms: LicenceTerms,
  type: Pick<LicenceType, "content">,
  inputs: RuleInputs,
  { before = {}, on }: { readonly before?: LicenceContent; readonly on: CivilDate },
): Result<LicenceContent, ContentUnfit> {
  const said = Object.entries(terms.content).flatMap(([field, expression]) => {
    const value = evaluateExpression(expression, inputs);
    return value === undefined ? [] : [[field, value] as const];
  });
  return heldTo(type, { ...before, ...Object.fromEntries(said) }, on);
}

/** The value at a path of a content; undefined where there is none. */
export const valueAt = (content: LicenceContent, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, step) => (isFields(within) && Object.hasOwn(within, step) ? within[step] : undefined),
    content,
  );

/** A content as its type wants it on a day. Errors: LICENCE_CONTENT_UNFIT with the field. */
export function heldTo(
  type: Pick<LicenceType, "content">,
  content: LicenceContent,
  on: CivilDate,
): Result<LicenceContent, ContentUnfit> {
  const judge = compileForm(type.content);
  // A type is published with a content that can be compiled.
  if (!judge.ok) throw new Error("the content of a published licence type is no form");
  const [finding] = judge.value(content, on);
  if (!finding) return ok(content);
  const missing: unknown = finding.params["missingProperty"];
  const field = typeof missing === "string" ? missing : (finding.instancePath.split("/")[1] ?? "");
  return err({ code: "LICENCE_CONTENT_UNFIT", values: { field } });
}

/**
 * The last day of a term that begins on a day, both counted; undefined for a licence that is always valid. A day that the
 * item gives is not behind the one that its type sets. Errors: LICENCE_END_UNFIT, a day that is over, or none.
 */
export function endOfTerm(
  { validity }: Pick<LicenceType, "validity">,
  content: LicenceContent,
  given: unknown,
  on: CivilDate,
): Result<CivilDate | undefined, ContentUnfit> {
  const ofType = endByType(validity, content, on);
  const stated = [...(validity.kind === "STATED" ? [ofType] : []), ...(given === undefined ? [] : [given])];
  for (const day of stated) {
    if (!isDay(day) || day < on) return err({ code: "LICENCE_END_UNFIT", values: { date: String(day) } });
  }
  const ends = [ofType, given].filter(isDay).sort();
  return ok(ends[0]);
}

const isDay = (value: unknown): value is CivilDate => typeof value === "string" && parseDate(value).ok;

function endByType(validity: LicenceType["validity"], content: LicenceContent, on: CivilDate): unknown {
  switch (validity.kind) {
    case "PERMANENT":
      return undefined;
    case "MONTHS":
      return addDays(addMonths(on, validity.months), -1);
    case "STATED":
      return content[validity.field];
  }
}
