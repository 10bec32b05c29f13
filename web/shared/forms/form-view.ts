import { graphql } from "../generated/gql.ts";
import type { FormFieldProblemFragment, HeldFieldPartsFragment } from "../generated/graphql.ts";
import type { Text } from "../texts/text.ts";
import type { Problem } from "../ui/problem.ts";
import type { Answers } from "./answers.ts";
import type { FormField } from "./form-parts.ts";
import { confirmText, entryText } from "./form-texts.ts";
import type { Offered } from "./offered.ts";

/** A problem of a form, of its whole or of a material, in the platform's words. */
export const FIELD_PROBLEM = graphql(`
  fragment FormFieldProblem on FormProblem {
    message
    path
    label {
      zh
      en
    }
  }
`);

/** A value that the platform has filled in, as the reader may see it. */
export const HELD_PARTS = graphql(`
  fragment HeldFieldParts on HeldField {
    path
    shown
  }
`);

/** An account to which somebody can be paid. */
export const OFFERED_ACCOUNT = graphql(`
  fragment OfferedAccountParts on PayoutAccount {
    id
    maskedNumber
    bank
    isProven
  }
`);

export type FieldProblem = FormFieldProblemFragment;
type HeldField = HeldFieldPartsFragment;

/**
 * A form as it is being filled in. It knows of no page and no route, so that the one who applies, a clerk who does it for them,
 * and an editor who looks at a draft have the same before them.
 */
export type FormView = {
  /** Of all pages: conditions may stand on a field of another. */
  readonly fields: readonly FormField[];
  readonly answers: Answers;
  readonly change: (at: readonly string[], value: unknown) => void;
  readonly held: readonly HeldField[];
  readonly problems: readonly FieldProblem[];
  readonly offered: Offered;
  /** The fields that can be changed, by their first name; all of them where it is not said. */
  readonly open?: ReadonlySet<string> | undefined;
  /** The department's word about a field that it has sent back, by the field's first name. */
  readonly notes?: ReadonlyMap<string, string> | undefined;
};

/** The id of a field's control, to which its problem leads. */
export const fieldId = (at: readonly string[]): string => ["form", ...at].join("-");

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((step, i) => step === other[i]);

/** Problems name a field of the form by `form` and its path. */
const isOfForm = ({ path }: FieldProblem): boolean => path[0] === "form";

/** The words about what is wrong at a place. */
export const problemAt = ({ problems }: FormView, at: readonly string[]): string | undefined =>
  problems.find((one) => isOfForm(one) && isSame(one.path.slice(1), at))?.message;

/** A field that the platform has filled in; undefined where it holds nothing for it. */
export const heldAt = ({ held }: Pick<FormView, "held">, at: readonly string[]): HeldField | undefined =>
  held.find(({ path }) => isSame(path, at));

/** The problems of some fields, by their first names. */
export const problemsOf = (
  problems: readonly FieldProblem[],
  names: readonly string[],
): readonly FieldProblem[] =>
  problems.filter((one) => isOfForm(one) && one.path[1] !== undefined && names.includes(one.path[1]));

type Reading = {
  readonly fields: readonly FormField[];
  readonly say: (text: Text) => string;
};

/** For the summary in front of a form: each leads to its field, which the platform's words name. */
export const toSummary = (problems: readonly FieldProblem[], reading: Reading): readonly Problem[] =>
  problems.map((problem) => ({ field: fieldId(problem.path.slice(1)), text: wordsOf(problem, reading) }));

/** Of a list the entry is named: each has the same fields. */
function wordsOf({ path, label, message }: FieldProblem, { fields, say }: Reading): string {
  const at = path.slice(1);
  if (path[0] !== "form") return message;
  const place = at.findIndex((step) => /^\d+$/.test(step));
  const list = fields.find((field) => place > 0 && isSame(field.path, at.slice(0, place)));
  if (list) return `${say(entryText(list.label, Number(at[place]) + 1))} · ${message}`;
  // The platform says by which value a box is ticked, which is for programs.
  const isConfirm = fields.some((field) => field.widget === "CONFIRM" && isSame(field.path, at));
  return isConfirm ? say(confirmText(label)) : message;
}
