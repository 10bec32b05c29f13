import { addDays, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { actionsFor, type Facts, notAllowed, type OnBehalf } from "../actions.ts";
import type {
  Application,
  Complaint,
  Confirmation,
  FormData,
  NotAllowed,
  Submitter,
} from "../application.ts";
import type { Undecided } from "../clock.ts";
import type { NamedProblem } from "../form-problem.ts";
import { act, transition } from "../transition.ts";

/** The notice of what is wrong does not name this field, so it stays as it was handed in. */
export type FieldNotOpen = { readonly code: "FIELD_NOT_OPEN"; readonly path: readonly string[] };

/**
 * The form as the applicant has filled it in so far: fields that are given replace what stands there, null empties one.
 * While a correction is asked for, only fields that its notice names can change.
 */
export function saveFields(
  application: Application,
  form: FormData,
  changes: FormData,
  by: OnBehalf,
): Result<{ readonly application: Application; readonly form: FormData }, NotAllowed | FieldNotOpen> {
  const saved = act(application, "SAVE", by, { savedAt: by.now });
  if (!saved.ok) return saved;
  const closed = Object.keys(changes).find((name) => !isOpenField(application, name));
  if (closed !== undefined) return err({ code: "FIELD_NOT_OPEN", path: ["form", closed] });
  const merged = Object.entries({ ...form, ...changes }).filter(([, value]) => value !== null);
  return ok({ application: saved.value, form: Object.fromEntries(merged) });
}

/** A draft's fields are all open; of one that is to be corrected those that the notice names. */
const isOpenField = ({ status, correction }: Application, name: string): boolean =>
  status !== "CORRECTION" || !!correction?.fields.some((field) => field.name === name);

export type Incomplete = { readonly code: "FORM_INCOMPLETE"; readonly problems: readonly NamedProblem[] };

/** Another application of the same subject for the same item is open; a stated reason lets one more in. */
export type Duplicate = { readonly code: "DUPLICATE_APPLICATION"; readonly open: readonly string[] };

export type Submission = {
  /** Tells this submission from another. */
  readonly key: string;
  readonly problems: readonly NamedProblem[];
  /** Open applications of the same subject for the same item. */
  readonly others: readonly string[];
  readonly duplicateReason?: string;
  /** The item has a rule that is asked before people are. */
  readonly hasRule: boolean;
  /** The kind of caller who hands it in, where its subject has to confirm it first. */
  readonly toConfirm?: Submitter | undefined;
  /** Of a renewal: what becomes of it if nobody decides. */
  readonly undecided?: Undecided | undefined;
};

/**
 * Hands a draft in, or what was corrected; the clock begins with the next working day. A case that the subject has to
 * confirm waits for that first.
 */
export function submit(
  application: Application,
  { key, problems, others, duplicateReason, hasRule, toConfirm, undecided }: Submission,
  by: OnBehalf,
): Result<Application, NotAllowed | Incomplete | Duplicate> {
  const { caller, ...facts } = by;
  if (!actionsFor(application, caller, facts).includes("SUBMIT")) {
    return err(notAllowed(application, caller, facts));
  }
  if (problems.length > 0) return err({ code: "FORM_INCOMPLETE", problems });
  // A correction is no further application.
  const isFurther = others.length > 0 && application.status === "DRAFT";
  if (isFurther && duplicateReason === undefined) {
    return err({ code: "DUPLICATE_APPLICATION", open: others });
  }
  const isTakenOver = application.status === "DRAFT" && caller.kind !== "ELSEWHERE";
  const change = {
    // A draft that the person goes on with themselves is taken in nowhere else.
    ...(isTakenOver ? { takenInAt: undefined } : {}),
    submission: key,
    confirmation: toConfirm && askFor(toConfirm, facts.now),
    ...(isFurther && duplicateReason !== undefined ? { duplicateReason } : {}),
  };
  return ok(
    toConfirm
      ? transition(application, "AWAIT_CONFIRMATION", change, facts)
      : transition(
          application,
          "SUBMIT",
          { ...change, ...receive(application, { hasRule, undecided }, facts) },
          facts,
        ),
  );
}

/** So many days a subject has for their word. */
const CONFIRMATION_DAYS = 15;

const askFor = (by: Submitter, now: Instant): Confirmation => ({
  ...{ askedAt: now, by, until: addDays(dateAt(now), CONFIRMATION_DAYS) },
});

/** The department has it from now on: its clock begins, and its rule is to be asked. */
const receive = (
  { submittedAt, correction, clock }: Application,
  { hasRule, undecided }: Pick<Submission, "hasRule" | "undecided">,
  { now }: Facts,
) => ({
  ruling: hasRule ? ("PENDING" as const) : undefined,
  submittedAt: submittedAt ?? now,
  clock: { ...clock, receivedOn: dateAt(now), ...(undecided ? { undecided } : {}) },
  ...(correction ? { correction: { ...correction, answeredAt: now } } : {}),
});

export type ConfirmedBy = Required<Confirmation>["confirmedBy"];

/** The subject's own word for what was handed in for them. Errors: NOT_ALLOWED_NOW; FORM_INCOMPLETE. */
export function confirm(
  application: Application,
  {
    problems,
    confirmedBy,
    ...received
  }: Pick<Submission, "problems" | "hasRule" | "undecided"> & { readonly confirmedBy: ConfirmedBy },
  by: OnBehalf,
): Result<Application, NotAllowed | Incomplete> {
  const { confirmation } = application;
  const confirmed = confirmation && { ...confirmation, confirmedAt: by.now, confirmedBy };
  const change = { confirmation: confirmed, ...receive(application, received, by) };
  const done = act(application, "CONFIRM", by, change);
  return done.ok && problems.length > 0 ? err({ code: "FORM_INCOMPLETE", problems }) : done;
}

/** The applicant takes the application back, at any time before it is decided. */
export const withdraw = (application: Application, by: OnBehalf): Result<Application, NotAllowed> =>
  act(application, "WITHDRAW", by);

/** Asks the department to review a refusal, once; a new refusal after one that was set aside can be reviewed, too. */
export function appeal(
  application: Application,
  reason: string,
  by: OnBehalf,
): Result<Application, NotAllowed> {
  const { appeal: last, pastAppeals = [] } = application;
  const past = last ? { pastAppeals: [...pastAppeals, last] } : {};
  return act(application, "APPEAL", by, { appeal: { at: by.now, reason }, ...past });
}

/** Complains about delay; see `mayComplain`. */
export const complain = (
  application: Application,
  { text, submission }: Pick<Complaint, "text" | "submission">,
  by: OnBehalf,
): Result<Application, NotAllowed> =>
  act(application, "COMPLAIN", by, {
    complaints: [...(application.complaints ?? []), { at: by.now, text, submission }],
  });
