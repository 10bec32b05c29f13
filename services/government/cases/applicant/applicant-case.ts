import { dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { actionsFor, type Facts, notAllowed } from "../actions.ts";
import type { Application, Complaint, FormData, NotAllowed } from "../application.ts";
import type { FormProblem } from "../form-problem.ts";
import { act, transition } from "../transition.ts";

const CALLER = { kind: "APPLICANT" } as const;

/** The notice of what is wrong does not name this field, so it stays as it was handed in. */
export type FieldNotOpen = { readonly code: "FIELD_NOT_OPEN"; readonly path: readonly string[] };

/**
 * What the applicant has filled in so far: fields that are given replace what stands there, null empties one. While a
 * correction is asked for, only fields that its notice names can change.
 */
export function saveFields(
  application: Application,
  form: FormData,
  changes: FormData,
  facts: Facts,
): Result<{ readonly application: Application; readonly form: FormData }, NotAllowed | FieldNotOpen> {
  const saved = act(application, "SAVE", { caller: CALLER, ...facts }, { savedAt: facts.now });
  if (!saved.ok) return saved;
  const closed = Object.keys(changes).find((name) => !isOpenField(application, name));
  if (closed !== undefined) return err({ code: "FIELD_NOT_OPEN", path: ["form", closed] });
  const merged = Object.entries({ ...form, ...changes }).filter(([, value]) => value !== null);
  return ok({ application: saved.value, form: Object.fromEntries(merged) });
}

/** A draft's fields are all open; of one that is to be corrected those that the notice names. */
const isOpenField = ({ status, correction }: Application, name: string): boolean =>
  status !== "CORRECTION" || !!correction?.fields.some((field) => field.name === name);

export type Incomplete = { readonly code: "FORM_INCOMPLETE"; readonly problems: readonly FormProblem[] };

/** Another application of the same subject for the same item is open; a stated reason lets one more in. */
export type Duplicate = { readonly code: "DUPLICATE_APPLICATION"; readonly open: readonly string[] };

export type Submission = {
  /** Tells this submission from another. */
  readonly key: string;
  readonly problems: readonly FormProblem[];
  /** Open applications of the same subject for the same item. */
  readonly others: readonly string[];
  readonly duplicateReason?: string;
  /** The item has a rule that is asked before people are. */
  readonly hasRule: boolean;
};

/** Hands a draft in, or what was corrected; the clock begins with the next working day. */
export function submit(
  application: Application,
  { key, problems, others, duplicateReason, hasRule }: Submission,
  facts: Facts,
): Result<Application, NotAllowed | Incomplete | Duplicate> {
  if (!actionsFor(application, CALLER, facts).includes("SUBMIT")) {
    return err(notAllowed(application, CALLER, facts));
  }
  if (problems.length > 0) return err({ code: "FORM_INCOMPLETE", problems });
  // A correction is no further application.
  const isFurther = others.length > 0 && application.status === "DRAFT";
  if (isFurther && duplicateReason === undefined) {
    return err({ code: "DUPLICATE_APPLICATION", open: others });
  }
  const { correction } = application;
  return ok(
    transition(
      application,
      "SUBMIT",
      {
        submission: key,
        ruling: hasRule ? "PENDING" : undefined,
        submittedAt: application.submittedAt ?? facts.now,
        clock: { ...application.clock, receivedOn: dateAt(facts.now) },
        ...(correction ? { correction: { ...correction, answeredAt: facts.now } } : {}),
        ...(isFurther && duplicateReason !== undefined ? { duplicateReason } : {}),
      },
      facts,
    ),
  );
}

/** The applicant takes the application back, at any time before it is decided. */
export const withdraw = (application: Application, facts: Facts): Result<Application, NotAllowed> =>
  act(application, "WITHDRAW", { caller: CALLER, ...facts });

/** Asks for a refusal to be reconsidered, once. */
export const appeal = (
  application: Application,
  reason: string,
  facts: Facts,
): Result<Application, NotAllowed> =>
  act(application, "APPEAL", { caller: CALLER, ...facts }, { appeal: { at: facts.now, reason } });

/** Complains about delay; see `mayComplain`. */
export const complain = (
  application: Application,
  { text, submission }: Pick<Complaint, "text" | "submission">,
  facts: Facts,
): Result<Application, NotAllowed> =>
  act(
    application,
    "COMPLAIN",
    { caller: CALLER, ...facts },
    {
      complaints: [...(application.complaints ?? []), { at: facts.now, text, submission }],
    },
  );
